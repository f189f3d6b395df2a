/** Fewer triangles, as like the original as the number allows, with the error made on the way. */
import type { Document, Mesh, Primitive } from '@gltf-transform/core';
import { MeshoptSimplifier } from 'meshoptimizer';
import { findSharedEdges } from './sharedEdges.ts';
import { simplifyPrimitive } from './simplifyPrimitive.ts';

export interface Simplified {
  readonly triangles: number;
  readonly isSimplified: boolean;
  /** How far the surface may have moved, metres in the scene, as the simplifier reckons it. */
  readonly boundMetres: number;
  /** How far it has moved, metres in the scene, measured; see `measureError.ts`. */
  readonly measuredMetres: number;
  /** True where a mesh would not go down to the number without giving up its topology. */
  readonly isSloppy: boolean;
  /** What was left as it is and why, each a sentence without its stop. */
  readonly notes: readonly string[];
}

const TRIANGLES = 4;

/** Brings all meshes of the document together down to about `target` triangles, each by the same share. */
export async function simplifyDocument(document: Document, target: number): Promise<Simplified> {
  await MeshoptSimplifier.ready;
  const placed = listTrianglePrimitives(document);
  const before = placed.reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
  const share = target / before;
  let boundMetres = 0;
  let measuredMetres = 0;
  let isSloppy = false;
  let moving = 0;
  let morphing = 0;
  if (share < 1) {
    const shared = findSharedEdges(placed.map(({ primitive }) => primitive));
    for (const { primitive, scale, isSkinned } of placed) {
      // Vertices of targets would have to be moved along.
      if (primitive.listTargets().length > 0) {
        morphing++;
        continue;
      }
      const result = simplifyPrimitive(primitive, share, shared.get(primitive) ?? null, isSkinned);
      boundMetres = Math.max(boundMetres, result.bound * scale);
      measuredMetres = Math.max(measuredMetres, result.measured * scale);
      isSloppy ||= result.isSloppy;
      if (result.isHeldBack) moving++;
    }
  }
  const triangles = placed.reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
  const notes: string[] = [];
  if (morphing > 0) notes.push(`${morphing} mesh${morphing > 1 ? 'es' : ''} with morph targets kept whole`);
  if (moving > 0) notes.push(`${moving} mesh${moving > 1 ? 'es' : ''} on a skeleton simplified only as far as its joints bear`); // prettier-ignore
  return { triangles, isSimplified: share < 1, boundMetres, measuredMetres, isSloppy, notes };
}

export function countDocumentTriangles(document: Document): number {
  return listTrianglePrimitives(document).reduce((sum, { primitive }) => sum + countTriangles(primitive), 0);
}

export function countTriangles(primitive: Primitive): number {
  const corners = primitive.getIndices()?.getCount() ?? primitive.getAttribute('POSITION')?.getCount() ?? 0;
  return Math.floor(corners / 3);
}

/** Every triangle mesh once, with the largest scale at which it stands in a scene. */
function listTrianglePrimitives(document: Document): { primitive: Primitive; scale: number; isSkinned: boolean }[] {
  const uses = new Map<Mesh, { scale: number; isSkinned: boolean }>();
  for (const node of document.getRoot().listNodes()) {
    const mesh = node.getMesh();
    if (!mesh) continue;
    const scale = Math.max(...node.getWorldScale().map(Math.abs));
    const use = uses.get(mesh);
    uses.set(mesh, {
      scale: Math.max(use?.scale ?? 0, scale),
      isSkinned: (use?.isSkinned ?? false) || node.getSkin() !== null,
    });
  }
  return [...uses].flatMap(([mesh, use]) =>
    mesh
      .listPrimitives()
      .filter((primitive) => primitive.getMode() === TRIANGLES)
      .map((primitive) => ({ primitive, ...use })),
  );
}
