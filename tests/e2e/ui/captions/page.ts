/** The real interface over a real tour, with a plain or a noisy picture where the scene would draw the place. */
import { LiveView } from '#tour/look/liveView.ts';
import { createTour } from '#tour/store.ts';
import type { TourCommands } from '#tour/tourCommands.ts';
import { mountUi } from '#ui/mount.tsx';
import { exhibition } from '../../../unit/tour/exhibition.ts';

export type Backdrop = 'white' | 'black' | 'noise';

/** What a test steers. */
export interface CaptionsPlay {
  readonly commands: TourCommands;
  paint(backdrop: Backdrop): void;
}

declare global {
  interface Window {
    captionsPage: CaptionsPlay;
  }
}

const canvas = document.querySelector('.stand-in') as HTMLCanvasElement;
const narration = {
  en: 'This hall was cut from the rock. Look at the donors on your right.',
  'zh-Hans': '这座主室是从岩石中凿出的。请看右侧的供养人。',
};
const tour = createTour({
  exhibition: { ...exhibition, tours: [{ id: 'round', label: exhibition.label, steps: [{ at: 'hall', narration }] }] },
  faults: [],
  brokenNodes: new Map(),
  language: 'en',
  isTitleOpen: false,
});

window.captionsPage = {
  commands: tour.commands,
  paint(backdrop) {
    canvas.width = canvas.clientWidth;
    canvas.height = canvas.clientHeight;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const picture = context.createImageData(canvas.width, canvas.height);
    let seed = 7;
    for (let at = 0; at < picture.data.length; at++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      picture.data[at] = at % 4 === 3 || backdrop === 'white' ? 255 : backdrop === 'black' ? 0 : seed >>> 24;
    }
    context.putImageData(picture, 0, 0);
  },
};

await mountUi({
  root: document.querySelector('#app') as HTMLElement,
  tour,
  liveView: new LiveView(tour.store.getState().settledView),
  // Its buttons take their room on the page; nothing here is turned by them.
  pad: {
    turn: () => undefined,
    startAutoTurn: () => undefined,
    canTilt: false,
    isTilting: false,
    startTilting: () => Promise.resolve(false),
    stopTilting: () => undefined,
    onTilting: () => () => undefined,
  },
  reducedMotion: true,
});
