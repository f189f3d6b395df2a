/**
 * A low drone as of many voices: pulses of the voice's chords through formants that move slowly between open and closed
 * vowels. No words. Every pitch and every movement makes whole turns in the loop, so it closes on itself.
 */
import { createRandom } from '#demo/noise/random.ts';
import { CONTROL, createMovingBand } from '#demo/sound/signal/filters.ts';
import { closeNoise } from '#demo/sound/signal/loop.ts';
import { createWander, pinkNoise } from '#demo/sound/signal/noise.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { reverberateLoop } from '#demo/sound/signal/room.ts';

export const CHANT_SECONDS = 20;

/** Hz of the voices: a low tone, its fifth, its octave; several to each, a little apart. */
const VOICES = [65.4, 65.6, 65.25, 98.1, 97.85, 130.8, 131.1];

/** First, second and third formant of dark vowels, Hz (rounded from tables of low male voices). */
const VOWELS = [
  [300, 640, 2250],
  [400, 760, 2400],
  [560, 920, 2480],
] as const;
const WEIGHTS = [1, 0.55, 0.12];
const SHARPNESS = [5, 7, 9];

export function synthesiseChant(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = CHANT_SECONDS * RATE;
  const sides = [new Float32Array(length), new Float32Array(length)];
  const breath = closeNoise(pinkNoise(random, length + RATE), length);
  VOICES.forEach((voice, number) => {
    const frequency = Math.round(voice * CHANT_SECONDS) / CHANT_SECONDS;
    const vowel = createWander(random, 4);
    const strength = createWander(random, 5);
    const bands = WEIGHTS.map(() => createMovingBand());
    const bend = {
      depth: random.between(0.02, 0.05),
      turns: Math.round(random.between(4.4, 5.6) * CHANT_SECONDS),
      phase: random() * 6,
    };
    const side = (number + 0.5) / VOICES.length;
    const place = (number % 2 === 0 ? side : 1 - side) * 0.8 + 0.1;
    let level = 0;
    // The last second before the loop is heard only by the filters, so that they swing already when it begins.
    for (let i = -RATE; i < length; i++) {
      const t = ((i + length) / length) % 1;
      if (i % CONTROL === 0) {
        const open = vowel(t) * 0.5 + 0.5;
        for (let k = 0; k < 3; k++) bands[k]!.tune(formant(k, open), SHARPNESS[k]!);
        level = 0.7 + 0.3 * strength(t);
      }
      const bent = bend.depth * Math.sin(2 * Math.PI * bend.turns * t + bend.phase);
      const phase = frequency * CHANT_SECONDS * t + bent + number * 0.37;
      const source = glottis(phase - Math.floor(phase)) + breath[(i + length) % length]! * 0.05;
      let value = 0;
      for (let k = 0; k < 3; k++) value += bands[k]!.run(source) * WEIGHTS[k]!;
      if (i < 0) continue;
      sides[0]![i]! += value * level * Math.cos((place * Math.PI) / 2);
      sides[1]![i]! += value * level * Math.sin((place * Math.PI) / 2);
    }
  });
  const wet = reverberateLoop(sides, { seconds: 3.4, size: 9, damping: 0.45 });
  return sides.map((side, k) => side.map((value, i) => value * 0.5 + wet[k]![i]! * 0.5));
}

/** Flow through the chords over one turn, 0…1: opens slowly, closes fast (after Rosenberg), its slope sounds. */
function glottis(turn: number): number {
  if (turn < 0.42) return Math.sin((Math.PI * turn) / 0.42) * 0.42;
  if (turn < 0.6) return -Math.sin((Math.PI * (turn - 0.42)) / 0.18);
  return 0;
}

function formant(k: number, open: number): number {
  const at = open * (VOWELS.length - 1.001);
  const index = Math.floor(at);
  const low = VOWELS[index]![k]!;
  return low + (VOWELS[index + 1]![k]! - low) * (at - index);
}
