import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import type { FrameReport } from '#streaming/ports.ts';
import { levelOf } from '#streaming/pyramid/pyramid.ts';
import { cubePyramid, eyeOf, Stage } from './stage.ts';

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Two patches of a frame never share a layer: each shows its own tile. */
function expectOwnLayers(report: FrameReport): void {
  const seen = new Set<string>();
  for (const draw of report.draws.slice(0, report.drawCount)) {
    const place = `${draw.store}/${draw.layer}`;
    expect(seen.has(place), `layer ${place} is drawn twice`).toBe(false);
    seen.add(place);
  }
}

describe('an engine under random visits over a random line', () => {
  it.each([1, 2, 3, 4, 5, 6])('keeps its promises (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const failure = () =>
      random() < 0.05 ? ('passing' as const) : seed % 2 === 0 && random() < 0.01 ? ('lasting' as const) : null;
    const network = { latencySeconds: random() * 0.3, bytesPerSecond: 1e5 + random() * 5e6, failure };
    const stage = new Stage(network, { layers: 40, fadeSeconds: 0.1 });
    const places = [cubePyramid('a', 2_048), cubePyramid('b', 20_861), cubePyramid('c', 5_000)];
    let place = places[0] ?? cubePyramid('a', 512);
    let hasCovered = false;
    stage.show(place);
    for (let i = 0; i < 150; i++) {
      if (random() < 0.02) {
        place = places[Math.floor(random() * 3)] ?? place;
        stage.show(place);
        stage.engine.prefetch(places.filter((other) => other !== place));
        hasCovered = false;
      }
      if (random() < 0.005) {
        stage.engine.loseContext();
        hasCovered = false;
      }
      const pose = { yaw: random() * 7, pitch: (random() - 0.5) * 3, fov: toRadians(1 + random() * 99) };
      const eyes =
        random() < 0.3
          ? [eyeOf(pose, 900, 900), eyeOf({ ...pose, yaw: pose.yaw + 0.02 }, 900, 900)]
          : [eyeOf(pose, 1280, 720)];
      for (let k = 0; k < 1 + random() * 20; k++) {
        const report = stage.frame(eyes, (random() - 0.5) * 2);
        expectOwnLayers(report);
        // Once something covered the view, there is never a hole again in this place.
        if (report.isCovered[0]) hasCovered = true;
        if (stage.faults.length === 0) expect(report.isCovered[0]).toBe(hasCovered);
        await stage.pass(random() * 0.05);
      }
    }
    expect(stage.engine.stats.requests).toBe(stage.requestCount);
    stage.engine.dispose();
    await stage.pass(60);
    expect(stage.images.filter((image) => !image.isReleased)).toEqual([]);
  });

  it('is never coarser than a texel per device pixel at the centre once settled, at any zoom and pixel ratio', async () => {
    const random = randomFrom(99);
    for (let i = 0; i < 40; i++) {
      const ratio = 1 + Math.floor(random() * 3);
      const fov = toRadians(1 + random() ** 2 * 99);
      const pose = { yaw: random() * 7, pitch: (random() - 0.5) * 3, fov };
      const stage = new Stage(undefined, { layers: 400 });
      const pyramid = cubePyramid('wall', 70_866);
      stage.show(pyramid);
      const [widthPx, heightPx] = [1280 * ratio, 720 * ratio];
      await stage.settle([eyeOf(pose, widthPx, heightPx)]);
      const finest = levelOf(pyramid, stage.engine.stats.finestLevelShown).widthPx;
      // At a face's centre, where texels are largest, a radian has half the face's pixels.
      const pixelsPerRadian = heightPx / (2 * Math.tan(fov / 2));
      const centreFactor =
        1 / Math.max(...['x', 'y', 'z'].map((_, axis) => Math.abs(centreOf(pose.yaw, pose.pitch)[axis] ?? 0))) ** 2;
      expect(finest === 70_866 || (finest / 2) * centreFactor >= pixelsPerRadian * 0.999).toBe(true);
    }
  });
});

function centreOf(yaw: number, pitch: number): number[] {
  return [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), -Math.cos(yaw) * Math.cos(pitch)];
}
