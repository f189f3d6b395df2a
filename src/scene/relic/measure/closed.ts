import type { Soup } from './unpack.ts';

/** Open edges together no longer than this share of a part's diagonal are pinholes: it can still be filled. */
const PINHOLES = 0.25;
/** Steps from the middle to the farthest vertex. */
const LATTICE = 2 ** 20;

/**
 * Whether each part encloses something: all but pinholes of its edges lie between two triangles. Vertices at the very
 * same place count as one, since texture seams double them.
 */
export function findClosed(soup: Soup): boolean[] {
  const welded = weld(soup.positions);
  const closed: boolean[] = [];
  for (let part = 0; part + 1 < soup.starts.length; part++) {
    closed.push(isClosed(soup, welded, soup.starts[part] ?? 0, soup.starts[part + 1] ?? 0));
  }
  return closed;
}

/** For every vertex the first one at its place, as near as a millionth of the whole. */
function weld(positions: Float32Array): Uint32Array {
  const count = positions.length / 3;
  const cells = toCells(positions);
  const size = tableSize(count);
  const table = new Int32Array(size).fill(-1);
  const first = new Uint32Array(count);
  for (let v = 0; v < count; v++) {
    const at = v * 3;
    let slot = mix((cells[at] ?? 0) ^ mix((cells[at + 1] ?? 0) ^ mix(cells[at + 2] ?? 0))) & (size - 1);
    for (;;) {
      const other = table[slot] ?? -1;
      if (other < 0) {
        table[slot] = v;
        first[v] = v;
        break;
      }
      const o = other * 3;
      if (cells[o] === cells[at] && cells[o + 1] === cells[at + 1] && cells[o + 2] === cells[at + 2]) {
        first[v] = other;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return first;
}

/** Positions in whole steps of a fine lattice: seams that arithmetic has torn by a hair are one again. */
function toCells(positions: Float32Array): Int32Array {
  let most = 0;
  for (const value of positions) most = Math.max(most, Math.abs(value));
  const scale = LATTICE / (most || 1);
  return Int32Array.from(positions, (value) => Math.round(value * scale));
}

function isClosed({ positions, index }: Soup, welded: Uint32Array, start: number, end: number): boolean {
  if (end - start < 12) return false;
  const size = tableSize(end - start);
  const from = new Int32Array(size).fill(-1);
  const to = new Uint32Array(size);
  /** Triangles on one side of an edge less those on the other. */
  const balance = new Int8Array(size);
  const bounds = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let corner = start; corner < end; corner++) {
    const isThird = (corner - start) % 3 === 2;
    const a = welded[index[corner] ?? 0] ?? 0;
    const b = welded[index[isThird ? corner - 2 : corner + 1] ?? 0] ?? 0;
    for (let k = 0; k < 3; k++) {
      const value = positions[a * 3 + k] ?? 0;
      bounds[k] = Math.min(bounds[k] ?? 0, value);
      bounds[k + 3] = Math.max(bounds[k + 3] ?? 0, value);
    }
    if (a === b) continue;
    const [low, high, sign] = a < b ? [a, b, 1] : [b, a, -1];
    let slot = mix(low ^ mix(high)) & (size - 1);
    while ((from[slot] ?? -1) >= 0 && (from[slot] !== low || to[slot] !== high)) slot = (slot + 1) & (size - 1);
    from[slot] = low;
    to[slot] = high;
    balance[slot] = (balance[slot] ?? 0) + sign;
  }
  let open = 0;
  for (let slot = 0; slot < size; slot++) {
    const low = from[slot] ?? -1;
    if (low < 0 || balance[slot] === 0) continue;
    const [a, b] = [low * 3, (to[slot] ?? 0) * 3];
    open += Math.hypot(
      (positions[a] ?? 0) - (positions[b] ?? 0),
      (positions[a + 1] ?? 0) - (positions[b + 1] ?? 0),
      (positions[a + 2] ?? 0) - (positions[b + 2] ?? 0),
    );
  }
  const [x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0] = bounds;
  return open <= PINHOLES * Math.hypot(x1 - x0, y1 - y0, z1 - z0);
}

/** Room for as many entries with as much left free, so that few lie beside their place. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(8, entries * 2)));
}

/** Spreads the bits of a whole number over all 32 (the finalizer of MurmurHash 3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
