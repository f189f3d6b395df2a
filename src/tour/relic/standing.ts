/** Where a relic stands in its place, seen from the visitor's eyes. */
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { ExhibitionNode, Hotspot } from '#document/schema.ts';

export interface Standing {
  /** Of the model's origin, in the node's frame: metres from the eyes, yaw 0 along −Z. */
  readonly position: Vec3;
  /** About the upright axis, radians, counter-clockwise seen from above as in three; 0 has the front along +Z. */
  readonly turn: number;
  readonly scale: number;
}

/** Null for a hotspot that does not stand anywhere, and where the node does not say where it is itself. */
export function standingOf(node: ExhibitionNode, hotspot: Hotspot): Standing | null {
  if (hotspot.kind !== 'relic' || !hotspot.stands) return null;
  const { position, turn = 0, scale = 1 } = hotspot.stands;
  const at = fromSite(node, position);
  return at && { position: at, turn: toRadians(node.heading ?? 0) - toRadians(turn), scale };
}

/** A point of the site, metres, in the node's frame: from the visitor's eyes. Null where the node has no position. */
export function fromSite(node: ExhibitionNode, point: Vec3): Vec3 | null {
  if (!node.position) return null;
  const heading = toRadians(node.heading ?? 0);
  const x = point[0] - node.position[0];
  const z = point[2] - node.position[2];
  const [s, c] = [Math.sin(heading), Math.cos(heading)];
  return [x * c + z * s, point[1] - node.position[1], z * c - x * s];
}
