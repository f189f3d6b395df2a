/** Which relics stand in a place itself, where, and how large they are: in the frame of its eyes. */
import { Matrix4, Quaternion, Vector3 } from 'three';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import type { Liftable } from '#scene/relic/lift/lifting.ts';
import { directionOf, normalize, type Vec3 } from '#shared/vec.ts';
import type { Block } from '#tour/gallery/plan.ts';
import { type Bounds, boundsOf } from '#tour/gallery/pieces.ts';
import { rayToBlock } from '#tour/gallery/pointAt.ts';
import { standingOf } from '#tour/relic/standing.ts';

export interface StandingRelic {
  readonly hotspotId: string;
  readonly assetId: string;
  readonly matrix: Matrix4;
  /** The model's own box, in its own frame. */
  readonly bounds: Bounds;
  /** The box around it, upright and turned with it. */
  readonly block: Block;
}

/** However small a relic is, one means it within this of its middle, metres. */
const LEAST_SIDE = 0.16;

export function listStandingRelics(exhibition: Exhibition, node: ExhibitionNode | undefined): StandingRelic[] {
  return (node?.hotspots ?? []).flatMap((hotspot) => {
    const standing = node && standingOf(node, hotspot);
    if (hotspot.kind !== 'relic' || !standing) return [];
    const { position, turn, scale } = standing;
    const matrix = new Matrix4().compose(
      new Vector3(...position),
      new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), turn),
      new Vector3(scale, scale, scale),
    );
    const bounds = boundsOf(exhibition.assets.find(({ id }) => id === hotspot.model));
    const { min, max } = bounds;
    const middle = new Vector3((min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2).applyMatrix4(matrix);
    const block: Block = {
      x: middle.x,
      z: middle.z,
      width: (max[0] - min[0]) * scale,
      depth: (max[2] - min[2]) * scale,
      bottom: middle.y,
      top: middle.y + (max[1] - min[1]) * scale,
      turn,
    };
    return [{ hotspotId: hotspot.id, assetId: hotspot.model, matrix, bounds, block }];
  });
}

/** A poster brings its own ground along, a hole in the picture of a cave; its mark stands for it meanwhile. */
export function toLiftable({ hotspotId, assetId, matrix, bounds }: StandingRelic): Liftable {
  return { hotspotId, placed: { instanceId: hotspotId, assetId, stateId: '', matrix, isBare: true }, bounds };
}

/** The nearest relic in a direction, and how far away; null for none. */
export function relicAt(
  relics: readonly StandingRelic[],
  yaw: number,
  pitch: number,
): { readonly relic: StandingRelic; readonly distance: number } | null {
  const ray = directionOf(yaw, pitch);
  let best: { relic: StandingRelic; distance: number } | null = null;
  for (const relic of relics) {
    const distance = rayToBlock(grown(relic.block), EYE, ray);
    if (distance < (best?.distance ?? Infinity)) best = { relic, distance };
  }
  return best;
}

/** From the eyes to the middle of a block. */
export function directionTo({ x, z, bottom, top }: Block): Vec3 {
  return normalize([x, (bottom + top) / 2, z]);
}

const EYE: Vec3 = [0, 0, 0];

function grown(block: Block): Block {
  const { width, depth, bottom, top } = block;
  const lift = Math.max(0, LEAST_SIDE - (top - bottom)) / 2;
  return {
    ...block,
    width: Math.max(LEAST_SIDE, width),
    depth: Math.max(LEAST_SIDE, depth),
    bottom: bottom - lift,
    top: top + lift,
  };
}
