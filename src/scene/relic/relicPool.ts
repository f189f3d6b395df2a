/**
 * All relics of a visit share one pool: one loader, one mesh engine, one stage, one budget. Whoever shows relics (a
 * cave, a hall, the relic room) says what stands where; which step of it is drawn is the engine's business.
 */
import type { Matrix4, Object3D } from 'three';
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { RelicContent } from './relicContent.ts';

export interface PlacedRelic {
  /** Unique among what is shown. */
  readonly instanceId: string;
  readonly assetId: string;
  /** Of which of its states; `''` is the model itself. */
  readonly stateId: string;
  /** The model's frame → the scene's world: rotation, position, uniform scale. */
  readonly matrix: Matrix4;
  /** Nothing, not even its poster, takes its place until its first step is here. */
  readonly isBare?: boolean;
}

/** What stands in for a relic at this moment. */
export interface RelicObject {
  readonly instanceId: string;
  /** Placed by the pool. Its meshes' materials may be exchanged by whoever shows it (see `fade`), not changed. */
  readonly root: Object3D;
  readonly content: RelicContent;
  /** thumb, low, medium, high, whole. */
  readonly quality: string;
  /**
   * For materials given in exchange: `patchFade(material, fade)` of the stage makes them take part in the cross-fade.
   */
  readonly fade: FadeUniforms;
}

export interface FadeUniforms {
  /** 0 to 1: share of the pixels that are drawn; 1 at rest. */
  readonly share: { value: number };
  /** 1 where this is the step that leaves: it keeps the pixels that the other one has not taken. */
  readonly isLeaving: { value: number };
}

export interface RelicPool extends SceneLayer {
  /** What stands in the world from now on; what stood there before and does not any more is let go of. */
  show(relics: readonly PlacedRelic[]): void;
  /** Moves what is shown already, as often as every frame. Does nothing for what is not. */
  move(instanceId: string, matrix: Matrix4): void;
  /** The relic in the visitor's hands gets the finest step there is. */
  hold(instanceId: string | null): void;
  /** One object, two during a swap, none before the first step has come. */
  objectsOf(instanceId: string): readonly RelicObject[];
  /** Called whenever `objectsOf` of a relic would answer otherwise; inside a frame. */
  onChange(listener: (instanceId: string) => void): () => void;
  /** Why nothing of it can be shown, in words for a curator; null while there is hope. */
  faultOf(instanceId: string): string | null;
}

/** What those who show relics need of the pool. */
export type RelicFace = Omit<RelicPool, keyof SceneLayer>;
