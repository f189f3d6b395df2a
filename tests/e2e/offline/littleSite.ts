/** A small exhibition with something of everything, on the disk, packed with the built viewer. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Exhibition } from '#document/schema.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { DOCUMENT, PACK_LIST, PACK_SIGNATURE, PAGE, type PackList } from '#offline/packList.ts';
import { renderTitleCard } from '#pipeline/build/titleCard.ts';
import { hashBytes } from '#pipeline/pack/hashFile.ts';
import { writeList } from '#pipeline/pack/makeList.ts';
import { makeOwnerKey, readOwnerKey } from '#pipeline/pack/ownerKey.ts';
import { packFolder } from '#pipeline/pack/packFolder.ts';
import { boxGlb } from '../../fixtures/boxModel.ts';
import { makeExhibitionWithRelic } from '../../fixtures/exhibitions.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface LittleSite {
  readonly folder: string;
  readonly viewer: string;
  write(name: string, content: string | Uint8Array): void;
  /** Lists and signs it as it is now. */
  pack(version: number): Promise<PackList>;
  /** The same by somebody who did not look whether the document opens. */
  packUnseen(version: number, document: object): Promise<PackList>;
  close(): void;
}

export async function makeLittleSite(): Promise<LittleSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grotto-offline-'));
  const keys = mkdtempSync(path.join(tmpdir(), 'grotto-owner-'));
  const viewer = path.join(ROOT, 'dist');
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const glb = await boxGlb({ min: [-0.1, 0, -0.1], max: [0.1, 0.08, 0.1], colour: [0.8, 0.7, 0.5] });
  const exhibition = makeLittleExhibition(glb.length);
  write('exhibition.json', JSON.stringify(exhibition));
  for (const [index, name] of listDocumentFiles(exhibition).entries()) {
    if (name.endsWith('.glb')) write(name, glb);
    else if (name === 'bell.opus')
      copyFileSync(path.join(ROOT, 'public/sounds/bronze-bell.opus'), path.join(folder, name));
    else write(name, await makePicture(name, index));
  }
  await makeOwnerKey(path.join(keys, 'owner.pem'));
  const key = await readOwnerKey(path.join(keys, 'owner.pem'));
  return {
    folder,
    viewer,
    write,
    async pack(version) {
      return (await packFolder({ folder, viewer, key, version, now: new Date() })).list;
    },
    async packUnseen(version, document) {
      const { list } = await packFolder({ folder, viewer, key, version, now: new Date() });
      const content = JSON.stringify(document);
      write(DOCUMENT, content);
      const page = renderTitleCard(readFileSync(path.join(viewer, PAGE), 'utf8'), document, version);
      const changed = new Map([[DOCUMENT, content], [PAGE, page]]); // prettier-ignore
      const files = list.files.map((file) => {
        const text = changed.get(file.path);
        return text === undefined ? file : { ...file, ...hashBytes(Buffer.from(text)) };
      });
      const unseen = { ...list, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
      write(PACK_LIST, writeList(unseen));
      write(PACK_SIGNATURE, key.sign(Buffer.from(writeList(unseen))));
      return unseen;
    },
    close() {
      rmSync(folder, { recursive: true });
      rmSync(keys, { recursive: true });
    },
  };
}

/** No two are the same. */
function makePicture(name: string, index: number): Promise<Uint8Array> {
  const [width, height] = sizeOf(name);
  const background = { r: 90 + (index % 8) * 16, g: 120, b: 60 + index };
  const picture = sharp({ create: { width, height, channels: 3, background } });
  return (name.endsWith('.png') ? picture.png() : name.endsWith('.jpg') ? picture.jpeg() : picture.webp()).toBuffer();
}

function sizeOf(name: string): readonly [number, number] {
  if (name.endsWith('preview.webp')) return [128, 768];
  if (name === 'pano-45/poster.webp') return [320, 200];
  if (name.endsWith('.jpg')) return [2048, 1024];
  if (name.endsWith('.png')) return [64, 48];
  return name.startsWith('bowl/') ? [90, 90] : [512, 512];
}

function makeLittleExhibition(modelBytes: number): Exhibition {
  const exhibition = makeExhibitionWithRelic();
  const [cave] = exhibition.assets;
  if (cave?.kind !== 'panorama') throw new Error('the first asset is a panorama');
  cave.layers.push({
    id: 'restored',
    kind: 'restored',
    label: { en: 'Restored', 'zh-Hans': '复原' },
    source: { type: 'equirect-image', uri: 'restored.jpg', width: 2048, height: 1024 },
  });
  for (const asset of exhibition.assets) {
    if (asset.kind === 'model') asset.lods = asset.lods.map((lod) => ({ ...lod, bytes: modelBytes, triangles: 12 }));
  }
  exhibition.assets.push({
    kind: 'audio',
    id: 'bell',
    label: { en: 'A bell', 'zh-Hans': '钟' },
    sources: [{ uri: 'bell.opus', type: 'audio/ogg' }],
    seconds: 6,
  });
  exhibition.nodes[0]?.hotspots?.forEach((hotspot) => {
    if (hotspot.kind === 'relic') hotspot.label = { en: 'A bowl of white glaze', 'zh-Hans': '白釉碗' };
  });
  exhibition.tours = [
    {
      id: 'round',
      label: { en: 'Round the caves', 'zh-Hans': '一周' },
      steps: [
        { at: 'cave-46', narration: { en: 'Here it begins.', 'zh-Hans': '由此开始。' }, sounds: ['bell'] },
        { at: 'cave-45', narration: { en: 'Here it ends.', 'zh-Hans': '在此结束。' } },
      ],
    },
  ];
  return exhibition;
}

export const readText = (site: LittleSite, name: string): string => readFileSync(path.join(site.folder, name), 'utf8');

export const readBytes = (site: LittleSite, name: string): Buffer => readFileSync(path.join(site.folder, name));
