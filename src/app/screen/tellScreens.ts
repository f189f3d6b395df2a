/** Tells second screens of this browser what there is to read. */
import { channelName, type ScreenMessage } from '#tour/screen/channel.ts';
import { labelsOf } from '#tour/screen/labelsOf.ts';
import type { Tour } from '#tour/store.ts';

/** Until the page goes. */
export function tellScreens({ store }: Tour): void {
  const channel = new BroadcastChannel(channelName(document.baseURI));
  const send = (message: ScreenMessage): void => channel.postMessage(message);
  let told = '';
  const tell = (): void => {
    const labels = labelsOf(store.getState());
    told = JSON.stringify(labels);
    send({ kind: 'labels', labels });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<ScreenMessage>) => {
    if (data.kind === 'ask') tell();
  });
  let isDue = false;
  store.subscribe(() => {
    if (isDue) return;
    isDue = true;
    // Several changes at a time are told once.
    queueMicrotask(() => {
      isDue = false;
      if (JSON.stringify(labelsOf(store.getState())) !== told) tell();
    });
  });
  addEventListener('pagehide', () => send({ kind: 'end' }));
  addEventListener('pageshow', tell);
  tell();
}
