/**
 * A wooden gate: it creaks open on its pivots, pauses, creaks on, and falls to. The creak is stick and slip: force grows
 * while the pivot sticks, and lets go in a jerk that rings the planks; the speed of the gate sets how fast jerks follow.
 */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import { createMode, createMovingBand } from '#demo/sound/signal/filters.ts';
import { fadeOut } from '#demo/sound/signal/loop.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { reverberate } from '#demo/sound/signal/room.ts';

export const GATE_SECONDS = 6;

/** Modes of the planks: Hz, seconds to −60 dB, level. */
const PLANKS = [
  [196, 0.16, 0.7],
  [334, 0.14, 1],
  [521, 0.12, 0.9],
  [746, 0.1, 0.85],
  [1093, 0.08, 0.7],
  [1520, 0.06, 0.5],
  [2140, 0.045, 0.34],
  [2980, 0.03, 0.2],
] as const;
const BODY = [
  [58, 0.5, 1.4],
  [83, 0.42, 1.2],
  [127, 0.34, 1],
  [188, 0.22, 0.7],
  [302, 0.15, 0.5],
  [517, 0.09, 0.32],
  [960, 0.05, 0.16],
] as const;

export const THUD_AT = 3.95;

export function synthesiseGate(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = GATE_SECONDS * RATE;
  const creak = ring(stickAndSlip(random, length), PLANKS, 0.09);
  const thud = ring(blows(random, length), BODY, 0.5).map((value) => value * 2.2);
  const dry = creak.map((value, i) => value + thud[i]!);
  const wet = reverberate([dry], { seconds: 0.9, size: 4, damping: 0.45 });
  return wet.map((channel) =>
    fadeOut(
      channel.map((value, i) => dry[i]! + value * 0.3),
      Math.round(0.6 * RATE),
    ),
  );
}

/** How fast the gate swings, 0…1, by the second. */
function speedAt(t: number): number {
  const swell = (from: number, to: number, sharp: number): number =>
    t <= from || t >= to ? 0 : Math.pow(Math.sin((Math.PI * (t - from)) / (to - from)), sharp);
  return swell(0.08, 1.75, 1.3) * 0.62 + swell(1.95, 2.75, 1) * 0.4 + swell(2.7, 3.9, 1.8) * 0.95;
}

/** Jerks of the pivot: one impulse for each slip, as strong as the force that was let go. */
function stickAndSlip(random: Random, length: number): Float32Array {
  const jerks = new Float32Array(length);
  let force = 0;
  let limit = 1;
  for (let i = 0; i < length; i++) {
    const t = i / RATE;
    const speed = speedAt(t);
    force += (speed * 128) / RATE;
    if (force < limit) continue;
    const released = force * random.between(0.72, 0.98);
    // A slip is not one sample: it takes about a third of a millisecond.
    for (let k = 0; k < 16 && i + k < length; k++)
      jerks[i + k]! += released * (0.4 + speed) * Math.sin((Math.PI * (k + 0.5)) / 16) * 0.16;
    force -= released;
    // How firmly it sticks wanders slowly and jumps a little each time.
    limit = 1 + 0.34 * Math.sin(t * 5.1) + 0.16 * Math.sin(t * 23) + random.normal() * 0.07;
  }
  return jerks;
}

/** Leaf against frame, a rebound, the latch. */
function blows(random: Random, length: number): Float32Array {
  const hits = new Float32Array(length);
  for (const [at, level, dull] of [
    [THUD_AT, 1, 300],
    [THUD_AT + 0.14, 0.3, 420],
    [THUD_AT + 0.27, 0.1, 700],
    [THUD_AT + 0.45, 0.07, 1900],
    [THUD_AT + 0.5, 0.05, 2300],
  ] as const) {
    const soft = createMovingBand(dull, 0.7);
    const from = Math.round(at * RATE);
    for (let i = 0; i < 0.03 * RATE; i++)
      hits[from + i]! += soft.run(random() * 2 - 1) * level * Math.exp(-i / (0.005 * RATE));
  }
  return hits;
}

function ring(
  input: Float32Array,
  modes: readonly (readonly [number, number, number])[],
  through: number,
): Float32Array {
  const out = input.map((value) => value * through);
  for (const [frequency, seconds, level] of modes) {
    const mode = createMode(frequency, seconds);
    for (let i = 0; i < input.length; i++) out[i]! += mode(input[i]!) * level * 0.3;
  }
  return out;
}
