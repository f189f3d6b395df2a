import type { SheetPoint } from '#demo/cave/cave.ts';
import { HALL, NICHE_PAINTING } from '#demo/caves/hall/dimensions.ts';

/** Samples of the tables below. */
const STEPS = 512;
/** Exponent of the superelliptic floor plan, and of the profile: inwards across, inwards in depth, upwards. */
const PLAN = 2 / 0.62;
const PROFILE = { across: 0.55, depth: 0.4, rise: 0.75 };
/** Share of the dome's true closing that the fan of the painting follows: 1 stretches its lower rims, 0 pinches its apex. */
const FAN = 0.72;

/**
 * The shell of the niche: a half dome of superelliptic plan and section, before any irregularity of the hand-cut rock.
 *
 * s runs from its left edge to its right as seen from the hall, t from its floor (0) to its apex (1), which lies in the
 * plane of the wall; both evenly in length. The painting is spread on it like a fan: at every height of the dome the
 * outline there is laid as an arc that turns as the dome closes, straight at the floor, widely bent near the apex. So the
 * painting does not pinch: its back wall is undistorted, its apex is the one point at the top of the painting's middle.
 */
export function createNicheShape(): (s: number, t: number, out: SheetPoint) => void {
  const plan = evenly(Math.PI, (angle, out) => shellPoint(angle, 0, out));
  const profile = evenly(Math.PI / 2, (lift, out) => shellPoint(Math.PI / 2, lift, out));
  const bow = new Float64Array(STEPS + 1);
  const turn = new Float64Array(STEPS + 1);
  fillBows(bow, plan.places, profile.places);
  fillTurns(bow, profile.length, turn);
  const scale = NICHE_PAINTING.width / bow[0]!;
  return (s, t, out) => {
    shellPoint(read(plan.places, s), read(profile.places, t), out);
    const angle = Math.max(1e-6, read(turn, t));
    const radius = (read(bow, t) * scale) / angle;
    const around = (Math.max(0, Math.min(1, s)) - 0.5) * angle;
    out.u = NICHE_PAINTING.width / 2 + radius * Math.sin(around);
    out.v = NICHE_PAINTING.height - t * profile.length - radius * (1 - Math.cos(around));
  };
}

interface Place {
  x: number;
  y: number;
  z: number;
}

function read(table: Float64Array, at: number): number {
  const place = Math.max(0, Math.min(1, at)) * STEPS;
  const i = Math.min(STEPS - 1, Math.floor(place));
  return table[i]! + (table[i + 1]! - table[i]!) * (place - i);
}

/** `angle` 0…π around the plan, `lift` 0…π/2 up the profile. */
function shellPoint(angle: number, lift: number, out: Place): void {
  const { niche, depth } = HALL;
  const across = Math.cos(angle);
  const inwards = Math.max(0, Math.sin(angle));
  const reach = (Math.abs(across) ** PLAN + inwards ** PLAN) ** (-1 / PLAN);
  const close = Math.max(0, Math.cos(lift));
  out.x = -across * reach * niche.halfWidth * close ** PROFILE.across;
  out.y = niche.floor + Math.max(0, Math.sin(lift)) ** PROFILE.rise * niche.height;
  out.z = -depth / 2 - inwards * reach * niche.depth * close ** PROFILE.depth;
}

/** The parameters at which a curve over 0…`end` has gone each STEPS-th part of its length, metres. */
function evenly(end: number, at: (parameter: number, out: Place) => void): { places: Float64Array; length: number } {
  const fine = STEPS * 32;
  const here = { x: 0, y: 0, z: 0 };
  const gone = new Float64Array(fine + 1);
  const before = { x: 0, y: 0, z: 0 };
  at(0, before);
  for (let i = 1; i <= fine; i++) {
    at((i / fine) * end, here);
    gone[i] = gone[i - 1]! + Math.hypot(here.x - before.x, here.y - before.y, here.z - before.z);
    Object.assign(before, here);
  }
  const length = gone[fine]!;
  const places = new Float64Array(STEPS + 1);
  let i = 0;
  for (let k = 1; k <= STEPS; k++) {
    const wanted = (k / STEPS) * length;
    while (i < fine - 1 && gone[i + 1]! < wanted) i++;
    const t = Math.min(1, (wanted - gone[i]!) / (gone[i + 1]! - gone[i]!));
    places[k] = ((i + t) / fine) * end;
  }
  return { places, length };
}

/** Length of the outline at each height. */
function fillBows(bow: Float64Array, plan: Float64Array, profile: Float64Array): void {
  const here = { x: 0, y: 0, z: 0 };
  const next = { x: 0, y: 0, z: 0 };
  for (let j = 0; j <= STEPS; j++) {
    for (let i = 0; i < STEPS; i++) {
      shellPoint(plan[i]!, profile[j]!, here);
      shellPoint(plan[i + 1]!, profile[j]!, next);
      bow[j]! += Math.hypot(next.x - here.x, next.y - here.y, next.z - here.z);
    }
  }
}

/** On a surface laid flat an outline turns by as much as it shortens per length of rise. Smoothed, never falling. */
function fillTurns(bow: Float64Array, length: number, turn: Float64Array): void {
  const span = 24;
  for (let i = 1; i <= STEPS; i++) {
    const low = Math.max(0, i - span);
    const high = Math.min(STEPS, i + span);
    const shrink = (bow[low]! - bow[high]!) / (((high - low) / STEPS) * length);
    turn[i] = Math.max(turn[i - 1]!, Math.min(Math.PI, shrink * FAN));
  }
}
