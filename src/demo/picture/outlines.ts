/**
 * Where a picture may not be interpolated: blocks of pixels on which an edge of a sheet, the outline of a curved one, or
 * anything that is no painted wall may fall. The test is generous and misses nothing, however thin, so that all other
 * blocks show one unbroken piece of one sheet.
 */
import type { Scene } from '#demo/form/sceneTypes.ts';
import type { Camera } from '#demo/picture/camera.ts';
import type { SheetEdges } from '#demo/picture/edges.ts';

/** Pixels that an edge reaches beyond its line, for the pixels' own width. */
const REACH_PX = 1.5;
/** Pieces of triangles and edges up to so many blocks wide are marked by their box. */
const SMALL_BLOCKS = 2;
const DEEPEST = 14;
const NEAREST = 1e-4;

/** Things thinner than so many pixels may slip through between the middles of pixels. */
const THIN_PX = 2.5;
/** Marks: pixels must be looked at one by one; all of them with several samples. */
export const UNEVEN = 1;
export const THIN = 2;

/** One byte a block, 0 where it may be interpolated; one ring of blocks lies around the picture. */
export interface Outlines {
  readonly block: number;
  readonly columns: number;
  readonly rows: number;
  readonly marks: Uint8Array;
}

/** Homogeneous place on the picture plane: column × depth, row × depth (blocks, with the ring), depth (metres). */
type Place = readonly [x: number, y: number, depth: number];

/** Block (0, 0) of the picture is at column 1, row 1 of the marks. */
export function findOutlines(scene: Scene, edges: SheetEdges, camera: Camera, block: number): Outlines {
  const columns = Math.ceil(camera.width / block) + 2;
  const rows = Math.ceil(camera.height / block) + 2;
  const marks = new Uint8Array(new SharedArrayBuffer(columns * rows));
  const marker = createMarker(columns, rows, REACH_PX / block, marks);
  const { indices, partOfTriangle, parts } = scene;
  const project = createProjection(scene, camera, block);
  const isFacing = createFacing(scene, camera);
  const widths = measureWidths(scene);
  const pixel = Math.hypot(...camera.right);
  for (let triangle = 0; triangle < partOfTriangle.length; triangle++) {
    const { kind } = parts[partOfTriangle[triangle]!]!;
    if (kind === 'painted' || (kind === 'statue' && !isFacing(triangle))) continue;
    const a = project(indices[triangle * 3]!);
    const isThin = widths[partOfTriangle[triangle]!]! < THIN_PX * pixel * a[2];
    marker.mark(isThin ? THIN : UNEVEN);
    marker.markTriangle(a, project(indices[triangle * 3 + 1]!), project(indices[triangle * 3 + 2]!));
  }
  marker.mark(UNEVEN);
  for (let i = 0; i < edges.fixed.length; i += 2)
    marker.markEdge(project(edges.fixed[i]!), project(edges.fixed[i + 1]!));
  for (let i = 0; i < edges.inner.length; i += 4)
    if (isFacing(edges.inner[i + 2]!) !== isFacing(edges.inner[i + 3]!))
      marker.markEdge(project(edges.inner[i]!), project(edges.inner[i + 1]!));
  return { block, columns, rows, marks };
}

/** How thick each part is, metres: the second shortest side of its box. */
function measureWidths({ positions, indices, partOfTriangle, parts }: Scene): number[] {
  const boxes = parts.map(() => [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]);
  for (let i = 0; i < indices.length; i++) {
    const box = boxes[partOfTriangle[Math.floor(i / 3)]!]!;
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[indices[i]! * 3 + axis]!;
      if (value < box[axis]!) box[axis] = value;
      if (value > box[axis + 3]!) box[axis + 3] = value;
    }
  }
  return boxes.map((box) => [0, 1, 2].map((axis) => box[axis + 3]! - box[axis]!).sort((a, b) => a - b)[1]!);
}

/** True for triangles whose front is seen from the camera. */
function createFacing({ positions: p, indices }: Scene, { origin }: Camera): (triangle: number) => boolean {
  return (triangle) => {
    const a = indices[triangle * 3]! * 3;
    const b = indices[triangle * 3 + 1]! * 3;
    const c = indices[triangle * 3 + 2]! * 3;
    const x = p[a]!;
    const y = p[a + 1]!;
    const z = p[a + 2]!;
    const ux = p[b]! - x;
    const uy = p[b + 1]! - y;
    const uz = p[b + 2]! - z;
    const vx = p[c]! - x;
    const vy = p[c + 1]! - y;
    const vz = p[c + 2]! - z;
    return (
      (uy * vz - uz * vy) * (origin[0] - x) +
        (uz * vx - ux * vz) * (origin[1] - y) +
        (ux * vy - uy * vx) * (origin[2] - z) >
      0
    );
  };
}

