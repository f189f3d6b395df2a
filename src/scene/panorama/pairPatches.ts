/**
 * Two pictures of one place, drawn as one: every patch of either is given the part of the other picture that lies under
 * it, so that one program can read both.
 *
 * The patches are those of both pictures, coarse to fine, so where one of them is loaded finer than the other its patches
 * come last. Each goes with the finest tile of the other picture that contains it; what the other picture has that is
 * finer still brings patches of its own. A patch that would be painted over everywhere is left out, and so is the second
 * of two that say the same. For this, tiles of the two have to nest: sizes of levels that are multiples of each other.
 */
import type { FrameReport, TileDraw } from '#streaming/ports.ts';
import { columnAt, levelOf, PREVIEW_LEVEL, rowAt } from '#streaming/pyramid/pyramid.ts';

export interface PatchPair {
  /** The tile that the patch covers. */
  own: TileDraw;
  /** What lies under it in the other picture; null while nothing of it is there. */
  other: TileDraw | null;
  /** Whether `own` belongs to the second of the two. */
  isSecond: boolean;
  opacity: number;
}

/** Fractions of a face; far below a texel. */
const SLACK = 1e-9;

export class PatchPairs {
  /** Coarse to fine; only the first `count` are of this frame. Rewritten in place. */
  readonly pairs: PatchPair[] = [];
  count = 0;
  /** What the two pictures draw in this frame, each coarse to fine. */
  readonly first: TileDraw[] = [];
  readonly second: TileDraw[] = [];

  /** `first` and `second` are the indices of the two in the list that the report was made for. */
  pair(report: FrameReport, first: number, second: number): void {
    collect(report, first, this.first);
    collect(report, second, this.second);
    this.count = 0;
    for (const draw of this.first) this.#take(draw, false, report.isCovered[second] === true);
    for (const draw of this.second) this.#take(draw, true, report.isCovered[first] === true);
  }

  #take(own: TileDraw, isSecond: boolean, isOtherCovered: boolean): void {
    const others = isSecond ? this.first : this.second;
    const other = findBeneath(own, others);
    if (!other && isOtherCovered && others.some((one) => contains(own, one))) return;
    if (isSecond && isSaid(own, this.first, this.second)) return;
    const isBothFading = other !== null && own.opacity < 1 && other.opacity < 1 && isSameTile(own, other);
    this.#insert(own, other, isSecond, isBothFading ? Math.min(own.opacity, other.opacity) : own.opacity);
  }

  /** Behind everything coarser; of the same size, what is still fading in comes over what is there. */
  #insert(own: TileDraw, other: TileDraw | null, isSecond: boolean, opacity: number): void {
    const pair = (this.pairs[this.count] ??= { own, other, isSecond, opacity });
    pair.own = own;
    pair.other = other;
    pair.isSecond = isSecond;
    pair.opacity = opacity;
    let at = this.count++;
    for (; at > 0; at--) {
      const before = this.pairs[at - 1];
      if (!before || !isBehind(pair, before)) break;
      this.pairs[at] = before;
    }
    this.pairs[at] = pair;
  }
}

function collect({ draws, drawCount }: FrameReport, panorama: number, into: TileDraw[]): void {
  into.length = 0;
  for (let i = 0; i < drawCount; i++) {
    const draw = draws[i];
    if (draw?.panorama === panorama && draw.opacity > 0) into.push(draw);
  }
}

function isBehind(pair: PatchPair, before: PatchPair): boolean {
  const [size, sizeBefore] = [texelsAcross(pair.own), texelsAcross(before.own)];
  if (size !== sizeBefore) return size < sizeBefore;
  return pair.opacity >= 1 && before.opacity < 1;
}

/** The finest opaque tile that contains the patch; without one, the finest that does. */
function findBeneath(own: TileDraw, others: readonly TileDraw[]): TileDraw | null {
  let fading: TileDraw | null = null;
  for (let i = others.length - 1; i >= 0; i--) {
    const other = others[i];
    if (!other || !contains(other, own)) continue;
    // Two that fade in together are one patch.
    if (other.opacity >= 1 || (own.opacity < 1 && isSameTile(own, other))) return other;
    fading ??= other;
  }
  return fading;
}

/** Whether a tile of the second picture went with its counterpart of the first already. */
function isSaid(own: TileDraw, first: readonly TileDraw[], second: readonly TileDraw[]): boolean {
  const counterpart = first.find((one) => isSameTile(one, own));
  return (
    counterpart !== undefined && findBeneath(counterpart, second) === own && findBeneath(own, first) === counterpart
  );
}

function isSameTile(a: TileDraw, b: TileDraw): boolean {
  return texelsAcross(a) === texelsAcross(b) && contains(a, b) && contains(b, a);
}

function contains(outer: TileDraw, inner: TileDraw): boolean {
  return (
    outer.tile.face === inner.tile.face &&
    leftOf(outer) <= leftOf(inner) + SLACK &&
    topOf(outer) <= topOf(inner) + SLACK &&
    rightOf(outer) >= rightOf(inner) - SLACK &&
    bottomOf(outer) >= bottomOf(inner) - SLACK
  );
}

/** Texels across the whole face at the tile's level. */
function texelsAcross({ pyramid, tile: { level } }: TileDraw): number {
  return level === PREVIEW_LEVEL ? (pyramid.previewFaceSize ?? 0) : levelOf(pyramid, level).widthPx;
}

/** The sides of a tile's rectangle on its face, 0 to 1. */
export function leftOf({ pyramid, tile: { level, x } }: TileDraw): number {
  return level === PREVIEW_LEVEL ? 0 : columnAt(pyramid, levelOf(pyramid, level), x);
}

export function topOf({ pyramid, tile: { level, y } }: TileDraw): number {
  return level === PREVIEW_LEVEL ? 0 : rowAt(pyramid, levelOf(pyramid, level), y);
}

export function rightOf({ pyramid, tile: { level, x } }: TileDraw): number {
  return level === PREVIEW_LEVEL ? 1 : columnAt(pyramid, levelOf(pyramid, level), x + 1);
}

export function bottomOf({ pyramid, tile: { level, y } }: TileDraw): number {
  return level === PREVIEW_LEVEL ? 1 : rowAt(pyramid, levelOf(pyramid, level), y + 1);
}
