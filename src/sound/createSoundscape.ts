/**
 * Everything that sounds in a visit. There is no audio context before the visitor has asked for sound, which is a press of
 * theirs; while the page or the headset's session is hidden it stands still, and once sound is off nothing runs.
 */
import type { AudioAsset } from '#document/schema.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Stand, TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { createEnsemble, type Ensemble } from './ensemble.ts';
import { createGraph, type SoundGraph } from './graph.ts';
import { createLibrary, type SoundLibrary } from './library.ts';
import { gainOfStep } from './loudness.ts';
import { createSoundCaptions } from './soundCaptions.ts';

export interface SoundStats {
  /** `none` before the visitor asks for sound. */
  readonly context: AudioContextState | 'none';
  /** Sources that run. */
  readonly voices: number;
  /** Of samples in memory. */
  readonly bytes: number;
}

export interface Soundscape {
  /** Where narration goes in; null while there is no sound. */
  voiceInput(): { readonly context: AudioContext; readonly input: AudioNode } | null;
  stats(): SoundStats;
  dispose(): void;
}

export interface SoundscapeOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Where in a hall one stands at this moment. */
  readonly stand: () => Stand | null;
  readonly resolve: (uri: string) => string | null;
  readonly createContext: () => AudioContext;
  /** Whether the browser has the shape of ears for contexts of this rate, Hz. */
  readonly hearsAround: (sampleRate: number) => Promise<boolean>;
  readonly canPlayType: (type: string) => string;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly later: (act: () => void, ms: number) => () => void;
  /** Tells whether the page is hidden, now and whenever that changes. */
  readonly watchHidden: (listener: (isHidden: boolean) => void) => () => void;
  /** Tells of every press of the visitor's: a browser may want one before anything sounds. */
  readonly watchPresses: (listener: () => void) => () => void;
  readonly seed: number;
  readonly budgetBytes: number;
}

interface Stage {
  readonly context: AudioContext;
  readonly graph: SoundGraph;
  readonly library: SoundLibrary;
  readonly ensemble: Ensemble;
}

const LEVELS = ['master', 'voice', 'ambience', 'isMono'] as const;
/** Seconds in which sound comes and goes when it is turned on or off, and when the page is hidden. */
const SWITCH = 0.3;
const HIDE = 0.08;
/** How often it is looked where in a hall the visitor has walked to, milliseconds. */
const WALK_MS = 150;

