/** The picture of a Pannellum scene: one of the whole sphere, six faces, or a pyramid of tiles. */
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { findFaces, findSphere, findTemplate } from '../making/places.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import type { Foreign } from '../reading/foreign.ts';

interface Picture {
  readonly tiles: PanoramaTiles;
}

export async function readPicture(draft: Draft, scene: Foreign, base: string): Promise<Picture | null> {
  const type = scene.text('type') ?? 'equirectangular';
  if (type === 'cubemap') return readCube(draft, scene, base);
  if (type === 'multires') return readPyramid(draft, scene, base);
  if (type !== 'equirectangular') {
    draft.ledger.lose(scene.at('type'), `a panorama of the kind ${quote(type)} is unknown`, type);
    return null;
  }
  for (const key of ['haov', 'vaov', 'vOffset'])
    scene.lose(
      key,
      'a picture of a part of the sphere is made into a pyramid with “grotto tile”, which reads how much it covers',
    );
  const address = scene.text('panorama');
  if (address === undefined) {
    draft.ledger.lose(scene.path, 'the scene names no picture');
    return null;
  }
  const tiles = await findSphere(draft, base + address, scene.at('panorama'));
  return tiles && { tiles };
}

/** Pannellum counts front, right, back, left, up, down, as we do. */
async function readCube(draft: Draft, scene: Foreign, base: string): Promise<Picture | null> {
  const addresses = scene.list('cubeMap').flatMap(({ value }) => (typeof value === 'string' ? [base + value] : []));
  const tiles = await findFaces(draft, addresses, scene.at('cubeMap'));
  return tiles && { tiles };
}

/** `%l` level from 1, `%s` face, `%x` column, `%y` row; each level is half of the next, rounded down. */
function readPyramid(draft: Draft, scene: Foreign, base: string): Picture | null {
  const multi = scene.object('multiRes');
  if (!multi) return null;
  const size = multi.number('cubeResolution', 1, 1_048_576);
  const levels = multi.number('maxLevel', 1, 16);
  const tileSize = multi.number('tileResolution', 64, 2_048) ?? 512;
  const extension = multi.text('extension') ?? 'jpg';
  const path = multi.text('path');
  multi.ignore('fallbackPath', 'equirectangularThumbnail');
  multi.lose('shtHash', 'a preview in numbers is left out: the coarsest level stands in');
  multi.lose('missingTiles', 'which tiles are missing is left out');
  const own = multi.text('basePath') ?? '';
  if (size === undefined || levels === undefined || path === undefined) {
    draft.ledger.lose(multi.path, 'the pyramid says no path, no size of its faces or no number of levels');
    return null;
  }
  const named = path.replaceAll('%l', '{z}').replaceAll('%s', '{f}').replaceAll('%x', '{x}').replaceAll('%y', '{y}');
  const folder = base + own;
  const joined =
    folder === '' ? named.replace(/^\//, '') : folder.replace(/\/$/, '') + (named.startsWith('/') ? '' : '/') + named;
  const template = findTemplate(draft, `${joined}.${extension}`, multi.at('path'));
  if (template === null) return null;
  const sizes = Array.from({ length: levels }, (_, index) => Math.floor(size / 2 ** (levels - 1 - index)));
  return {
    tiles: { format: 'cube-tiles', template, tileSize, levels: sizes, firstLevel: 1, firstIndex: 0, faces: 'frblud' },
  };
}
