/** Two painted boxes with a tour, as a kiosk: small, so that a page of it is there soon. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pbkdf2Sync } from 'node:crypto';
import sharp from 'sharp';

export const CODE = '271828';
export const IDLE_SECONDS = 30;
export const ANSWER_SECONDS = 20;
export const HOMEPAGE = 'https://museum.example/caves';

const SALT = '00112233445566778899aabbccddeeff';

/** Answers the folder and what takes it away. */
export async function makeSmallKiosk(): Promise<{ readonly folder: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grotto-kiosk-'));
  for (const [name, background] of [
    ['red', '#8a3a2a'],
    ['green', '#3a6a55'],
  ] as const) {
    const size = { width: 512, height: 256, channels: 3, background } as const;
    await sharp({ create: size })
      .png()
      .toFile(path.join(folder, `${name}.png`));
  }
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(describe()));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function describe(): object {
  const box = (id: string, en: string, zh: string, to: string) => ({
    asset: {
      kind: 'panorama',
      id: `${id}-picture`,
      label: { en, 'zh-Hans': zh },
      layers: [
        {
          id: 'as-found',
          kind: 'as-found',
          label: { en: 'As found', 'zh-Hans': '现状' },
          source: { type: 'equirect-image', uri: `${id}.png`, width: 512, height: 256 },
        },
      ],
    },
    node: {
      id,
      label: { en, 'zh-Hans': zh },
      asset: `${id}-picture`,
      links: [{ to, target: { yaw: 0, pitch: -20 } }],
      hotspots: [
        {
          kind: 'text',
          id: `${id}-text`,
          label: { en: `On ${en}`, 'zh-Hans': `关于${zh}` },
          target: { yaw: 30, pitch: 0 },
          body: { en: 'It is painted.', 'zh-Hans': '它是画的。' },
        },
      ],
    },
  });
  const boxes = [box('red', 'The red box', '红盒', 'green'), box('green', 'The green box', '绿盒', 'red')];
  return {
    formatVersion: 1,
    id: 'small-kiosk',
    label: { en: 'Two boxes', 'zh-Hans': '两个盒子' },
    homepage: HOMEPAGE,
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    digitalSourceType: 'digitalCreation',
    defaultLanguage: 'en',
    languages: ['en', 'zh-Hans'],
    start: 'red',
    assets: boxes.map(({ asset }) => asset),
    nodes: boxes.map(({ node }) => node),
    tours: [
      {
        id: 'round',
        label: { en: 'Both boxes', 'zh-Hans': '两个盒子' },
        steps: [
          { at: 'red', narration: { en: 'This box is red.', 'zh-Hans': '这个盒子是红的。' }, minSeconds: 60 },
          { at: 'green', narration: { en: 'This box is green.', 'zh-Hans': '这个盒子是绿的。' } },
        ],
      },
    ],
    kiosk: {
      isAlways: true,
      idleSeconds: IDLE_SECONDS,
      answerSeconds: ANSWER_SECONDS,
      publicUrl: HOMEPAGE,
      staff: {
        salt: SALT,
        hash: pbkdf2Sync(CODE, Buffer.from(SALT, 'hex'), 100_000, 32, 'sha256').toString('hex'),
        iterations: 100_000,
      },
    },
  };
}
