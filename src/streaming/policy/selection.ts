/**
 * Walks a pyramid from coarse to fine for one frame and decides per tile what is due, what is drawn, what is wanted.
 *
 * A visible tile is *due* at the first level where a texel covers at most `coarseness` device pixels everywhere in
 * view (or at the finest level); more of them in the periphery of an eye. A due tile that is resident is drawn; one that is not is wanted, and what is resident
 * around it stands in: finer tiles over it, the nearest resident ancestor beneath. Levels need not double: the
 * children of a tile are all tiles of the next level that overlap it, so a child may be met twice; both meetings
 * have the same outcome.
 */
import { touchesCoverage } from '../pyramid/coverage.ts';
import type { PyramidEntry } from '../memory/entry.ts';
import type { TileRecord } from '../memory/record.ts';
import { columnAt, columnCount, faceCount, rowAt, rowCount, spanHeightOf, spanWidthOf } from '../pyramid/pyramid.ts';
import { surfaceOf, tileHeightOf, tileWidthOf, type Pyramid, type PyramidLevel, type Surface } from '../pyramid/pyramid.ts'; // prettier-ignore
import { writeDirection } from '../pyramid/direction.ts';
import { Density } from './density.ts';
import type { Eye } from './eye.ts';
import { Visibility } from './visibility.ts';
import { Foveation, type Periphery } from './periphery.ts';
import type { WindowInPyramid } from './window.ts';
import { isGivenUp } from '../schedule/retry.ts';

/** How many levels below a missing due tile are searched for finer stand-ins. */
const FINER_LEVELS = 2;

export interface SelectionSink {
  /** A tile due in view; `angle` is from the view's centre to the tile's, radians. */
  want(record: TileRecord, angle: number): void;
  /** A coarse tile in view that fills the view while finer ones load, where there is no preview to do so. */
  ground(record: TileRecord, angle: number): void;
  /** A resident tile to draw; called at most twice for a tile, in no order. Returns whether it is opaque. */
  draw(record: TileRecord): boolean;
}

export interface WalkOptions {
  readonly eyes: readonly Eye[];
  readonly eyeCount: number;
  /** Device pixels that a texel may cover. */
  readonly coarseness: number;
  readonly periphery: Periphery | null;
  /** The only part of the sphere that counts; null for all of it. */
  readonly window: WindowInPyramid | null;
  readonly sink: SelectionSink;
}

export class Selection {
  readonly #visibility = new Visibility();
  readonly #density = new Density();
  readonly #centre = new Float64Array(9);
  #entry!: PyramidEntry;
  #pyramid!: Pyramid;
  #surface: Surface = 'cube';
  #eyes: readonly Eye[] = [];
  #eyeCount = 0;
  #sink!: SelectionSink;
  #coarseness = 1;
  readonly #foveation = new Foveation();
  #window: WindowInPyramid | null = null;
  #hasFailure = false;

  /** Returns whether every visible part of the sphere is covered by an opaque tile or the preview. */
  walk(entry: PyramidEntry, { eyes, eyeCount, coarseness, periphery, window, sink }: WalkOptions): boolean {
    this.#entry = entry;
    this.#pyramid = entry.pyramid;
    this.#surface = surfaceOf(entry.pyramid);
    this.#eyes = eyes;
    this.#eyeCount = eyeCount;
    this.#coarseness = coarseness;
    this.#foveation.set(periphery, eyes, eyeCount);
    this.#window = window;
    this.#sink = sink;
    let isCovered = true;
    for (let face = 0; face < faceCount(entry.pyramid); face++) isCovered = this.#walkFace(face) && isCovered;
    return isCovered;
  }

  #walkFace(face: number): boolean {
    if (!this.#isVisible(face, 0, 0, 1, 1)) return true;
    let isCovered = true;
    const columns = columnCount(this.#pyramid, 0);
    const rows = rowCount(this.#pyramid, 0);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) isCovered = this.#visit(0, face, x, y, 0) && isCovered;
    }
    if (isCovered) return true;
    const preview = this.#entry.preview[face];
    return preview?.state === 'resident' && this.#sink.draw(preview);
  }

  /** Returns whether the visible part of the tile is covered opaquely. */
  #visit(level: number, face: number, x: number, y: number, inherited: number): boolean {
    const pyramid = this.#pyramid;
    const size = sizeOf(pyramid, level);
    const u0 = columnAt(pyramid, size, x);
    const v0 = rowAt(pyramid, size, y);
    const u1 = columnAt(pyramid, size, x + 1);
    const v1 = rowAt(pyramid, size, y + 1);
    if (!this.#isVisible(face, u0, v0, u1, v1)) return true;
    if (pyramid.coverage && !touchesCoverage(pyramid, { level, face, x, y })) return true;

    const angle = this.#angleTo(face, (u0 + u1) / 2, (v0 + v1) / 2);
    const ratio = this.#pixelsPerTexel(size, face, u0, v0, u1, v1) || inherited;
    if (level === pyramid.levels.length - 1 || ratio <= this.#coarseness * 1.001) {
      return this.#visitDue(level, face, x, y, u0, v0, u1, v1, angle);
    }

    if (level === 0 && !this.#entry.hasPreview && this.#entry.base.length > 0) {
      this.#sink.ground(this.#entry.record(level, face, x, y), angle);
    }
    const isCovered = this.#visitChildren(
      level,
      face,
      u0,
      v0,
      u1,
      v1,
      (ratio * size.widthPx) / sizeOf(pyramid, level + 1).widthPx,
    );
    if (isCovered) return true;
    if (this.#hasFailure) {
      this.#hasFailure = false;
      const standIn = this.#entry.record(level, face, x, y);
      if (isGivenUp(standIn)) this.#hasFailure = true;
      else this.#sink.want(standIn, angle);
    }
    const record = this.#entry.peek(level, face, x, y);
    return record?.state === 'resident' && this.#sink.draw(record);
  }

