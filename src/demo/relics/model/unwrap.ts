/** Texture coordinates and tangents for a closed mesh: charts, laid side by side at one scale. */
import type { FieldMesh } from '#demo/form/surfaceNets.ts';
import { CHART_FRAMES, cutCharts } from './charts.ts';
import type { Charts } from './charts.ts';
import { packMasks } from './pack.ts';
import type { Mask, Placement } from './pack.ts';

/** A mesh ready for textures: vertices are doubled where charts meet. */
export interface UnwrappedMesh extends FieldMesh {
  /** Two values a vertex, 0…1 from the top left. */
  readonly uvs: Float32Array;
  /** Four values a vertex: unit vector to the right on the texture, and handedness 1, as in glTF. */
  readonly tangents: Float32Array;
  /** A value a vertex: the one of the given mesh it comes from. */
  readonly origin: Uint32Array;
  readonly chartCount: number;
}

/**
 * `grid` is the number of packing cells along a side; the gutter around each chart is one cell, so 448 leaves between four
 * and five texels of a texture of 2048.
 */
export function unwrapMesh(mesh: FieldMesh, grid = 448): UnwrappedMesh {
  const charts = cutCharts(mesh.positions, mesh.indices);
  const split = splitVertices(mesh, charts);
  const bounds = measureCharts(split, charts.frameOfChart.length);
  let scale = 0;
  let places: Placement[] | undefined;
  // Grid cells a metre: begins too fine and takes what fits.
  for (let fill = 0.86; !places; fill *= 0.94) {
    scale = Math.sqrt((fill * grid * grid) / split.flatArea);
    const masks = drawMasks(split, bounds, scale);
    places = masks.some((mask) => Math.max(mask.width, mask.height) > grid) ? undefined : packMasks(masks, grid);
  }
  const uvs = new Float32Array(split.flat.length);
  const tangents = new Float32Array(split.flat.length * 2);
  for (let v = 0; v < split.chart.length; v++) {
    const chart = split.chart[v]!;
    const place = places[chart]!;
    const box = bounds[chart]!;
    // One cell of gutter on each side.
    const x = (split.flat[v * 2]! - box.left) * scale + 1;
    const y = (box.top - split.flat[v * 2 + 1]!) * scale + 1;
    const height = heightOf(box, scale);
    uvs[v * 2] = (place.x + (place.isTurned ? height - y : x)) / grid;
    uvs[v * 2 + 1] = (place.y + (place.isTurned ? x : y)) / grid;
    writeTangent(tangents, v, split.normals, charts.frameOfChart[chart]!, place.isTurned);
  }
  const { positions, normals, indices, origin } = split;
  return { positions, normals, indices, origin, uvs, tangents, chartCount: bounds.length };
}

interface Split extends FieldMesh {
  origin: Uint32Array;
  /** A value a vertex. */
  chart: Int32Array;
  /** Two values a vertex: metres to the right and up in the chart's frame. */
  flat: Float32Array;
  /** Of all charts together, square metres. */
  flatArea: number;
}

function splitVertices(mesh: FieldMesh, { chartOfTriangle, frameOfChart }: Charts): Split {
  const indices = new Uint32Array(mesh.indices.length);
  const origin: number[] = [];
  const chart: number[] = [];
  // Copies of a vertex are chained: first copy by vertex, next copy by copy.
  const first = new Int32Array(mesh.positions.length / 3).fill(-1);
  const next: number[] = [];
  for (let i = 0; i < indices.length; i++) {
    const vertex = mesh.indices[i]!;
    const wanted = chartOfTriangle[Math.floor(i / 3)]!;
    let copy = first[vertex]!;
    while (copy >= 0 && chart[copy] !== wanted) copy = next[copy]!;
    if (copy < 0) {
      copy = origin.length;
      origin.push(vertex);
      chart.push(wanted);
      next.push(first[vertex]!);
      first[vertex] = copy;
    }
    indices[i] = copy;
  }
  const count = origin.length;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const flat = new Float32Array(count * 2);
  for (let v = 0; v < count; v++) {
    const from = origin[v]! * 3;
    const { right, up } = CHART_FRAMES[frameOfChart[chart[v]!]!]!;
    for (let axis = 0; axis < 3; axis++) {
      const value = mesh.positions[from + axis]!;
      positions[v * 3 + axis] = value;
      normals[v * 3 + axis] = mesh.normals[from + axis]!;
      flat[v * 2]! += value * right[axis]!;
      flat[v * 2 + 1]! += value * up[axis]!;
    }
  }
  let flatArea = 0;
  for (let t = 0; t < indices.length; t += 3) flatArea += Math.abs(flatSize(flat, indices, t));
  return {
    positions,
    normals,
    indices,
    origin: Uint32Array.from(origin),
    chart: Int32Array.from(chart),
    flat,
    flatArea,
  };
}

