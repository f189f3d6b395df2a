/**
 * Cuts a mesh into charts, each flat enough to be laid on a texture by looking along one of the six axes. A chart grows
 * from triangle to triangle as long as these face its axis and as long as nothing is laid over what already lies there.
 */
import { findNeighbours, measureFaces, smoothFaces } from './neighbours.ts';

/** The directions charts are looked at from: right, up and towards the viewer, right-handed. */
export interface ChartFrame {
  readonly right: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly out: readonly [number, number, number];
}

export const CHART_FRAMES: readonly ChartFrame[] = [
  { out: [1, 0, 0], right: [0, 0, -1], up: [0, 1, 0] },
  { out: [-1, 0, 0], right: [0, 0, 1], up: [0, 1, 0] },
  { out: [0, 1, 0], right: [1, 0, 0], up: [0, 0, -1] },
  { out: [0, -1, 0], right: [1, 0, 0], up: [0, 0, 1] },
  { out: [0, 0, 1], right: [1, 0, 0], up: [0, 1, 0] },
  { out: [0, 0, -1], right: [-1, 0, 0], up: [0, 1, 0] },
];

export interface Charts {
  /** A value a triangle. */
  readonly chartOfTriangle: Int32Array;
  /** A value a chart: index into `CHART_FRAMES`. */
  readonly frameOfChart: readonly number[];
}

/** Islands of less than this share of all triangles may be swallowed by the charts around them. */
const SMALL_ISLAND = 0.004;
/** Charts of at most so many triangles are dissolved. */
const CRUMB = 6;
/** Cosine of the steepest slope that a chart takes over from an island. */
const STEEPEST = 0.3;

export function cutCharts(positions: Float32Array, indices: Uint32Array): Charts {
  const count = indices.length / 3;
  const across = findNeighbours(indices, positions.length / 3);
  const faces = measureFaces(positions, indices);
  const smooth = smoothFaces(faces, across, Math.round(Math.sqrt(count) / 18) + 2);
  const side = new Uint8Array(count);
  for (let t = 0; t < count; t++) {
    side[t] = facing(smooth, t);
    if (slope(faces, t, side[t]!) < 0.2) side[t] = facing(faces, t);
  }
  const isSmall = findSmallIslands(side, across, count * SMALL_ISLAND);
  const chartOfTriangle = new Int32Array(count).fill(-1);
  const frameOfChart: number[] = [];
  const ground = createGround(positions, indices, faces);
  // Large islands first, then what they did not swallow.
  for (const wantsSmall of [false, true])
    for (let seed = 0; seed < count; seed++) {
      if (chartOfTriangle[seed]! >= 0 || isSmall[seed] !== (wantsSmall ? 1 : 0)) continue;
      const chart = frameOfChart.length;
      const frame = side[seed]!;
      frameOfChart.push(frame);
      const queue = [seed];
      chartOfTriangle[seed] = chart;
      ground.lay(seed, frame, chart, true);
      for (let head = 0; head < queue.length; head++)
        for (let edge = 0; edge < 3; edge++) {
          const next = across[queue[head]! * 3 + edge]!;
          if (next < 0 || chartOfTriangle[next]! >= 0) continue;
          if (side[next] !== frame && !(isSmall[next] === 1 && slope(faces, next, frame) > STEEPEST)) continue;
          if (!ground.lay(next, frame, chart, false)) continue;
          chartOfTriangle[next] = chart;
          queue.push(next);
        }
    }
  return dissolveCrumbs(chartOfTriangle, frameOfChart, faces, across);
}

/** Gives the triangles of charts too small to be worth a gutter to the largest chart beside them. */
function dissolveCrumbs(
  chartOfTriangle: Int32Array,
  frameOfChart: readonly number[],
  faces: Float32Array,
  across: Int32Array,
): Charts {
  const sizes = new Uint32Array(frameOfChart.length);
  for (const chart of chartOfTriangle) sizes[chart]!++;
  for (let round = 0; round < 4; round++)
    for (let t = 0; t < chartOfTriangle.length; t++) {
      const own = chartOfTriangle[t]!;
      if (sizes[own]! > CRUMB) continue;
      let best = own;
      for (let edge = 0; edge < 3; edge++) {
        const next = across[t * 3 + edge]!;
        if (next < 0) continue;
        const chart = chartOfTriangle[next]!;
        if (sizes[chart]! > sizes[best]! && slope(faces, t, frameOfChart[chart]!) > 0.05) best = chart;
      }
      if (best === own) continue;
      sizes[own]!--;
      sizes[best]!++;
      chartOfTriangle[t] = best;
    }
  const renamed = new Int32Array(frameOfChart.length).fill(-1);
  const kept: number[] = [];
  for (let t = 0; t < chartOfTriangle.length; t++) {
    const chart = chartOfTriangle[t]!;
    if (renamed[chart]! < 0) {
      renamed[chart] = kept.length;
      kept.push(frameOfChart[chart]!);
    }
    chartOfTriangle[t] = renamed[chart]!;
  }
  return { chartOfTriangle, frameOfChart: kept };
}

