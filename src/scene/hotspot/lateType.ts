/**
 * Typefaces that come later than the words they are for. While their style sheet is on its way, the browser says of a text
 * that all its type is here, since it knows of none; so words in the picture are drawn anew whenever type has come.
 */
export function onLateType(listener: () => void, signal: AbortSignal): void {
  document.fonts.addEventListener('loadingdone', listener, { signal });
}
