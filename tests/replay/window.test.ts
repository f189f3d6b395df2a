import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot } from '#shared/vec.ts';
import type { Vec3 } from '#shared/vec.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import { WindowInPyramid } from '#streaming/policy/window.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import { cubePyramid, eyeOf, Stage } from './stage.ts';

const FRONT = { yaw: 0, pitch: 0, fov: toRadians(58) };
const EYE = eyeOf(FRONT, 1280, 720);

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A point of the sphere, evenly spread. */
function anywhere(random: () => number): Vec3 {
  return directionOf(2 * Math.PI * random(), Math.asin(2 * random() - 1));
}

function where(projection: Projection, direction: Vec3) {
  if (projection === 'cube') return facePoint(direction);
  const [x, y, z] = direction;
  return { face: 0, u: Math.atan2(x, -z) / (2 * Math.PI) + 0.5, v: 0.5 - Math.asin(y) / Math.PI };
}

describe('a window onto a panorama', () => {
  it.each(['cube', 'equirect'] as const)('touches every tile that a point of it lies on (%s)', (projection) => {
    const random = randomFrom(7);
    const window = new WindowInPyramid();
    let touched = 0;
    for (let i = 0; i < 4_000; i++) {
      const axis = anywhere(random);
      const radius = random() ** 3 * Math.PI;
      window.set({ axis, radius }, IDENTITY, 0);
      const point = anywhere(random);
      if (dot(axis, point) < Math.cos(radius)) continue;
      const { face, u, v } = where(projection, point);
      const count = 2 ** Math.floor(random() * 5);
      const [x, y] = [Math.min(count - 1, Math.floor(u * count)), Math.min(count - 1, Math.floor(v * count))];
      expect(window.touches(projection, face, x / count, y / count, (x + 1) / count, (y + 1) / count)).toBe(true);
      touched++;
    }
    expect(touched).toBeGreaterThan(500);
  });

  it('touches no cube tile that none of its points lies on', () => {
    const random = randomFrom(11);
    const window = new WindowInPyramid();
    let missed = 0;
    for (let i = 0; i < 400; i++) {
      const axis = anywhere(random);
      const radius = 0.05 + random() * 1.5;
      const face = Math.floor(random() * 6);
      const [x, y] = [Math.floor(random() * 4), Math.floor(random() * 4)];
      const [u0, v0, u1, v1] = [x / 4, y / 4, (x + 1) / 4, (y + 1) / 4] as const;
      window.set({ axis, radius }, IDENTITY, 0);
      // The nearest of many points, and as much less as lies between two of them.
      let least = Math.PI;
      for (let k = 0; k <= 40; k++) {
        for (let l = 0; l <= 40; l++) {
          const s = 2 * (u0 + ((u1 - u0) * k) / 40) - 1;
          const t = 1 - 2 * (v0 + ((v1 - v0) * l) / 40);
          const to: Vec3 = ([[s, t, -1], [1, t, s], [-s, t, 1], [-1, t, -s], [s, 1, t], [s, -1, -t]] as const)[
            face as 0
          ]; // prettier-ignore
          const cos = dot(axis, to) / Math.hypot(...to);
          least = Math.min(least, Math.acos(Math.max(-1, Math.min(1, cos))));
        }
      }
      if (least < radius + 0.02) continue;
      missed++;
      expect(window.touches('cube', face, u0, v0, u1, v1), JSON.stringify({ axis, radius, face, x, y })).toBe(false);
    }
    expect(missed).toBeGreaterThan(50);
  });

  it('is turned with the pyramid', () => {
    const window = new WindowInPyramid();
    // What lies ahead in the world lies to the right in the pyramid's own frame.
    window.set({ axis: [0, 0, -1], radius: 0.2 }, [0, 0, -1, 0, 1, 0, 1, 0, 0], 0);
    expect(window.touches('cube', 1, 0.4, 0.4, 0.6, 0.6)).toBe(true);
    expect(window.touches('cube', 0, 0.4, 0.4, 0.6, 0.6)).toBe(false);
  });
});

describe('the engine with a lens onto another layer', () => {
  const base = cubePyramid('base', 2048);
  const other = cubePyramid('other', 2048);
  const lens = { axis: directionOf(toRadians(10), toRadians(5)), radius: toRadians(8) };

  it('asks for the tiles of the other layer that the lens touches, and no others', async () => {
    const stage = new Stage();
    stage.engine.show([
      { pyramid: base, toPyramid: IDENTITY, opacity: 1 },
      { pyramid: other, toPyramid: IDENTITY, opacity: 1, window: lens },
    ]);
    await stage.settle([EYE]);
    const asked = [...stage.requested.keys()].filter((name) => name.startsWith('other/') && !name.endsWith('preview'));
    const window = new WindowInPyramid();
    window.set(lens, IDENTITY, 0.002);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(4);
    for (const name of asked) {
      const [, level, face, place = ''] = name.split('/');
      const [y = 0, x = 0] = place.split('_').map(Number);
      const size = 512 / (other.levels[Number(level)]?.widthPx ?? 1);
      expect(window.touches('cube', Number(face), x * size, y * size, (x + 1) * size, (y + 1) * size), name).toBe(true);
    }
    // The layer beneath is loaded as if there were no lens.
    const alone = new Stage();
    alone.show(base);
    await alone.settle([EYE]);
    const names = (from: Stage) => [...from.requested.keys()].filter((name) => name.startsWith('base/')).sort();
    expect(names(stage)).toEqual(names(alone));
  });

  it('draws both at the due level and asks for nothing more while the lens rests', async () => {
    const stage = new Stage();
    stage.engine.show([
      { pyramid: base, toPyramid: IDENTITY, opacity: 1 },
      { pyramid: other, toPyramid: IDENTITY, opacity: 1, window: lens },
    ]);
    await stage.settle([EYE]);
    const report = stage.frame([EYE]);
    expect(report.isSharp).toBe(true);
    const levels = (panorama: number) => {
      const drawn = report.draws.slice(0, report.drawCount).filter((draw) => draw.panorama === panorama);
      return new Set(drawn.map(({ tile }) => tile.level));
    };
    expect(levels(1)).toEqual(levels(0));
    const before = stage.requestCount;
    await stage.settle([EYE]);
    expect(stage.requestCount).toBe(before);
  });

  it('loads what comes under the lens as it moves', async () => {
    const stage = new Stage();
    const shown = [
      { pyramid: base, toPyramid: IDENTITY, opacity: 1 },
      { pyramid: other, toPyramid: IDENTITY, opacity: 1, window: { axis: [...lens.axis] as [number, number, number], radius: lens.radius } },
    ]; // prettier-ignore
    stage.engine.show(shown);
    await stage.settle([EYE]);
    const before = stage.requestCount;
    shown[1]!.window!.axis.splice(0, 3, ...directionOf(toRadians(-25), toRadians(-5)));
    await stage.settle([EYE]);
    expect(stage.requestCount).toBeGreaterThan(before);
    expect(Math.max(...stage.requested.values())).toBe(1);
  });
});
