import { createAnswerer, type MessageTarget } from './answerMessages.ts';
import { createApi, type ScriptedVisit } from './createApi.ts';

/**
 * Makes `window.grotto`, and answers the same calls posted from windows of the origins that the exhibition lists in
 * `embed.allowedOrigins`. The function it returns takes both away.
 */
export function installScriptApi(window: Window, visit: ScriptedVisit): () => void {
  const api = createApi(visit);
  window.grotto = api;
  const origins = visit.tour.store.getState().exhibition.embed?.allowedOrigins ?? [];
  const answer = createAnswerer(api, origins);
  const onMessage = ({ origin, source, data }: MessageEvent<unknown>) => {
    // Workers and ports have no origin to check; only windows are heard.
    void answer({ origin, source: isWindow(source) ? source : null, data });
  };
  if (origins.length > 0) {
    window.addEventListener('message', onMessage);
    // The browser delivers it only if the embedding page is of that origin.
    if (window.parent !== window) {
      for (const origin of origins) window.parent.postMessage({ grotto: 1, event: 'ready' }, origin);
    }
  }
  return () => {
    window.removeEventListener('message', onMessage);
    delete window.grotto;
  };
}

function isWindow(source: MessageEventSource | null): source is Window & MessageTarget {
  return source !== null && 'closed' in source;
}
