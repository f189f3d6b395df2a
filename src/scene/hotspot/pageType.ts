/**
 * Calls back whenever words in the picture have to be drawn anew because the page's type is another one now: typefaces
 * came (while their style sheet is on its way, the browser says of a text that all its type is here, since it knows of
 * none), or the page took on its language or its styles, which choose among them.
 */
export function onPageType(listener: () => void, signal: AbortSignal): void {
  document.fonts.addEventListener('loadingdone', listener, { signal });
  const page = new MutationObserver(listener);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  // A style sheet's type is not known before it is there, and then nothing tells but this.
  const onLoad = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') listener();
  };
  document.head.addEventListener('load', onLoad, { capture: true, signal });
  signal.addEventListener('abort', () => page.disconnect(), { once: true });
}
