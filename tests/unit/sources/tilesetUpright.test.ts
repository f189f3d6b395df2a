import { describe, expect, it } from 'vitest';
import { EQUATOR, POLE, eastNorthUp, toCartesian, toCartographic } from '#sources/tileset/globe.ts';
import { findUpright } from '#sources/tileset/upright.ts';

const UPRIGHT = { up: 'z', isCentred: true } as const;
const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1_000) / 1_000 + 0);

describe('a tileset as a relic', () => {
  /** 4 by 4 by 6 metres around (11, 20, 32), Z up. */
  const box = { boundingVolume: { box: [11, 20, 32, 2, 0, 0, 0, 2, 0, 0, 0, 3] } };

  it('stands around the origin with Y up', () => {
    const { min, max } = findUpright(box, UPRIGHT);
    expect([rounded(min), rounded(max)]).toEqual([[-2, -3, -2], [2, 3, 2]]); // prettier-ignore
  });

  it('is left where it is written to be, where that is wanted', () => {
    const turned = findUpright(box, { up: 'z', isCentred: false });
    expect([rounded(turned.min), rounded(turned.max)]).toEqual([[9, 29, -22], [13, 35, -18]]); // prettier-ignore
    const written = findUpright(box, { up: 'y', isCentred: false });
    expect([rounded(written.min), rounded(written.max)]).toEqual([[9, 18, 29], [13, 22, 35]]); // prettier-ignore
  });

  it('is as large as its transform makes it, be it a box or a sphere', () => {
    const transform = [3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3, 0, 100, 0, 0, 1];
    expect(rounded(findUpright({ ...box, transform }, UPRIGHT).max)).toEqual([6, 9, 6]);
    const sphere = { boundingVolume: { sphere: [5, 5, 5, 2] }, transform };
    expect(rounded(findUpright(sphere, UPRIGHT).min)).toEqual([-6, -6, -6]);
  });

  it('on the globe stands with its up away from it and its north ahead', () => {
    // A hundred metres to the north, twenty to the east and ten high, at Mogao.
    const [lon, lat] = [1.6545, 0.7];
    const region = [lon, lat, lon + 20 / (EQUATOR * Math.cos(lat)), lat + 100 / EQUATOR, 1_400, 1_410];
    const { min, max } = findUpright({ boundingVolume: { region } }, UPRIGHT);
    const size = max.map((value, k) => value - (min[k] ?? 0));
    expect(size[0]).toBeCloseTo(20, 0);
    expect(size[1]).toBeCloseTo(10, 1);
    expect(Math.abs((size[2] ?? 0) - 100)).toBeLessThan(1);
  });

  it('follows a region over the line where the date changes', () => {
    const region = [Math.PI - 1e-5, 0, -Math.PI + 1e-5, 1e-5, 0, 10];
    const { min, max } = findUpright({ boundingVolume: { region } }, UPRIGHT);
    expect(max[0] - min[0]).toBeCloseTo(2e-5 * EQUATOR, 0);
  });
});

describe('the globe', () => {
  it('is found again from a place on it, anywhere', () => {
    for (const lat of [-1.5, -0.6, 0, 0.7, 1.57]) {
      for (const height of [-400, 0, 8_000]) {
        const found = toCartographic(toCartesian({ lon: 2.1, lat, height }));
        expect(found.lon).toBeCloseTo(2.1, 9);
        expect(found.lat).toBeCloseTo(lat, 9);
        expect(found.height).toBeCloseTo(height, 3);
      }
    }
  });

  it('is flattened at the poles, where up is along the axis', () => {
    expect(toCartesian({ lon: 0, lat: Math.PI / 2, height: 0 })[2]).toBeCloseTo(POLE, 3);
    expect(rounded(eastNorthUp({ lon: 0, lat: Math.PI / 2, height: 0 })[2])).toEqual([0, 0, 1]);
  });
});
