import { describe, expect, it } from 'vitest';
import { TAU, toRadians, wrapAngle } from '#shared/angle.ts';
import { yawPitchOf } from '#shared/vec.ts';
import { touchesCoverage } from '#streaming/pyramid/coverage.ts';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import {
  columnCount,
  type Pyramid,
  rowCount,
  type SphereRectangle,
  tileRectangle,
} from '#streaming/pyramid/pyramid.ts';

function cubePyramid(coverage?: SphereRectangle): Pyramid {
  const levels = [700, 1400].map((size) => ({ widthPx: size, heightPx: size }));
  return { id: 'cave', projection: 'cube', tileSize: 256, levels, ...(coverage && { coverage }) };
}

function degrees(yawMin: number, yawMax: number, pitchMin: number, pitchMax: number): SphereRectangle {
  return {
    yawMin: toRadians(yawMin),
    yawMax: toRadians(yawMax),
    pitchMin: toRadians(pitchMin),
    pitchMax: toRadians(pitchMax),
  };
}

function* tilesOf(pyramid: Pyramid) {
  for (let level = 0; level < pyramid.levels.length; level++)
    for (let face = 0; face < (pyramid.projection === 'cube' ? 6 : 1); face++)
      for (let y = 0; y < rowCount(pyramid, level); y++)
        for (let x = 0; x < columnCount(pyramid, level); x++) yield { level, face, x, y };
}

function contains(coverage: SphereRectangle, yaw: number, pitch: number): boolean {
  const middle = (coverage.yawMin + coverage.yawMax) / 2;
  const half = (coverage.yawMax - coverage.yawMin) / 2;
  return pitch >= coverage.pitchMin && pitch <= coverage.pitchMax && Math.abs(wrapAngle(yaw - middle)) <= half;
}

/** A small generator of our own (mulberry32), so that every run tries the same rectangles. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('touchesCoverage', () => {
  it('keeps every tile of a panorama without coverage', () => {
    const pyramid = cubePyramid();
    expect([...tilesOf(pyramid)].every((tile) => touchesCoverage(pyramid, tile))).toBe(true);
  });

  it('never drops a tile that has a point inside the coverage', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 30; round++) {
      const yawMin = random() * 720 - 360;
      const pitchMin = random() * 170 - 90;
      const coverage = degrees(yawMin, yawMin + random() * 360, pitchMin, pitchMin + random() * (90 - pitchMin));
      const pyramid = cubePyramid(coverage);
      for (const tile of tilesOf(pyramid)) {
        if (touchesCoverage(pyramid, tile)) continue;
        const { u0, v0, u1, v1 } = tileRectangle(pyramid, tile);
        for (let i = 0; i <= 12; i++) {
          for (let j = 0; j <= 12; j++) {
            const direction = faceDirection(tile.face, u0 + ((u1 - u0) * i) / 12, v0 + ((v1 - v0) * j) / 12);
            const { yaw, pitch } = yawPitchOf(direction);
            if (contains(coverage, yaw, pitch)) expect.fail(JSON.stringify({ tile, coverage, yaw, pitch }));
          }
        }
      }
    }
  });

  it('drops the back and the poles where only the front half to 40° up and down is covered', () => {
    const pyramid = cubePyramid(degrees(-40, 40, -30, 30));
    const kept = new Set(
      [...tilesOf(pyramid)].filter((tile) => touchesCoverage(pyramid, tile)).map(({ face }) => face),
    );
    expect([...kept]).toEqual([0]);
  });

  it('follows a coverage that crosses the seam behind the visitor', () => {
    const pyramid = cubePyramid(degrees(170, 190, -10, 10));
    const kept = [...tilesOf(pyramid)].filter((tile) => touchesCoverage(pyramid, tile));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every(({ face }) => face === 2)).toBe(true);
  });

  it('keeps the four tiles about the zenith for a cap, and none about the nadir', () => {
    const pyramid = cubePyramid(degrees(-180, 180, 89, 90));
    const kept = [...tilesOf(pyramid)].filter((tile) => touchesCoverage(pyramid, tile) && tile.level === 1);
    expect(kept.every(({ face }) => face === 4)).toBe(true);
    expect(kept.map(({ x, y }) => `${x},${y}`)).toContain('2,2');
    expect(kept.length).toBeLessThanOrEqual(4);
  });

  it('cuts an equirectangular pyramid by columns and rows', () => {
    const pyramid: Pyramid = {
      id: 'flat',
      projection: 'equirect',
      tileSize: 512,
      levels: [{ widthPx: 4096, heightPx: 2048 }],
      coverage: { yawMin: -TAU / 8 + 0.01, yawMax: TAU / 8 - 0.01, pitchMin: 0.01, pitchMax: TAU / 8 - 0.01 },
    };
    const kept = [...tilesOf(pyramid)].filter((tile) => touchesCoverage(pyramid, tile));
    expect(kept.map(({ x, y }) => `${x},${y}`)).toEqual(['3,1', '4,1']);
  });
});
