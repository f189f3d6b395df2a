import { describe, expect, it } from 'vitest';
import { TEXTURE_BYTES, planStores } from '#scene/panorama/planStores.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import { relicBudget } from '#scene/relic/profile.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

const CAVE: Pyramid = {
  id: 'cave',
  projection: 'cube',
  tileSize: 512,
  levels: [{ widthPx: 16_384, heightPx: 16_384 }],
  previewFaceSize: 256,
};
const SCREENS: [DeviceClass, number, number][] = [
  ['desktop', 3840, 2160],
  ['phone', 1290, 2796],
  ['headset', 3360, 1760],
];

describe('the memory of a device', () => {
  it.each(SCREENS)(
    'on a %s is enough for tiles and a third of it for relics, together',
    (device, widthPx, heightPx) => {
      const limits = { deviceClass: device, widthPx, heightPx, maxTextureSize: 8192, maxLayers: 2048 };
      const tiles = planStores([CAVE], limits).reduce(
        (sum, { layerSize, layerCount }) => sum + layerSize ** 2 * 4 * layerCount,
        0,
      );
      const { gpuBytes } = relicBudget(device, tiles);
      expect(gpuBytes + tiles).toBeLessThan(TEXTURE_BYTES[device]);
      expect(gpuBytes).toBeGreaterThan(TEXTURE_BYTES[device] / 3);
    },
  );

  it('leaves room in a headset for the depth of two places, a panel and a hall beside tiles and relics', () => {
    const tiles = 0.55 * TEXTURE_BYTES.headset;
    const left = TEXTURE_BYTES.headset - tiles - relicBudget('headset', tiles).gpuBytes;
    expect(left).toBeGreaterThanOrEqual(19 * 2 ** 20);
  });

  it('leaves relics nothing rather than less than nothing where tiles took it all', () => {
    expect(relicBudget('headset', TEXTURE_BYTES.headset * 2).gpuBytes).toBe(0);
  });
});
