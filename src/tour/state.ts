/** What the tour store holds. Commands in `tour/commands` are its only writers; views read it through selectors. */
import type { Exhibition } from '#document/schema.ts';
import type { Fault } from '#document/fault.ts';
import type { AccessSettings } from './access/state.ts';
import type { GuideVisit } from './guide/state.ts';
import type { Caption, CaptionSettings } from './captions/state.ts';
import type { Comparison } from './compare/state.ts';
import type { ComfortSettings, HeadsetVisit } from './headset/state.ts';
import type { TourLight } from './light/state.ts';
import type { WallTape } from './measure/state.ts';
import type { RelicVisit } from './relic/state.ts';
import type { SoundVisit } from './sound/state.ts';
import type { WallFrame, WallView } from './wallView/state.ts';

/** A way of looking, in radians: yaw and pitch as in `shared/angle.ts`, `fov` the vertical field of view. */
export interface View {
  readonly yaw: number;
  readonly pitch: number;
  readonly fov: number;
}

export type Panel =
  | { readonly kind: 'hotspot'; readonly hotspotId: string }
  | { readonly kind: 'places' }
  | { readonly kind: 'layers' }
  | { readonly kind: 'measure' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'sound' }
  | { readonly kind: 'about' }
  | { readonly kind: 'access' }
  | { readonly kind: 'transcript' };

/** A wish that the camera take a view; the scene carries it out once per `serial`. */
export interface LookRequest {
  readonly serial: number;
  readonly view: View;
  /** Whether to ease towards the view or to be there at once. */
  readonly isEased: boolean;
  /** Whether it is the slow and even motion of a guided tour; see `look/guidedPace.ts`. */
  readonly isGuided?: boolean;
}

export interface TourState {
  /** What is shown: the whole, or what is left of it without conjecture. */
  readonly exhibition: Exhibition;
  readonly wholeExhibition: Exhibition;
  /** Whether all conjecture is hidden, everywhere. */
  readonly isOnlyFound: boolean;
  /** What was wrong with the document, its files or the address; the visit goes on around it. */
  readonly faults: readonly Fault[];
  /** Nodes that cannot be shown, with the reasons; going there shows a card that says so. */
  readonly brokenNodes: ReadonlyMap<string, readonly Fault[]>;
  readonly nodeId: string;
  /** Grows by one with every change of node. */
  readonly arrival: number;
  readonly lookRequest: LookRequest;
  /** The view where the camera last came to rest; written by the scene when motion ends, never per frame. */
  readonly settledView: View;
  readonly language: string;
  readonly panel: Panel | null;
  /** The guided tour that is under way; null while there is none. */
  readonly guide: GuideVisit | null;
  readonly isTitleOpen: boolean;
  /** The relic in the visitor's hands; null while there is none. */
  readonly relic: RelicVisit | null;
  /** The other layer that is seen together with the place's own; null where one alone is. */
  readonly comparison: Comparison | null;
  /** The light that places which can be mixed of two are shown in; null for how they were photographed. */
  readonly light: TourLight | null;
  /** The tape in the visitor's hand; null while it is put away. */
  readonly tape: WallTape | null;
  /** The wall that is brought closer; null in an ordinary view. */
  readonly wallView: WallView | null;
  /** The visit in a headset; null while there is no session. */
  readonly headset: HeadsetVisit | null;
  /** Grows by one when the visit is handed to the next visitor. */
  readonly visitor: number;
  /** How one moves in a headset. */
  readonly comfort: ComfortSettings;
  /** What is said or heard at this moment, the latest last. */
  readonly captions: readonly Caption[];
  readonly captionSettings: CaptionSettings;
  /** How the page is used by a single switch. */
  readonly access: AccessSettings;
  /** What is heard, and how the visitor wants to hear it. */
  readonly sound: SoundVisit;
  /** Where in a gallery the visitor came to rest, metres from the middle of its floor; null elsewhere. */
  readonly stand: Stand | null;
  /** Which part of a flat picture is seen; null elsewhere, and until that is known. */
  readonly flat: WallFrame | null;
  /** Whom tilesets that are seen at this moment name as their makers, by the asset's id. */
  readonly attributions: ReadonlyMap<string, readonly string[]>;
}

export interface Stand {
  readonly x: number;
  readonly z: number;
}
