/** A relic as a printer takes it: one welded surface in millimetres, Z up, with a colour for each corner if it has any. */
import { Color, Matrix4, SRGBColorSpace, Vector3 } from 'three';
import type { BufferAttribute, Material, MeshStandardMaterial, Object3D } from 'three';
import { type Part, countTriangles, listParts } from './parts.ts';
import { type Seams, findSeams, weld } from './weld.ts';

export interface PrintOptions {
  /** Millimetres in the file for one metre of the relic: 1000 is true size, 100 one to ten. 1000 by default. */
  readonly scaleMm?: number;
}

export interface PrintMesh extends Seams {
  /** Millimetres, Z up; three a vertex. */
  readonly positions: Float32Array;
  readonly triangles: Uint32Array;
  /** 0xRRGGBB in sRGB for each corner of each triangle; null where nothing has a colour of its own. */
  readonly colours: Uint32Array | null;
}

export const TRUE_SIZE = 1_000;
/** Printers build upward along Z; the front of the relic then looks towards −Y. */
const Y_UP_TO_Z_UP = new Matrix4().makeRotationX(Math.PI / 2);

/** Throws where there is nothing to print. */
export function makePrintMesh(root: Object3D, { scaleMm = TRUE_SIZE }: PrintOptions = {}): PrintMesh {
  const parts = listParts(root);
  const count = parts.reduce((sum, { geometry }) => sum + countTriangles(geometry), 0);
  const corners = new Float32Array(count * 9);
  const colours = parts.some(hasColour) ? new Uint32Array(count * 3) : null;
  const toPrinter = new Matrix4().makeScale(scaleMm, scaleMm, scaleMm).multiply(Y_UP_TO_Z_UP);
  let corner = 0;
  for (const part of parts) corner = writePart(part, toPrinter, corners, colours, corner);
  const { positions, triangles, kept } = weld(corners);
  if (triangles.length === 0) throw new Error('the relic has no surface that could be printed');
  return { positions, triangles, colours: colours && keep(colours, kept), ...findSeams(triangles) };
}

function writePart(
  part: Part,
  toPrinter: Matrix4,
  corners: Float32Array,
  colours: Uint32Array | null,
  start: number,
): number {
  const { mesh, geometry } = part;
  const matrix = new Matrix4().multiplyMatrices(toPrinter, part.matrix);
  // A mirrored part would show its inside.
  const order = matrix.determinant() < 0 ? [0, 2, 1] : [0, 1, 2];
  const colour = colours && createPalette(part);
  const point = new Vector3();
  const triangles = countTriangles(geometry);
  let corner = start;
  for (let triangle = 0; triangle < triangles; triangle++) {
    for (const i of order) {
      const vertex = geometry.index?.getX(triangle * 3 + i) ?? triangle * 3 + i;
      // Takes bones and morph targets into account: what is seen is printed.
      mesh.getVertexPosition(vertex, point).applyMatrix4(matrix);
      corners[corner * 3] = point.x;
      corners[corner * 3 + 1] = point.y;
      corners[corner * 3 + 2] = point.z;
      if (colours && colour) colours[corner] = colour(triangle * 3, vertex);
      corner += 1;
    }
  }
  return corner;
}

/** The colour at a vertex, from the material of the group that the place in the index lies in. */
function createPalette({ geometry, materials }: Part): (at: number, vertex: number) => number {
  const attribute = geometry.getAttribute('color') as BufferAttribute | undefined;
  const color = new Color();
  return (at, vertex) => {
    const group = geometry.groups.find(({ start, count }) => at >= start && at < start + count);
    const material = (materials[group?.materialIndex ?? 0] ?? materials[0]) as MeshStandardMaterial | undefined;
    color.copy(isPlain(material) ? material.color : WHITE);
    if (attribute && material?.vertexColors) {
      color.r *= attribute.getX(vertex);
      color.g *= attribute.getY(vertex);
      color.b *= attribute.getZ(vertex);
    }
    return color.getHex(SRGBColorSpace);
  };
}

const WHITE = new Color(1, 1, 1);

function hasColour({ geometry, materials }: Part): boolean {
  const isPainted = geometry.getAttribute('color') && materials.some(({ vertexColors }) => vertexColors);
  return Boolean(isPainted) || materials.some((material) => isPlain(material) && material.color.getHex() !== 0xffffff);
}

/** Whether a material's colour is what one sees, not a tint of a texture. */
function isPlain(material: Material | undefined): material is MeshStandardMaterial {
  const { color, map } = (material ?? {}) as Partial<MeshStandardMaterial>;
  return color !== undefined && !map;
}

function keep(colours: Uint32Array, kept: Uint32Array): Uint32Array {
  const found = new Uint32Array(kept.length * 3);
  kept.forEach((triangle, i) => found.set(colours.subarray(triangle * 3, triangle * 3 + 3), i * 3));
  return found;
}

/** Longest extents along x, y and z, millimetres. */
export function sizeOfPrint({ positions }: Pick<PrintMesh, 'positions'>): [number, number, number] {
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const value = positions[i] ?? 0;
    least[i % 3] = Math.min(least[i % 3] ?? 0, value);
    most[i % 3] = Math.max(most[i % 3] ?? 0, value);
  }
  const [x = 0, y = 0, z = 0] = most.map((value, i) => value - (least[i] ?? 0));
  return [x, y, z];
}