/** The axis a triangle faces most. */
function facing(faces: Float32Array, triangle: number): number {
  let best = 0;
  let most = -Infinity;
  for (let axis = 0; axis < 3; axis++) {
    const value = faces[triangle * 3 + axis]!;
    if (Math.abs(value) > most) {
      most = Math.abs(value);
      best = axis * 2 + (value < 0 ? 1 : 0);
    }
  }
  return best;
}

/** Cosine between a triangle and an axis. */
function slope(faces: Float32Array, triangle: number, frame: number): number {
  const x = faces[triangle * 3]!;
  const y = faces[triangle * 3 + 1]!;
  const z = faces[triangle * 3 + 2]!;
  const { out } = CHART_FRAMES[frame]!;
  return (x * out[0] + y * out[1] + z * out[2]) / (Math.hypot(x, y, z) || 1);
}

/** 1 for triangles of islands with fewer than `limit` triangles of the same side. */
function findSmallIslands(side: Uint8Array, across: Int32Array, limit: number): Uint8Array {
  const isSmall = new Uint8Array(side.length);
  const seen = new Uint8Array(side.length);
  for (let seed = 0; seed < side.length; seed++) {
    if (seen[seed]) continue;
    const island = [seed];
    seen[seed] = 1;
    for (let head = 0; head < island.length; head++)
      for (let edge = 0; edge < 3; edge++) {
        const next = across[island[head]! * 3 + edge]!;
        if (next < 0 || seen[next] || side[next] !== side[seed]) continue;
        seen[next] = 1;
        island.push(next);
      }
    if (island.length < limit) for (const triangle of island) isSmall[triangle] = 1;
  }
  return isSmall;
}

/** Remembers what a growing chart covers, on a grid of half an edge. */
function createGround(positions: Float32Array, indices: Uint32Array, faces: Float32Array) {
  let area = 0;
  for (let t = 0; t < faces.length; t += 3) area += Math.hypot(faces[t]!, faces[t + 1]!, faces[t + 2]!);
  const cell = Math.sqrt((area / faces.length) * 3) * 0.45;
  let reach = 0;
  for (const value of positions) reach = Math.max(reach, Math.abs(value));
  const side = Math.ceil((2 * reach) / cell) + 4;
  const covered = new Int32Array(side * side).fill(-1);

  /** False where the triangle would lie on its own chart; else marks it. Cells count by their middles. */
  function lay(triangle: number, frame: number, chart: number, isForced: boolean): boolean {
    const { right, up } = CHART_FRAMES[frame]!;
    const across = (corner: number, axis: readonly [number, number, number]) => {
      const at = indices[triangle * 3 + corner]! * 3;
      const along = positions[at]! * axis[0] + positions[at + 1]! * axis[1] + positions[at + 2]! * axis[2];
      return (along + reach) / cell + 1.5;
    };
    const ax = across(0, right);
    const ay = across(0, up);
    const bx = across(1, right);
    const by = across(1, up);
    const cx = across(2, right);
    const cy = across(2, up);
    const determinant = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (determinant <= 1e-9) return isForced;
    for (let pass = 0; pass < 2; pass++)
      for (let y = Math.ceil(Math.min(ay, by, cy)); y <= Math.max(ay, by, cy); y++)
        for (let x = Math.ceil(Math.min(ax, bx, cx)); x <= Math.max(ax, bx, cx); x++) {
          const u = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / determinant;
          const v = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / determinant;
          if (u < 0 || v < 0 || u + v >= 1) continue;
          if (pass === 0) {
            if (covered[y * side + x] === chart) return false;
          } else covered[y * side + x] = chart;
        }
    return true;
  }
  return { lay };
}
