/** The trunk and legs under the robe, and the long folds that run over them. The figure's frame, metres. */
import { smoothStep } from '#demo/noise/noise.ts';
import { PROFILE, readProfile } from '#demo/caves/chamber/figure/profile.ts';

/** Where the robe stands over a point of the trunk. */
export interface TrunkPoint {
  /** Distance to the bare trunk. */
  distance: number;
  /** Round the section: 0 at the top, 0.5 in front, 1 on the platform; the same behind. */
  around: number;
}

/** Writes into `out`. Sections are rounder above than below, where the weight spreads them. */
export function measureTrunk(x: number, y: number, z: number, out: TrunkPoint): void {
  const halfHeight = readProfile(PROFILE.halfHeight, x);
  const halfDepth = readProfile(PROFILE.halfDepth, x);
  const up = (y - readProfile(PROFILE.y, x)) / halfHeight;
  const front = (z - readProfile(PROFILE.z, x)) / halfDepth;
  const exponent = 2.15 + 0.75 * smoothStep(0.1, -0.7, up);
  const a = Math.abs(up);
  const b = Math.abs(front);
  const k = Math.pow(Math.pow(a, exponent) + Math.pow(b, exponent), 1 / exponent) + 1e-6;
  const slopeUp = Math.pow(a / k, exponent - 1) / halfHeight;
  const slopeFront = Math.pow(b / k, exponent - 1) / halfDepth;
  out.distance = (k - 1) / Math.max(1 / 0.7, Math.sqrt(slopeUp * slopeUp + slopeFront * slopeFront));
  out.around = Math.atan2(b, up) / Math.PI;
}

/** How many folds lie between the top of the figure and the platform. */
const FOLDS = 14;

/**
 * Height of the folds, 0 in the valleys … 1 on the ridges. The lines start on the left shoulder, sweep down over the
 * breast and then run on along the legs, ever more alongside, until they meet at the ankles.
 */
export function foldHeight(x: number, around: number): number {
  const phase = foldPhase(x, around);
  const near = phase - Math.round(phase);
  // A second, weaker line between two strong ones comes and goes.
  const half = phase + 0.5 - Math.round(phase + 0.5);
  const weak = 0.28 * (0.5 + 0.5 * Math.sin(x * 1.1 + Math.round(phase) * 2.1));
  return Math.max(rounded(near * 1.08), weak * rounded(half * 2.2));
}

/** Counts the folds: whole numbers are ridges. */
export function foldPhase(x: number, around: number): number {
  const along = x + 2.05;
  const sweep = 0.72 * (1 - Math.exp(-along / 0.72)) + 0.34 * (1 - Math.exp(-along / 2.6));
  const sway = 0.013 * Math.sin(x * 1.7 + around * 5) + 0.008 * Math.sin(x * 3.9 - around * 11 + 1.3);
  return (around - sweep + sway) * FOLDS;
}

/** A full ridge with keen valleys. */
function rounded(t: number): number {
  const held = Math.min(1, Math.abs(t) * 2);
  return Math.sqrt(Math.max(0, 1 - held * held * (1.08 - 0.08 * held)));
}

/** Where folds are deep: full on the front, shallow on the back, on the shoulder's round and where the cloth ends. */
export function foldDepth(x: number, z: number, around: number): number {
  const front = 0.3 + 0.7 * smoothStep(-0.3, 0.05, z);
  const ends = smoothStep(-1.95, -1.6, x) * (0.7 + 0.3 * smoothStep(2.7, 2.2, x));
  const base = smoothStep(1.02, 0.9, around);
  return (0.021 + 0.006 * smoothStep(1.4, -0.5, x)) * front * ends * base;
}
