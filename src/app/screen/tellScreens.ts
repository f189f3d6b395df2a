/** Tells second screens of this browser what there is to read. */
import { channelName, type ScreenMessage } from '#tour/screen/channel.ts';
import { labelsOf } from '#tour/screen/labelsOf.ts';
import { readMessage } from '#tour/screen/readMessage.ts';
import type { Tour } from '#tour/store.ts';

/** Until the page goes. */
export function tellScreens({ store }: Tour): void {
  const channel = new BroadcastChannel(channelName(document.baseURI));
  const send = (message: ScreenMessage): void => channel.postMessage(message);
  const visit = Math.random().toString(36).slice(2);
  let touched = Date.now();
  let toldTouched = touched;
  /** Whether no other visit was touched since. */
  let isLatest = true;
  let told = '';
  const tell = (): void => {
    const labels = labelsOf(store.getState());
    told = JSON.stringify(labels);
    toldTouched = touched;
    send({ grotto: 1, kind: 'labels', visit, touched, labels });
  };
  const noteTouch = (): void => {
    touched = Date.now();
    if (isLatest) return;
    isLatest = true;
    tell();
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message?.kind === 'ask') tell();
    if (message?.kind !== 'labels') return;
    isLatest = message.touched < touched;
    // A busy window hears of another visit after its own visitor's hand.
    if (isLatest && message.touched > toldTouched) tell();
  });
  let isDue = false;
  store.subscribe(({ headset }) => {
    // The page hears nothing of hands in a headset, but what they have changed.
    if (headset) noteTouch();
    if (isDue) return;
    isDue = true;
    // Several changes at a time are told once.
    queueMicrotask(() => {
      isDue = false;
      if (JSON.stringify(labelsOf(store.getState())) !== told) tell();
    });
  });
  for (const touch of ['pointerdown', 'keydown', 'wheel', 'focus', 'pageshow']) {
    addEventListener(touch, noteTouch, { capture: true, passive: true });
  }
  addEventListener('pagehide', () => send({ grotto: 1, kind: 'end', visit }));
  addEventListener('pageshow', tell);
  tell();
}
