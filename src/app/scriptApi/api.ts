/**
 * `window.grotto`: steering and measuring a visit from a script. Angles are degrees: yaw 0 looks along the node's
 * centre and grows to the right, pitch grows upward, `fov` is the vertical field of view (1 to 120).
 *
 *     await grotto.ready;
 *     await grotto.goTo('hall', { yaw: 30, pitch: 0, fov: 60 });
 *     await grotto.whenSharp();
 *     console.log(await grotto.stats());
 *
 * The same over messages, for a page that holds the visit in a frame: `#embed/protocol.ts`.
 */
import type { Fault } from '#document/fault.ts';
import type { GuidePause, GuidePhase } from '#tour/guide/state.ts';
import type { PlaceState, ViewInDegrees } from '#embed/protocol.ts';
import type { Panel } from '#tour/state.ts';

export interface VisitState extends PlaceState {
  readonly panel: Panel | null;
}

/** A guided tour that is under way. */
export interface GuideState {
  readonly tourId: string;
  /** The number of the step in the document, from 1. */
  readonly step: number;
  readonly phase: GuidePhase;
  /** Why it is paused; null while it is not. */
  readonly pause: GuidePause | null;
  /** 0.75, 1, 1.25 or 1.5. */
  readonly rate: number;
  /** What is said at this moment, as its caption has it; null while nothing is. */
  readonly caption: string | null;
  /** How many ways on the visitor is asked to choose from. */
  readonly choices: number;
}

/** What `guide` does. */
export const GUIDE_CALLS = ['state', 'start', 'pause', 'resume', 'next', 'back', 'choose', 'rate', 'leave'] as const;
export type GuideCall = (typeof GUIDE_CALLS)[number];

/** `start` needs `tour`, and takes `step` (from 1); `choose` needs `choice` (from 1); `rate` needs `rate`. */
export interface GuideArguments {
  readonly tour?: string;
  readonly step?: number;
  readonly choice?: number;
  readonly rate?: number;
}

/** What drawing costs. Sums run from the start of the visit; the others are of the latest frame. */
export interface VisitStats {
  readonly drawCalls: number;
  readonly triangles: number;
  /** GPU bytes reserved, by what they are for. */
  readonly textureBytes: Readonly<Record<string, number>>;
  readonly tilesWanted: number;
  readonly tilesLoaded: number;
  readonly tilesShown: number;
  /** Sum. */
  readonly tilesEvicted: number;
  /** Sums. */
  readonly uploads: number;
  readonly framesDrawn: number;
  readonly requests: number;
  readonly bytes: number;
  /** Of the whole visit, milliseconds. */
  readonly longestUploadMs: number;
  /** While the visit is in a headset; `drawCalls` and `triangles` are then of both eyes. */
  readonly headset?: HeadsetStats;
  /** Where the exhibition has sounds or tours. */
  readonly sound?: SoundStats;
}

export interface SoundStats {
  /** `none` before the visitor asks for sound, `suspended` while it is off or the page is hidden. */
  readonly context: AudioContextState | 'none';
  /** Sources that run. */
  readonly voices: number;
  /** Of samples in memory. */
  readonly bytes: number;
}

/** A session: how its latest 1,024 frames came, and what was given up for them. */
export interface HeadsetStats {
  /** Milliseconds; `frames` since the session began. */
  readonly frameMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly frames: number };
  /** 0 to 1, how much coarser the edges of the view are. */
  readonly foveation: number;
  /** Frames a second at most. */
  readonly rate: number;
  /** Pixels of an eye that the pictures are chosen for, as a share of those it has, each way. */
  readonly density: number;
  /** GPU bytes of panels, hands' signs and the depth of walls. */
  readonly gpuBytes: number;
}

/** What can be listened to, and what the listener is given. */
export interface VisitEvents {
  /** The visitor came to a node. */
  readonly arrive: { readonly nodeId: string };
  /** The view came to rest. */
  readonly settle: { readonly view: ViewInDegrees };
  /** A panel opened, or the open one closed (null). */
  readonly panel: { readonly panel: Panel | null };
  readonly language: { readonly language: string };
  /** A guided tour began, went on to another step or phase, or was left (null). */
  readonly guide: { readonly guide: GuideState | null };
  /** Something in the document or its files is wrong. */
  readonly fault: { readonly fault: Fault };
  /** After an arrival or a rest: every visible tile of the due level is drawn. */
  readonly sharp: { readonly nodeId: string };
}
export type VisitEvent = keyof VisitEvents;

export interface GrottoApi {
  readonly version: 1;
  /** Fulfilled once the visit can be steered. */
  readonly ready: Promise<void>;
  /**
   * Goes to a node and closes the title card. Without a view the heading is kept. Fulfilled when the visitor stands
   * there; the picture may still be sharpening. Rejected where there is no such node, with the nearest id.
   */
  goTo(nodeId: string, view?: Partial<ViewInDegrees>): Promise<void>;
  /** Looks there; what is left out stays. At once, or with `isEased` in a motion, fulfilled at its end. */
  look(view: Partial<ViewInDegrees>, options?: { readonly isEased?: boolean }): Promise<void>;
  /** The exhibition's own language nearest to a BCP 47 tag. Rejected where it speaks none such, with those it does. */
  setLanguage(tag: string): Promise<void>;
  state(): Promise<VisitState>;
  /** Starts, steers and asks for the guided tour; answers what it is at then, null where none is under way. */
  guide(call: GuideCall, args?: GuideArguments): Promise<GuideState | null>;
  /** Fulfilled when every visible tile of the due level is drawn. Rejected where the browser cannot draw. */
  whenSharp(): Promise<void>;
  /** Rejected where the browser cannot draw. */
  stats(): Promise<VisitStats>;
  /** Calls back at every such event until the function it returns is called. */
  on<E extends VisitEvent>(event: E, listener: (detail: VisitEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    grotto?: GrottoApi;
  }
}
