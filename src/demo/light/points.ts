/** Where light is gathered: a grid on every painting, clusters of vertices on finishes and statues. */
import type { Cave, SheetPoint } from '#demo/cave/cave.ts';
import { sheetNormal } from '#demo/form/mesh.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import type { BakeEffort } from '#demo/light/bakeTypes.ts';

/** Samples stay so far from the edges of their sheet, metres: in a corner they would lie in the next wall. */
const EDGE = 0.012;
/** Triangles claim samples that lie so far beside them, in cells. */
const SLACK = 0.02;

/** A grid over a painting; `owner` is the point of each sample, −1 where no sheet lies. */
export interface LightGrid {
  readonly painting: number;
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  readonly owner: Int32Array;
}

export interface PointSet {
  /** POINT_STRIDE values a point. */
  readonly points: Float32Array;
  readonly grids: readonly LightGrid[];
  /** Points before this lie on paintings, the others are clusters. */
  readonly firstCluster: number;
  /** Cluster point of each free vertex. */
  readonly clusterOfVertex: Int32Array;
}

export function listPoints(cave: Cave, scene: Scene, effort: BakeEffort): PointSet {
  const points: number[] = [];
  const grids = cave.paintings.map(({ width, height, lightCell }, painting): LightGrid => {
    const cell = lightCell * effort.cellScale;
    const columns = Math.ceil(width / cell) + 1;
    const rows = Math.ceil(height / cell) + 1;
    return { painting, width: columns, height: rows, cell, owner: new Int32Array(columns * rows).fill(-1) };
  });
  const insets = cave.sheets.map((sheet) => measureInset(sheet.at));
  const claim = createClaim(cave, scene, points, insets);
  for (let triangle = 0; triangle < scene.partOfTriangle.length; triangle++) {
    const part = scene.parts[scene.partOfTriangle[triangle]!]!;
    if (part.kind === 'painted') claim(triangle, part.sheet, grids[part.painting]!);
  }
  const firstCluster = points.length / 6;
  const clusterOfVertex = listClusters(scene, effort.clusterSize, points);
  const shared = new Float32Array(new SharedArrayBuffer(points.length * 4));
  shared.set(points);
  return { points: shared, grids, firstCluster, clusterOfVertex };
}

/** How far EDGE is in s and t, measured along the middle lines. */
function measureInset(at: (s: number, t: number, out: SheetPoint) => void): [number, number] {
  const here: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  let last = [0, 0, 0];
  const measure = (place: (q: number) => void): number => {
    let length = 0;
    for (let i = 0; i <= 16; i++) {
      place(i / 16);
      if (i > 0) length += Math.hypot(here.x - last[0]!, here.y - last[1]!, here.z - last[2]!);
      last = [here.x, here.y, here.z];
    }
    return Math.min(0.2, EDGE / (length + 1e-6));
  };
  return [measure((q) => at(q, 0.5, here)), measure((q) => at(0.5, q, here))];
}

