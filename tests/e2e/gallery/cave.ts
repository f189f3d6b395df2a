/** A cave of one panorama with a relic in it, a box, and a place beside it. */
import type { Exhibition, PanoramaAsset } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';

const EYE = 1.6;
/** Of the panorama, and of its depth picture unless another is asked for. */
export const WIDTH = 512;
export const HEIGHT = 256;

export interface Scene {
  /** Where the box stands, degrees and metres from the visitor. */
  readonly yaw: number;
  readonly distance: number;
  readonly heading?: number;
  readonly pose?: PanoramaAsset['pose'];
  readonly depth?: string | null;
  readonly model?: string;
  /** Of the depth picture. */
  readonly depthWidth?: number;
  /** Degrees; its front is towards the visitor when left out. */
  readonly turn?: number;
}

export function makeCave({ yaw, distance, heading = 0, pose, depth = 'depth.png', ...scene }: Scene): Exhibition {
  const { model = 'box.glb', depthWidth = WIDTH, turn = yaw + heading } = scene;
  const bearing = toRadians(yaw + heading);
  const [x, z] = [Math.sin(bearing) * distance, -Math.cos(bearing) * distance];
  const label = { en: 'Cave' };
  const source = { type: 'equirect-image' as const, uri: 'wall.png', width: WIDTH, height: HEIGHT };
  const panorama: PanoramaAsset = {
    kind: 'panorama',
    id: 'walls',
    label,
    layers: [{ id: 'main', kind: 'as-found', label, source }],
    ...(pose && { pose }),
    ...(depth !== null && { depth: { uri: depth, width: depthWidth, height: depthWidth / 2 } }),
  };
  const relic = {
    kind: 'relic' as const,
    id: 'box',
    label: { en: 'Box' },
    model: 'box-model',
    stands: { position: [10 + x, EYE - 0.4, 20 + z] as [number, number, number], turn },
  };
  return {
    formatVersion: 1,
    id: 'cave',
    label,
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      panorama,
      {
        kind: 'model',
        id: 'box-model',
        label,
        lods: [{ quality: 'thumb', uri: model, bytes: 1_700, triangles: 12 }],
        boundingBox: { min: [-0.5, 0, -0.2], max: [0.5, 0.8, 0.2] },
      },
    ],
    nodes: [
      {
        id: 'here',
        label,
        asset: 'walls',
        position: [10, EYE, 20],
        heading,
        hotspots: [relic],
        links: [{ to: 'there' }],
      },
      { id: 'there', label, asset: 'walls', position: [10, EYE, 30], heading },
    ],
  };
}
