/** Wind along the cliff: pink noise through resonances that rise and widen with the gusts, and the low push of the air. */
import { createRandom } from '#demo/noise/random.ts';
import { CONTROL, createLowPass, createMovingBand } from '#demo/sound/signal/filters.ts';
import { closeNoise } from '#demo/sound/signal/loop.ts';
import { createWander, pinkNoise } from '#demo/sound/signal/noise.ts';
import { RATE } from '#demo/sound/signal/rate.ts';

export const WIND_SECONDS = 20;

export function synthesiseWind(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = WIND_SECONDS * RATE;
  const gust = createWander(random, 7);
  const flutter = createWander(random, 46);
  return [0, 1].map((side) => {
    const noise = pinkNoise(random, length + 3 * RATE);
    const drift = createWander(random, 11);
    const body = createMovingBand();
    const throat = createMovingBand();
    const whistle = createMovingBand();
    const rumble = createLowPass(90);
    const samples = new Float32Array(noise.length);
    let force = 0;
    for (let i = 0; i < noise.length; i++) {
      if (i % CONTROL === 0) {
        // The sides hear a gust a quarter of a second apart.
        const t = ((i + side * 0.25 * RATE) / length) % 1;
        force = Math.pow(0.5 + 0.5 * gust(t), 1.6) * (1 + 0.22 * flutter(t));
        const turn = drift(t);
        body.tune(170 + 240 * force + 40 * turn, 1.1);
        throat.tune(420 + 520 * force + 90 * turn, 4);
        whistle.tune(900 + 900 * force + 140 * turn, 14);
      }
      const x = noise[i]!;
      samples[i] =
        body.run(x) * (0.5 + 1.7 * force) +
        throat.run(x) * (0.16 + 1.9 * force * force) +
        whistle.run(x) * 1.5 * force * force * force +
        rumble(x) * (0.35 + 0.9 * force);
    }
    return closeNoise(samples, length);
  });
}
