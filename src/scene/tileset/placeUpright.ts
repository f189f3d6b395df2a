import { Vector3 } from 'three';
import type { Box3, Object3D } from 'three';
import type { Upright } from '#sources/tileset/upright.ts';

/** Turns and moves a tileset into the frame of a relic, and says where it is there. */
export function placeUpright(tileset: Object3D, { axes, origin, min, max }: Upright, bounds: Box3): void {
  const [x, y, z] = axes.map((axis) => new Vector3(...axis)) as [Vector3, Vector3, Vector3];
  tileset.matrixAutoUpdate = false;
  tileset.matrix
    .makeBasis(x, y, z)
    .setPosition(...origin)
    .invert();
  tileset.matrixWorldNeedsUpdate = true;
  bounds.set(new Vector3(...min), new Vector3(...max));
}
