/** What is to be set up in a hall: relics with their sizes and what each should stand on, before it has a place. */
import { clamp } from '#shared/clamp.ts';
import type { Asset, Exhibition, Hotspot } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { SupportKind } from './plan.ts';

/** A box around a relic in its own frame, metres. */
export interface Bounds {
  readonly min: Vec3;
  readonly max: Vec3;
}

export interface Piece {
  readonly hotspot: Hotspot & { readonly kind: 'relic' };
  readonly bounds: Bounds;
  /** 1 is true size; less only for what no hall could hold. */
  readonly scale: number;
  /** Width, height and depth at that scale. */
  readonly size: Vec3;
  readonly support: {
    readonly kind: SupportKind;
    readonly width: number;
    readonly depth: number;
    readonly top: number;
  };
}

/** What counts as a model's size where the document does not say it. */
const UNKNOWN: Bounds = { min: [-0.25, 0, -0.25], max: [0.25, 0.5, 0.25] };
/** Nothing is shown larger than this. */
const LARGEST = 40;
/** What is wider or higher stands on a platform instead of a plinth. */
const PLINTH_WIDTH = 1.1;
const PLINTH_HEIGHT = 1.3;
/** The middle of a small relic comes to this height: eye level of those who stand and those who sit. */
const MIDDLE = 1.38;
const LOWEST_PLINTH = 0.35;
const HIGHEST_PLINTH = 1.2;
const LOWEST_PLATFORM = 0.1;
const HIGHEST_PLATFORM = 0.45;
/** What stays free around a relic on its plinth and platform. */
const RIM = 0.09;
const PLATFORM_RIM = 0.25;
const NARROWEST_PLINTH = 0.36;
/** Plinths come in steps of this, so that neighbours look alike. */
const STEP = 0.06;

/** The relics of a hall that have no place of their own, in the order of the document. */
export function listPieces(exhibition: Exhibition, hotspots: readonly Hotspot[]): Piece[] {
  return hotspots.flatMap((hotspot) => {
    if (hotspot.kind !== 'relic' || hotspot.stands) return [];
    return [measurePiece(exhibition, hotspot)];
  });
}

export function measurePiece(exhibition: Exhibition, hotspot: Piece['hotspot']): Piece {
  const bounds = boundsOf(exhibition.assets.find(({ id }) => id === hotspot.model));
  const [w, h, d] = [0, 1, 2].map((k) => (bounds.max[k] ?? 0) - (bounds.min[k] ?? 0)) as unknown as Vec3;
  const asked = hotspot.stands?.scale ?? 1;
  const scale = asked * Math.min(1, LARGEST / (Math.max(w, h, d) * asked));
  const size: Vec3 = [w * scale, h * scale, d * scale];
  return { hotspot, bounds, scale, size, support: supportFor(size) };
}

/** The box of a model or tileset, whatever the document says of it. */
export function boundsOf(asset: Asset | undefined): Bounds {
  const box = asset?.kind === 'model' || asset?.kind === 'tileset' ? asset.boundingBox : undefined;
  if (!box) return UNKNOWN;
  const isBox = [0, 1, 2].every((k) => (box.max[k] ?? 0) >= (box.min[k] ?? 0));
  const longest = Math.max(...[0, 1, 2].map((k) => (box.max[k] ?? 0) - (box.min[k] ?? 0)));
  return isBox && longest > 1e-4 ? box : UNKNOWN;
}

function supportFor([w, h, d]: Vec3): Piece['support'] {
  if (Math.max(w, d) > PLINTH_WIDTH || h > PLINTH_HEIGHT) {
    const top = clamp(MIDDLE - h / 2, LOWEST_PLATFORM, HIGHEST_PLATFORM);
    return { kind: 'platform', width: w + 2 * PLATFORM_RIM, depth: d + 2 * PLATFORM_RIM, top };
  }
  const top = clamp(MIDDLE - h / 2, LOWEST_PLINTH, HIGHEST_PLINTH);
  const width = plinthSide(w);
  const depth = plinthSide(d);
  // What is nearly square is square.
  const isSquare = Math.max(width, depth) < 1.5 * Math.min(width, depth);
  const side = Math.max(width, depth);
  return { kind: 'plinth', width: isSquare ? side : width, depth: isSquare ? side : depth, top };
}

function plinthSide(length: number): number {
  return Math.max(NARROWEST_PLINTH, Math.ceil((length + 2 * RIM) / STEP - 1e-9) * STEP);
}