function createProjection({ positions }: Scene, camera: Camera, block: number): (vertex: number) => Place {
  const { origin, corner, right, down } = camera;
  const area = right[0] ** 2 + right[1] ** 2 + right[2] ** 2;
  const forward = [
    (right[1] * down[2] - right[2] * down[1]) / area,
    (right[2] * down[0] - right[0] * down[2]) / area,
    (right[0] * down[1] - right[1] * down[0]) / area,
  ] as const;
  const scale = 1 / (area * block);
  const left = (corner[0] * right[0] + corner[1] * right[1] + corner[2] * right[2]) * scale - 1;
  const top = (corner[0] * down[0] + corner[1] * down[1] + corner[2] * down[2]) * scale - 1;
  return (vertex) => {
    const x = positions[vertex * 3]! - origin[0];
    const y = positions[vertex * 3 + 1]! - origin[1];
    const z = positions[vertex * 3 + 2]! - origin[2];
    const depth = x * forward[0] + y * forward[1] + z * forward[2];
    return [
      (x * right[0] + y * right[1] + z * right[2]) * scale - left * depth,
      (x * down[0] + y * down[1] + z * down[2]) * scale - top * depth,
      depth,
    ];
  };
}

function createMarker(columns: number, rows: number, reach: number, marks: Uint8Array) {
  let value = UNEVEN;
  const isBeside = ([x, , depth]: Place) => x + reach * depth < 0;
  const isBeyond = ([x, , depth]: Place) => x - (columns + reach) * depth > 0;
  const isAbove = ([, y, depth]: Place) => y + reach * depth < 0;
  const isBelow = ([, y, depth]: Place) => y - (rows + reach) * depth > 0;
  const isBehind = ([, , depth]: Place) => depth < NEAREST;

  function isOutside(a: Place, b: Place, c: Place): boolean {
    return (
      (isBehind(a) && isBehind(b) && isBehind(c)) ||
      (isBeside(a) && isBeside(b) && isBeside(c)) ||
      (isBeyond(a) && isBeyond(b) && isBeyond(c)) ||
      (isAbove(a) && isAbove(b) && isAbove(c)) ||
      (isBelow(a) && isBelow(b) && isBelow(c))
    );
  }

  /** Marks the box around three places if it is small; false if they are to be divided. */
  function markSmall(a: Place, b: Place, c: Place): boolean {
    if (isBehind(a) || isBehind(b) || isBehind(c)) return false;
    const ax = a[0] / a[2];
    const bx = b[0] / b[2];
    const cx = c[0] / c[2];
    const ay = a[1] / a[2];
    const by = b[1] / b[2];
    const cy = c[1] / c[2];
    const left = Math.min(ax, bx, cx) - reach;
    const right = Math.max(ax, bx, cx) + reach;
    const top = Math.min(ay, by, cy) - reach;
    const bottom = Math.max(ay, by, cy) + reach;
    if (right - left > SMALL_BLOCKS || bottom - top > SMALL_BLOCKS) return false;
    const x1 = Math.min(columns - 1, Math.floor(right));
    const y1 = Math.min(rows - 1, Math.floor(bottom));
    for (let y = Math.max(0, Math.floor(top)); y <= y1; y++)
      for (let x = Math.max(0, Math.floor(left)); x <= x1; x++) {
        const at = y * columns + x;
        if (marks[at]! < value) marks[at] = value;
      }
    return true;
  }

  function markTriangle(a: Place, b: Place, c: Place, depth = 0): void {
    if (isOutside(a, b, c) || markSmall(a, b, c) || depth === DEEPEST) return;
    const ab = middle(a, b);
    const bc = middle(b, c);
    const ca = middle(c, a);
    markTriangle(a, ab, ca, depth + 1);
    markTriangle(ab, b, bc, depth + 1);
    markTriangle(ca, bc, c, depth + 1);
    markTriangle(ab, bc, ca, depth + 1);
  }

  function markEdge(a: Place, b: Place, depth = 0): void {
    if (isOutside(a, b, b) || markSmall(a, b, b) || depth === DEEPEST) return;
    const half = middle(a, b);
    markEdge(a, half, depth + 1);
    markEdge(half, b, depth + 1);
  }

  /** What is marked from now on. */
  function mark(next: number): void {
    value = next;
  }

  return { mark, markTriangle, markEdge };
}

function middle(a: Place, b: Place): Place {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}
