/** The real interface over a real tour, with a still image where the scene would draw the relic. */
import { fetchExhibition } from '#app/fetchExhibition.ts';
import { readAddress } from '#tour/address.ts';
import { LiveView } from '#tour/look/liveView.ts';
import type { RelicFacts, RelicVisit } from '#tour/relic/state.ts';
import { createTour } from '#tour/store.ts';
import type { TourCommands } from '#tour/tourCommands.ts';
import { mountUi } from '#ui/mount.tsx';
import type { ArStage, ArState, Insets } from '#ui/ports.ts';

/** What a test steers and reads. */
export interface Play {
  relic(): RelicVisit | null;
  readonly commands: TourCommands;
  /** As the scene would say it, once the first step of the relic is here. */
  arrive(facts?: Partial<RelicFacts>): void;
  readonly insets: readonly Insets[];
  /** What AR says while it runs. */
  arIs(state: ArState): void;
  makeWhite(): void;
}

declare global {
  interface Window {
    relicPage: Play;
  }
}

const query = new URLSearchParams(location.search);
const root = document.querySelector('#app') as HTMLElement;
const standIn = document.querySelector('.stand-in') as HTMLElement;
const image = standIn.querySelector('img') as HTMLImageElement;
const insets: Insets[] = [];
let ar: ArStage | null = null;

const opened = await fetchExhibition(new URL('exhibition.json', location.href).href);
const { exhibition, faults, brokenNodes, url } = opened;
if (!exhibition) throw new Error(`the fixture cannot be opened: ${JSON.stringify(faults)}`);
const { address } = readAddress(location.hash, { exhibition, brokenNodes });
const tour = createTour({
  exhibition,
  faults,
  brokenNodes,
  language: address.language ?? exhibition.defaultLanguage,
  isTitleOpen: false,
});
const facts: RelicFacts = {
  min: [-0.121, 0, -0.121],
  max: [0.121, 0.412, 0.121],
  variants: ['celadon', 'white'],
  clips: ['Turning', ''],
  quality: 'medium',
  isRefining: true,
};

window.relicPage = {
  relic: () => tour.store.getState().relic,
  commands: tour.commands,
  arrive: (own = {}) => {
    tour.commands.relic.noteFacts({ ...facts, ...own });
    image.hidden = false;
    image.src = 'vase.webp';
  },
  insets,
  arIs: (state) => ar?.onState(state),
  makeWhite: () => standIn.classList.add('is-white'),
};

await mountUi({
  root,
  tour,
  liveView: new LiveView(tour.store.getState().settledView),
  baseUrl: url,
  hasPicture: !query.has('no-picture'),
  reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  onInsets: (own) => {
    insets.push(own);
    image.style.left = `${own.left}px`;
    image.style.top = `${own.top}px`;
    image.style.width = `${innerWidth - own.left - own.right}px`;
    image.style.height = `${innerHeight - own.top - own.bottom}px`;
  },
  relicTools: {
    exportStl: async () => ({
      blob: new Blob(['solid vase'], { type: 'model/stl' }),
      sizeMm: [242, 242, 412],
      isClosed: !query.has('open'),
    }),
    arWays: async () => (query.has('ar') ? ['webxr', 'scene-viewer'] : []),
    startAr: async (stage) => {
      ar = stage;
      stage.onState('seeking');
      return { replace: () => stage.onState('seeking'), end: async () => stage.onEnd() };
    },
    sceneViewerUrl: async (name) => `intent://scene.example/?title=${encodeURIComponent(name)}`,
    pick: async (x, y) =>
      x > 0 && y > 0 ? [0, 0.1 * (1 + (tour.store.getState().relic?.measurements.length ?? 0)), 0] : null,
  },
});
