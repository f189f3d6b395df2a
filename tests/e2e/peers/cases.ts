/** What the other viewers are given, in their own words, and the same as sources of ours. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ForeignSource } from '#sources/panorama/foreign/schema.ts';
import type { ViewerName } from './page/opened.ts';

export interface PeerCase {
  readonly name: string;
  readonly viewer: ViewerName;
  /** The viewer's own configuration, beside its pictures; what is imported. */
  readonly file: string;
  readonly config: object;
  /** Which panorama of those imported it is, where there are several. */
  readonly scene?: string;
  /** The same files by the source for them, where an import makes another one. */
  readonly source?: ForeignSource;
}

export const LETTERS = ['f', 'r', 'b', 'l', 'u', 'd'] as const;
export const NAMES = ['front', 'right', 'back', 'left', 'top', 'bottom'] as const;
/** Sizes in pixels: of a face, of a face of the preview, and how wide the sphere is. */
export const FACE = 640;
export const PREVIEW = 160;
export const WIDTH = 2048;

const multiRes = { basePath: 'multires', path: '/%l/%s%y_%x', extension: 'png', tileResolution: 256, maxLevel: 3, cubeResolution: FACE }; // prettier-ignore
// Levels are multiples of their tiles there.
const hall = {
  id: '0-hall', name: 'Hall', faceSize: FACE,
  levels: [{ tileSize: PREVIEW, size: PREVIEW, fallbackOnly: true }, { tileSize: FACE / 4, size: FACE / 2 }, { tileSize: FACE / 4, size: FACE }],
  initialViewParameters: { yaw: 0, pitch: 0, fov: Math.PI / 3 }, linkHotspots: [], infoHotspots: [],
}; // prettier-ignore
const paths = Object.fromEntries(NAMES.map((name) => [name, `psv-faces/${name}.png`])) as Record<(typeof NAMES)[number], string>; // prettier-ignore
const cube = [{ faceSize: FACE / 4, nbTiles: 1 }, { faceSize: FACE, nbTiles: 4 }]; // prettier-ignore
const sphere = [{ width: WIDTH / 2, cols: 4, rows: 2 }, { width: WIDTH, cols: 8, rows: 4 }]; // prettier-ignore
const psv = (name: string, adapter: string, panorama: string | object): PeerCase => ({
  name: `Photo Sphere Viewer ${name}`,
  viewer: 'photoSphereViewer',
  file: `psv-${name.replaceAll(' ', '-')}.json`,
  config: { adapter, panorama, navbar: false },
});
export const CASES: readonly PeerCase[] = [
  {
    name: 'Pannellum multires', viewer: 'pannellum', file: 'pannellum-multires.json',
    config: { type: 'multires', multiRes }, source: { type: 'pannellum-multires', ...multiRes },
  },
  {
    name: 'Pannellum cubemap', viewer: 'pannellum', file: 'pannellum-cubemap.json',
    config: { type: 'cubemap', cubeMap: LETTERS.map((letter) => `faces/${letter}.png`) },
  },
  {
    name: 'Pannellum equirectangular', viewer: 'pannellum', file: 'pannellum-equirectangular.json',
    config: { type: 'equirectangular', panorama: 'sphere.png' },
  },
  {
    name: 'Marzipano', viewer: 'marzipano', file: 'data.js',
    config: { scenes: [hall], name: 'Hall', settings: { mouseViewMode: 'drag' } },
    source: { type: 'marzipano-tiles', url: 'tiles/0-hall/{z}/{f}/{y}/{x}.jpg', levels: hall.levels, cubeMapPreviewUrl: 'tiles/0-hall/preview.jpg' },
  },
  psv('equirectangular', 'equirectangular', 'sphere.png'),
  psv('cubemap', 'cubemap', paths),
  psv('cube tiles', 'cubemap-tiles', { levels: cube, tileUrl: 'psv-cube/{level}_{face}_{col}_{row}.png' }),
  psv('equirectangular tiles', 'equirectangular-tiles', {
    levels: sphere, baseUrl: 'psv-sphere/base.png', tileUrl: 'psv-sphere/{level}_{col}_{row}.png',
  }),
]; // prettier-ignore

/** Writes the configuration as the viewer has it: JSON, or a script with data. */
export function writeConfig(folder: string, { file, config }: PeerCase): void {
  const data = JSON.stringify(config);
  writeFileSync(path.join(folder, file), file.endsWith('.js') ? `var APP_DATA = ${data};\n` : data);
}
