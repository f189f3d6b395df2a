/** Sounds of a scene or of a canvas as sounds of a place. */
import type { NodeSound } from '#document/schema.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { nameOfAddress } from '../text/ids.ts';
import { isEmpty } from '../text/words.ts';
import type { Body } from './bodies.ts';
import type { Region } from './region.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import { readStatement } from './statement.ts';

const FORMATS: Readonly<Record<string, string>> = { mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav', ogg: 'audio/ogg', opus: 'audio/ogg', webm: 'audio/webm', flac: 'audio/flac' }; // prettier-ignore

/** An emitter of version 4 names its file as its source. */
export async function readEmitter(
  draft: Draft,
  { resource, type }: Body,
  region: Region | null,
): Promise<NodeSound | null> {
  const source = resource.object('source');
  if (source) source.ignore('id', 'type');
  const own = wordsOf(resource, 'label');
  const audio = source ? await addAudio(draft, source, own) : null;
  const level = readVolume(resource);
  resource.lose('angle', 'the cone of a sound is left out: a sound goes to all sides');
  resource.lose('lookAt', 'where a sound is pointed is left out: a sound goes to all sides');
  if (audio === null) {
    if (!source) draft.ledger.lose(resource.path, 'the sound is left out: it names no file');
    return null;
  }
  const loud = level === null ? {} : { level };
  if (type === 'AmbientAudio' || !region?.point) return { kind: 'ambience', audio, ...loud };
  const { x, y, z = 0 } = region.point;
  return { kind: 'point', audio, position: [x, y, z], ...loud };
}

/** The id of the audio asset; null with a loss. */
export async function addAudio(draft: Draft, source: Foreign, wish: Record<string, string>): Promise<string | null> {
  const address = source.glance(source.has('id') ? 'id' : '@id');
  idOf(source);
  typeOf(source);
  const own = wordsOf(source, 'label');
  const { statement } = readStatement(source);
  const seconds = source.number('duration', 0.001, 36_000);
  const written = source.text('format') ?? '';
  const lose = (reason: string): null => {
    draft.ledger.lose(source.path, `the sound is left out: ${reason}`, address);
    return null;
  };
  const file = draft.locate(address);
  if ('reason' in file) return lose(file.reason);
  if (!(await draft.folder.hasFile(file.path))) return lose(`there is no file “${file.path}” in the folder`);
  if (seconds === undefined) return lose('nothing says how long it is');
  const ending = /\.(\w+)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const type = FORMATS[ending] ?? (/^audio\/[\w.+-]+$/.test(written) ? written : null);
  if (type === null) return lose(`${quote(written)} is no format of sounds`);
  const label = isEmpty(own) ? (isEmpty(wish) ? { und: nameOfAddress(address) } : wish) : own;
  const id = draft.assetIds.make(label['en'] ?? nameOfAddress(address), 'sound');
  draft.addFile({ from: file.path, to: file.path });
  draft.assets.push({ kind: 'audio', id, label, sources: [{ uri: file.path, type }], seconds, ...statement });
  return id;
}

/** Decibels of a relative volume, 1 being the file's own. */
function readVolume(emitter: Foreign): number | null {
  const volume = emitter.object('volume');
  if (!volume) return null;
  volume.ignore('id', 'type', 'unit');
  const value = volume.number('quantityValue', 0, 100) ?? volume.number('value', 0, 100);
  if (value === undefined) return null;
  return value <= 0.001 ? -60 : Math.round(Math.min(12, 20 * Math.log10(value)) * 10) / 10;
}
