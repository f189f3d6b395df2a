import { describe, expect, it } from 'vitest';
import { TEXTURE_BYTES, planStores } from '#scene/panorama/planStores.ts';
import type { DeviceClass, StoreLimits, StorePlan } from '#scene/panorama/planStores.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

function cube(tileSize: number, faceSize: number, previewFaceSize?: number): Pyramid {
  return {
    id: `${tileSize}-${faceSize}`,
    projection: 'cube',
    tileSize,
    levels: [{ widthPx: faceSize, heightPx: faceSize }],
    ...(previewFaceSize !== undefined && { previewFaceSize }),
  };
}

const desktop: StoreLimits = {
  deviceClass: 'desktop',
  widthPx: 1280,
  heightPx: 720,
  maxTextureSize: 8192,
  maxLayers: 2048,
};
const bytesOf = (plans: readonly StorePlan[]): number =>
  plans.reduce((sum, { layerSize, layerCount }) => sum + layerSize ** 2 * 4 * layerCount, 0);

describe('planning tile memory', () => {
  it('cuts one store per layer size that is needed, small first', () => {
    const plans = planStores([cube(512, 2048, 200), cube(1024, 4096)], desktop);
    expect(plans.map(({ layerSize }) => layerSize)).toEqual([256, 512, 1024]);
  });

  it('holds a panorama of 220,000 pixels around in the very bytes of one of 8,000', () => {
    expect(planStores([cube(512, 70_866, 256)], desktop)).toEqual(planStores([cube(512, 2048, 256)], desktop));
  });

  it('holds at least three views at two texels a pixel where the budget allows', () => {
    const [store] = planStores([cube(512, 70_866)], desktop);
    expect(store?.layerCount).toBe(3 * 6 * 4);
  });

  it('has room for all narrow tiles that meet at a pole of a whole sphere, where the budget allows', () => {
    const sphere = (tileWidthPx: number): Pyramid => ({
      id: 'sphere',
      projection: 'equirect',
      tileSize: 300,
      levels: [{ widthPx: 2_400, heightPx: 1_200, tileWidthPx, tileHeightPx: 300 }],
    });
    const small: StoreLimits = { ...desktop, widthPx: 480, heightPx: 360 };
    expect(planStores([sphere(300)], small)[0]?.layerCount).toBe(Math.ceil((8 * 3) / 0.75));
    expect(planStores([sphere(150)], small)[0]?.layerCount).toBe(Math.ceil((16 * 3) / 0.75));
    expect(bytesOf(planStores([sphere(4)], { ...small, deviceClass: 'phone' }))).toBeLessThanOrEqual(
      TEXTURE_BYTES.phone,
    );
  });

  it('needs layers no larger than a pyramid that is smaller than its tiles', () => {
    expect(planStores([cube(2048, 300)], desktop).map(({ layerSize }) => layerSize)).toEqual([512]);
  });

  it.each<[DeviceClass, number, number]>([
    ['phone', 1290, 2796],
    ['headset', 4128, 2208],
    ['desktop', 7680, 4320],
  ])('stays inside the budget of a %s however large its screen', (deviceClass, widthPx, heightPx) => {
    const pyramids = [cube(256, 2048, 256), cube(512, 70_866, 256), cube(1024, 8192), cube(2048, 16_384)];
    const plans = planStores(pyramids, { ...desktop, deviceClass, widthPx, heightPx });
    expect(bytesOf(plans)).toBeLessThanOrEqual(TEXTURE_BYTES[deviceClass]);
    for (const { layerCount } of plans) expect(layerCount).toBeGreaterThan(0);
  });

  it('is planned for the eyes of a headset, not for the small page in it', () => {
    const headset: StoreLimits = { ...desktop, deviceClass: 'headset', widthPx: 800, heightPx: 500 };
    const pyramids = [cube(512, 4_096, 256)];
    expect(planStores(pyramids, headset)).toEqual(
      planStores(pyramids, { ...headset, widthPx: 3_360, heightPx: 1_760 }),
    );
    const tiles = planStores(pyramids, headset).find(({ layerSize }) => layerSize === 512);
    expect(tiles?.layerCount).toBeGreaterThan(70);
  });

  it('never asks for more layers than the GPU has', () => {
    const plans = planStores([cube(256, 70_866)], { ...desktop, widthPx: 7680, heightPx: 4320, maxLayers: 256 });
    expect(plans[0]?.layerCount).toBe(256);
  });

  it('says which tile size a GPU cannot hold', () => {
    expect(() => planStores([cube(2048, 4096)], { ...desktop, maxTextureSize: 1024 })).toThrow('tiles of 2048 px');
  });
});
