/**
 * Where everything stands: what stands still is taken out of its tree, with its place in the whole; what moves keeps
 * its node and those above it.
 */
import type { Gltf, Node } from '../gltf/shape.ts';
import { type Attribute, unitOf } from './attribute.ts';
import { type Matrix, IDENTITY, compose, localMatrix, multiply } from './matrix.ts';

export interface StillMesh {
  readonly mesh: number;
  readonly matrix: Matrix;
}

export interface Placement {
  readonly still: readonly StillMesh[];
  /** Nodes that stay nodes. */
  readonly kept: ReadonlySet<number>;
  /** Of those, the ones whose mesh moves or bends, and so stays with them. */
  readonly moving: ReadonlySet<number>;
  /** From the node's frame to the whole's, for each node that is shown, at rest. */
  readonly worlds: ReadonlyMap<number, Matrix>;
}

/** `instancesOf` gives the places of a node's instances in its own frame; null where it has none. */
export function placeParts(gltf: Gltf, instancesOf: (node: Node) => readonly Matrix[] | null): Placement {
  const { nodes, roots, skins } = gltf;
  const still: StillMesh[] = [];
  const kept = new Set<number>();
  const moving = new Set<number>();
  const worlds = new Map<number, Matrix>();
  const driven = new Set(gltf.animations.flatMap(({ channels }) => channels.map(({ node }) => node)));
  const bends = new Set<number>();
  const parents = new Map<number, number>();

  // Parents before children; a stack of our own, for a tree may be deep.
  const stack = roots.map((index) => ({ index, parent: IDENTITY, isMoved: false })).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { index, parent } = next;
    const node = nodes[index];
    if (!node || node.isHidden) continue;
    const world = multiply(parent, localMatrix(node));
    worlds.set(index, world);
    const isMoved = next.isMoved || driven.has(index);
    const isBent = node.skin !== undefined || hasTargets(gltf, node);
    if (node.mesh !== undefined) {
      if (isMoved || isBent) bends.add(index);
      else {
        const matrices = instancesOf(node)?.map((matrix) => multiply(world, matrix)) ?? [world];
        for (const matrix of matrices) still.push({ mesh: node.mesh, matrix });
      }
    }
    for (const child of [...node.children].reverse()) {
      parents.set(child, index);
      stack.push({ index: child, parent: world, isMoved });
    }
  }
  const needed = new Set([...bends, ...[...driven].filter((index) => worlds.has(index))]);
  for (const index of bends) {
    moving.add(index);
    const skin = nodes[index]?.skin;
    for (const joint of skins[skin ?? -1]?.joints ?? []) needed.add(joint);
  }
  for (const start of needed) {
    for (let at: number | undefined = start; at !== undefined && !kept.has(at); at = parents.get(at)) kept.add(at);
  }
  return { still, kept, moving, worlds };
}

function hasTargets({ meshes }: Gltf, { mesh }: Node): boolean {
  return (meshes[mesh ?? -1]?.primitives ?? []).some(({ targets }) => targets.length > 0);
}

/** Matrices of EXT_mesh_gpu_instancing. */
export function instanceMatrices(attributes: Readonly<Record<string, Attribute>>): Matrix[] {
  const { TRANSLATION, ROTATION, SCALE } = attributes;
  const count = (TRANSLATION ?? ROTATION ?? SCALE)?.count ?? 0;
  const element = (
    attribute: Attribute | undefined,
    index: number,
    otherwise: readonly number[],
  ): readonly number[] => {
    if (!attribute) return otherwise;
    const unit = unitOf(attribute);
    return otherwise.map((_, item) => (attribute.array[index * attribute.stride + item] ?? 0) * unit);
  };
  return Array.from({ length: count }, (_, index) => {
    const turn = element(ROTATION, index, [0, 0, 0, 1]);
    const length = Math.hypot(...turn) || 1;
    const unitTurn = turn.map((value) => value / length);
    return compose(unitTurn, element(TRANSLATION, index, [0, 0, 0]), element(SCALE, index, [1, 1, 1]));
  });
}
