/** A small exhibition in several languages, to look for things in. */
import type { Exhibition, Hotspot, ModelAsset } from '#document/schema.ts';
import { makeExhibition } from '../../../fixtures/exhibitions.ts';

export const BRONZE = { label: { en: 'Material', 'zh-Hans': '材质' }, value: { en: 'Bronze', 'zh-Hans': '青铜' } };
export const LOTUS = { en: 'Lotus', 'zh-Hans': '莲花' };

const CAISSON: Hotspot = {
  kind: 'text',
  id: 'caisson',
  label: { en: 'The caisson', 'zh-Hans': '藻井' },
  body: { en: 'Three hares run around a lotus.', 'zh-Hans': '三兔绕莲花奔跑，八身飞天绕花而行。' },
  subjects: [LOTUS],
  target: { yaw: 10, pitch: 20 },
};

const BELL_MODEL: ModelAsset = {
  kind: 'model',
  id: 'bell',
  label: { en: 'Bell' },
  alt: { en: 'A bell hung by a dragon loop' },
  lods: [{ quality: 'high', uri: 'bell.glb', bytes: 1, triangles: 1 }],
  annotations: [
    {
      id: 'boss',
      label: { en: 'Striking boss', 'zh-Hans': '撞座' },
      body: { fr: 'Un lotus où l’on frappe', en: 'Struck here' },
      target: { type: 'point', at: [0, 0, 0] },
    },
  ],
};

const BELL: Hotspot = {
  kind: 'relic',
  id: 'bronze-bell',
  label: { en: 'Bronze bell', 'zh-Hans': '铜钟' },
  model: 'bell',
  body: { en: 'It has no clapper.', 'zh-Hans': '钟没有舌。', de: 'Die Glocke wird von außen geläutet.' },
  facts: [BRONZE],
  subjects: [LOTUS],
  target: { yaw: -90, pitch: 0 },
};

const TRIPOD: Hotspot = {
  kind: 'text',
  id: 'tripod',
  label: { en: 'Tripod', 'zh-Hans': '铜鼎' },
  body: { en: 'Made for ritual; the café is next door.' },
  transcription: { lzh: '子子孫孫永寶用' },
  translation: { en: 'May sons and grandsons treasure it for ever.' },
  facts: [{ label: { en: 'Material' }, value: { en: 'bronze' } }],
  target: { yaw: 0, pitch: 0 },
};

/** Two pictures of one cave with the same label, a second cave, a tour; languages en, zh-Hans and some others. */
export function makeFindable(): Exhibition {
  const exhibition = makeExhibition();
  const [first, second] = exhibition.nodes;
  if (!first || !second) throw new Error('the fixture has two nodes');
  return {
    ...exhibition,
    assets: [...exhibition.assets, BELL_MODEL],
    nodes: [
      { ...first, summary: { en: 'A hall with a ceiling', 'zh-Hans': '有窟顶的石室' }, hotspots: [CAISSON, TRIPOD] },
      {
        ...first,
        id: 'cave-45-lamps',
        label: { en: 'Cave 45 by lamplight', 'zh-Hans': '第45窟 · 灯下' },
        hotspots: [CAISSON],
        links: [],
      },
      { ...second, hotspots: [BELL], links: [] },
    ],
    tours: [
      {
        id: 'short',
        label: { en: 'A short walk', ar: 'جَوْلَةٌ قصيرة' },
        steps: [{ at: 'cave-45', narration: { en: 'Look up.' } }],
      },
    ],
  };
}
