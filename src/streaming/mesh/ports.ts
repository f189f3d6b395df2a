/**
 * What the mesh engine needs from the outside, and what it gives back each frame. Plain data: no DOM, no three.
 * One engine serves a whole visit: relics in their caves, in halls, in the hand. It decides which step of which relic
 * is loaded, shown and given back; a loader fetches and decodes, a stage holds what is decoded on the GPU.
 */
import type { Vec3 } from '#shared/vec.ts';
import type { AbortSignalLike, EyeView } from '../ports.ts';

/** One step of a ladder, as the document declares it. What is measured once it is loaded counts from then on. */
export interface MeshStep {
  /** thumb, low, medium, high, whole: for statistics; the order of the list is what counts. */
  readonly quality: string;
  readonly bytes: number;
  readonly triangles: number;
  readonly draws: number;
  /** Geometry and textures as they lie on the GPU; 0 where nothing is known, then it is estimated. */
  readonly gpuBytes: number;
  /** How far the surface may lie from the relic's own, metres; 0 for the relic itself and where nothing is known. */
  readonly errorMetres: number;
  /** Longest side of its textures, pixels; 0 without any. */
  readonly textureSize: number;
  /** Largest diameter on the screen at which it was measured to look like the relic; absent where nobody measured. */
  readonly sharpToPx?: number | undefined;
}

export interface MeshAsset {
  readonly id: string;
  /** Coarse to fine, at least one. */
  readonly steps: readonly MeshStep[];
  /** Of the sphere around the relic, metres; where it is learned late, it may change before the next `show`. */
  readonly radius: number;
}

/** A relic that stands somewhere. Several may share one asset, and then share what is loaded of it. */
export interface MeshInstance {
  readonly id: string;
  readonly asset: MeshAsset;
  /** Middle of the sphere around it, in the frame of the sample's eyes' position, metres. */
  readonly center: Vec3;
  /** 1 is true size. */
  readonly scale: number;
}

/** A decoded step, held outside the engine; the same object goes to the stage. */
export interface MeshContent {
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
}

/**
 * Fetches and decodes. Rejects with an error in words for a curator, whose `isRetryable` says whether trying again can
 * help; aborting ends request and decoding, a late answer is released all the same.
 */
export interface MeshLoader {
  load(asset: MeshAsset, step: number, signal: AbortSignalLike): Promise<MeshContent>;
}

/** The GPU. `prepare` compiles and uploads off the frame, a little at a time; what it holds is drawable afterwards. */
export interface MeshStage {
  /** Settles soon after `signal` is aborted; until then the content's bytes count as taken. */
  prepare(content: MeshContent, signal: AbortSignalLike): Promise<void>;
  /** Called once for every content that was loaded, whatever became of it; never while `prepare` runs. */
  release(content: MeshContent): void;
}

/**
 * Never exceeded, in any frame, with two exceptions that are chosen: the coarsest step of the held relic is drawn
 * whatever it takes of `triangles` and `draws`, as a slow picture is better than none; and a step of more bytes than
 * may be in flight is loaded alone.
 */
export interface MeshBudget {
  /** Of a frame, all eyes together: what two eyes see is drawn twice. */
  readonly triangles: number;
  readonly draws: number;
  /** What all contents on the GPU may take together. */
  readonly gpuBytes: number;
  /** What may be on the way at once. */
  readonly bytesInFlight: number;
}

/** One eye or the page: where it stands and looks. */
export interface MeshSample {
  readonly eyes: readonly MeshEye[];
  /** Seconds, from the engine's clock. */
  readonly now: number;
}

export interface MeshEye extends EyeView {
  /** In the frame in which instances stand, metres. */
  readonly position: Vec3;
}

/** What stands in for an instance this frame. During a swap there are two draws of one instance. */
export interface MeshDraw {
  instance: MeshInstance;
  content: MeshContent;
  step: number;
  /** 0 to 1: share of the pixels that are this step's; the other step of a swap has the complementary share. */
  share: number;
  /** Which of the two of a swap this is: their pixels are complementary. */
  isLeaving: boolean;
}

/**
 * An instance that stands there as a card, a flat picture turned to the visitor: while nothing of it is here, or as the
 * budget has no room for it as a mesh. All cards of a frame are one draw call an eye.
 */
export interface MeshCard {
  instance: MeshInstance;
  /** As of a draw. */
  share: number;
  isLeaving: boolean;
  /** Nothing can be had of it: a plain solid stands in. All of those are one more draw call an eye. */
  isPlaceholder: boolean;
}

/** Its arrays are reused: read them before the next frame, up to their counts. */
export interface MeshReport {
  readonly draws: readonly MeshDraw[];
  readonly drawCount: number;
  readonly cards: readonly MeshCard[];
  readonly cardCount: number;
  /** Of draws and cards together, all eyes together. */
  readonly triangles: number;
  readonly drawCalls: number;
  /** Visible instances that are cards though they want to be meshes, as the budget has no room for them. */
  readonly sparedCount: number;
  /** Visible instances for which the budget has not even room as cards: nothing is there, of the smallest first. */
  readonly leftOutCount: number;
  /** True when every visible instance shows the finest step that it wants and the budget allows, and no swap runs. */
  readonly isSettled: boolean;
  readonly needsFrame: boolean;
}

/** A step that could not be had, said once; the next coarser one stands in, or a placeholder where there is none. */
export interface MeshFault {
  readonly asset: MeshAsset;
  readonly step: number;
  readonly message: string;
}
