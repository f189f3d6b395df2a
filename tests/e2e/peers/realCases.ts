/** Panoramas that others made and cut, with the configurations that lie beside them, where they are there. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { hasRealData, REAL_DATA } from '../../fixtures/realData.ts';
import { type PeerCase, writeConfig } from './cases.ts';

/** Of a face of Marzipano's preview. */
const PREVIEW = 256;

/** Copies them beside the others; none where the collection is absent. */
export async function copyRealCases(folder: string): Promise<PeerCase[]> {
  if (!hasRealData) return [];
  const at = (...names: string[]) => path.join(folder, ...names);
  const copy = (from: string, to: string) => cpSync(path.join(REAL_DATA, from), at(to), { recursive: true });
  const read = (file: string) => JSON.parse(readFileSync(at(file), 'utf8').replace(/^\uFEFF/, '')) as object;
  copy('pano/pannellum', '.');
  copy('pano/psv/sphere_small.jpg', 'sphere_small.jpg');
  copy('derived/cube-pyramid', 'cube-pyramid');
  copy('derived/cube-pyramid', 'tiles/real');
  copy('derived/equirect-tiles', 'equirect-tiles');
  await stackPreview(at('tiles/real'));

  const cases: PeerCase[] = [
    { name: 'real: Pannellum’s cube', viewer: 'pannellum', file: 'example-cube.json', config: read('example-cube.json') },
    { name: 'real: Pannellum’s tour', viewer: 'pannellum', file: 'example-tour.json', config: read('example-tour.json'), scene: 'pond' },
    { name: 'real: Pannellum’s multires', viewer: 'pannellum', file: 'example-multires.json', config: read('example-multires.json') },
    {
      name: 'real: cube by Pannellum', viewer: 'pannellum', file: 'real-multires.json',
      config: { type: 'multires', multiRes: { basePath: 'cube-pyramid', path: '/%l/%s/%y/%x', extension: 'jpg', tileResolution: 512, maxLevel: 3, cubeResolution: 1024 } },
    },
    {
      name: 'real: cube by Marzipano', viewer: 'marzipano', file: 'real-data.js',
      config: { scenes: [{
        id: 'real', name: 'Real', faceSize: 1024, initialViewParameters: { yaw: 0, pitch: 0, fov: 1 }, linkHotspots: [], infoHotspots: [],
        levels: [{ tileSize: PREVIEW, size: PREVIEW, fallbackOnly: true }, { tileSize: 256, size: 256 }, { tileSize: 512, size: 512 }, { tileSize: 512, size: 1024 }],
      }] },
    },
    {
      name: 'real: sphere by Photo Sphere Viewer', viewer: 'photoSphereViewer', file: 'real-sphere.json',
      config: { adapter: 'equirectangular', panorama: 'sphere_small.jpg', navbar: false },
    },
    {
      name: 'real: tiles by Photo Sphere Viewer', viewer: 'photoSphereViewer', file: 'real-tiles.json',
      config: { adapter: 'equirectangular-tiles', navbar: false, panorama: { width: 2048, cols: 16, rows: 8, baseUrl: 'equirect-tiles/base.jpg', tileUrl: 'equirect-tiles/{col}_{row}.jpg' } },
    },
  ]; // prettier-ignore

  for (const one of cases.filter(({ file }) => file.startsWith('real-'))) writeConfig(folder, one);
  return cases;
}

/** The six faces from back to up, one below the other, as the Marzipano Tool makes them. */
async function stackPreview(folder: string): Promise<void> {
  const faces = await Promise.all(
    [...'bdflru'].map((face) =>
      sharp(path.join(folder, '1', face, '0/0.jpg'))
        .resize(PREVIEW)
        .toBuffer(),
    ),
  );
  await sharp({ create: { width: PREVIEW, height: 6 * PREVIEW, channels: 3, background: 'black' } })
    .composite(faces.map((input, index) => ({ input, left: 0, top: index * PREVIEW })))
    .jpeg({ quality: 95 })
    .toFile(path.join(folder, 'preview.jpg'));
}
