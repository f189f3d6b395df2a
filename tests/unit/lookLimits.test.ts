import { describe, expect, it } from 'vitest';
import { horizontalFov, toDegrees, toRadians } from '#shared/angle.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { maxFovFor, minFovFor } from '#tour/look/limits.ts';

function pyramid(projection: Pyramid['projection'], widthPx: number): Pyramid {
  const heightPx = projection === 'cube' ? widthPx : widthPx / 2;
  return {
    id: 'p',
    projection,
    tileSize: 512,
    levels: [
      { widthPx: 64, heightPx: 64 },
      { widthPx, heightPx },
    ],
  };
}

/** Device pixels per texel of the finest level at the view centre, from a hundredth of a degree there. */
function magnificationAt(fov: number, { projection, levels }: Pyramid, heightPx: number): number {
  const small = toRadians(0.01);
  const pixels = ((Math.tan(small) / Math.tan(fov / 2)) * heightPx) / 2;
  const { widthPx } = levels[1] ?? { widthPx: 0 };
  const texels = projection === 'cube' ? (Math.tan(small) * widthPx) / 2 : (small / (2 * Math.PI)) * widthPx;
  return pixels / texels;
}

describe('the narrowest field of view', () => {
  it.each([
    ['cube', 4096, 1080],
    ['cube', 12_288, 2160],
    ['equirect', 16_384, 800],
    ['cube', 70_866, 1440],
  ] as const)('shows a texel of a %s picture %i wide as two device pixels', (projection, width, height) => {
    const picture = pyramid(projection, width);
    const fov = minFovFor(picture, height);
    expect(magnificationAt(fov, picture, height)).toBeCloseTo(2, 4);
  });

  it('is 30° for a picture too small for that, and never less than 1°', () => {
    expect(toDegrees(minFovFor(pyramid('equirect', 1536), 1440))).toBeCloseTo(30, 9);
    expect(toDegrees(minFovFor(pyramid('cube', 1_000_000), 720))).toBeCloseTo(1, 9);
  });
});

describe('the widest field of view', () => {
  it('is 100° high, and never more than 130° wide', () => {
    expect(toDegrees(maxFovFor(9 / 16))).toBeCloseTo(100, 9);
    expect(toDegrees(maxFovFor(16 / 9))).toBeCloseTo(100, 9);
    expect(toDegrees(horizontalFov(maxFovFor(32 / 9), 32 / 9))).toBeCloseTo(130, 9);
  });
});
