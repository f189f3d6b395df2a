import type { Desk } from '#offline/createDesk.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { FindDesk } from '#tour/find/desk.ts';
import type { Favourites } from '#tour/find/favourites.ts';
import type { LiveFlat } from '#tour/flat/liveFlat.ts';
import type { Mark } from '#tour/marks.ts';
import type { LookPad } from '#tour/look/pad.ts';
import type { Tour } from '#tour/store.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { TurnWish } from '#tour/look/turnMix.ts';
import type { LiveScale } from '#tour/wallView/liveScale.ts';
import type { WallFrame } from '#tour/wallView/state.ts';

/** Shows in the picture which mark the page speaks of. */
export interface MarkFocus {
  set(mark: Mark | null): void;
}

/** What covers the picture from its edges, CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How a device can place a relic in one's own room. */
export type ArWay = 'webxr' | 'quick-look' | 'scene-viewer';

/** Looking for something to stand on, having found it, standing. */
export type ArState = 'seeking' | 'found' | 'placed';

export interface ArStage {
  /** Shown over the camera's picture; all that the visitor sees of the page meanwhile. */
  readonly overlayRoot: HTMLElement;
  onState(state: ArState): void;
  /** However it ended. */
  onEnd(): void;
}

export interface ArSession {
  /** The visitor wants to set it elsewhere. */
  replace(): void;
  end(): Promise<void>;
}

/** A file for a printer. */
export interface PrintFile {
  readonly blob: Blob;
  /** Width, depth and height as it would be printed, millimetres. */
  readonly sizeMm: readonly [number, number, number];
  /** Whether its surface has an inside; a printer's program has to mend it otherwise. */
  readonly isClosed: boolean;
}

/** Leads out of the page when the visitor follows it. */
export interface ArLink {
  readonly element: HTMLAnchorElement;
  dispose(): void;
}

/** What the page around a relic needs of the picture; what is missing is not offered. All are about the open relic. */
export interface RelicTools {
  /** Files for a printer, of what is shown; offered where the rights allow changed copies. Rejected where they fail. */
  exportStl?(): Promise<PrintFile>;
  export3mf?(): Promise<PrintFile>;
  /** The ways this device knows, best first. */
  arWays?(): Promise<readonly ArWay[]>;
  /** WebXR; called within the visitor's own press. Rejected where the device refuses. */
  startAr?(stage: ArStage): Promise<ArSession>;
  /** Quick Look: makes the file and a link around its picture. @param name Of the relic, in the visitor's language. */
  makeQuickLook?(name: string): Promise<ArLink>;
  /** Scene Viewer: where a link has to lead. */
  sceneViewerUrl?(name: string): Promise<string>;
  /** The page speaks of a detail, which the picture then marks; null when it no longer does. */
  nameAnnotation?(annotationId: string | null): void;
  /** The point of the surface seen at a place of the window (CSS pixels), the model's metres; null beside the relic. */
  pick?(xPx: number, yPx: number): Promise<Vec3 | null>;
}

/** What the page around a wall that is brought closer needs of the picture. */
export interface WallTools {
  readonly scale: LiveScale;
  /** Moves over the wall and comes nearer, −1 to 1 each, until called again. */
  move(wish: TurnWish): void;
  /** The sharp picture without the page around it, and how many of its pixels are a CSS pixel. */
  capture(): Promise<{ readonly picture: HTMLCanvasElement; readonly pixelRatio: number }>;
}

/** What the page around a flat picture needs of it. */
export interface FlatTools {
  readonly live: LiveFlat;
  go(frame: WallFrame, options: { readonly isEased: boolean }): void;
  /** Whether a scroll unrolls by itself. */
  setAuto(isOn: boolean): void;
  /** Moves over the picture and comes nearer, −1 to 1 each, until called again. */
  move(wish: TurnWish): void;
}

/** The way into a headset. */
export interface HeadsetDoor {
  /** Tells whether the device can show one, now and whenever that changes, until the function it answers is called. */
  watch(listener: (isOffered: boolean) => void): () => void;
  /** Called within the visitor's own press. Rejected where the browser or the device refuses. */
  enter(): Promise<void>;
  leave(): Promise<void>;
}

/** Where one asks for things, and the visitor's own list of them. */
export interface FindTools {
  readonly desk: FindDesk;
  readonly favourites: Favourites;
}

/** A screen in a museum. */
export interface KioskPlace {
  /** Where the same exhibition is on the web, for visitors' phones; null where it is not. */
  readonly publicUrl: string | null;
}

/** An exhibition that was made of a document in another format while it was opened. */
export interface Brought {
  /** Such as `iiif-3`. */
  readonly format: string;
  /** What it says that an exhibition cannot: where in it, and why, in English. */
  readonly losses: readonly { readonly path: string; readonly reason: string }[];
  /** Further ones, beyond the limit of the list. */
  readonly lossesLeftOut: number;
}

export interface UiOptions {
  /** Where the interface is put. It covers the window and lets pointers through to what lies beneath. */
  readonly root: HTMLElement;
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Without it there are no buttons for looking around. */
  readonly pad?: LookPad;
  readonly focus?: MarkFocus;
  /** Keeps the visit on the device; rejected where the browser keeps nothing. Without it that is not offered. */
  readonly offline?: () => Promise<Desk>;
  /** Whether the visitor asked for less motion. */
  readonly reducedMotion: boolean;
  /** The address of `exhibition.json`, against which its files are found; the page's own by default. */
  readonly baseUrl?: string;
  /** Whether the picture can be drawn; without WebGL 2 the interface says so and shows flat pictures. True by default. */
  readonly hasPicture?: boolean;
  readonly relicTools?: RelicTools;
  /** Presses what is in the middle of the picture, as a tap there would; for the tape at the walls. */
  readonly pressMiddle?: () => void;
  readonly walls?: WallTools;
  /** Sends for what shows flat pictures. */
  readonly flat?: () => Promise<FlatTools>;
  readonly headset?: HeadsetDoor;
  /** Without them nothing is looked for, and there are no favourites. */
  readonly find?: FindTools;
  /** On a screen that many touch one after the other, nothing leads out of the page and nothing is saved. */
  readonly kiosk?: KioskPlace;
  /** Where the exhibition was made of something else: what that was, and what it lost. */
  readonly brought?: Brought;
  /** Told what panels cover while a relic is open, so that it can be framed beside them. */
  readonly onInsets?: (insets: Insets) => void;
  /** What drawing costs, for the overlay of `?debug`; without it there is no overlay. */
  readonly stats?: () => object;
}
