/** What Photo Sphere Viewer shows: a file, six faces, tiles of a cube or of the whole picture, by whichever adapter. */
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { findPicture } from '../making/pictures.ts';
import { findFaces, findSphere, findTemplate } from '../making/places.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import type { Foreign } from '../reading/foreign.ts';

const FACES = ['front', 'right', 'back', 'left', 'top', 'bottom'];

export async function readPanorama(draft: Draft, owner: Foreign): Promise<PanoramaTiles | null> {
  const value = owner.peek('panorama');
  const path = owner.at('panorama');
  const base = owner.text('baseUrl') ?? '';
  if (typeof value === 'string') {
    owner.ignore('panorama');
    return findSphere(draft, base + value, path);
  }
  if (Array.isArray(value)) {
    owner.ignore('panorama');
    // A list is left, front, right, back, top, bottom.
    const [l, f, r, b, u, d] = value.map(String);
    return findFaces(
      draft,
      [f, r, b, l, u, d].map((face) => base + (face ?? '')),
      path,
    );
  }
  if (!isJsonObject(value)) {
    draft.ledger.lose(owner.path, 'it names no panorama', value);
    return null;
  }
  const panorama = owner.object('panorama');
  if (!panorama) return null;
  const type = panorama.text('type') ?? '';
  if (FACES.every((face) => panorama.has(face))) {
    panorama.lose('flipTopBottom', 'turned faces are left out: turn the pictures themselves');
    return findFaces(
      draft,
      FACES.map((face) => base + (panorama.text(face) ?? '')),
      path,
    );
  }
  if (type === 'separate' && panorama.has('paths')) return readSeparate(draft, panorama, base);
  if (typeof panorama.peek('path') === 'string' && !panorama.has('width')) {
    const address = panorama.text('path') ?? '';
    if (type === 'equirectangular' || type === '') return findSphere(draft, base + address, panorama.at('path'));
  }
  if (panorama.has('width') || panorama.has('faceSize') || panorama.has('levels'))
    return readTiles(draft, panorama, base);
  panorama.ignore(...panorama.keys());
  draft.ledger.lose(
    path,
    `a panorama of the kind ${quote(type)} is left out: no panorama of an exhibition lies on disk like that`,
    value,
  );
  return null;
}

async function readSeparate(draft: Draft, panorama: Foreign, base: string): Promise<PanoramaTiles | null> {
  const paths = panorama.peek('paths');
  if (Array.isArray(paths)) {
    panorama.ignore('paths');
    const [l, f, r, b, u, d] = paths.map(String);
    return findFaces(
      draft,
      [f, r, b, l, u, d].map((face) => base + (face ?? '')),
      panorama.at('paths'),
    );
  }
  const faces = panorama.object('paths');
  return faces
    ? findFaces(
        draft,
        FACES.map((face) => base + (faces.text(face) ?? '')),
        panorama.at('paths'),
      )
    : null;
}

/** `tileUrl` is a script as a rule; a template in its place is what exports for other programs hold. */
async function readTiles(draft: Draft, panorama: Foreign, base: string): Promise<PanoramaTiles | null> {
  const url = panorama.take('tileUrl');
  const faceSize = panorama.number('faceSize', 1, 1_048_576);
  const perFace = panorama.number('nbTiles', 1, 4_096);
  const [width, cols, rows] = [
    panorama.number('width', 1, 4_194_304),
    panorama.number('cols', 1, 65_536),
    panorama.number('rows', 1, 65_536),
  ];
  const whole = panorama.text('baseUrl');
  panorama.ignore('baseData', 'basePanoData');
  if (typeof url !== 'string') {
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
  if (faceSize !== undefined && perFace !== undefined) {
    return {
      format: 'cube-tiles',
      template,
      tileSize: Math.ceil(faceSize / perFace),
      levels: [faceSize],
      firstLevel: 0,
      firstIndex: 0,
      faces: 'frblud',
    };
  }
  const levels = panorama.objects('levels').flatMap((level) => {
    const [w, c, r] = [
      level.number('width', 1, 4_194_304),
      level.number('cols', 1, 65_536),
      level.number('rows', 1, 65_536),
    ];
    level.ignore('zoomRange');
    return w !== undefined && c !== undefined && r !== undefined ? [{ width: w, cols: c, rows: r }] : [];
  });
  if (width !== undefined && cols !== undefined && rows !== undefined) levels.push({ width, cols, rows });
  const small = whole === undefined ? null : await findPicture(draft, base + whole, panorama.at('baseUrl'));
  return {
    format: 'equirect-tiles',
    template,
    levels,
    ...(small && { base: { uri: small.uri, width: small.width } }),
  };
}
