/** The land round the site as one long painting, made piece by piece where somebody looks. */
import type { Layer } from '#demo/cave/layer.ts';
import { LINEAR_OF_BYTE } from '#demo/site/colour.ts';
import { createSegmentKeeper } from '#demo/site/vista/keepSegment.ts';
import { paintSegment, STRIP_BOTTOM, STRIP_TOP, type Segment } from '#demo/site/vista/segment.ts';

const SEGMENT_DEGREES = 22.5;
const COUNT = 360 / SEGMENT_DEGREES;
/** Pixels a segment reaches beyond its own edges, so that neighbours blend alike. */
const APRON = 2;

/** The land in one direction: linear colour times its cover into r, g, b of `out`, cover into the fourth. */
export type LandLookup = (azimuth: number, pitch: number, out: Float64Array) => void;

/** `density`: pixels to the degree. Segments are painted at the first look and kept. */
export function createStrip(layer: Layer, density: number): LandLookup {
  const segments = new Array<Segment | undefined>(COUNT);
  const keepSegment = createSegmentKeeper();
  const top = STRIP_TOP - 0.5 / density;
  return (azimuth, pitch, out) => {
    out.fill(0);
    if (pitch >= STRIP_TOP) return;
    const index = Math.min(COUNT - 1, Math.floor(azimuth / SEGMENT_DEGREES));
    const start = index * SEGMENT_DEGREES - APRON / density;
    const end = start + SEGMENT_DEGREES + (2 * APRON) / density;
    const segment = (segments[index] ??= keepSegment([layer, index, density], () =>
      paintSegment(layer, start, end, density),
    ));
    const x = (azimuth - start) * density - 0.5;
    const y = Math.max(0, (top - Math.max(pitch, STRIP_BOTTOM)) * density);
    const column = Math.max(0, Math.min(segment.width - 2, Math.floor(x)));
    const row = Math.min(segment.height - 2, Math.floor(y));
    const right = x - column;
    const down = Math.min(1, y - row);
    add(segment, column, row, (1 - right) * (1 - down), out);
    add(segment, column + 1, row, right * (1 - down), out);
    add(segment, column, row + 1, (1 - right) * down, out);
    add(segment, column + 1, row + 1, right * down, out);
  };
}

function add({ bytes, width }: Segment, column: number, row: number, weight: number, out: Float64Array): void {
  const i = (row * width + column) * 4;
  const share = (weight * bytes[i + 3]!) / 255;
  out[0]! += LINEAR_OF_BYTE[bytes[i]!]! * share;
  out[1]! += LINEAR_OF_BYTE[bytes[i + 1]!]! * share;
  out[2]! += LINEAR_OF_BYTE[bytes[i + 2]!]! * share;
  out[3]! += share;
}
