import type { Exhibition } from '#document/schema.ts';

/** A place with a relic that has states, annotations and a tour of its own, and a relic that has nothing. */
export const exhibition: Exhibition = {
  formatVersion: 1,
  id: 'relics',
  label: { en: 'Relics' },
  defaultLanguage: 'en',
  languages: ['en'],
  assets: [
    {
      kind: 'model',
      id: 'vase',
      label: { en: 'Vase' },
      lods: [{ quality: 'high', uri: 'vase.glb', bytes: 1, triangles: 12 }],
      start: { yaw: 30, pitch: 10 },
      states: [{ id: 'restored', kind: 'restored', label: { en: 'Restored' } }],
      annotations: [
        { id: 'seal', label: { en: 'Seal' }, target: { type: 'point', at: [0, 0.1, 0.1] } },
        {
          id: 'crack',
          label: { en: 'Crack' },
          target: { type: 'point', at: [0.1, 0.1, 0] },
          view: { yaw: 90, pitch: -20, distance: 0.3, target: [0.1, 0.1, 0] },
        },
      ],
      steps: [
        { narration: { en: 'Look.' }, view: { yaw: 0 }, show: 'seal', lamp: { yaw: 80, pitch: 5 } },
        { narration: { en: 'Inside.' }, section: { normal: [0, 0, 2], offset: 0.01 }, surface: 'clay' },
        { narration: { en: 'As it was.' }, section: null, state: 'restored', variant: 'gilt' },
      ],
    },
    {
      kind: 'model',
      id: 'bead',
      label: { en: 'Bead' },
      lods: [{ quality: 'thumb', uri: 'bead.glb', bytes: 1, triangles: 12 }],
    },
  ],
  nodes: [
    {
      id: 'hall',
      label: { en: 'Hall' },
      asset: 'hall',
      hotspots: [
        { kind: 'relic', id: 'the-vase', label: { en: 'Vase' }, target: { yaw: 0, pitch: 0 }, model: 'vase' },
        { kind: 'relic', id: 'the-bead', label: { en: 'Bead' }, target: { yaw: 9, pitch: 0 }, model: 'bead' },
        { kind: 'text', id: 'words', label: { en: 'Words' }, target: { yaw: 20, pitch: 0 }, body: { en: 'Words.' } },
      ],
    },
    { id: 'niche', label: { en: 'Niche' }, asset: 'niche' },
  ],
};
