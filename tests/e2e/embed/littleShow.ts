/** Two painted boxes that may be shown in pages of others: small, so that a visit is there soon. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

export const RED = [138, 58, 42] as const;
const BOXES = [
  ['red', 'The red box', '红盒', '#8a3a2a', 'green'],
  ['green', 'The green box', '绿盒', '#3a6a55', 'red'],
] as const;

/** @param embed As the document says it; none where it is left out. */
export async function makeLittleShow(embed?: object): Promise<{ readonly folder: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grotto-embed-'));
  for (const [name, , , background] of BOXES) {
    const paint = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background } });
    await paint(512, 256)
      .png()
      .toFile(path.join(folder, `${name}.png`));
    await paint(320, 200)
      .webp()
      .toFile(path.join(folder, `${name}-poster.webp`));
  }
  const document = {
    formatVersion: 1,
    id: 'two-boxes',
    label: { en: 'Two boxes', 'zh-Hans': '两个盒子' },
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    digitalSourceType: 'digitalCreation',
    defaultLanguage: 'en',
    languages: ['en', 'zh-Hans'],
    start: 'red',
    assets: BOXES.map(([id, en, zh]) => ({
      kind: 'panorama',
      id: `${id}-picture`,
      label: { en, 'zh-Hans': zh },
      poster: { uri: `${id}-poster.webp`, width: 320, height: 200 },
      layers: [
        {
          id: 'as-found',
          kind: 'as-found',
          label: { en: 'As found', 'zh-Hans': '现状' },
          source: { type: 'equirect-image', uri: `${id}.png`, width: 512, height: 256 },
        },
      ],
    })),
    nodes: BOXES.map(([id, en, zh, , to]) => ({
      id,
      label: { en, 'zh-Hans': zh },
      asset: `${id}-picture`,
      links: [{ to, target: { yaw: 0, pitch: -20 } }],
    })),
    ...(embed && { embed }),
  };
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(document));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
