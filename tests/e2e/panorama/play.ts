/** What a test asks of the page that has the picture alone. */
import type { PanoramaAsset } from '#document/schema.ts';
import type { SceneStats } from '#scene/frame/stats.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import type { CompareMode, CompareSettings } from '#tour/compare/state.ts';
import type { TourLight } from '#tour/light/state.ts';
import type { Quad } from '#tour/wallView/quad.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';
import type { NearWall } from '#xr/wall/createNearWall.ts';
import type { EyePictures, HeadPose, HeadsetShape } from './headset.ts';

/** Yaw, pitch and vertical field of view in degrees. */
export interface PlayView {
  readonly yaw: number;
  readonly pitch: number;
  readonly fov: number;
}

/** The least and the greatest value of each channel over a whole picture. */
export interface PictureRange {
  readonly least: number[];
  readonly greatest: number[];
}

export type Light = NonNullable<PanoramaAsset['light']>;

export interface Play {
  /** Opens one node per source, named as the source is, at the first. */
  open(sources: Record<string, PanoramaSource>, view: PlayView): Promise<void>;
  /** Opens one node whose panorama has these layers, at the first. */
  openLayers(sources: Record<string, PanoramaSource>, view: PlayView): Promise<void>;
  /** Opens one node with an area of these corners, degrees, lit, on walls `metres` away; far away without. */
  openArea(
    source: PanoramaSource,
    corners: readonly (readonly [number, number])[],
    view: PlayView,
    metres?: number,
  ): Promise<void>;
  /** Opens nodes that all have these layers, each at the first, of which two are one place by one light each. */
  openLights(
    nodes: readonly string[],
    sources: Record<string, PanoramaSource>,
    pair: Light,
    view: PlayView,
  ): Promise<void>;
  /** Chooses a light; null shows the place as photographed. */
  light(settings: Partial<TourLight> | null): void;
  compare(layerId: string | null, mode?: CompareMode, settings?: Partial<CompareSettings>): void;
  /** Turns the camera and waits until the picture is sharp. */
  look(view: PlayView): Promise<void>;
  /** Turns the camera without waiting. */
  turn(view: PlayView): void;
  goTo(node: string): void;
  /** Seconds of the scene per second. */
  setPace(pace: number): void;
  whenSharp(): Promise<void>;
  stats(): SceneStats;
  /** Colours at points of the sharp picture, in fractions of its width and height from the upper left. */
  colours(points: readonly (readonly [number, number])[]): Promise<number[][]>;
  /**
   * The same as seen by two eyes, side by side in the one picture: each with half its width, a frustum that leans
   * outward by `lean` (tangent), and its own position. First all points of the left eye, then those of the right one.
   */
  stereo(points: readonly (readonly [number, number])[], tangent: number, lean: number): Promise<number[][]>;
  /** Shows a piece of wall on a board in the place, once it is sharp; returns device pixels to a metre of the board. */
  board(wall: Wall, frame: WallFrame, quad: Quad): Promise<number>;
  /** The board of a headset's visitor, not open yet, in place of any other. */
  nearWall(): NearWall;
  /** Opens nodes of which each eye may have a picture of its own, some with their depth, at the first. */
  openEyes(nodes: readonly PlayNode[], view: PlayView): Promise<void>;
  /** Begins a visit in a headset, with the walls at their distance where that is known. */
  wear(shape: HeadsetShape): void;
  /** Moves the head and draws until the picture is sharp and the walls are where they belong. */
  stepTo(pose: HeadPose): Promise<{ frames: number; mostUploads: number }>;
  /** What both eyes see of the latest place. */
  seen(points: readonly (readonly [number, number])[]): EyePictures;
  eyePicture(): string;
  /** Takes the headset off. */
  takeOff(): void;
  /** Faults so far, by their path. */
  faults(): string[];
  /** The least and the greatest value of each channel over the whole sharp picture. */
  range(): Promise<PictureRange>;
  /** The range of every frame drawn from now until the walk has ended. */
  watchWalk(): Promise<PictureRange[]>;
  loseContext(): void;
  restoreContext(): void;
}

export interface PlayNode {
  readonly id: string;
  readonly layers: Record<string, PanoramaSource>;
  readonly rightEyes?: Record<string, PanoramaSource>;
  readonly depth?: PanoramaAsset['depth'];
  readonly pose?: PanoramaAsset['pose'];
  readonly area?: readonly (readonly [number, number])[];
  readonly light?: Light;
}
