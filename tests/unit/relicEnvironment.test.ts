import { DataUtils } from 'three';
import { describe, expect, it } from 'vitest';
import { createEnvironment, environmentBytes, type Radiance } from '#scene/relic/light/environment.ts';
import { keyOf } from '#scene/relic/place/placeLight.ts';
import { dot, normalize, type Vec3 } from '#shared/vec.ts';

interface Level {
  readonly data: Uint16Array;
  readonly width: number;
}

/** Of each face, in GL's order, its levels from a mirror to matt. */
function levelsOf(radiance: Radiance, side?: number): Level[][] {
  const { image } = createEnvironment(radiance, side) as unknown as { image: { mipmaps: Level[] }[] };
  return image.map(({ mipmaps }) => mipmaps);
}

/** Red at the middle of a face of a level. */
function middleOf({ data, width }: Level): number {
  return DataUtils.fromHalfFloat(data[((width / 2) * width + width / 2) * 4] ?? 0);
}

/** A round light of a radian across in a direction; nothing elsewhere. */
const lightFrom =
  (towards: Vec3): Radiance =>
  (direction, out) => {
    out.fill(dot(direction, towards) > Math.cos(0.5) ? 8 : 0);
  };

describe('the light from all around', () => {
  it('stays as it is on every level where it is the same from everywhere', () => {
    for (const levels of levelsOf((_, out) => out.fill(0.5))) {
      expect(levels.map(({ width }) => width)).toEqual([64, 32, 16, 8]);
      for (const { data } of levels) {
        for (let i = 0; i < data.length; i += 4) {
          expect(DataUtils.fromHalfFloat(data[i] ?? 0)).toBeCloseTo(0.5, 3);
          expect(DataUtils.fromHalfFloat(data[i + 3] ?? 0)).toBe(1);
        }
      }
    }
  });

  // three looks a cube up with x turned around: what lies along +X is on GL's face −X.
  it.each([
    ['+X', [1, 0, 0], 1],
    ['−X', [-1, 0, 0], 0],
    ['+Y', [0, 1, 0], 2],
    ['−Y', [0, -1, 0], 3],
    ['+Z', [0, 0, 1], 4],
    ['−Z', [0, 0, -1], 5],
  ] as const)('from %s is on the face that three looks up there, the softer the rougher', (_name, towards, face) => {
    const faces = levelsOf(lightFrom(towards), 32);
    const lit = faces[face] ?? [];
    expect(lit.map(({ width }) => width)).toEqual([32, 16, 8]);
    expect(middleOf(lit[0] as Level)).toBe(8);
    const matt = faces.map((levels) => middleOf(levels.at(-1) as Level));
    expect(Math.max(...matt)).toBe(matt[face]);
    expect(matt[face]).toBeLessThan(4);
    // The far side of a matt body sees nothing of it.
    expect(matt[face ^ 1]).toBeLessThan(0.05);
  });

  it('falls on a matt surface as the cosine says', () => {
    const faces = levelsOf((direction, out) => out.fill(Math.max(0, direction[1]) * 3), 32);
    // The mean of 3·cos over a hemisphere weighted by cos is 2; sideways half of the sky is seen at a slant.
    expect(middleOf(faces[2]?.at(-1) as Level)).toBeCloseTo(2, 1);
    expect(middleOf(faces[4]?.at(-1) as Level)).toBeCloseTo(1, 0);
  });

  it('says what it takes on the GPU', () => {
    expect(environmentBytes(32)).toBe((32 * 32 + 16 * 16 + 8 * 8) * 6 * 8);
  });
});

describe('the lamp that stands for a place', () => {
  it('shines from where most light comes, in its colour, and never from below', () => {
    const towards = normalize([0.6, 0.5, -0.4]);
    const { direction, colour, intensity } = keyOf((at, out) => {
      const isLamp = dot(at, towards) > 0.95;
      out[0] = isLamp ? 6 : 0.1;
      out[1] = isLamp ? 4 : 0.1;
      out[2] = isLamp ? 2 : 0.1;
    });
    expect(dot(direction, towards)).toBeGreaterThan(0.98);
    expect(colour.r).toBe(1);
    expect(colour.b).toBeLessThan(0.6);
    expect(intensity).toBeGreaterThan(0.1);
    expect(keyOf(lightFrom([0, -1, 0])).direction[1]).toBeGreaterThan(0.1);
    expect(keyOf((_, out) => out.fill(1)).intensity).toBeLessThan(0.05);
  });
});
