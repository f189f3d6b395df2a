/** Implicit tiling: tiles that follow from a rule and bit lists instead of being written down one by one. */
import { type BoundingVolume } from './boundingVolume.ts';
import { resolveTileUri } from './tileUri.ts';
import { MOST_IMPLICIT_LEVELS, MOST_SUBTREE_TILES } from './limits.ts';

export interface ImplicitTiling {
  readonly scheme: 'QUADTREE' | 'OCTREE';
  /** Levels in each subtree file. */
  readonly subtreeLevels: number;
  /** Levels altogether. */
  readonly availableLevels: number;
  /** Template of the subtree files, with {level}, {x}, {y} and {z}. */
  readonly subtrees: string;
  /** Templates of the contents. */
  readonly contents: readonly string[];
  /** Of the whole: what is level 0. */
  readonly volume: BoundingVolume;
  readonly geometricError: number;
  readonly refine: 'ADD' | 'REPLACE' | undefined;
  /** The file in which the tiling is described: templates are relative to it. */
  readonly from: string;
}

export interface TileCoordinates {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where the subtree that begins with a tile lies. */
export function subtreeUriOf(tiling: ImplicitTiling, at: TileCoordinates, folder: string): string {
  return resolveTileUri(fillTemplate(tiling.subtrees, at), tiling.from, folder);
}

export function childrenOf(scheme: ImplicitTiling['scheme']): 4 | 8 {
  return scheme === 'OCTREE' ? 8 : 4;
}

/** Tiles of all levels of one whole subtree. */
export function subtreeTileCount(scheme: ImplicitTiling['scheme'], levels: number): number {
  const factor = childrenOf(scheme);
  return (factor ** levels - 1) / (factor - 1);
}

/** What is wrong with `implicitTiling` of a tile, as the end of a sentence; null where nothing is. */
export function findImplicitFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return 'is no object';
  const { subdivisionScheme, subtreeLevels, availableLevels, subtrees } = value as Record<string, unknown>;
  if (subdivisionScheme !== 'QUADTREE' && subdivisionScheme !== 'OCTREE') {
    return 'subdivisionScheme: expected QUADTREE or OCTREE';
  }
  if (!isLevels(availableLevels, MOST_IMPLICIT_LEVELS)) {
    return `availableLevels: expected a whole number from 1 to ${MOST_IMPLICIT_LEVELS}`;
  }
  if (!isLevels(subtreeLevels, MOST_IMPLICIT_LEVELS)) return 'subtreeLevels: expected a whole number, 1 or more';
  if (subtreeTileCount(subdivisionScheme, subtreeLevels) > MOST_SUBTREE_TILES) {
    return `subtreeLevels: ${subtreeLevels} levels are more than ${MOST_SUBTREE_TILES} tiles in one subtree; use fewer`;
  }
  const template = typeof subtrees === 'object' && subtrees !== null ? (subtrees as { uri?: unknown }).uri : null;
  return typeof template === 'string' ? null : 'subtrees.uri: expected the template of the subtree files';
}

export function fillTemplate(template: string, { level, x, y, z }: TileCoordinates): string {
  const values: Readonly<Record<string, number>> = { level, x, y, z };
  return template.replace(/\{(level|x|y|z)\}/g, (_, name: string) => String(values[name]));
}

/** The n-th tile of a level below a tile, in Morton order. */
export function descend(parent: TileCoordinates, levels: number, morton: number, isOctree: boolean): TileCoordinates {
  let { x, y, z } = parent;
  x *= 2 ** levels;
  y *= 2 ** levels;
  z *= 2 ** levels;
  const width = isOctree ? 3 : 2;
  for (let bit = 0; bit < levels; bit++) {
    const digits = Math.floor(morton / 2 ** (bit * width));
    x += (digits & 1) * 2 ** bit;
    y += ((digits >> 1) & 1) * 2 ** bit;
    if (isOctree) z += ((digits >> 2) & 1) * 2 ** bit;
  }
  return { level: parent.level + levels, x, y, z: isOctree ? z : 0 };
}

/** The part of the whole's volume that a tile has: computed from the whole, so that errors do not add up. */
export function volumeOf(tiling: ImplicitTiling, { level, x, y, z }: TileCoordinates): BoundingVolume {
  const cells = 2 ** level;
  const isOctree = tiling.scheme === 'OCTREE';
  if ('box' in tiling.volume) {
    const box = [...tiling.volume.box];
    [x, y, z].slice(0, isOctree ? 3 : 2).forEach((index, axis) => {
      const offset = (2 * index + 1) / cells - 1;
      for (let i = 0; i < 3; i++) {
        const half = tiling.volume && 'box' in tiling.volume ? (tiling.volume.box[3 + axis * 3 + i] ?? 0) : 0;
        box[i] = (box[i] ?? 0) + half * offset;
        box[3 + axis * 3 + i] = half / cells;
      }
    });
    return { box };
  }
  if ('region' in tiling.volume) {
    const [west = 0, south = 0, east = 0, north = 0, least = 0, greatest = 0] = tiling.volume.region;
    // A region may cross the date line; then its east is less than its west.
    const width = east < west ? east + 2 * Math.PI - west : east - west;
    const slice = (from: number, length: number, i: number) => from + (length * i) / cells;
    return {
      region: [
        wrap(slice(west, width, x)),
        slice(south, north - south, y),
        wrap(slice(west, width, x + 1)),
        slice(south, north - south, y + 1),
        isOctree ? slice(least, greatest - least, z) : least,
        isOctree ? slice(least, greatest - least, z + 1) : greatest,
      ],
    };
  }
  return tiling.volume;
}

function wrap(longitude: number): number {
  return longitude > Math.PI ? longitude - 2 * Math.PI : longitude;
}

function isLevels(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}
