/** The picture of a krpano scene: a sphere, six faces, or tiles by `multires` or by elements of levels. */
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { findFaces, findSphere, findTemplate } from '../making/places.ts';
import { isWholeSphere } from '../making/wholeSphere.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import { measurePicture } from '../reading/folder.ts';
import type { Foreign } from '../reading/foreign.ts';

const SIDES = ['front', 'right', 'back', 'left', 'up', 'down'];
const LETTERS = ['f', 'r', 'b', 'l', 'u', 'd'];
/** Placeholders of krpano in ours, and back. */
const OURS: Readonly<Record<string, string>> = { v: 'y', y: 'y', h: 'x', x: 'x', l: 'z', s: 'f' };
const THEIRS: Readonly<Record<string, string>> = { y: 'v', x: 'h', z: 'l', f: 's' };
/** `%SWFPATH%`, `%FIRSTXML%` and the like name the folder of the file itself. */
const FOLDERS = /^%(?:SWFPATH|HTMLPATH|FIRSTXML|CURRENTXML|BASEDIR|ROOT)%\/?/i;

interface Pyramid {
  readonly tileSize: number;
  /** Of a face, pixels, coarse to fine. */
  readonly sizes: readonly number[];
  /** What rows and columns count from. */
  readonly firstIndex: number;
  readonly preview: string | undefined;
}

/** What is said of the picture, whichever way its levels are. */
type Said = Pick<Pyramid, 'firstIndex' | 'preview'>;

export async function readImage(
  draft: Draft,
  image: Foreign,
  preview: string | undefined,
): Promise<PanoramaTiles | null> {
  const type = (image.text('type') ?? '').toUpperCase();
  const firstIndex = image.text('baseindex') === '0' ? 0 : 1;
  image.ignore('tilesize', 'multires', 'if', 'devices');
  const [sphere] = image.objects('sphere');
  const levels = image.objects('level');
  const [cube, ...copies] = [...image.objects('cube'), ...levels.flatMap((level) => level.objects('cube'))];
  if (sphere) return readSphere(draft, sphere, firstIndex);
  if (levels.length > 0) return readLevels(draft, image, levels, { firstIndex, preview });
  for (const copy of copies) lose(draft, copy, 'a second copy of the same picture is left out');
  if (cube) return readCube(draft, cube, { firstIndex, preview });
  const sides = SIDES.map((side) => image.objects(side)[0]?.text('url'));
  if (sides.every((url) => url !== undefined))
    return findFaces(
      draft,
      sides.map((url) => clean(url)),
      image.path,
    );
  image.ignore(...image.keys());
  draft.ledger.lose(
    image.path,
    `a picture of the kind ${quote(type)} is left out: no panorama of an exhibition lies on disk like that`,
  );
  return null;
}

function lose(draft: Draft, element: Foreign, reason: string): void {
  draft.ledger.lose(element.path, reason, element.peek('url'));
  element.ignore(...element.keys());
}

function clean(url: string | undefined): string {
  return (url ?? '').replace(FOLDERS, '');
}

async function readSphere(draft: Draft, sphere: Foreign, firstIndex: number): Promise<PanoramaTiles | null> {
  const url = clean(sphere.text('url'));
  const multires = sphere.text('multires');
  if (multires === undefined) return findSphere(draft, url, sphere.at('url'));
  const [, width, height] = /(\d+)x(\d+)\s*$/.exec(multires) ?? [];
  if (width === undefined || !isWholeSphere({ width: Number(width), height: Number(height) })) {
    const reason = 'they show no whole sphere, which is twice as wide as high; make a pyramid of the picture with “grotto tile”'; // prettier-ignore
    draft.ledger.lose(sphere.path, `the tiles are left out: ${reason}`, { url, multires });
    return null;
  }
  const written = findWritten(draft, url, sphere.path);
  if (written === null) return null;
  return { format: 'as-written', source: { type: 'krpano-tiles', url: written, multires, baseIndex: firstIndex } };
}

