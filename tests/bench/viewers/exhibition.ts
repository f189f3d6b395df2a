/** The smallest exhibition that shows the bench's pyramid in Grotto: one node, no links. */
import type { Exhibition } from '#document/schema.ts';
import { BENCH_NODE } from './adapters/config.ts';
import { LEVEL_SIZES, PREVIEW_SIZE, STRIP_ORDER, TILE_SIZE } from './picture/pyramid.ts';
import { VERTICAL_FOV } from './view.ts';

export function describeExhibition(): Exhibition {
  return {
    formatVersion: 1,
    id: 'bench',
    label: { en: 'Bench' },
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      {
        kind: 'panorama',
        id: 'picture',
        label: { en: 'Picture' },
        layers: [
          {
            id: 'tinted',
            kind: 'other',
            label: { en: 'Tinted' },
            source: {
              type: 'cube-tiles',
              template: 'pyramid/{z}/{f}/{y}_{x}.jpg',
              tileSize: TILE_SIZE,
              levels: [...LEVEL_SIZES],
              firstLevel: 1,
              preview: { uri: 'pyramid/preview.jpg', faceSize: PREVIEW_SIZE, order: STRIP_ORDER },
            },
          },
        ],
      },
    ],
    nodes: [
      { id: BENCH_NODE, label: { en: 'Here' }, asset: 'picture', start: { yaw: 0, pitch: 0, fov: VERTICAL_FOV } },
    ],
  };
}