  #visitDue(
    level: number,
    face: number,
    x: number,
    y: number,
    u0: number,
    v0: number,
    u1: number,
    v1: number,
    angle: number,
  ): boolean {
    const record = this.#entry.record(level, face, x, y);
    this.#sink.want(record, angle);
    if (record.state === 'resident') return this.#sink.draw(record);
    if (isGivenUp(record)) this.#hasFailure = true;
    this.#drawFiner(level, face, u0, v0, u1, v1, FINER_LEVELS);
    return false;
  }

  #visitChildren(
    level: number,
    face: number,
    u0: number,
    v0: number,
    u1: number,
    v1: number,
    inherited: number,
  ): boolean {
    const size = sizeOf(this.#pyramid, level + 1);
    const width = tileWidthOf(this.#pyramid, size);
    const height = tileHeightOf(this.#pyramid, size);
    const across = spanWidthOf(size);
    const down = spanHeightOf(size);
    const last = lastIndex(u1, across, width, columnCount(this.#pyramid, level + 1));
    const lastRow = lastIndex(v1, down, height, rowCount(this.#pyramid, level + 1));
    let isCovered = true;
    for (let y = firstIndex(v0, down, height); y <= lastRow; y++) {
      for (let x = firstIndex(u0, across, width); x <= last; x++) {
        isCovered = this.#visit(level + 1, face, x, y, inherited) && isCovered;
      }
    }
    return isCovered;
  }

  #drawFiner(level: number, face: number, u0: number, v0: number, u1: number, v1: number, depth: number): void {
    if (depth === 0 || level + 1 >= this.#pyramid.levels.length) return;
    const size = sizeOf(this.#pyramid, level + 1);
    const width = tileWidthOf(this.#pyramid, size);
    const height = tileHeightOf(this.#pyramid, size);
    const across = spanWidthOf(size);
    const down = spanHeightOf(size);
    const last = lastIndex(u1, across, width, columnCount(this.#pyramid, level + 1));
    const lastRow = lastIndex(v1, down, height, rowCount(this.#pyramid, level + 1));
    for (let y = firstIndex(v0, down, height); y <= lastRow; y++) {
      for (let x = firstIndex(u0, across, width); x <= last; x++) {
        const record = this.#entry.peek(level + 1, face, x, y);
        if (record?.state === 'resident') this.#sink.draw(record);
        this.#drawFiner(
          level + 1,
          face,
          columnAt(this.#pyramid, size, x),
          rowAt(this.#pyramid, size, y),
          columnAt(this.#pyramid, size, x + 1),
          rowAt(this.#pyramid, size, y + 1),
          depth - 1,
        );
      }
    }
  }

  #isVisible(face: number, u0: number, v0: number, u1: number, v1: number): boolean {
    if (this.#window && !this.#window.touches(this.#pyramid.projection, face, u0, v0, u1, v1)) return false;
    for (let i = 0; i < this.#eyeCount; i++) {
      const eye = this.#eyes[i];
      if (eye && this.#visibility.isVisible(eye, this.#surface, face, u0, v0, u1, v1)) return true;
    }
    return false;
  }

  /** The most of all eyes, where an eye's periphery counts for less. */
  #pixelsPerTexel(size: PyramidLevel, face: number, u0: number, v0: number, u1: number, v1: number): number {
    let most = 0;
    for (let i = 0; i < this.#eyeCount; i++) {
      const eye = this.#eyes[i];
      if (!eye) continue;
      const surface = this.#surface;
      const ratio = this.#density.pixelsPerTexel(eye, surface, face, u0, v0, u1, v1, size.widthPx, size.heightPx);
      most = Math.max(most, ratio / this.#foveation.scaleAt(i, surface, face, u0, v0, u1, v1));
    }
    return most;
  }

  #angleTo(face: number, u: number, v: number): number {
    const c = this.#centre;
    writeDirection(this.#surface, face, u, v, c, this.#eyes[0]?.position);
    const length = Math.hypot(c[0] ?? 0, c[1] ?? 0, c[2] ?? 0);
    let most = -1;
    for (let i = 0; i < this.#eyeCount; i++) {
      const b = this.#eyes[i]?.basis;
      if (b)
        most = Math.max(
          most,
          ((b[6] ?? 0) * (c[0] ?? 0) + (b[7] ?? 0) * (c[1] ?? 0) + (b[8] ?? 0) * (c[2] ?? 0)) / length,
        );
    }
    return Math.acos(Math.min(1, most));
  }
}

function sizeOf(pyramid: Pyramid, level: number): PyramidLevel {
  const size = pyramid.levels[level];
  if (!size) throw new RangeError(`pyramid "${pyramid.id}" has no level ${level}`);
  return size;
}

/** The first tile that overlaps a fraction by more than half a texel. */
function firstIndex(from: number, sizePx: number, tilePx: number): number {
  return Math.max(0, Math.floor((from * sizePx + 0.5) / tilePx));
}

/** The face's end is the last tile's, however few texels of it are left. */
function lastIndex(to: number, sizePx: number, tilePx: number, count: number): number {
  return to >= 1 ? count - 1 : Math.min(count, Math.ceil((to * sizePx - 0.5) / tilePx)) - 1;
}
