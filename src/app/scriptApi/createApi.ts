import type { SceneHandle } from '#scene/mount.tsx';
import { isSamePanel } from '#tour/selectors/isSamePanel.ts';
import { nodeIds } from '#tour/selectors/findNode.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { View } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { GrottoApi, VisitEvent, VisitEvents, VisitStats } from './api.ts';
import { guideState, steerGuide } from './guideCalls.ts';
import { readView, viewInDegrees } from './degrees.ts';

export interface ScriptedVisit {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Null where the browser cannot draw. */
  readonly scene: Pick<SceneHandle, 'stats' | 'whenSharp'> | null;
  /** Of the session in a headset; null while there is none. */
  readonly headsetStats?: () => VisitStats['headset'] | null;
  /** Of what is heard; null before there is anything that could be. */
  readonly soundStats?: () => VisitStats['sound'] | null;
}

/** A motion is over when the view is this near, radians. */
const THERE = 1e-4;
/** No eased motion takes longer; one that ends elsewhere, at a limit or in the visitor's hands, is not waited for. */
const LONGEST_MOTION_MS = 2_000;
const EVENTS: readonly VisitEvent[] = ['arrive', 'settle', 'panel', 'language', 'guide', 'fault', 'sharp'];

type Listener<E extends VisitEvent> = (detail: VisitEvents[E]) => void;

export function createApi(visit: ScriptedVisit): GrottoApi {
  const { tour, liveView, scene } = visit;
  const { store, commands } = tour;
  return {
    version: 1,
    ready: Promise.resolve(),
    async goTo(nodeId, view) {
      if (typeof nodeId !== 'string') throw new TypeError('goTo: expected the id of a node');
      const wanted = view === undefined ? null : readView('goTo', view);
      commands.goTo(nodeId, wanted ? { view: { ...liveView.current, ...wanted } } : {});
      commands.enter();
    },
    async look(view, options) {
      const isEased = options?.isEased === true;
      commands.look(readView('look', view), { isEased });
      if (isEased) await whenThere(visit, store.getState().lookRequest.view);
    },
    async setLanguage(tag) {
      if (typeof tag !== 'string') throw new TypeError('setLanguage: expected the tag of a language, such as "fr"');
      commands.setLanguage(tag);
    },
    async state() {
      const state = store.getState();
      const { nodeId, panel, language, isTitleOpen, exhibition } = state;
      const view = viewInDegrees(liveView.current);
      return { exhibitionId: exhibition.id, nodeId, view, panel, language, isTitleOpen, nodeIds: nodeIds(state) };
    },
    async guide(call, args) {
      steerGuide(tour, call, args);
      return guideState(store.getState());
    },
    async whenSharp() {
      await need(scene).whenSharp();
    },
    async stats() {
      const headset = visit.headsetStats?.() ?? null;
      const sound = visit.soundStats?.() ?? null;
      return { ...readStats(need(scene)), ...(headset && { headset }), ...(sound && { sound }) };
    },
    on(event, listener) {
      if (!EVENTS.includes(event)) throw new TypeError(`on: no event "${event}"; expected ${EVENTS.join(', ')}`);
      if (typeof listener !== 'function') throw new TypeError('on: expected a function to call back');
      return listen(visit, event, listener);
    },
  };
}

function need(scene: ScriptedVisit['scene']): NonNullable<ScriptedVisit['scene']> {
  if (!scene) throw new Error('this browser cannot draw the picture: it has no WebGL 2');
  return scene;
}

function readStats(scene: NonNullable<ScriptedVisit['scene']>): VisitStats {
  const { framesDrawn, drawCalls, triangles, textureBytes, uploads, longestUploadMs, engine, ...layers } =
    scene.stats();
  return {
    drawCalls,
    triangles,
    textureBytes: { ...textureBytes },
    tilesWanted: engine.tilesWanted,
    tilesLoaded: engine.tilesLoaded,
    tilesShown: engine.tilesShown,
    tilesEvicted: engine.evicted,
    uploads,
    framesDrawn,
    requests: engine.requests + layers.layerRequests,
    bytes: engine.bytes + layers.layerBytes,
    longestUploadMs,
  };
}

/** Fulfilled when the camera has come to the view, or something else has taken it over. */
function whenThere({ tour, liveView }: ScriptedVisit, target: View): Promise<void> {
  const isThere = ({ yaw, pitch, fov }: View) =>
    Math.abs(Math.sin((yaw - target.yaw) / 2)) < THERE &&
    Math.abs(pitch - target.pitch) < THERE &&
    Math.abs(fov - target.fov) < THERE;
  if (isThere(liveView.current)) return Promise.resolve();
  const { serial } = tour.store.getState().lookRequest;
  return new Promise((resolve) => {
    const finish = () => {
      stopLive();
      stopTour();
      clearTimeout(timer);
      resolve();
    };
    const stopLive = liveView.subscribe((view) => {
      if (isThere(view)) finish();
    });
    const stopTour = tour.store.subscribe(({ lookRequest }) => {
      if (lookRequest.serial !== serial) finish();
    });
    const timer = setTimeout(finish, LONGEST_MOTION_MS);
  });
}

function listen<E extends VisitEvent>({ tour, scene }: ScriptedVisit, event: E, listener: Listener<E>): () => void {
  let isListening = true;
  let wait = 0;
  const tell = (detail: VisitEvents[VisitEvent]) => {
    // The switch below gives each event the detail of its own kind, which the type of a generic cannot say.
    if (isListening) (listener as (detail: VisitEvents[VisitEvent]) => void)(detail);
  };
  const waitForSharp = (nodeId: string) => {
    const mine = ++wait;
    void scene?.whenSharp().then(() => mine === wait && tell({ nodeId }));
  };
  const unsubscribe = tour.store.subscribe((state, before) => {
    const hasArrived = state.arrival !== before.arrival;
    const hasSettled = state.settledView !== before.settledView;
    switch (event) {
      case 'arrive':
        if (hasArrived) tell({ nodeId: state.nodeId });
        break;
      case 'settle':
        if (hasSettled) tell({ view: viewInDegrees(state.settledView) });
        break;
      case 'panel':
        if (!isSamePanel(state.panel, before.panel)) tell({ panel: state.panel });
        break;
      case 'language':
        if (state.language !== before.language) tell({ language: state.language });
        break;
      case 'guide':
        if (state.guide !== before.guide) tell({ guide: guideState(state) });
        break;
      case 'fault':
        for (const fault of state.faults.slice(before.faults.length)) tell({ fault });
        break;
      case 'sharp':
        if (hasArrived || hasSettled) waitForSharp(state.nodeId);
        break;
    }
  });
  return () => {
    isListening = false;
    unsubscribe();
  };
}
