/** A way around everything that stands in a hall: over a grid, then pulled straight and its corners rounded. */
import { BODY_RADIUS, type Floor, isClear, isFree, pushOut, type Spot } from './floor.ts';

/** Side of a cell, metres, and how many there may be; a larger floor has larger ones. */
const CELL = 0.25;
const MOST_CELLS = 60_000;
/** Kept from corners on top of the body, so that they can be rounded. */
const SPARE = 0.12;
/** How far from a corner its rounding begins. */
const ROUNDING = 0.4;
const ROUNDING_POINTS = 4;

/**
 * From one spot to the free one nearest to another, both ends included. One spot alone where there is no way or none is
 * needed.
 */
export function findRoute(floor: Floor, from: Spot, to: Spot): Spot[] {
  const start = { x: from.x, z: from.z };
  const goal = { x: to.x, z: to.z };
  pushOut(floor, goal, { x: 0, z: 0 });
  if (Math.hypot(goal.x - start.x, goal.z - start.z) < 1e-3) return [start];
  if (isClear(floor, start, goal)) return [start, goal];
  const cells = searchGrid(floor, start, goal);
  return cells ? round(pullStraight(floor, [start, ...cells, goal])) : [start];
}

function searchGrid(floor: Floor, start: Spot, goal: Spot): Spot[] | null {
  const cell = Math.max(CELL, Math.sqrt((floor.width * floor.depth) / MOST_CELLS));
  const columns = Math.max(1, Math.floor(floor.width / cell));
  const rows = Math.max(1, Math.floor(floor.depth / cell));
  const xOf = (column: number) => (column + 0.5) * (floor.width / columns) - floor.width / 2;
  const zOf = (row: number) => (row + 0.5) * (floor.depth / rows) - floor.depth / 2;
  const indexOf = ({ x, z }: Spot): number => {
    const column = Math.floor(((x + floor.width / 2) / floor.width) * columns);
    const row = Math.floor(((z + floor.depth / 2) / floor.depth) * rows);
    return clampIndex(row, rows) * columns + clampIndex(column, columns);
  };
  const count = columns * rows;
  const [first, last] = [indexOf(start), indexOf(goal)];
  const cost = new Float64Array(count).fill(Infinity);
  const before = new Int32Array(count).fill(-1);
  const state = new Uint8Array(count);
  const isOpen = (index: number): boolean => {
    // The ends are free, even where the middle of their cell is not.
    if (index === first || index === last) return true;
    if (state[index] === 0) {
      const free = isFree(floor, xOf(index % columns), zOf(Math.floor(index / columns)), BODY_RADIUS + SPARE);
      state[index] = free ? 1 : 2;
    }
    return state[index] === 1;
  };
  const toGoal = (index: number) =>
    Math.hypot((index % columns) - (last % columns), Math.floor(index / columns) - Math.floor(last / columns));
  const heap = new Heap();
  cost[first] = 0;
  heap.push(first, toGoal(first));
  for (let at = heap.pop(); at >= 0; at = heap.pop()) {
    if (at === last) break;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (const [dc, dr] of NEIGHBOURS) {
      const [c, r] = [column + dc, row + dr];
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const next = r * columns + c;
      if (!isOpen(next)) continue;
      // No cutting between two blocked cells.
      if (dc !== 0 && dr !== 0 && !(isOpen(row * columns + c) && isOpen(r * columns + column))) continue;
      const way = (cost[at] ?? 0) + Math.hypot(dc, dr);
      if (way >= (cost[next] ?? Infinity) - 1e-9) continue;
      cost[next] = way;
      before[next] = at;
      heap.push(next, way + toGoal(next));
    }
  }
  if (before[last] === -1) return null;
  const cells: Spot[] = [];
  for (let at = before[last] ?? -1; at >= 0 && at !== first; at = before[at] ?? -1) {
    cells.push({ x: xOf(at % columns), z: zOf(Math.floor(at / columns)) });
  }
  return cells.reverse();
}

const NEIGHBOURS = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [1, -1], [-1, 1], [-1, -1]] as const; // prettier-ignore

function clampIndex(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

/** Leaves out every point that can be passed by in a straight line. */
function pullStraight(floor: Floor, points: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (let at = 0; at < points.length;) {
    const here = points[at];
    if (!here) break;
    kept.push(here);
    let next = at + 1;
    for (let far = points.length - 1; far > next; far--) {
      const there = points[far];
      if (there && isClear(floor, here, there, BODY_RADIUS + SPARE / 2)) {
        next = far;
        break;
      }
    }
    at = next;
  }
  return kept;
}

function round(points: readonly Spot[]): Spot[] {
  return points.flatMap((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return [corner];
    const [from, to] = [towards(corner, before), towards(corner, after)];
    return Array.from({ length: ROUNDING_POINTS + 1 }, (_, step) => {
      const t = step / ROUNDING_POINTS;
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      return { x: a * from.x + b * corner.x + c * to.x, z: a * from.z + b * corner.z + c * to.z };
    });
  });
}

function towards(corner: Spot, other: Spot): Spot {
  const way = Math.hypot(other.x - corner.x, other.z - corner.z);
  const share = Math.min(0.5, ROUNDING / Math.max(way, 1e-9));
  return { x: corner.x + (other.x - corner.x) * share, z: corner.z + (other.z - corner.z) * share };
}

/** Indices by rising cost. */
class Heap {
  readonly #indices: number[] = [];
  readonly #costs: number[] = [];

  push(index: number, cost: number): void {
    let at = this.#indices.length;
    this.#indices.push(index);
    this.#costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#costs[parent] ?? 0) <= cost) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** −1 where it is empty. */
  pop(): number {
    const top = this.#indices[0];
    if (top === undefined) return -1;
    const end = this.#indices.length - 1;
    this.#swap(0, end);
    this.#indices.pop();
    this.#costs.pop();
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < end && (this.#costs[child] ?? 0) < (this.#costs[least] ?? 0)) least = child;
      }
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const [index, cost] = [this.#indices[a] ?? 0, this.#costs[a] ?? 0];
    this.#indices[a] = this.#indices[b] ?? 0;
    this.#costs[a] = this.#costs[b] ?? 0;
    this.#indices[b] = index;
    this.#costs[b] = cost;
  }
}
