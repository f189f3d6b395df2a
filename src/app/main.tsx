/** Starts the viewer. */
document.documentElement.dataset.started = 'true';
