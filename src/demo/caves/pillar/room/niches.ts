/**
 * Niches: how their mouths are cut out of a pillar face, and the shells behind. A shell is the mouth drawn together
 * towards the middle of its sill while it goes back, on a superellipse of order `SQUARENESS`, so the back is nearly flat.
 * Its painting unrolls the shell from that middle: directions stay true, lengths are those along the shell, so halos behind
 * a figure come out round.
 */
import type { Sheet, Vec3 } from '#demo/cave/cave.ts';
import { type Face, type Niche, nicheTop, PILLAR_BODY } from './dimensions.ts';
import { onFace, putOnFace } from './faces.ts';
import { makeSheet } from './sheets.ts';

const SQUARENESS = 3.4;
/** Steps of the table of lengths along a shell. */
const STEPS = 48;

export interface MouthPoint {
  x: number;
  y: number;
}

/** The mouth from the lower left (0) over the crown (0.5) to the lower right (1), by its length. */
export function mouthAt(niche: Niche, k: number, out: MouthPoint): void {
  const jamb = niche.spring - niche.sill;
  const length = 2 * jamb + Math.PI * niche.half;
  const at = k * length;
  if (at < jamb) {
    out.x = -niche.half;
    out.y = niche.sill + at;
  } else if (at > length - jamb) {
    out.x = niche.half;
    out.y = niche.sill + length - at;
  } else {
    const angle = Math.PI - (at - jamb) / niche.half;
    out.x = niche.half * Math.cos(angle);
    out.y = niche.spring + niche.half * Math.sin(angle);
  }
}

/** The rectangle of a pillar face that one niche is cut from, and where it lies on the painting. */
export interface Field {
  readonly surface: string;
  readonly low: number;
  readonly high: number;
  /** Height at the top of the painting. */
  readonly top: number;
}

/** Four sheets around the mouth: left, top, right, and the strip under the sill. */
export function cutFace(face: Face, niche: Niche, field: Field): Sheet[] {
  const { half } = PILLAR_BODY;
  const facing = onFace(face, 0, (field.low + field.high) / 2, half + 3);
  const jamb = niche.spring - niche.sill;
  const length = 2 * jamb + Math.PI * niche.half;
  // The mouth is parted 40° above the springing, where the corners of the rectangle call for it.
  const split = (jamb + niche.half * 0.7) / length;
  const mouth: MouthPoint = { x: 0, y: 0 };
  const around = (
    from: number,
    to: number,
    outer: readonly [x0: number, y0: number, x1: number, y1: number],
    columns: number,
  ) =>
    makeSheet(field.surface, columns, 10, facing, (s, t, out) => {
      mouthAt(niche, from + (to - from) * s, mouth);
      const x = mouth.x + (outer[0] + (outer[2] - outer[0]) * s - mouth.x) * t;
      const y = mouth.y + (outer[1] + (outer[3] - outer[1]) * s - mouth.y) * t;
      putOnFace(face, x, y, half, out);
      out.u = x + half;
      out.v = field.top - y;
    });
  const { low, high } = field;
  return [
    around(0, split, [-half, low, -half, high], 28),
    around(split, 1 - split, [-half, high, half, high], 28),
    around(1 - split, 1, [half, high, half, low], 28),
    makeSheet(field.surface, 18, 2, facing, (s, t, out) => {
      const reach = niche.half + (half - niche.half) * t;
      const x = (2 * s - 1) * reach;
      const y = niche.sill + (low - niche.sill) * t;
      putOnFace(face, x, y, half, out);
      out.u = x + half;
      out.v = field.top - y;
    }),
  ];
}

/** Size of a shell's painting: its middle below, room for the longest way along the shell on all sides. */
export function shellSize(niche: Niche): { width: number; height: number } {
  return {
    width: 2 * (niche.half + niche.depth),
    height: nicheTop(niche) - niche.sill + niche.depth,
  };
}

/** How far a shell is drawn together at t (0 mouth … 1 back): 1 … 0. */
function draw(t: number): number {
  const angle = (t * Math.PI) / 2;
  return Math.pow(Math.cos(angle), 2 / SQUARENESS);
}

function goBack(t: number): number {
  const angle = (t * Math.PI) / 2;
  return Math.pow(Math.sin(angle), 2 / SQUARENESS);
}

/** Length along the shell from its middle at the back, for a mouth point `radius` metres from the sill's middle. */
function makeLengths(niche: Niche, radius: number): Float64Array {
  const lengths = new Float64Array(STEPS + 1);
  for (let i = STEPS - 1; i >= 0; i--) {
    const a = i / STEPS;
    const b = (i + 1) / STEPS;
    const dr = (draw(a) - draw(b)) * radius;
    const dz = (goBack(b) - goBack(a)) * niche.depth;
    lengths[i] = lengths[i + 1]! + Math.hypot(dr, dz);
  }
  return lengths;
}

/** Wall and floor; `floor` is where the middle of the floor's edge lies on the painting 'clay'. */
export function makeShell(surface: string, face: Face, niche: Niche, floor: readonly [u: number, v: number]): Sheet[] {
  const { half } = PILLAR_BODY;
  const size = shellSize(niche);
  const facing: Vec3 = onFace(face, 0, (niche.sill + niche.spring) / 2, half + 0.05);
  const mouth: MouthPoint = { x: 0, y: 0 };
  const least = makeLengths(niche, niche.half);
  const most = makeLengths(niche, nicheTop(niche) - niche.sill);
  const wall = makeSheet(surface, 44, 40, facing, (s, t, out) => {
    mouthAt(niche, s, mouth);
    const f = t >= 1 ? 0 : draw(t);
    const dy = mouth.y - niche.sill;
    putOnFace(face, mouth.x * f, niche.sill + dy * f, half - niche.depth * (t >= 1 ? 1 : goBack(t)), out);
    const radius = Math.hypot(mouth.x, dy);
    const mixing = (radius - niche.half) / (nicheTop(niche) - niche.sill - niche.half);
    const step = Math.min(STEPS - 1, Math.floor(t * STEPS));
    const part = t * STEPS - step;
    const short = least[step]! + (least[step + 1]! - least[step]!) * part;
    const long = most[step]! + (most[step + 1]! - most[step]!) * part;
    const along = (short + (long - short) * mixing) / radius;
    out.u = size.width / 2 + mouth.x * along;
    out.v = size.height - dy * along;
  });
  const ground = makeSheet('clay', 16, 24, [facing[0], niche.sill + 1, facing[2]], (s, t, out) => {
    const x = (2 * s - 1) * niche.half * (t >= 1 ? 0 : draw(t));
    const depth = niche.depth * (t >= 1 ? 1 : goBack(t));
    putOnFace(face, x, niche.sill, half - depth, out);
    out.u = floor[0] + x;
    out.v = floor[1] + depth;
  });
  return [wall, ground];
}
