/** Corners at the same place become one vertex; then it can be said whether the surface is closed. Plain numbers. */

export interface WeldedMesh {
  /** Three numbers a vertex. */
  readonly positions: Float32Array;
  /** Three vertices a triangle. */
  readonly triangles: Uint32Array;
  /** Which of the triangles that were given each one is; those without an area are left out. */
  readonly kept: Uint32Array;
}

/** Of the mesh's size: what lies nearer together is one place. */
const TOLERANCE = 1e-6;
const FREE = -1;

/** `corners` are nine numbers a triangle. */
export function weld(corners: Float32Array): WeldedMesh {
  const count = Math.floor(corners.length / 9);
  const cell = (sizeOf(corners) || 1) * TOLERANCE;
  const table = new Int32Array(tableSize(count * 3)).fill(FREE);
  const mask = table.length - 1;
  const positions = new Float32Array(count * 9);
  const triangles = new Uint32Array(count * 3);
  const kept = new Uint32Array(count);
  let vertices = 0;
  let triangleCount = 0;
  const isSame = (vertex: number, x: number, y: number, z: number): boolean =>
    Math.round((positions[vertex * 3] ?? 0) / cell) === x &&
    Math.round((positions[vertex * 3 + 1] ?? 0) / cell) === y &&
    Math.round((positions[vertex * 3 + 2] ?? 0) / cell) === z;
  const vertexAt = (at: number): number => {
    const [x, y, z] = [0, 1, 2].map((i) => Math.round((corners[at + i] ?? 0) / cell)) as [number, number, number];
    let slot = (Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(z, 83_492_791)) & mask;
    for (let vertex = table[slot] ?? FREE; vertex !== FREE; vertex = table[slot] ?? FREE) {
      if (isSame(vertex, x, y, z)) return vertex;
      slot = (slot + 1) & mask;
    }
    table[slot] = vertices;
    positions.set(corners.subarray(at, at + 3), vertices * 3);
    return vertices++;
  };
  for (let i = 0; i < count; i++) {
    if (!isFinite(corners, i * 9)) continue;
    const [a, b, c] = [vertexAt(i * 9), vertexAt(i * 9 + 3), vertexAt(i * 9 + 6)];
    if (a === b || b === c || c === a) continue;
    triangles.set([a, b, c], triangleCount * 3);
    kept[triangleCount++] = i;
  }
  return {
    positions: positions.slice(0, vertices * 3),
    triangles: triangles.slice(0, triangleCount * 3),
    kept: kept.slice(0, triangleCount),
  };
}

export interface Seams {
  /** Edges with a surface on one side only: a printer cannot tell inside from outside there. */
  readonly openEdges: number;
  /** Edges where more than two triangles meet, or two that face opposite ways. */
  readonly tangledEdges: number;
}

/** A surface is watertight where both are 0. */
export function findSeams(triangles: Uint32Array): Seams {
  const size = tableSize(triangles.length);
  const mask = size - 1;
  const from = new Int32Array(size).fill(FREE);
  const to = new Int32Array(size);
  const forward = new Uint8Array(size);
  const backward = new Uint8Array(size);
  for (let i = 0; i < triangles.length; i++) {
    const a = triangles[i] ?? 0;
    const b = triangles[i % 3 === 2 ? i - 2 : i + 1] ?? 0;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    let slot = (Math.imul(low, 73_856_093) ^ Math.imul(high, 19_349_663)) & mask;
    while (from[slot] !== FREE && (from[slot] !== low || to[slot] !== high)) slot = (slot + 1) & mask;
    from[slot] = low;
    to[slot] = high;
    const side = a === low ? forward : backward;
    side[slot] = Math.min((side[slot] ?? 0) + 1, 3);
  }
  let openEdges = 0;
  let tangledEdges = 0;
  for (let slot = 0; slot < size; slot++) {
    const [ahead, back] = [forward[slot] ?? 0, backward[slot] ?? 0];
    if (ahead + back === 1) openEdges += 1;
    else if (ahead + back > 1 && (ahead !== 1 || back !== 1)) tangledEdges += 1;
  }
  return { openEdges, tangledEdges };
}

/** A power of two at least twice as large as what is put in. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(entries, 1) * 2));
}

function isFinite(corners: Float32Array, at: number): boolean {
  for (let i = at; i < at + 9; i++) if (!Number.isFinite(corners[i])) return false;
  return true;
}

function sizeOf(corners: Float32Array): number {
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < corners.length; i++) {
    const value = corners[i] ?? 0;
    if (!Number.isFinite(value)) continue;
    if (value < (least[i % 3] ?? 0)) least[i % 3] = value;
    if (value > (most[i % 3] ?? 0)) most[i % 3] = value;
  }
  return Math.max(...most.map((value, i) => value - (least[i] ?? 0)));
}
