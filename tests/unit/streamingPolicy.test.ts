import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import { Density } from '#streaming/policy/density.ts';
import { Eye, IDENTITY } from '#streaming/policy/eye.ts';
import { Visibility } from '#streaming/policy/visibility.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { writeDirection } from '#streaming/pyramid/direction.ts';
import { cubeLevelSizes } from '#streaming/pyramid/levels.ts';
import { eyeOf } from '../replay/stage.ts';

function eye(yaw: number, pitch: number, fov: number, widthPx = 1280, heightPx = 720): Eye {
  const made = new Eye();
  made.set(eyeOf({ yaw, pitch, fov }, widthPx, heightPx), IDENTITY);
  return made;
}

/** A generator of numbers in 0 to 1 that is the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('directions of cube faces', () => {
  it('agree with the faces that a direction points through', () => {
    const out = new Float64Array(9);
    for (let face = 0; face < 6; face++) {
      for (const [u, v] of [
        [0.2, 0.3],
        [0.9, 0.1],
        [0.5, 0.5],
      ] as const) {
        writeDirection('cube', face, u, v, out);
        const found = facePoint([out[0] ?? 0, out[1] ?? 0, out[2] ?? 0]);
        expect(found.face).toBe(face);
        expect(found.u).toBeCloseTo(u, 12);
        expect(found.v).toBeCloseTo(v, 12);
      }
    }
  });

  it('put yaw 0 in the middle of f, yaw 90° in the middle of r, and the lower edge of u at the upper edge of f', () => {
    expect(facePoint(directionOf(0, 0))).toEqual({ face: 0, u: 0.5, v: 0.5 });
    expect(facePoint(directionOf(Math.PI / 2, 0)).face).toBe(1);
    expect(facePoint(directionOf(0, toRadians(46)))).toMatchObject({ face: 4 });
    expect(facePoint(directionOf(0, toRadians(46))).v).toBeGreaterThan(0.95);
  });

  it.each(['cube', 'equirect'] as const)('have the derivatives of their differences (%s)', (projection) => {
    const [a, b, d] = [new Float64Array(9), new Float64Array(9), 1e-6];
    writeDirection(projection, 0, 0.3, 0.6, a);
    writeDirection(projection, 0, 0.3 + d, 0.6, b);
    for (let i = 0; i < 3; i++) expect(((b[i] ?? 0) - (a[i] ?? 0)) / d).toBeCloseTo(a[3 + i] ?? 0, 4);
    writeDirection(projection, 0, 0.3, 0.6 + d, b);
    for (let i = 0; i < 3; i++) expect(((b[i] ?? 0) - (a[i] ?? 0)) / d).toBeCloseTo(a[6 + i] ?? 0, 4);
  });
});

describe('visibility', () => {
  it('is just what rays through a fine grid of the view find, for random views and tiles', () => {
    const random = randomFrom(7);
    const visibility = new Visibility();
    for (let round = 0; round < 300; round++) {
      const view = eye(random() * 6.3, (random() - 0.5) * 3.1, toRadians(2 + random() * 98));
      const n = 2 ** Math.floor(random() * 4);
      const [face, x, y] = [Math.floor(random() * 6), Math.floor(random() * n), Math.floor(random() * n)];
      const isHit = hitsTile(view, face, x / n, y / n, (x + 1) / n, (y + 1) / n);
      const isVisible = visibility.isVisible(view, 'cube', face, x / n, y / n, (x + 1) / n, (y + 1) / n);
      // The grid of rays may slip past a corner that the exact test sees; never the other way round.
      if (isHit) expect(isVisible).toBe(true);
      else if (isVisible)
        expect(hitsTile(view, face, x / n - 0.02, y / n - 0.02, (x + 1) / n + 0.02, (y + 1) / n + 0.02)).toBe(true);
    }
  });

  it('does not count a face that only touches the edge of the view', () => {
    const visibility = new Visibility();
    const view = eye(0, 0, 2 * Math.atan(720 / 1280));
    const faces = [0, 1, 2, 3, 4, 5].filter((face) => visibility.isVisible(view, 'cube', face, 0, 0, 1, 1));
    expect(faces).toEqual([0]);
  });

  it('never hides a part of an equirectangular picture that a ray meets', () => {
    const random = randomFrom(11);
    const visibility = new Visibility();
    for (let round = 0; round < 300; round++) {
      const view = eye(random() * 6.3, (random() - 0.5) * 3.1, toRadians(2 + random() * 98));
      const [x, y] = [Math.floor(random() * 8), Math.floor(random() * 4)];
      const rect = [x / 8, y / 4, (x + 1) / 8, (y + 1) / 4] as const;
      let isHit = false;
      for (let i = 0; i < view.rays.length && !isHit; i += 3) {
        const [dx, dy, dz] = [view.rays[i] ?? 0, view.rays[i + 1] ?? 0, view.rays[i + 2] ?? 0];
        const u = Math.atan2(dx, -dz) / (2 * Math.PI) + 0.5;
        const v = 0.5 - Math.asin(Math.max(-1, Math.min(1, dy))) / Math.PI;
        isHit = u > rect[0] && u < rect[2] && v > rect[1] && v < rect[3];
      }
      if (isHit) expect(visibility.isVisible(view, 'equirect', 0, ...rect)).toBe(true);
    }
  });

  function hitsTile(view: Eye, face: number, u0: number, v0: number, u1: number, v1: number): boolean {
    const b = view.basis;
    const steps = 160;
    for (let row = 0; row <= steps; row++) {
      const ty = -view.tanBottom + ((view.tanTop + view.tanBottom) * row) / steps;
      for (let column = 0; column <= steps; column++) {
        const tx = -view.tanLeft + ((view.tanLeft + view.tanRight) * column) / steps;
        const at = (i: number) => (b[i] ?? 0) * tx + (b[3 + i] ?? 0) * ty + (b[6 + i] ?? 0);
        const hit = facePoint([at(0), at(1), at(2)]);
        const slack = 1e-3;
        if (hit.face === face && hit.u > u0 + slack && hit.u < u1 - slack && hit.v > v0 + slack && hit.v < v1 - slack) {
          return true;
        }
      }
    }
    return false;
  }
});

describe('density', () => {
  it('is one device pixel per texel where a face seen head-on fills the view texel by pixel', () => {
    const view = eye(0, 0, Math.PI / 2, 1024, 1024);
    expect(new Density().pixelsPerTexel(view, 'cube', 0, 0, 0, 1, 1, 1024, 1024)).toBeCloseTo(1, 9);
  });

  it('doubles with the pixel ratio and halves with the picture', () => {
    const density = new Density();
    const one = density.pixelsPerTexel(eye(0.3, 0.2, 1), 'cube', 0, 0, 0, 1, 1, 1024, 1024);
    expect(density.pixelsPerTexel(eye(0.3, 0.2, 1, 2560, 1440), 'cube', 0, 0, 0, 1, 1, 1024, 1024)).toBeCloseTo(
      2 * one,
      9,
    );
    expect(density.pixelsPerTexel(eye(0.3, 0.2, 1), 'cube', 0, 0, 0, 1, 1, 2048, 2048)).toBeCloseTo(one / 2, 9);
  });

  it('measures a view that lies wholly inside one tile', () => {
    const view = eye(0.2, 0.1, toRadians(1));
    // 720 px over one degree, against 512 px per unit of tangent about the middle of a 1024 face.
    const expected = 720 / (2 * Math.tan(toRadians(0.5))) / 512;
    const measured = new Density().pixelsPerTexel(view, 'cube', 0, 0, 0, 1, 1, 1024, 1024);
    expect(measured).toBeGreaterThan(expected * 0.9);
    expect(measured).toBeLessThan(expected * 1.1);
  });

  it('takes an equirectangular picture at the equator as wide as it is', () => {
    const view = eye(0, 0, toRadians(1), 720, 720);
    const pixelsPerRadian = 720 / (2 * Math.tan(toRadians(0.5)));
    const texelsPerRadian = 4096 / (2 * Math.PI);
    const measured = new Density().pixelsPerTexel(view, 'equirect', 0, 0, 0, 1, 1, 4096, 2048);
    expect(measured).toBeCloseTo(pixelsPerRadian / texelsPerRadian, 1);
  });
});

describe('the levels of a cube pyramid', () => {
  it('halve down to one tile where the picture is small', () => {
    expect(cubeLevelSizes(2_048, 512)).toEqual([512, 1_024, 2_048]);
    expect(cubeLevelSizes(2_608, 512)).toEqual([326, 652, 1_304, 2_608]);
    expect(cubeLevelSizes(300, 512)).toEqual([300]);
  });

  it('are whole tiles below the finest where it is large, never more than √8 apart', () => {
    for (const finest of [4_097, 8_192, 20_861, 70_866]) {
      const sizes = cubeLevelSizes(finest, 512);
      expect(sizes.at(-1)).toBe(finest);
      for (const size of sizes.slice(0, -1)) expect(Number.isInteger(Math.log2(size / 512))).toBe(true);
      for (let i = 1; i < sizes.length; i++) {
        expect((sizes[i] ?? 0) / (sizes[i - 1] ?? 1)).toBeLessThanOrEqual(2 * Math.SQRT2 + 1e-9);
      }
    }
  });
});
