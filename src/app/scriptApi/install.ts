import { bringPatiently } from '#shared/bringPatiently.ts';
import { createApi, type ScriptedVisit } from './createApi.ts';

/**
 * Makes `window.grotto`, and where another page holds the visit or has opened it, sends for what answers the same calls
 * over messages. The function it returns takes both away.
 */
export function installScriptApi(window: Window, visit: ScriptedVisit): () => void {
  const api = createApi(visit);
  window.grotto = api;
  let isGone = false;
  let stop = (): void => undefined;
  const answer = async (): Promise<void> => {
    const { answerPages } = await bringPatiently(() => import('./answerPages.ts'));
    const { exhibition } = visit.tour.store.getState();
    if (!isGone) stop = answerPages(window, api, exhibition.embed?.allowedOrigins ?? []);
  };
  if (window.parent !== window || window.opener !== null) void answer();
  return () => {
    isGone = true;
    stop();
    delete window.grotto;
  };
}
