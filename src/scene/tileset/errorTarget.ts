/**
 * How coarse tiles may be, in pixels of error on the screen, so that what is drawn stays in the budget. Coarser at
 * once, within the frame, since coarser tiles are there already; finer a little at a time, and not again at a view
 * that has just proved too much.
 */

export interface TileLoad {
  readonly triangles: number;
  readonly draws: number;
  /** Of what is wanted, whether it is shown or stands by. */
  readonly bytes: number;
  /** Tiles that were wanted and found no room. */
  readonly refused: number;
  /** Whether everything wanted is here. */
  readonly isIdle: boolean;
}

export interface TileBudget {
  /** Of a frame, all eyes together. */
  readonly triangles: number;
  /** Draw calls of a frame, all eyes together; no bound by default. */
  readonly draws?: number;
  /** Of geometry and textures on the GPU. */
  readonly gpuBytes: number;
  /** Finest error, pixels: below it nobody sees a difference. 6 by default. */
  readonly errorPx?: number;
}

const DEFAULT_ERROR_PX = 6;
const STEP = 1.25;
/** No tileset is drawn finer than its root, so that no error larger than this changes anything. */
const COARSEST_PX = 1e6;
const PATIENCE = 3;
/** A finer step may double what is drawn. */
const ROOM = 0.45;

export class ErrorTarget {
  #budget: TileBudget;
  #value: number;
  #isHeld = false;
  #framesRefused = 0;

  constructor(budget: TileBudget) {
    this.#budget = budget;
    this.#value = finestOf(budget);
  }

  get value(): number {
    return this.#value;
  }

  setBudget(budget: TileBudget): void {
    this.#budget = budget;
    this.#value = Math.max(this.#value, finestOf(budget));
    this.#isHeld = false;
  }

  /** The view has changed: what was too much before may fit now. */
  release(): void {
    this.#isHeld = false;
  }

  /** Whether the value has changed, so that the tiles must be chosen again before the frame is drawn. */
  isRaised(load: TileLoad): boolean {
    // Room may be made within a frame; only what finds none again is too much.
    this.#framesRefused = load.refused > 0 && load.isIdle ? this.#framesRefused + 1 : 0;
    const { triangles, draws = Infinity } = this.#budget;
    const isOver = load.triangles > triangles || load.draws > draws || this.#framesRefused >= PATIENCE;
    if (!isOver || this.#value >= COARSEST_PX) return false;
    this.#framesRefused = 0;
    this.#value *= STEP;
    this.#isHeld = true;
    return true;
  }

  isLowered(load: TileLoad): boolean {
    const { triangles, draws = Infinity, gpuBytes } = this.#budget;
    const finest = finestOf(this.#budget);
    const isLight = load.triangles < triangles * ROOM && load.draws < draws * ROOM;
    const hasRoom = isLight && load.bytes < gpuBytes * ROOM && load.refused === 0;
    if (this.#isHeld || !load.isIdle || !hasRoom || this.#value <= finest) return false;
    this.#value = Math.max(this.#value / STEP, finest);
    return true;
  }
}

function finestOf({ errorPx = DEFAULT_ERROR_PX }: TileBudget): number {
  return errorPx;
}
