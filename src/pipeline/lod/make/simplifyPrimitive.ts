/**
 * One mesh with fewer triangles. Vertices move to where they serve best and take their normals, texture coordinates and
 * colours along, which is worth twice the triangles to the eye; a mesh on a skeleton keeps a choice of its own
 * vertices, so that every one keeps its joints.
 */
import type { Primitive } from '@gltf-transform/core';
import { compactPrimitive } from '@gltf-transform/functions';
import { MeshoptSimplifier, type SimplifierFlags } from 'meshoptimizer';
import { type AttributeData, gatherAttributes, scatterAttributes } from './attributes.ts';
import { measureDistance } from './measureError.ts';

export interface SimplifiedPrimitive {
  /** In the mesh's own unit. */
  readonly bound: number;
  readonly measured: number;
  readonly isSloppy: boolean;
  /** Stayed well above the number, for it moves. */
  readonly isHeldBack: boolean;
}

/** Relative error up to which topology is kept; beyond it the sloppy way is taken. */
const MAX_ERROR = 0.05;
/** Of a mesh on a skeleton: what is nothing at rest may be much when bent. */
const MAX_MOVING_ERROR = 0.01;
/** A result this much above the number is not taken while there is another way. */
const NEAR_ENOUGH = 1.1;
/** A result this much above the number counts as a refusal to simplify. */
const REFUSAL = 1.4;
/** Marks of the simplifier: a vertex stays; a seam at it stays a seam. */
const LOCK = 1;
const PROTECT = 2;

interface Attempt {
  readonly flags: SimplifierFlags[];
  readonly lock: Uint8Array | null;
}

interface Result {
  readonly indices: Uint32Array;
  readonly positions: Float32Array;
  readonly attributes: Float32Array | null;
  readonly error: number;
}

/** `shared` marks vertices at which another mesh begins. */
export function simplifyPrimitive(
  primitive: Primitive,
  share: number,
  shared: Uint8Array | null,
  isSkinned: boolean,
): SimplifiedPrimitive {
  const positions = primitive.getAttribute('POSITION')?.getArray();
  const indexArray = primitive.getIndices()?.getArray();
  if (!positions || !indexArray) return { bound: 0, measured: 0, isSloppy: false, isHeldBack: false };
  const before = { positions: Float32Array.from(positions), indices: Uint32Array.from(indexArray) };
  const wanted = Math.max(12, Math.floor((before.indices.length * share) / 3) * 3);
  const attributes = gatherAttributes(primitive);
  const { data, stride, weights } = attributes;
  const run = ({ flags, lock }: Attempt): Result => {
    const { positions: old, indices } = before;
    if (isSkinned) {
      const [simple, error] = MeshoptSimplifier.simplifyWithAttributes(indices, old, 3, data, stride, weights, lock, wanted, MAX_MOVING_ERROR, flags); // prettier-ignore
      return { indices: simple, positions: old, attributes: null, error };
    }
    const [simple, moved, carried] = [indices.slice(), old.slice(), data.slice()];
    const [count, error] = MeshoptSimplifier.simplifyWithUpdate(simple, moved, 3, carried, stride, weights, lock, wanted, MAX_ERROR, flags); // prettier-ignore
    return { indices: simple.slice(0, count), positions: moved, attributes: carried, error };
  };
  let result: Result | null = null;
  for (const attempt of listAttempts(before.positions, findSeams(before.positions, attributes), shared)) {
    const next = run(attempt);
    if (!result || next.indices.length < result.indices.length) result = next;
    if (result.indices.length <= wanted * NEAR_ENOUGH) break;
  }
  if (!result) throw new Error('simplifyPrimitive: there was nothing to try');
  let isSloppy = false;
  const isRefused = result.indices.length > wanted * REFUSAL;
  if (isRefused && !isSkinned) {
    const [indices, error] = MeshoptSimplifier.simplifySloppy(before.indices, before.positions, 3, null, wanted, 1);
    result = { indices, positions: before.positions, attributes: null, error };
    isSloppy = true;
  }
  primitive.getIndices()?.setArray(new Uint32Array(result.indices));
  const position = primitive.getAttribute('POSITION');
  if (position && result.attributes) {
    primitive.setAttribute('POSITION', position.clone().setArray(new Float32Array(result.positions)));
    scatterAttributes(primitive, result.attributes, stride);
  }
  const measured = measureDistance(before, result);
  compactPrimitive(primitive);
  const bound = result.error * MeshoptSimplifier.getScale(before.positions, 3);
  return { bound, measured, isSloppy, isHeldBack: isRefused && isSkinned };
}

/** From what keeps most to what keeps least: meeting edges, seams of texture, small parts. */
function listAttempts(positions: Float32Array, seams: Uint8Array, shared: Uint8Array | null): Attempt[] {
  const attempts: Attempt[] = [];
  if (shared && shared.length === positions.length / 3) {
    const lock = shared.map((isShared) => (isShared ? LOCK : 0));
    attempts.push({ flags: [], lock });
    attempts.push({ flags: ['Permissive'], lock: lock.map((mark, vertex) => mark | seams[vertex]!) });
  }
  attempts.push({ flags: [], lock: null });
  attempts.push({ flags: ['Permissive'], lock: seams });
  attempts.push({ flags: ['Permissive', 'Prune'], lock: null });
  return attempts;
}

/** Vertices at one place whose texture coordinates or colours differ; hard edges of shading alone do not count. */
function findSeams(positions: Float32Array, { data, stride, seamsFrom }: AttributeData): Uint8Array {
  const first = MeshoptSimplifier.generatePositionRemap(positions, 3);
  const seams = new Uint8Array(first.length);
  for (let vertex = 0; vertex < first.length; vertex++) {
    const other = first[vertex]!;
    if (other === vertex) continue;
    for (let k = seamsFrom; k < stride; k++) {
      if (Math.abs(data[vertex * stride + k]! - data[other * stride + k]!) < 1e-5) continue;
      seams[vertex] = seams[other] = PROTECT;
      break;
    }
  }
  return seams;
}
