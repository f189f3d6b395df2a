/** Two rooms whose walls show their own direction as a colour, with a door between them and something to read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Exhibition, Hotspot } from '#document/schema.ts';
import { greyPng16 } from '../../fixtures/png16.ts';
import { directionEquirect } from '../panorama/charts.ts';

const WIDTH = 1024;
const HEIGHT = 512;

export interface Chamber {
  readonly folder: string;
  remove(): void;
}

/** Angles of what stands there, degrees. */
export const DOOR = { yaw: 20, pitch: 0 } as const;
export const PAINTING = { yaw: -15, pitch: 8 } as const;

/**
 * Further hotspots come after the painting of the first room. With `wallMetres` a depth picture says that all walls are
 * that far away, and the first room's eyes are at the origin of the site.
 */
export async function buildChamber(hotspots: readonly Hotspot[] = [], wallMetres?: number): Promise<Chamber> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grotto-look-'));
  writeFileSync(path.join(folder, 'walls.png'), await directionEquirect(WIDTH, HEIGHT));
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(withWalls(withHotspots(hotspots), wallMetres)));
  const depth = greyPng16(DEPTH.width, DEPTH.height, () => (wallMetres ?? 0) * 1_000);
  writeFileSync(path.join(folder, DEPTH.uri), depth);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const DEPTH = { uri: 'depth.png', width: 64, height: 32 } as const;

function withWalls(exhibition: Exhibition, wallMetres: number | undefined): Exhibition {
  if (wallMetres === undefined) return exhibition;
  return {
    ...exhibition,
    assets: exhibition.assets.map((asset) => (asset.kind === 'panorama' ? { ...asset, depth: DEPTH } : asset)),
    nodes: exhibition.nodes.map((node) => (node.id === 'hall' ? { ...node, position: [0, 0, 0] } : node)),
  };
}

function withHotspots(hotspots: readonly Hotspot[]): Exhibition {
  const [hall, ...others] = EXHIBITION.nodes;
  return {
    ...EXHIBITION,
    nodes: hall ? [{ ...hall, hotspots: [...(hall.hotspots ?? []), ...hotspots] }, ...others] : [],
  };
}

const EXHIBITION: Exhibition = {
  formatVersion: 1,
  id: 'chamber',
  label: { en: 'Chamber' },
  rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
  defaultLanguage: 'en',
  languages: ['en', 'zh-Hans'],
  assets: [
    {
      kind: 'panorama',
      id: 'walls',
      label: { en: 'Walls' },
      layers: [
        {
          id: 'as-found',
          kind: 'as-found',
          label: { en: 'As found' },
          source: { type: 'equirect-image', uri: 'walls.png', width: WIDTH, height: HEIGHT },
        },
      ],
    },
  ],
  nodes: [
    {
      id: 'hall',
      label: { en: 'Hall' },
      asset: 'walls',
      links: [{ to: 'cell', target: DOOR }],
      hotspots: [
        { kind: 'text', id: 'painting', label: { en: 'Painting' }, body: { en: 'A deer.' }, target: PAINTING },
      ],
    },
    { id: 'cell', label: { en: 'Cell' }, asset: 'walls', links: [{ to: 'hall', target: { yaw: 180, pitch: 0 } }] },
  ],
};
