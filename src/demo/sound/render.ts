/** From a sound of the catalogue to samples at their loudness, and to files. */
import type { Sound } from '#demo/sound/catalogue.ts';
import { halveRate, quantise } from '#demo/sound/encode/decimate.ts';
import { encodeFlac } from '#demo/sound/encode/flac.ts';
import { encodeOpus } from '#demo/sound/encode/opus.ts';
import { bringToLevel } from '#demo/sound/signal/level.ts';
import { blockDc, removeDc } from '#demo/sound/signal/loop.ts';
import { RATE } from '#demo/sound/signal/rate.ts';

/** The finished samples: no constant part, at the loudness of the catalogue, true peaks under −1 dBTP. */
export function renderSound(sound: Sound): Float32Array[] {
  const raw = sound.synthesise(sound.seed);
  const still = raw.map(sound.loop ? removeDc : blockDc);
  return bringToLevel(still, sound.loudness, sound.loop);
}

export async function encodeSound(
  sound: Sound,
  channels: readonly Float32Array[],
): Promise<{ opus: Uint8Array; flac: Uint8Array }> {
  const opus = await encodeOpus(channels, { bitrate: sound.bitrate, isLoop: sound.loop });
  const flac = encodeFlac(quantise(halveRate(channels, sound.loop), sound.fallbackBits), RATE / 2);
  return { opus, flac };
}
