import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { AudioAsset, Exhibition } from '../schema.ts';
import { assetPath } from '../uri.ts';
import type { ExhibitionFolder } from './folder.ts';
import { readSoundFile } from './soundFile.ts';

/** Larger files are only looked at from their beginning. */
const MOST_READ_BYTES = 16 * 1_048_576;
/** A beginning long enough for every header. */
const HEAD_BYTES = 4_096;
/** Seconds that a file may be off: encoders pad. */
const TOLERANCE = 0.1;
/** Other names for what the bytes say. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  ogg: ['ogg', 'opus'],
  flac: ['flac', 'x-flac'],
  wav: ['wav', 'wave', 'x-wav', 'vnd.wave'],
  mpeg: ['mpeg', 'mp3'],
  mp4: ['mp4', 'aac', 'x-m4a', 'm4a'],
};

/** Every file of every sound: is it there, is it what its type says, is it as long as declared? */
export async function checkSounds(
  exhibition: Exhibition,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  for (const asset of exhibition.assets) {
    if (asset.kind !== 'audio') continue;
    for (const source of asset.sources) await checkFile(asset, source, places, folder, faults);
    await checkCaptions(asset, places, folder, faults);
  }
}

async function checkFile(
  asset: AudioAsset,
  source: AudioAsset['sources'][number],
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  const add = (owner: object, key: string, code: string, message: string, remedy: string) =>
    faults.add({ severity: 'error', path: placeIn(places, owner, key), code, message, remedy });
  const { uri, type } = source;
  const file = assetPath(uri);
  if (file === null || !(await folder.hasFile(file))) {
    add(source, 'uri', 'missing-file', `there is no file "${uri}"`, 'mind upper and lower case');
    return;
  }
  const whole = await folder.readBytes(file, MOST_READ_BYTES);
  const { format, seconds } = readSoundFile(whole ?? (await folder.readHead(file, HEAD_BYTES)).head);
  const named = /^audio\/([\w.+-]+)/.exec(type)?.[1] ?? '';
  if (format === null) {
    const remedy = 'browsers play Ogg Opus, FLAC, MP3, MP4 and WAV';
    add(source, 'uri', 'wrong-format', `"${uri}" is no sound file that we know`, remedy);
  } else if (!FORMATS[format]?.includes(named)) {
    const message = `"${uri}" is audio/${format}, the document says ${type}`;
    add(source, 'type', 'wrong-format', message, 'a browser chooses by the type: correct it');
  }
  // Of a file that was read in part the last page is not the last.
  const isKnown = seconds !== null && (whole !== null || format !== 'ogg');
  if (!isKnown || Math.abs(seconds - asset.seconds) <= TOLERANCE) return;
  const message = `"${uri}" lasts ${Number(seconds.toFixed(2))} s, the document says ${asset.seconds}`;
  add(asset, 'seconds', 'wrong-size', message, 'correct the number');
}

async function checkCaptions(
  { captions = {} }: AudioAsset,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  for (const [language, uri] of Object.entries(captions)) {
    const file = assetPath(uri);
    const path = placeIn(places, captions, language);
    if (file === null || !(await folder.hasFile(file))) {
      const remedy = 'mind upper and lower case';
      faults.add({ severity: 'error', path, code: 'missing-file', message: `there is no file "${uri}"`, remedy });
      continue;
    }
    const { head } = await folder.readHead(file, 16);
    if (/^(\xef\xbb\xbf)?WEBVTT/.test(String.fromCharCode(...head))) continue;
    const remedy = 'captions are WebVTT: a file that begins with WEBVTT';
    faults.add({ severity: 'error', path, code: 'wrong-format', message: `"${uri}" is no WebVTT`, remedy });
  }
}
