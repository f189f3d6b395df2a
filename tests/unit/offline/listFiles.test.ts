import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Asset, Exhibition } from '#document/schema.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { listNamedFiles } from '#offline/listNamedFiles.ts';
import { boxTileset } from '../../fixtures/boxTileset.ts';
import { makeExhibition } from '../../fixtures/exhibitions.ts';

const PUBLIC = path.resolve(import.meta.dirname, '../../../public');
const label = { en: 'A' };
const size = { width: 8, height: 4 };

/** An exhibition of these assets alone. */
function showing(...assets: Asset[]): Exhibition {
  return { ...makeExhibition(), assets };
}

describe('the files of an exhibition', () => {
  it('are every tile of every level, the preview, the posters and the pictures', () => {
    const files = listDocumentFiles(makeExhibition());
    const tiles = [...'frblud'].flatMap((face) => [
      `pano-45/0/${face}/0_0.webp`,
      ...['0_0', '0_1', '1_0', '1_1'].map((name) => `pano-45/1/${face}/${name}.webp`),
    ]);
    expect([...files].sort()).toEqual(
      [...tiles, 'pano-45/preview.webp', 'pano-45/poster.webp', 'pano-46.jpg', 'detail.png'].sort(),
    );
  });

  it('are those of every layer and both eyes, six faces, depth in every size', () => {
    const faces = { f: 'f.jpg', r: 'r.jpg', b: 'b.jpg', l: 'l.jpg', u: 'u.jpg', d: 'd.jpg' };
    const files = listDocumentFiles(
      showing({
        kind: 'panorama',
        id: 'a',
        label,
        layers: [
          {
            id: 'x',
            kind: 'as-found',
            label,
            source: { type: 'cube-faces', size: 8, faces },
            rightEye: { type: 'equirect-image', uri: 'right%20eye.jpg', ...size },
            poster: { uri: './x.webp', ...size },
          },
        ],
        depth: { uri: 'depth.png', ...size, levels: [{ uri: 'depth-1.png', ...size }] },
      }),
    );
    expect(files.sort()).toEqual([
      'b.jpg', 'd.jpg', 'depth-1.png', 'depth.png', 'f.jpg', 'l.jpg', 'r.jpg', 'right eye.jpg', 'u.jpg', 'x.webp',
    ]); // prettier-ignore
  });

  it('are steps, states, sounds and downloads of a model, every format and the captions of a sound', () => {
    const lod = (uri: string) => ({ quality: 'low', uri, bytes: 1, triangles: 1 }) as const;
    const files = listDocumentFiles(
      showing(
        {
          kind: 'model',
          id: 'bowl',
          label,
          lods: [lod('low.glb')],
          states: [{ id: 's', kind: 'restored', label, lods: [lod('restored.glb')] }],
          annotations: [{ id: 'n', label, sound: 'note.opus', target: { type: 'point', at: [0, 0, 0] } }],
          downloads: [{ uri: 'print.stl', label }],
          poster: { uri: 'bowl.webp', ...size },
        },
        {
          kind: 'audio',
          id: 'wind',
          label,
          seconds: 1,
          sources: [
            { uri: 'wind.opus', type: 'audio/ogg' },
            { uri: 'wind.flac', type: 'audio/flac' },
          ],
          captions: { en: 'wind.vtt' },
        },
        { kind: 'gallery', id: 'hall', label, poster: { uri: 'hall.webp', ...size } },
        { kind: 'tileset', id: 'cliff', label, uri: 'cliff/tileset.json' },
      ),
    );
    expect(files.sort()).toEqual([
      'bowl.webp', 'cliff/tileset.json', 'hall.webp', 'low.glb', 'note.opus', 'print.stl', 'restored.glb', 'wind.flac',
      'wind.opus', 'wind.vtt',
    ]); // prettier-ignore
  });

  it('are, of the demonstration, all that its folder has of each place, relic and sound', () => {
    const { exhibition } = openExhibition(readFileSync(path.join(PUBLIC, 'exhibition.json')));
    if (!exhibition) throw new Error('the demonstration cannot be opened');
    const listed = new Set(listDocumentFiles(exhibition));
    const there = (folder: string) =>
      readdirSync(path.join(PUBLIC, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
        .map((entry) => path.relative(PUBLIC, path.join(entry.parentPath, entry.name)));
    for (const folder of ['panoramas', 'models', 'sounds']) {
      expect(
        there(folder).filter((file) => !listed.has(file)),
        folder,
      ).toEqual([]);
    }
    const all = new Set(there('.'));
    expect([...listed].filter((file) => !all.has(file))).toEqual([]);
  });
});

describe('what models and tilesets name', () => {
  it('are buffers and pictures beside a model, wherever a relative address leads within the folder', async () => {
    const gltf = {
      asset: { version: '2.0' },
      buffers: [{ uri: 'bowl%20a.bin', byteLength: 4 }, { uri: 'data:application/octet-stream;base64,AAAA' }],
      images: [{ uri: 'skin.webp' }, { uri: '../../../etc/passwd' }, { uri: 'https://elsewhere.example/a.png' }],
    };
    const exhibition = showing({
      kind: 'model',
      id: 'bowl',
      label,
      lods: [{ quality: 'low', uri: 'models/bowl.gltf', bytes: 1, triangles: 1 }],
    });
    const read = (file: string) =>
      Promise.resolve(file === 'models/bowl.gltf' ? new TextEncoder().encode(JSON.stringify(gltf)) : null);
    const files = await listNamedFiles(exhibition, read);
    expect(files).toEqual(expect.arrayContaining(['models/bowl a.bin', 'models/skin.webp']));
    expect(files.filter((file) => file.includes('..') || file.includes('elsewhere'))).toEqual([]);
  });

  it('are a tileset’s tiles, to the last', async () => {
    const box = await boxTileset({ size: [2, 1, 1], colour: [1, 0, 0] });
    const exhibition = showing({ kind: 'tileset', id: 'cliff', label, uri: 'cliff/tileset.json' });
    const files = await listNamedFiles(exhibition, (file) =>
      Promise.resolve(box.get(file.replace(/^cliff\//, '')) ?? null),
    );
    expect(files.sort()).toEqual([...box.keys()].map((name) => `cliff/${name}`).sort());
  });
});
