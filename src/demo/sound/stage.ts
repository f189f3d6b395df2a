/** The step of `npm run demo` that synthesises the sounds, brings them to their loudness and encodes them. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Stage, StageContext } from '#demo/make/stage.ts';
import { SOUNDS } from '#demo/sound/catalogue.ts';
import { encodeSound, renderSound } from '#demo/sound/render.ts';
import { measureLoudness, measureTruePeak } from '#demo/sound/signal/loudness.ts';

export const SOUND_STAGE: Stage = {
  name: 'sound',
  title: 'Sounds of cliff and cave',
  sources: ['sound', 'noise'],
  run: makeSounds,
};

async function makeSounds(context: StageContext): Promise<readonly string[]> {
  const folder = path.join(context.out, 'sounds');
  await mkdir(folder, { recursive: true });
  const outputs: string[] = [];
  const list: unknown[] = [];
  for (const [number, sound] of SOUNDS.entries()) {
    context.progress(number / SOUNDS.length, sound.id);
    const channels = renderSound(sound);
    const { opus, flac } = await encodeSound(sound, channels);
    await writeWhole(path.join(folder, `${sound.id}.opus`), opus);
    await writeWhole(path.join(folder, `${sound.id}.flac`), flac);
    outputs.push(`sounds/${sound.id}.opus`, `sounds/${sound.id}.flac`);
    list.push({
      id: sound.id,
      seconds: sound.seconds,
      loop: sound.loop,
      loudness: round(measureLoudness(channels, sound.loop)),
      truePeak: round(measureTruePeak(channels, sound.loop)),
      channels: channels.length,
      bytes: opus.length,
      fallbackBytes: flac.length,
    });
  }
  await writeWhole(path.join(folder, 'sounds.json'), `${JSON.stringify(list, null, 2)}\n`);
  context.progress(1);
  return [...outputs, 'sounds/sounds.json'];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
