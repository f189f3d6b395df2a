import type { Object3D, PerspectiveCamera, WebGLRenderer } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { MeshSample } from '#streaming/mesh/ports.ts';
import type { PanoramaQuad } from '#scene/panorama/onQuad.ts';
import type { ViewSample } from '#streaming/ports.ts';

export interface LayerFrame {
  readonly renderer: WebGLRenderer;
  /** Where it stands and looks in this frame. */
  readonly camera: PerspectiveCamera;
  /** The same, for each eye; rewritten every frame. */
  readonly sample: ViewSample & MeshSample;
  /** Seconds, on the engine's clock. */
  readonly now: number;
  /** Whether panoramas cover the view in this frame, or there is none to wait for; false while something hides them. */
  readonly isCovered: boolean;
  /** How bright the place is in a direction (unit) against how it was photographed: 1 for the same. */
  readonly brightnessAt: (direction: Vec3) => number;
}

/** What a layer cost; sums of all layers stand in `stats()`. */
export interface LayerStats {
  /** GPU bytes by what they are for. */
  readonly gpuBytes: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly requests: number;
  readonly longestUploadMs: number;
}

/**
 * Something that is drawn beside the panoramas: relics, a hall, the relic room. Loaded when it is first needed and
 * given to `SceneHandle.add`. The frame's order: `aim` of whoever has the camera, panoramas, every layer's `frame`,
 * then three draws.
 */
export interface SceneLayer {
  readonly group: Object3D;
  /** Whether it belongs to the picture, not to the room, and stays where two layers are seen side by side. */
  readonly isOfPicture?: boolean;
  /** Whether it sets the camera in place of the view (never in a headset). One layer at most may. */
  readonly hasCamera: boolean;
  /** Whether panoramas are left out of the picture, as something stands before them everywhere. */
  readonly hidesPanoramas: boolean;
  /** A board on which it shows a part of the panoramas; null or nothing for none. One layer at most has one. */
  readonly quad?: PanoramaQuad | null;
  /** Only called while `hasCamera`. */
  aim(camera: PerspectiveCamera, now: number): void;
  /** Once a frame; says whether another frame is wanted. */
  frame(frame: LayerFrame): boolean;
  /** Whether all that is due is drawn; `whenSharp` waits for it. */
  readonly isSettled: boolean;
  stats(): LayerStats;
  /** The GPU came back and has forgotten everything. */
  restoreContext(): void;
  dispose(): void;
}