async function readCube(draft: Draft, cube: Foreign, said: Said): Promise<PanoramaTiles | null> {
  const url = clean(cube.text('url'));
  const numbers = (cube.text('multires') ?? '').split(',').map(Number);
  if (numbers.length < 2)
    return findFaces(
      draft,
      LETTERS.map((face) => url.replace(/%0*s/g, face)),
      cube.at('url'),
    );
  const [tileSize = 0, ...sizes] = numbers;
  return makeTiles(draft, cube, url, { tileSize, sizes, ...said });
}

/** Levels as elements, the largest first as a rule, each with its own address. */
function readLevels(draft: Draft, image: Foreign, levels: readonly Foreign[], said: Said) {
  const tileSize = Number(image.peek('tilesize') ?? 512);
  const found = levels
    .map((level) => ({
      level,
      size: Number(level.text('tiledimagewidth')),
      url: clean(level.objects('cube')[0]?.text('url')),
    }))
    .sort((one, other) => one.size - other.size);
  for (const { level } of found) level.ignore('tiledimageheight', 'download', 'decode');
  const templates = new Set(
    found.map(({ url }, index) => url.replace(new RegExp(`([lL_/.-])${index + 1}(?=[/_.-])`), '$1%l')),
  );
  const [template] = templates;
  if (templates.size !== 1 || template === undefined) {
    draft.ledger.lose(
      image.path,
      'levels whose addresses follow no one pattern are left out',
      found.map(({ url }) => url),
    );
    return null;
  }
  return makeTiles(draft, image, template, { tileSize, sizes: found.map(({ size }) => size), ...said });
}

async function makeTiles(
  draft: Draft,
  owner: Foreign,
  url: string,
  { tileSize, sizes, firstIndex, preview }: Pyramid,
): Promise<PanoramaTiles | null> {
  if (![tileSize, ...sizes].every((size) => Number.isInteger(size) && size > 0 && size <= 1_048_576)) {
    draft.ledger.lose(owner.path, 'the sizes of the tiles could not be read');
    return null;
  }
  const written = findWritten(draft, url, owner.path);
  if (written === null) return null;
  const strip = preview === undefined ? null : await readPreview(draft, clean(preview));
  if (/%0+[a-z]/.test(written)) {
    // Numbers of a fixed length are krpano's alone.
    const multires = [tileSize, ...sizes].join(',');
    const source = { type: 'krpano-tiles' as const, url: written, multires, baseIndex: firstIndex, ...(strip && { preview: strip }) }; // prettier-ignore
    return { format: 'as-written', source };
  }
  return { format: 'cube-tiles', template: inOurs(written), tileSize, levels: [...sizes], firstLevel: 1, firstIndex, faces: 'frblud', ...(strip && { preview: strip }) }; // prettier-ignore
}

/** An address in krpano's words, beside the document; null with a loss where it leads elsewhere. */
function findWritten(draft: Draft, url: string, path: string): string | null {
  const template = findTemplate(draft, inOurs(url), path);
  if (template === null) return null;
  return template.replace(/\{(0*)([a-z])\}/g, (_, zeros: string, letter: string) => `%${zeros}${THEIRS[letter] ?? ''}`);
}

function inOurs(url: string): string {
  return url.replace(/%(0*)([vyhxls])/g, (_, zeros: string, letter: string) => `{${zeros}${OURS[letter] ?? ''}}`);
}

/** krpano's preview is one picture of six faces, left, front, right, back, up, down from top to bottom. */
async function readPreview(draft: Draft, url: string) {
  const file = draft.locate(url);
  const size = 'path' in file ? await measurePicture(draft.folder, file.path) : null;
  if (!size || !('path' in file) || size.height !== size.width * 6 || size.width < 8 || size.width > 1_024) return null;
  return { uri: file.path, faceSize: size.width, order: 'lfrbud' };
}
