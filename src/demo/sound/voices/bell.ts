/**
 * A bronze temple bell, struck once with a beam of wood. Partials lie where the modes of a bell lie, not at whole multiples;
 * casting is never quite round, so each is a pair a little apart, and the pairs beat.
 */
import { createRandom } from '#demo/noise/random.ts';
import { createMovingBand } from '#demo/sound/signal/filters.ts';
import { fadeOut } from '#demo/sound/signal/loop.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { reverberate } from '#demo/sound/signal/room.ts';

export const BELL_SECONDS = 20;

export interface Partial {
  /** Hz, the middle of the pair. */
  readonly frequency: number;
  /** Hz between the two of the pair. */
  readonly split: number;
  /** Seconds until it has fallen by 60 dB. */
  readonly seconds: number;
  readonly level: number;
}

const HUM = 92;

/** Ratios to the hum are estimates for a thick-walled bell, not taken from one instrument. */
export const BELL_PARTIALS: readonly Partial[] = [
  { frequency: HUM, split: 0.42, seconds: 27, level: 0.85 },
  { frequency: HUM * 1.96, split: 0.61, seconds: 19, level: 1 },
  { frequency: HUM * 2.41, split: 0.83, seconds: 14, level: 0.72 },
  { frequency: HUM * 3.07, split: 0.5, seconds: 11, level: 0.5 },
  { frequency: HUM * 4.02, split: 1.15, seconds: 8.5, level: 0.62 },
  { frequency: HUM * 5.21, split: 1.4, seconds: 6, level: 0.34 },
  { frequency: HUM * 6.37, split: 1.7, seconds: 4.4, level: 0.3 },
  { frequency: HUM * 8.12, split: 2.3, seconds: 3.1, level: 0.2 },
  { frequency: HUM * 10.4, split: 2.9, seconds: 2.2, level: 0.14 },
  { frequency: HUM * 13.3, split: 3.6, seconds: 1.5, level: 0.1 },
  { frequency: HUM * 17.1, split: 4.4, seconds: 0.9, level: 0.07 },
  { frequency: HUM * 22.6, split: 5, seconds: 0.5, level: 0.05 },
];

export function synthesiseBell(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = BELL_SECONDS * RATE;
  const dry = [new Float32Array(length), new Float32Array(length)];
  for (const partial of BELL_PARTIALS) {
    for (const half of [-0.5, 0.5]) {
      const step = (2 * Math.PI * (partial.frequency + half * partial.split)) / RATE;
      const phase = random() * 2 * Math.PI;
      const side = 0.5 + half * random.between(0.3, 0.7);
      const fall = Math.pow(10, -3 / (partial.seconds * RATE));
      let level = partial.level * (half < 0 ? 1 : random.between(0.55, 0.8));
      const gains = [Math.cos((side * Math.PI) / 2), Math.sin((side * Math.PI) / 2)] as const;
      // A turning pointer instead of a sine for every sample.
      const turnRe = Math.cos(step);
      const turnIm = Math.sin(step);
      let re = Math.cos(phase);
      let im = Math.sin(phase);
      for (let i = 0; i < length; i++) {
        // Bronze takes a moment to swell after the blow.
        const swell = i < 600 ? 0.5 - 0.5 * Math.cos((Math.PI * i) / 600) : 1;
        const value = im * level * swell;
        dry[0]![i]! += value * gains[0];
        dry[1]![i]! += value * gains[1];
        level *= fall;
        const next = re * turnRe - im * turnIm;
        im = re * turnIm + im * turnRe;
        re = next;
      }
    }
  }
  addStrike(dry, random);
  const wet = reverberate(dry, { seconds: 2.6, size: 11, damping: 0.4 });
  return dry.map((channel, side) =>
    fadeOut(
      channel.map((value, i) => value + wet[side]![i]! * 0.16),
      3 * RATE,
    ),
  );
}

/** The blow itself: wood on bronze, a dull thump and a short bright clack. */
function addStrike(sides: readonly Float32Array[], random: () => number): void {
  const thump = createMovingBand(150, 1.2);
  const clack = createMovingBand(1900, 0.9);
  for (let i = 0; i < 0.25 * RATE; i++) {
    const t = i / RATE;
    const noise = random() * 2 - 1;
    const value = thump.run(noise) * 5 * Math.exp(-t / 0.035) + clack.run(noise) * 1.5 * Math.exp(-t / 0.011);
    const rise = Math.min(1, i / 40);
    for (const side of sides) side[i]! += value * rise;
  }
}
