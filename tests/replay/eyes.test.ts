/** What a headset's two eyes have loaded for them: sharp where they look, a level less around it, a tile a frame. */
import { describe, expect, it } from 'vitest';
import { directionOf, dot, normalize, type Vec3 } from '#shared/vec.ts';
import type { EngineOptions } from '#streaming/engineOptions.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import { PERIPHERY } from '#streaming/policy/periphery.ts';
import type { EyeView, FrameReport } from '#streaming/ports.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { pixelsPerTexel } from './sharpness.ts';
import { cubePyramid, DSL, Stage } from './stage.ts';

const [WIDTH, HEIGHT] = [1_680, 1_760];
const [OUTWARD, INWARD, UP, DOWN] = [1.19, 0.9, 1, 1.2];
/** Device pixels per unit of tangent. */
const FOCAL = WIDTH / (OUTWARD + INWARD);

/** A headset's eyes: their frusta lean outward and down. */
function eyesAt(yaw: number, pitch: number): [EyeView, EyeView] {
  const basis = {
    right: directionOf(yaw + Math.PI / 2, 0),
    up: directionOf(yaw, pitch + Math.PI / 2),
    forward: directionOf(yaw, pitch),
    tanTop: UP,
    tanBottom: DOWN,
    widthPx: WIDTH,
    heightPx: HEIGHT,
  };
  return [
    { ...basis, tanLeft: OUTWARD, tanRight: INWARD },
    { ...basis, tanLeft: INWARD, tanRight: OUTWARD },
  ];
}

/** A direction that an eye sees: by its tangents. */
function along({ right, up, forward }: EyeView, x: number, y: number): Vec3 {
  const at = (k: 0 | 1 | 2): number => forward[k] + x * right[k] + y * up[k];
  return normalize([at(0), at(1), at(2)]);
}

/** Texels along the face of the finest tile drawn in a direction; 0 where there is none. */
function texelsAt({ draws, drawCount }: FrameReport, pyramid: Pyramid, direction: Vec3): number {
  const { face, u, v } = facePoint(direction);
  let most = 0;
  for (const { tile, pyramid: of } of draws.slice(0, drawCount)) {
    if (of !== pyramid || tile.face !== face || tile.level < 0) continue;
    const { widthPx = 0 } = of.levels[tile.level] ?? {};
    const [x, y] = [(u * widthPx) / of.tileSize, (v * widthPx) / of.tileSize];
    if (Math.floor(x) === tile.x && Math.floor(y) === tile.y) most = Math.max(most, widthPx);
  }
  return most;
}

async function settled(pyramid: Pyramid, eyes: readonly EyeView[], options: Partial<EngineOptions> = {}) {
  const stage = new Stage(DSL, { layers: 400, ...options });
  stage.show(pyramid);
  await stage.settle(eyes);
  return { stage, report: stage.frame(eyes) };
}

const POSES: readonly [number, number][] = [
  [0, 0], [0.4, 0.2], [0.785, 0], [0.785, 0.615], [2.2, -0.5], [3.1, 0.9], [-1.1, 1.3], [-2.5, -1.2],
]; // prettier-ignore
const SPOTS = Array.from({ length: 15 * 15 }, (_, i) => [(i % 15) / 7 - 1, Math.floor(i / 15) / 7 - 1] as const);

