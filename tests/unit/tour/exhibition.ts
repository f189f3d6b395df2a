import type { Exhibition } from '#document/schema.ts';

/** A small exhibition of three linked places, for tests of the tour. */
export const exhibition: Exhibition = {
  formatVersion: 1,
  id: 'three-places',
  label: { en: 'Three places', 'zh-Hans': '三处' },
  defaultLanguage: 'en',
  languages: ['en', 'zh-Hans'],
  start: 'hall',
  assets: [],
  nodes: [
    {
      id: 'antechamber',
      label: { en: 'Antechamber', 'zh-Hans': '前室' },
      asset: 'antechamber',
      links: [{ to: 'hall' }],
    },
    {
      id: 'hall',
      label: { en: 'Main hall', 'zh-Hans': '主室' },
      asset: 'hall',
      heading: 90,
      start: { yaw: 30, pitch: -5, fov: 70 },
      links: [{ to: 'antechamber' }, { to: 'niche' }],
      hotspots: [
        {
          kind: 'text',
          id: 'donors',
          label: { en: 'Donors', 'zh-Hans': '供养人' },
          target: { yaw: 10, pitch: 0 },
          body: { en: 'A row of donors.', 'zh-Hans': '一列供养人。' },
        },
      ],
    },
    { id: 'niche', label: { en: 'Niche', 'zh-Hans': '龛' }, asset: 'niche', heading: 350 },
  ],
};
