/** What Photo Sphere Viewer shows: a file, six faces, tiles of a cube or of the whole picture, by whichever adapter. */
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { findPicture } from '../making/pictures.ts';
import { findSphere, findTemplate } from '../making/places.ts';
import { readFaces, readFacesAt } from './readFaces.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import type { Foreign } from '../reading/foreign.ts';

export async function readPanorama(draft: Draft, owner: Foreign): Promise<PanoramaTiles | null> {
  const value = owner.peek('panorama');
  const path = owner.at('panorama');
  if (value === undefined && owner.has('tileUrl')) {
    owner.ignore('type');
    return readTiles(draft, owner, '', owner.flag('flipTopBottom') === true);
  }
  const base = owner.text('baseUrl') ?? '';
  if (typeof value === 'string') {
    owner.ignore('panorama');
    return findSphere(draft, base + value, path);
  }
  if (Array.isArray(value)) return readFacesAt(draft, owner, 'panorama', base, false);
  if (!isJsonObject(value)) {
    draft.ledger.lose(owner.path, 'it names no panorama', value);
    return null;
  }
  const panorama = owner.object('panorama');
  if (!panorama) return null;
  const type = panorama.text('type') ?? '';
  const isFlipped = panorama.flag('flipTopBottom') === true;
  if (panorama.has('front')) return readFaces(draft, panorama, base, isFlipped);
  if (type === 'separate' && panorama.has('paths')) return readFacesAt(draft, panorama, 'paths', base, isFlipped);
  if (typeof panorama.peek('path') === 'string' && !panorama.has('width')) {
    const address = panorama.text('path') ?? '';
    if (type === 'equirectangular' || type === '') return findSphere(draft, base + address, panorama.at('path'));
  }
  if (panorama.has('width') || panorama.has('faceSize') || panorama.has('levels'))
    return readTiles(draft, panorama, base, isFlipped);
  panorama.ignore(...panorama.keys());
  draft.ledger.lose(
    path,
    `a panorama of the kind ${quote(type)} is left out: no panorama of an exhibition lies on disk like that`,
    value,
  );
  return null;
}

/** `tileUrl` is a script as a rule; a template in its place is what exports for other programs hold. */
async function readTiles(
  draft: Draft,
  panorama: Foreign,
  base: string,
  isFlipped: boolean,
): Promise<PanoramaTiles | null> {
  const url = panorama.take('tileUrl');
  const one = readLevel(panorama);
  const listed = panorama.objects('levels').map(readLevel);
  const levels = listed.length > 0 ? listed : [one];
  panorama.ignore('baseData', 'basePanoData');
  if (typeof url !== 'string') {
    panorama.ignore('baseUrl');
    draft.ledger.lose(
      panorama.at('tileUrl'),
      'the addresses of the tiles are script, which is not read; write a template such as "{z}/{f}/{y}_{x}.jpg"',
      url,
    );
    return null;
  }
  const named = url
    .replaceAll('{col}', '{x}')
    .replaceAll('{row}', '{y}')
    .replaceAll('{face}', '{f}')
    .replaceAll('{level}', '{z}');
  const template = findTemplate(draft, base + named, panorama.at('tileUrl'));
  if (template === null) return null;
  if (levels.some(({ faceSize }) => faceSize !== undefined)) {
    // What is not sound, the schema of that format refuses.
    const sizes = levels.map(({ faceSize = 0, nbTiles = 0 }) => ({ faceSize, nbTiles }));
    const turned = isFlipped && { flipTopBottom: true };
    const first = await readBaseFaces(draft, panorama, base);
    return {
      format: 'as-written',
      source: { type: 'psv-cube-tiles', tileUrl: template, levels: sizes, ...turned, ...first },
    };
  }
  const whole = panorama.text('baseUrl');
  const small = whole === undefined ? null : await findPicture(draft, base + whole, panorama.at('baseUrl'));
  const first = small && { baseUrl: small.uri, baseWidth: small.width };
  const sizes = levels.map(({ width = 0, cols = 0, rows = 0 }) => ({ width, cols, rows }));
  return { format: 'as-written', source: { type: 'psv-equirect-tiles', tileUrl: template, levels: sizes, ...first } };
}

function readLevel(owner: Foreign) {
  owner.ignore('zoomRange');
  return {
    faceSize: owner.number('faceSize', 1, 1_048_576),
    nbTiles: owner.number('nbTiles', 1, 4_096),
    width: owner.number('width', 1, 4_194_304),
    cols: owner.number('cols', 1, 65_536),
    rows: owner.number('rows', 1, 65_536),
  };
}

/** Six small pictures to begin with. */
async function readBaseFaces(draft: Draft, panorama: Foreign, base: string) {
  if (!panorama.has('baseUrl')) return null;
  const owner = Array.isArray(panorama.peek('baseUrl')) ? null : panorama.object('baseUrl');
  const faces = owner
    ? await readFaces(draft, owner, base, false)
    : await readFacesAt(draft, panorama, 'baseUrl', base, false);
  if (faces?.format !== 'as-written' || faces.source.type !== 'psv-cubemap') return null;
  return { baseUrl: faces.source.paths, baseSize: faces.source.size };
}
