/** Brings a sound to its loudness and holds its peaks below the ceiling. */
import { measureLoudness, peaksOf } from '#demo/sound/signal/loudness.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import type { Channels } from '#demo/sound/signal/rate.ts';

/** dBTP; a little below −1, because lossy coding may add some. */
const CEILING_DB = -2;

/** Scales to `target` LUFS; peaks that would go beyond the ceiling are turned down softly, all channels alike. */
export function bringToLevel(channels: Channels, target: number, isLoop: boolean): Float32Array[] {
  let level: Float32Array[] = channels.map((channel) => channel.slice());
  for (let round = 0; round < 8; round++) {
    const off = target - measureLoudness(level, isLoop);
    if (round > 0 && Math.abs(off) < 0.02) break;
    const gain = Math.pow(10, off / 20);
    level = limit(
      level.map((channel) => channel.map((value) => value * gain)),
      isLoop,
    );
  }
  return level;
}

/** Turns down round every peak with a smooth dip of 8 ms to each side. */
function limit(channels: Float32Array[], isLoop: boolean): Float32Array[] {
  const ceiling = Math.pow(10, CEILING_DB / 20);
  const length = channels[0]!.length;
  const dips = new Float32Array(length).fill(1);
  const reach = Math.round(0.008 * RATE);
  let isOver = false;
  for (const channel of channels) {
    const peaks = peaksOf(channel, isLoop);
    for (let i = 0; i < length; i++) {
      if (peaks[i]! <= ceiling) continue;
      isOver = true;
      const depth = 1 - (ceiling * 0.998) / peaks[i]!;
      for (let k = -reach; k <= reach; k++) {
        const at = isLoop ? (i + k + length) % length : i + k;
        const dip = 1 - depth * (0.5 + 0.5 * Math.cos((Math.PI * k) / reach));
        if (at >= 0 && at < length && dip < dips[at]!) dips[at] = dip;
      }
    }
  }
  return isOver ? channels.map((channel) => channel.map((value, i) => value * dips[i]!)) : channels;
}