function flatSize(flat: Float32Array, indices: Uint32Array, t: number): number {
  const a = indices[t]! * 2;
  const b = indices[t + 1]! * 2;
  const c = indices[t + 2]! * 2;
  const ux = flat[b]! - flat[a]!;
  const uy = flat[b + 1]! - flat[a + 1]!;
  return (ux * (flat[c + 1]! - flat[a + 1]!) - uy * (flat[c]! - flat[a]!)) / 2;
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

function measureCharts({ chart, flat }: Split, count: number): Box[] {
  const boxes = Array.from({ length: count }, () => ({ left: 1e9, right: -1e9, bottom: 1e9, top: -1e9 }));
  for (let v = 0; v < chart.length; v++) {
    const box = boxes[chart[v]!]!;
    const x = flat[v * 2]!;
    const y = flat[v * 2 + 1]!;
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.bottom) box.bottom = y;
    if (y > box.top) box.top = y;
  }
  return boxes;
}

const widthOf = (box: Box, scale: number) => Math.ceil((box.right - box.left) * scale) + 2;
const heightOf = (box: Box, scale: number) => Math.ceil((box.top - box.bottom) * scale) + 2;

/** The cells every chart touches, grown by one. */
function drawMasks({ chart, flat, indices }: Split, boxes: readonly Box[], scale: number): Mask[] {
  const masks = boxes.map((box) => {
    const width = widthOf(box, scale);
    const height = heightOf(box, scale);
    return { width, height, cells: new Uint8Array(width * height) };
  });
  for (let t = 0; t < indices.length; t += 3) {
    const mask = masks[chart[indices[t]!]!]!;
    const box = boxes[chart[indices[t]!]!]!;
    let left = 1e9;
    let right = -1e9;
    let top = 1e9;
    let bottom = -1e9;
    for (let corner = 0; corner < 3; corner++) {
      const v = indices[t + corner]!;
      const x = (flat[v * 2]! - box.left) * scale + 1;
      const y = (box.top - flat[v * 2 + 1]!) * scale + 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    // Half a cell around the triangle's box: triangles are small against cells or few.
    for (let y = Math.max(0, Math.floor(top - 0.5)); y <= Math.min(mask.height - 1, Math.floor(bottom + 0.5)); y++)
      for (let x = Math.max(0, Math.floor(left - 0.5)); x <= Math.min(mask.width - 1, Math.floor(right + 0.5)); x++)
        mask.cells[y * mask.width + x] = 1;
  }
  return masks;
}

/** The direction in the surface along which the texture runs to the right. */
function writeTangent(tangents: Float32Array, v: number, normals: Float32Array, frame: number, isTurned: boolean) {
  const { right, up, out } = CHART_FRAMES[frame]!;
  const nx = normals[v * 3]!;
  const ny = normals[v * 3 + 1]!;
  const nz = normals[v * 3 + 2]!;
  // A quarter turn brings the chart's up to the right of the texture.
  const axis = isTurned ? up : right;
  const along = nx * axis[0] + ny * axis[1] + nz * axis[2];
  const facing = Math.max(0.15, nx * out[0] + ny * out[1] + nz * out[2]);
  let x = axis[0] - (out[0] * along) / facing;
  let y = axis[1] - (out[1] * along) / facing;
  let z = axis[2] - (out[2] * along) / facing;
  const lean = nx * x + ny * y + nz * z;
  x -= nx * lean;
  y -= ny * lean;
  z -= nz * lean;
  const length = Math.hypot(x, y, z) || 1;
  tangents[v * 4] = x / length;
  tangents[v * 4 + 1] = y / length;
  tangents[v * 4 + 2] = z / length;
  tangents[v * 4 + 3] = 1;
}
