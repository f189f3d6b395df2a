/**
 * What a relic is, before anything is sampled: an exact shape, fine relief on it, and what it is made of at every
 * point. Mesh, textures, pictures and the solids that stand in caves are all made from this.
 *
 * Frame: right-handed, Y up, metres, the front towards +Z; the relic stands on y = 0 about the y axis.
 */
import type { Vec3 } from '#demo/cave/cave.ts';

export const RELIC_IDS = [
  'ritual-tripod',
  'celadon-vase',
  'jade-disc',
  'gilt-casket',
  'clay-bodhisattva',
  'glazed-horse',
  'bronze-bell',
  'mural-fragment',
  'manuscript-scroll',
] as const;
export type RelicId = (typeof RELIC_IDS)[number];

/** How much of a relic is old and how much is restored. */
export const RESTORATION_STATES = ['as-found', 'reassembled', 'completed'] as const;
export type RestorationState = (typeof RESTORATION_STATES)[number];

/** Relics that come in several states. */
export const STATES_OF: Readonly<Partial<Record<RelicId, readonly RestorationState[]>>> = {
  'celadon-vase': RESTORATION_STATES,
};

/** What the surface is at a point: sRGB 0…255; roughness and metalness 0…1 as in glTF. */
export interface Look {
  r: number;
  g: number;
  b: number;
  roughness: number;
  metalness: number;
}

/** A point of the surface that asks for its look. */
export interface Place {
  x: number;
  y: number;
  z: number;
  /** Unit normal of the shape, outward, without the fine relief. */
  nx: number;
  ny: number;
  nz: number;
  /** How much of the sky it sees, 0 shut in … 1 open. */
  openness: number;
}

export interface Relic {
  readonly id: RelicId;
  /** The state, for the one relic that comes in several. */
  readonly state?: RestorationState;
  /** In English, for those who open the file elsewhere; it says that the thing is synthetic. */
  readonly title: string;
  /** Real width, height and depth, metres. */
  readonly size: Vec3;
  /** A box with room around the shape. */
  readonly low: Vec3;
  readonly high: Vec3;
  /** Side of the cells of the source mesh, metres: chosen so that it has at least 500,000 triangles. */
  readonly sourceCell: number;
  /** How many times coarser drafts may be; 4 by default, less for what is thin. */
  readonly coarsest?: number;
  /** Greatest slope of the distance (1 for true distances). */
  readonly steepness?: number;
  /** Side of the finest textures, pixels. */
  readonly finestTexture: 2048 | 4096;
  /** A clear coat of glaze or polish over all of it. */
  readonly coat?: { readonly strength: number; readonly roughness: number };
  /** How far light goes through, 0…1; for the portrait alone. */
  readonly translucency?: number;
  /** How the portrait looks at it: degrees to the right of the front and above the level. */
  readonly view: { readonly yaw: number; readonly pitch: number };
  /** Signed distance, metres, negative inside. */
  distance(x: number, y: number, z: number): number;
  /** Relief too fine for the mesh: metres outward, a few millimetres at most. */
  height(x: number, y: number, z: number): number;
  /** Writes into `out`. `isRestored` asks for the same thing when it was newer, for the restored layer of caves. */
  look(place: Place, out: Look, isRestored: boolean): void;
}
