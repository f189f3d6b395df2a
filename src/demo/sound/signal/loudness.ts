/**
 * Loudness after Recommendation ITU-R BS.1770-4, annex 1 (K weighting, blocks of 400 ms every 100 ms, gates at −70 LUFS and
 * 10 LU below the mean), and true peak after its annex 2 (four-fold oversampling). For 48 kHz.
 */
import { createBiquad } from '#demo/sound/signal/filters.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import type { Channels } from '#demo/sound/signal/rate.ts';

/** Integrated loudness in LUFS; −Infinity for silence. A loop is measured as it is heard, on and on. */
export function measureLoudness(channels: Channels, isLoop: boolean): number {
  const length = channels[0]!.length;
  const hop = RATE / 10;
  const hops = Math.floor(length / hop);
  const power = new Float64Array(hops);
  for (const channel of channels) {
    // Tables 1 and 2 of the Recommendation.
    const shelf = createBiquad(
      1.53512485958697,
      -2.69169618940638,
      1.19839281085285,
      -1.69065929318241,
      0.73248077421585,
    );
    const highPass = createBiquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
    if (isLoop) for (let i = Math.max(0, length - RATE); i < length; i++) highPass(shelf(channel[i]!));
    for (let i = 0; i < hops * hop; i++) {
      const weighted = highPass(shelf(channel[i]!));
      power[Math.floor(i / hop)]! += (weighted * weighted) / hop;
    }
  }
  const blocks: number[] = [];
  for (let i = 0; i < (isLoop ? hops : hops - 3); i++) {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += power[(i + k) % hops]! / 4;
    blocks.push(sum);
  }
  const loudnessOf = (mean: number): number => -0.691 + 10 * Math.log10(mean);
  const meanOf = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const heard = blocks.filter((block) => loudnessOf(block) > -70);
  if (heard.length === 0) return -Infinity;
  const gate = loudnessOf(meanOf(heard)) - 10;
  return loudnessOf(meanOf(heard.filter((block) => loudnessOf(block) > gate)));
}

const PHASES = 4;
const REACH = 12;
const kernel = new Float64Array(PHASES * REACH * 2);
for (let phase = 0; phase < PHASES; phase++) {
  for (let k = 0; k < REACH * 2; k++) {
    const x = k - REACH + 1 - phase / PHASES;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
    kernel[phase * REACH * 2 + k] = x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  }
}

/** The highest absolute value at or between samples near each sample, after four-fold oversampling. */
export function peaksOf(channel: Float32Array, isLoop: boolean): Float32Array {
  const length = channel.length;
  const peaks = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    let highest = Math.abs(channel[i]!);
    // Between quiet samples no high peak can hide.
    if (highest > 0.35) {
      for (let phase = 1; phase < PHASES; phase++) {
        let sum = 0;
        for (let k = 0; k < REACH * 2; k++) {
          const at = i + k - REACH + 1;
          const value = isLoop ? channel[(at + length) % length]! : (channel[at] ?? 0);
          sum += value * kernel[phase * REACH * 2 + k]!;
        }
        highest = Math.max(highest, Math.abs(sum));
      }
    }
    peaks[i] = highest;
  }
  return peaks;
}

/** True peak in dBTP. */
export function measureTruePeak(channels: Channels, isLoop: boolean): number {
  let highest = 0;
  for (const channel of channels) for (const peak of peaksOf(channel, isLoop)) if (peak > highest) highest = peak;
  return 20 * Math.log10(highest);
}
