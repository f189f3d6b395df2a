/** The fallback's samples: one channel at half the rate, rounded to as many bits as the sound needs. */
import { createRandom } from '#demo/noise/random.ts';
import type { Channels } from '#demo/sound/signal/rate.ts';

const REACH = 48;

/** Mixes to one channel and halves the rate through a low pass at 0.45 of the new rate (windowed sinc). */
export function halveRate(channels: Channels, isLoop: boolean): Float32Array {
  const length = channels[0]!.length;
  const mono = channels[0]!.map(
    (value, i) => channels.reduce((sum, channel) => sum + channel[i]!, 0) / channels.length || value * 0,
  );
  const kernel = new Float64Array(REACH * 2 + 1);
  for (let k = -REACH; k <= REACH; k++) {
    const x = k * 0.45;
    kernel[k + REACH] =
      0.45 *
      (k === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) *
      (0.5 + 0.5 * Math.cos((Math.PI * k) / (REACH + 1)));
  }
  const out = new Float32Array(Math.floor(length / 2));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = -REACH; k <= REACH; k++) {
      const at = 2 * i + k;
      sum += kernel[k + REACH]! * (isLoop ? mono[(at + length) % length]! : (mono[at] ?? 0));
    }
    out[i] = sum;
  }
  return out;
}

/** 16-bit samples of which only the upper `bits` are used, with triangular dither. */
export function quantise(samples: Float32Array, bits: number): Int16Array {
  const random = createRandom(bits * 7919 + samples.length);
  const step = 1 << (16 - bits);
  return Int16Array.from(samples, (value) => {
    const steps = Math.round((value * 32767) / step + (random() - random()) * 0.5);
    return Math.max(-32768, Math.min(32767 - (32767 % step), steps * step));
  });
}