describe('the picture before two eyes', () => {
  it('has the very level with a texel for each pixel where an eye looks straight at a face', async () => {
    const pyramid = cubePyramid('cave', 4_096);
    const eyes = eyesAt(0, 0);
    const { report } = await settled(pyramid, eyes);
    const due = pyramid.levels.find(({ widthPx }) => widthPx >= 2 * FOCAL)?.widthPx;
    for (const eye of eyes) expect(texelsAt(report, pyramid, eye.forward)).toBe(due);
  });

  it('is never coarser than a texel per pixel within 30° of an eye’s axis, and at most a level coarser beyond', async () => {
    const pyramid = cubePyramid('cave', 4_096);
    for (const [yaw, pitch] of POSES) {
      const eyes = eyesAt(yaw, pitch);
      const { report } = await settled(pyramid, eyes);
      for (const eye of eyes) {
        for (const [x, y] of SPOTS) {
          const across = x < 0 ? x * eye.tanLeft : x * eye.tanRight;
          const direction = along(eye, across, y < 0 ? y * DOWN : y * UP);
          const isMiddle = Math.acos(Math.min(1, dot(direction, eye.forward))) <= PERIPHERY.beyond;
          const ratio = pixelsPerTexel(eye, FOCAL, direction, texelsAt(report, pyramid, direction));
          // At the corners of a view the policy measures between its samples, a tenth at most beside.
          expect(ratio, JSON.stringify({ yaw, pitch, x, y })).toBeLessThanOrEqual(isMiddle ? 1.01 : 2.2);
        }
      }
    }
  });

  it('is coarser by exactly one level in the periphery, against one that is sharp to its edges, and takes fewer tiles', async () => {
    const pyramid = cubePyramid('cave', 4_096);
    const eyes = eyesAt(0.4, 0.2);
    const { report, stage } = await settled(pyramid, eyes);
    const sharp = await settled(pyramid, eyes, { periphery: null });
    let lower = 0;
    for (const eye of eyes) {
      for (const [x, y] of SPOTS) {
        const direction = along(eye, x * (x < 0 ? eye.tanLeft : eye.tanRight), y * (y < 0 ? DOWN : UP));
        const times = texelsAt(sharp.report, pyramid, direction) / texelsAt(report, pyramid, direction);
        expect([1, 2]).toContain(times);
        if (times === 2) lower++;
      }
    }
    expect(lower).toBeGreaterThan(SPOTS.length / 2);
    expect(stage.engine.stats.tilesWanted).toBeLessThan(0.7 * sharp.stage.engine.stats.tilesWanted);
  });

  it('has its middle around the axis of each lens, not around the middle of a leaning frustum', async () => {
    const pyramid = cubePyramid('cave', 8_192);
    const [left, right] = eyesAt(0, 0);
    const turned = { ...right, forward: directionOf(0.9, 0), right: directionOf(0.9 + Math.PI / 2, 0), up: [0, 1, 0] as const }; // prettier-ignore
    const { report } = await settled(pyramid, [left, turned]);
    for (const eye of [left, turned]) {
      const ratio = pixelsPerTexel(eye, FOCAL, eye.forward, texelsAt(report, pyramid, eye.forward));
      expect(ratio).toBeLessThanOrEqual(1.01);
    }
  });

  it('is that of one view where there is one: sharp to its edges', async () => {
    const pyramid = cubePyramid('cave', 4_096);
    const [eye] = eyesAt(0.4, 0.2);
    const one = await settled(pyramid, [eye]);
    const sharp = await settled(pyramid, [eye], { periphery: null });
    expect(one.stage.requested).toEqual(sharp.stage.requested);
  });

  it('of each eye’s own is loaded for that eye alone', async () => {
    const pictures = [cubePyramid('left', 4_096), cubePyramid('right', 4_096)] as const;
    const eyes = eyesAt(0, 0);
    const stage = new Stage(DSL, { layers: 400 });
    const seenBy = ['left', 'right'] as const;
    stage.engine.show(pictures.map((pyramid, i) => ({ pyramid, toPyramid: IDENTITY, opacity: 1, eyes: seenBy[i] ?? 'both' }))); // prettier-ignore
    await stage.settle(eyes);
    const asked = [...stage.requested.keys()];
    for (const [i, { id }] of pictures.entries()) {
      const eye = eyes[i];
      if (!eye) continue;
      const alone = await settled(cubePyramid(id, 4_096), [eye, eye]);
      expect(asked.filter((name) => name.startsWith(`${id}/`)).sort()).toEqual(
        [...alone.stage.requested.keys()].sort(),
      );
    }
  });

  it('is loaded wider where walls may be seen beside their direction, and no finer', async () => {
    const pyramid = cubePyramid('cave', 4_096);
    const eyes = eyesAt(0.4, 0);
    const { stage: near } = await settled(pyramid, eyes);
    const stage = new Stage(DSL, { layers: 400 });
    stage.engine.show([{ pyramid, toPyramid: IDENTITY, opacity: 1, reach: 0.2 }]);
    await stage.settle(eyes);
    const report = stage.frame(eyes);
    expect(stage.requestCount).toBeGreaterThan(near.requestCount);
    for (const eye of eyes) {
      const beside = along(eye, -Math.tan(Math.atan(eye.tanLeft) + 0.19), 0);
      expect(texelsAt(report, pyramid, beside)).toBeGreaterThan(0);
    }
    const finest = (of: Stage) => Math.max(...[...of.requested.keys()].map((name) => Number(name.split('/')[1]) || 0));
    expect(finest(stage)).toBe(finest(near));
  });
});

describe('tiles on their way to a headset’s GPU', () => {
  it('come one in a frame, the ground first, however fast and however slow frames are', async () => {
    for (const frameSeconds of [1 / 90, 0.2]) {
      const stage = new Stage(DSL, { layers: 400 });
      const eyes = eyesAt(0, 0);
      stage.show(cubePyramid('cave', 4_096));
      let frames = 0;
      for (let isSharp = false; !isSharp; frames++) {
        const before = stage.engine.stats.uploads;
        isSharp = stage.frame(eyes).isSharp;
        expect(stage.engine.stats.uploads - before).toBeLessThanOrEqual(1);
        await stage.pass(frameSeconds);
      }
      expect(frames).toBeGreaterThanOrEqual(stage.engine.stats.uploads);
    }
  });
});

describe('a picture of which nothing can be had', () => {
  const eyes = eyesAt(0, 0);

  it('is lost once its coarsest tiles have failed, not while any may still come', async () => {
    const stage = new Stage({ ...DSL, failure: () => 'lasting' });
    const pyramid: Pyramid = { ...cubePyramid('cave', 1_024) };
    delete (pyramid as { previewFaceSize?: number }).previewFaceSize;
    stage.show(pyramid);
    stage.frame(eyes);
    expect(stage.engine.isLost(pyramid)).toBe(false);
    await stage.settle(eyes);
    expect(stage.engine.isLost(pyramid)).toBe(true);
  });

  it('is not lost for the lack of single tiles', async () => {
    const stage = new Stage({ ...DSL, failure: ({ level }) => (level > 0 ? 'lasting' : null) });
    const pyramid = cubePyramid('cave', 2_048);
    stage.show(pyramid);
    await stage.settle(eyes);
    expect(stage.engine.isLost(pyramid)).toBe(false);
  });
});