export function createSoundscape(options: SoundscapeOptions): Soundscape {
  const { tour, liveView, later } = options;
  const { store } = tour;
  const told = new Set<string>();
  let stage: Stage | null = null;
  let isPageHidden = false;
  let isPlaying = false;
  let cancelRest = (): void => undefined;
  let cancelWalk: (() => void) | null = null;
  let lastStand: Stand | null = null;

  const onFault = (asset: AudioAsset, error: unknown): void => {
    if (told.has(asset.id)) return;
    told.add(asset.id);
    tour.commands.report([
      {
        severity: 'warning',
        path: asset.id,
        code: 'missing-sound',
        message: `cannot be played: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'run “grotto check” on the exhibition; the visit goes on without this sound',
      },
    ]);
  };
  const build = (): Stage => {
    const context = options.createContext();
    const graph = createGraph(context);
    void options.hearsAround(context.sampleRate).then((doesHear) => {
      if (!doesHear) graph.panByLoudness();
    });
    const { resolve, canPlayType, budgetBytes, fetch } = options;
    const library = createLibrary({ context, resolve, canPlayType, budgetBytes, fetch });
    const ensemble = createEnsemble({
      tour,
      graph,
      library,
      captions: createSoundCaptions(tour, later),
      stand: options.stand,
      clock: () => context.currentTime,
      later,
      seed: options.seed,
      onFault,
    });
    return { context, graph, library, ensemble };
  };
  const setLevels = ({ sound }: TourState): void => {
    const { master, voice, ambience, isMono } = sound;
    const levels = { master: gainOfStep(master), voice: gainOfStep(voice), ambience: gainOfStep(ambience), isMono };
    stage?.graph.setLevels(levels);
  };
  const lookWhereOneStands = (): void => {
    cancelWalk = null;
    const here = options.stand();
    if (!isPlaying || (here?.x === lastStand?.x && here?.z === lastStand?.z)) return;
    lastStand = here;
    stage?.ensemble.update();
  };
  const begin = (state: TourState): void => {
    cancelRest();
    stage ??= build();
    const { context, graph, ensemble } = stage;
    isPlaying = true;
    void context.resume().catch(() => undefined);
    setLevels(state);
    graph.duck(isTold(state));
    graph.open(true, SWITCH);
    ensemble.turn(liveView.current.yaw, liveView.current.pitch);
    ensemble.update();
  };
  /** A page that is hidden goes on where it was; what is turned off begins anew. */
  const rest = (isHidden: boolean): void => {
    if (!stage) return;
    isPlaying = false;
    const { context, graph, ensemble } = stage;
    const seconds = isHidden ? HIDE : SWITCH;
    graph.open(false, seconds);
    if (!isHidden) ensemble.stop(seconds);
    cancelRest();
    // A moment more than the fade, so that what leaves has ended before the clock stands still.
    cancelRest = later(() => void context.suspend().catch(() => undefined), 1_000 * seconds + (isHidden ? 40 : 400));
  };
  const sync = (state: TourState, before: TourState | null): void => {
    const isHidden = isPageHidden || state.headset?.isVisible === false;
    const isWanted = state.sound.isOn === true && !isHidden;
    if (isWanted && !isPlaying) begin(state);
    else if (!isWanted && isPlaying) rest(isHidden && state.sound.isOn === true);
    if (!stage || !isPlaying || !before) return;
    const { ensemble, graph } = stage;
    const { sound } = state;
    const isElsewhere = state.nodeId !== before.nodeId || state.exhibition !== before.exhibition;
    const isMixedAnew = sound.isMono !== before.sound.isMono || sound.hasConcert !== before.sound.hasConcert;
    if (isElsewhere || isMixedAnew || state.stand !== before.stand) ensemble.update();
    if (LEVELS.some((key) => sound[key] !== before.sound[key])) setLevels(state);
    if (isTold(state) !== isTold(before)) graph.duck(isTold(state));
    if (sound.ring && sound.ring.serial !== before.sound.ring?.serial) ensemble.ring(sound.ring);
  };
  const stopTour = store.subscribe((state, before) => sync(state, before));
  const stopView = liveView.subscribe(({ yaw, pitch }) => {
    if (!isPlaying) return;
    stage?.ensemble.turn(yaw, pitch);
    if (store.getState().stand) cancelWalk ??= later(lookWhereOneStands, WALK_MS);
  });
  const stopWatching = options.watchHidden((isHidden) => {
    isPageHidden = isHidden;
    sync(store.getState(), null);
  });
  const stopPresses = options.watchPresses(() => {
    if (isPlaying && stage && stage.context.state !== 'running') void stage.context.resume().catch(() => undefined);
  });

  return {
    voiceInput: () => (stage && isPlaying ? { context: stage.context, input: stage.graph.voice } : null),
    stats: () => ({
      context: stage?.context.state ?? 'none',
      voices: stage?.ensemble.voices ?? 0,
      bytes: stage?.library.bytes ?? 0,
    }),
    dispose() {
      stopTour();
      stopView();
      stopWatching();
      stopPresses();
      cancelRest();
      cancelWalk?.();
      stage?.ensemble.stop(0);
      stage?.graph.dispose();
      stage?.library.clear();
      void stage?.context.close().catch(() => undefined);
      stage = null;
    },
  };
}

/** Whether somebody speaks, so that the place has to be softer. */
function isTold({ sound }: TourState): boolean {
  return sound.teller === 'recorded' || sound.teller === 'device';
}