/** Answers a function that gives a triangle's grid samples their points on the exact sheet. */
function createClaim(cave: Cave, scene: Scene, points: number[], insets: readonly [number, number][]) {
  const { indices, uvs, parameters, normals } = scene;
  const out: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  return (triangle: number, sheetIndex: number, grid: LightGrid): void => {
    const [a, b, c] = [indices[triangle * 3]!, indices[triangle * 3 + 1]!, indices[triangle * 3 + 2]!];
    const [au, bu, cu] = [uvs[a * 2]! / grid.cell, uvs[b * 2]! / grid.cell, uvs[c * 2]! / grid.cell];
    const [av, bv, cv] = [uvs[a * 2 + 1]! / grid.cell, uvs[b * 2 + 1]! / grid.cell, uvs[c * 2 + 1]! / grid.cell];
    const area = (bu - au) * (cv - av) - (cu - au) * (bv - av);
    if (Math.abs(area) < 1e-9) return;
    const sheet = cave.sheets[sheetIndex]!;
    const [insetS, insetT] = insets[sheetIndex]!;
    const right = Math.min(grid.width - 1, Math.floor(Math.max(au, bu, cu) + SLACK));
    const bottom = Math.min(grid.height - 1, Math.floor(Math.max(av, bv, cv) + SLACK));
    for (let row = Math.max(0, Math.ceil(Math.min(av, bv, cv) - SLACK)); row <= bottom; row++)
      for (let column = Math.max(0, Math.ceil(Math.min(au, bu, cu) - SLACK)); column <= right; column++) {
        const at = row * grid.width + column;
        if (grid.owner[at]! >= 0) continue;
        const wb = ((column - au) * (cv - av) - (cu - au) * (row - av)) / area;
        const wc = ((bu - au) * (row - av) - (column - au) * (bv - av)) / area;
        if (wb < -SLACK || wc < -SLACK || wb + wc > 1 + SLACK) continue;
        const blend = (values: Float32Array, stride: number, k: number) =>
          values[a * stride + k]! * (1 - wb - wc) + values[b * stride + k]! * wb + values[c * stride + k]! * wc;
        const s = Math.min(1 - insetS, Math.max(insetS, blend(parameters, 2, 0)));
        const t = Math.min(1 - insetT, Math.max(insetT, blend(parameters, 2, 1)));
        sheet.at(s, t, out);
        const [nx, ny, nz] = sheetNormal(sheet, s, t);
        const agrees = nx * blend(normals, 3, 0) + ny * blend(normals, 3, 1) + nz * blend(normals, 3, 2);
        const side = agrees < 0 ? -1 : 1;
        grid.owner[at] = points.length / 6;
        points.push(out.x, out.y, out.z, nx * side, ny * side, nz * side);
      }
  };
}

/** Free vertices that are near each other, on one part and look the same way share a point at their mean. */
function listClusters(scene: Scene, size: number, points: number[]): Int32Array {
  const { positions, normals, firstFreeVertex } = scene;
  const count = positions.length / 3 - firstFreeVertex;
  const partOfVertex = new Uint16Array(count);
  for (let triangle = 0; triangle < scene.partOfTriangle.length; triangle++)
    for (let k = 0; k < 3; k++) {
      const vertex = scene.indices[triangle * 3 + k]! - firstFreeVertex;
      if (vertex >= 0) partOfVertex[vertex] = scene.partOfTriangle[triangle]!;
    }
  const clusters = new Map<number, number>();
  const clusterOfVertex = new Int32Array(count);
  const first = points.length / 6;
  const members: number[] = [];
  for (let vertex = 0; vertex < count; vertex++) {
    const at = (vertex + firstFreeVertex) * 3;
    let key = partOfVertex[vertex]! * 6 + dominantSide(normals[at]!, normals[at + 1]!, normals[at + 2]!);
    for (let axis = 0; axis < 3; axis++) key = key * 4096 + ((Math.floor(positions[at + axis]! / size) + 2048) & 4095);
    let cluster = clusters.get(key);
    if (cluster === undefined) {
      clusters.set(key, (cluster = clusters.size));
      points.push(0, 0, 0, 0, 0, 0);
      members.push(0);
    }
    clusterOfVertex[vertex] = first + cluster;
    members[cluster]!++;
    for (let axis = 0; axis < 3; axis++) {
      points[(first + cluster) * 6 + axis]! += positions[at + axis]!;
      points[(first + cluster) * 6 + 3 + axis]! += normals[at + axis]!;
    }
  }
  for (let cluster = 0; cluster < members.length; cluster++) {
    const at = (first + cluster) * 6;
    const length = Math.hypot(points[at + 3]!, points[at + 4]!, points[at + 5]!) || 1;
    for (let axis = 0; axis < 3; axis++) {
      points[at + axis]! /= members[cluster]!;
      points[at + 3 + axis]! /= length;
    }
  }
  return clusterOfVertex;
}

function dominantSide(x: number, y: number, z: number): number {
  const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  if (ax >= ay && ax >= az) return x > 0 ? 0 : 1;
  if (ay >= az) return y > 0 ? 2 : 3;
  return z > 0 ? 4 : 5;
}
