import { describe, expect, it } from 'vitest';
import { besideLabel, fovOfHall } from '#scene/gallery/besideLabel.ts';
import { toDegrees, toRadians } from '#shared/angle.ts';

const fov = toRadians(65);
const aim = { yaw: 0.3, pitch: -0.2, x: 1 };

describe('a relic whose label is open', () => {
  it('stands in the upper part of an upright page, above the sheet', () => {
    const seen = besideLabel(aim, fov, { widthPx: 390, heightPx: 844, remPx: 16 });
    expect(seen).toMatchObject({ yaw: 0.3, x: 1 });
    // Where it is on the picture, from its middle (0) to its upper edge (1).
    const height = Math.tan(aim.pitch - seen.pitch) / Math.tan(fov / 2);
    expect(height).toBeGreaterThan(0.35);
    expect(height).toBeLessThan(0.7);
  });

  it('stands to the left of the column on a wide one', () => {
    const seen = besideLabel(aim, fov, { widthPx: 1280, heightPx: 720, remPx: 16 });
    expect(seen.pitch).toBe(-0.2);
    const aside = Math.tan(seen.yaw - aim.yaw) / Math.tan(fov / 2) / (1280 / 720);
    expect(aside).toBeGreaterThan(0.2);
    expect(aside).toBeLessThan(0.4);
  });
});

describe('the lens in a hall', () => {
  it('is wider on an upright picture, within reason, and as asked for on a wide one', () => {
    expect(fovOfHall(fov, 16 / 9)).toBe(fov);
    expect(toDegrees(fovOfHall(fov, 9 / 16))).toBeCloseTo(76.7, 0);
    expect(toDegrees(fovOfHall(fov, 0.3))).toBeCloseTo(88, 6);
  });
});
