import { createAnswerer, type MessageTarget } from './answerMessages.ts';
import type { GrottoApi } from './api.ts';

/**
 * Answers the calls that windows of listed origins post, and those of the visit's own origin, which could reach into the
 * visit anyway; tells the page that holds the frame when it may begin. The function it returns ends that.
 */
export function answerPages(window: Window, api: GrottoApi, allowedOrigins: readonly string[]): () => void {
  const answer = createAnswerer(api, [window.origin, ...allowedOrigins].filter(isNamed));
  const onMessage = ({ origin, source, data }: MessageEvent<unknown>) => {
    // Workers and ports have no origin to check; only windows are heard.
    void answer({ origin, source: isWindow(source) ? source : null, data });
  };
  window.addEventListener('message', onMessage);
  // To whatever page it is: it says no more than that page has seen, and whoever is not listed is not answered.
  if (window.parent !== window) window.parent.postMessage({ grotto: 1, event: 'ready' }, '*');
  return () => window.removeEventListener('message', onMessage);
}

/** All frames that may not know where they are from share the origin `null`: it is nobody's own. */
function isNamed(origin: string): boolean {
  return origin !== 'null';
}

function isWindow(source: MessageEventSource | null): source is Window & MessageTarget {
  return source !== null && 'closed' in source;
}
