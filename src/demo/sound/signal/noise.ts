/** Noise: white, pink, and slow periodic wandering for things that must loop. */
import type { Random } from '#demo/noise/random.ts';

/** White noise, ±1. */
export function whiteNoise(random: Random, length: number): Float32Array {
  const noise = new Float32Array(length);
  for (let i = 0; i < length; i++) noise[i] = random() * 2 - 1;
  return noise;
}

/** Pink noise, about ±1: white noise through Paul Kellet's three-pole filter ("economy" form), −3 dB an octave. */
export function pinkNoise(random: Random, length: number): Float32Array {
  const noise = new Float32Array(length);
  let slow = 0;
  let middle = 0;
  let fast = 0;
  for (let i = 0; i < length; i++) {
    const white = random() * 2 - 1;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    noise[i] = (slow + middle + fast + white * 0.1848) * 0.22;
  }
  return noise;
}

/**
 * A slow wandering between −1 and 1 that repeats after the loop: sines of whole numbers of turns a loop, 1 … `turns`,
 * the slower ones stronger. `t` runs from 0 to 1 over the loop.
 */
export function createWander(random: Random, turns: number): (t: number) => number {
  const parts = Array.from({ length: turns }, (_, i) => ({
    turns: i + 1,
    level: random() / Math.sqrt(i + 1),
    phase: random() * 2 * Math.PI,
  }));
  const sum = parts.reduce((total, { level }) => total + level * 0.75, 0);
  return (t) => {
    let value = 0;
    for (const part of parts) value += part.level * Math.sin(2 * Math.PI * part.turns * t + part.phase);
    return Math.max(-1, Math.min(1, value / sum));
  };
}
