/** Fewer triangles, as like the original as the number allows, with the error made on the way. */
import type { Document, Mesh, Primitive } from '@gltf-transform/core';
import { compactPrimitive, weldPrimitive } from '@gltf-transform/functions';
import { MeshoptSimplifier } from 'meshoptimizer';
import { measureError } from './measureError.ts';

export interface Simplified {
  readonly triangles: number;
  /** How far the surface has moved at most, metres in the scene. */
  readonly errorMetres: number;
  /** True where a mesh would not go down to the number without giving up its topology. */
  readonly isSloppy: boolean;
}

const TRIANGLES = 4;
/** Normals and texture coordinates weigh in, so that shading and seams hold; heavier, they cost the silhouette dearly. */
const NORMAL_WEIGHT = 0.1;
const UV_WEIGHT = 0.1;
/** Relative error up to which topology is kept; beyond it the sloppy way is taken. */
const MAX_ERROR = 0.05;
/** A result this much above the number counts as a refusal to simplify. */
const REFUSAL = 1.4;

/** Brings all meshes of the document together down to about `target` triangles, each by the same share. */
export async function simplifyDocument(document: Document, target: number): Promise<Simplified> {
  await MeshoptSimplifier.ready;
  const primitives = listTrianglePrimitives(document);
  const before = primitives.reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
  const share = target / before;
  let errorMetres = 0;
  let isSloppy = false;
  if (share < 1) {
    for (const { primitive, scale } of primitives) {
      const result = simplifyOne(primitive, share);
      errorMetres = Math.max(errorMetres, result.error * scale);
      isSloppy ||= result.isSloppy;
    }
  }
  const triangles = primitives.reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
  return { triangles, errorMetres, isSloppy };
}

export function countDocumentTriangles(document: Document): number {
  return listTrianglePrimitives(document).reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
}

function countTriangles(primitive: Primitive): number {
  const corners = primitive.getIndices()?.getCount() ?? primitive.getAttribute('POSITION')?.getCount() ?? 0;
  return Math.floor(corners / 3);
}

/** Every triangle mesh once, with the largest scale at which it stands in a scene. */
function listTrianglePrimitives(document: Document): { primitive: Primitive; scale: number }[] {
  const scales = new Map<Mesh, number>();
  for (const node of document.getRoot().listNodes()) {
    const mesh = node.getMesh();
    if (!mesh) continue;
    const scale = Math.max(...node.getWorldScale().map(Math.abs));
    scales.set(mesh, Math.max(scales.get(mesh) ?? 0, scale));
  }
  const found: { primitive: Primitive; scale: number }[] = [];
  for (const [mesh, scale] of scales) {
    for (const primitive of mesh.listPrimitives()) {
      if (primitive.getMode() === TRIANGLES) found.push({ primitive, scale });
    }
  }
  return found;
}

function simplifyOne(primitive: Primitive, share: number): { error: number; isSloppy: boolean } {
  weldPrimitive(primitive);
  const positions = primitive.getAttribute('POSITION')?.getArray();
  const indexAccessor = primitive.getIndices();
  const indexArray = indexAccessor?.getArray();
  // Morph targets would have to be simplified along; such meshes stay whole.
  if (!positions || !indexAccessor || !indexArray || primitive.listTargets().length > 0) {
    return { error: 0, isSloppy: false };
  }
  const indices = Uint32Array.from(indexArray);
  const vertices = Float32Array.from(positions);
  const wanted = Math.max(12, Math.floor((indices.length * share) / 3) * 3);
  const { data, stride, weights } = gatherAttributes(primitive, vertices.length / 3);
  let [simple] = MeshoptSimplifier.simplifyWithAttributes(
    indices, vertices, 3, data, stride, weights, null, wanted, MAX_ERROR, ['Permissive'],
  ); // prettier-ignore
  let isSloppy = false;
  if (simple.length > wanted * REFUSAL) {
    [simple] = MeshoptSimplifier.simplifySloppy(indices, vertices, 3, null, wanted, 1);
    isSloppy = true;
  }
  // The simplifier's own figure weighs normals and seams in and is many times what the surface has moved by.
  const error = measureError(vertices, simple);
  indexAccessor.setArray(Uint32Array.from(simple));
  compactPrimitive(primitive);
  return { error, isSloppy };
}

/** Normals and first texture coordinates side by side, as the simplifier wants them. */
function gatherAttributes(
  primitive: Primitive,
  count: number,
): { data: Float32Array; stride: number; weights: number[] } {
  const parts = [
    { values: primitive.getAttribute('NORMAL')?.getArray(), size: 3, weight: NORMAL_WEIGHT },
    { values: primitive.getAttribute('TEXCOORD_0')?.getArray(), size: 2, weight: UV_WEIGHT },
  ].filter(({ values }) => values);
  const stride = parts.reduce((sum, { size }) => sum + size, 0);
  const data = new Float32Array(count * stride);
  let offset = 0;
  for (const { values, size } of parts) {
    for (let vertex = 0; vertex < count; vertex++) {
      for (let k = 0; k < size; k++) data[vertex * stride + offset + k] = values?.[vertex * size + k] ?? 0;
    }
    offset += size;
  }
  return { data, stride, weights: parts.flatMap(({ size, weight }) => Array<number>(size).fill(weight)) };
}
