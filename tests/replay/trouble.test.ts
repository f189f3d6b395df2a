import { describe, expect, it } from 'vitest';
import { cubePyramid, DSL, eyeOf, Stage } from './stage.ts';
import type { Pose } from './stage.ts';

/** 1280 × 720 with 90° across: the view of the field's measurements. */
const FOV = 2 * Math.atan(Math.tan(Math.PI / 4) * (720 / 1280));
const FRONT: Pose = { yaw: 0, pitch: 0, fov: FOV };

describe('when things go wrong', () => {
  it('lets the ancestor stand in for a tile that is not there, and says so once', async () => {
    const failure = (tile: { level: number; x: number; y: number }) =>
      tile.level === 2 && tile.x === 1 && tile.y === 1 ? ('lasting' as const) : null;
    const stage = new Stage({ ...DSL, failure });
    stage.show(cubePyramid('hall', 2048));
    await stage.settle([eyeOf(FRONT, 1280, 720)]);
    await stage.settle([eyeOf({ ...FRONT, yaw: 0.1 }, 1280, 720)]);
    expect(stage.faults.map((fault) => fault.message)).toEqual(['hall/2/0/1_1 is not to be had']);
    const drawn = stage.frame([eyeOf(FRONT, 1280, 720)]);
    expect(drawn.isCovered).toEqual([true]);
    expect(drawn.draws.slice(0, drawn.drawCount).map((draw) => draw.tile.level)).toEqual([
      1,
      ...Array<number>(15).fill(2),
    ]);
  });

  it('tries again after a pause when the line fails for a moment, and asks to be woken for it', async () => {
    const failure = (_: unknown, attempt: number) => (attempt < 3 ? ('passing' as const) : null);
    const stage = new Stage({ ...DSL, failure });
    stage.show(cubePyramid('hall', 2048));
    const seconds = await stage.settle([eyeOf(FRONT, 1280, 720)]);
    expect(stage.faults).toEqual([]);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(3);
    expect(stage.frameRequests.some((at) => at > 0.4)).toBe(true);
  });

  it('settles with what is here while a line is down, says it once per tile, and is sharp once it is back', async () => {
    let isDown = false;
    const stage = new Stage({ ...DSL, failure: () => (isDown ? 'passing' : null) });
    stage.show(cubePyramid('hall', 2048));
    await stage.settle([eyeOf(FRONT, 1280, 720)]);
    const behind = eyeOf({ ...FRONT, yaw: Math.PI }, 1280, 720);
    isDown = true;
    await stage.settle([behind], 60);
    const { length: told } = stage.faults;
    expect(new Set(stage.faults.map(({ message }) => message)).size).toBe(told);
    // Sixteen tiles and what might stand in for them.
    expect(told).toBeGreaterThanOrEqual(16);
    const asked = stage.requestCount;
    for (let second = 0; second < 80; second++) {
      expect(stage.frame([behind]).isSharp).toBe(true);
      await stage.pass(1);
    }
    expect(stage.faults.length).toBe(told);
    // Every eight seconds, or at the next frame after.
    expect(stage.requestCount - asked).toBeLessThanOrEqual(told * 10);
    expect(stage.requestCount - asked).toBeGreaterThanOrEqual(told * 5);
    isDown = false;
    await stage.pass(8);
    await stage.settle([behind]);
    await stage.pass(2);
    const { draws, drawCount } = stage.frame([behind]);
    const finest = draws.slice(0, drawCount).filter(({ tile }) => tile.level === 2);
    expect(finest.length).toBe(16);
  });

  it('does not keep a visitor waiting for a picture of which nothing can be had', async () => {
    const stage = new Stage({ ...DSL, failure: () => 'lasting' });
    const { previewFaceSize: _, ...bare } = cubePyramid('ruin', 2048);
    stage.show(bare);
    const eye = eyeOf(FRONT, 1280, 720);
    expect(stage.frame([eye]).isCovered).toEqual([false]);
    await stage.settle([eye]);
    expect(stage.now).toBeLessThan(1);
    expect(stage.frame([eye])).toMatchObject({ isCovered: [true], drawCount: 0 });
  });

  it('heals after a lost context by loading what is in view again', async () => {
    const stage = new Stage();
    stage.show(cubePyramid('hall', 2048));
    const eye = eyeOf(FRONT, 1280, 720);
    await stage.settle([eye]);
    stage.engine.loseContext();
    expect(stage.frame([eye]).drawCount).toBe(0);
    await stage.settle([eye]);
    await stage.pass(1);
    expect(stage.frame([eye]).drawCount).toBe(16);
    expect(Math.max(...stage.requested.values())).toBe(2);
  });

  it('cancels what left the view, and keeps what a tremble needs again', async () => {
    const stage = new Stage({ latencySeconds: 0.2, bytesPerSecond: 2e5 });
    stage.show(cubePyramid('hall', 2048));
    const away = eyeOf({ ...FRONT, yaw: Math.PI }, 1280, 720);
    stage.frame([eyeOf(FRONT, 1280, 720)]);
    await stage.pass(0.05);
    stage.frame([away]);
    await stage.pass(0.05);
    expect(stage.engine.stats.cancelled).toBe(0);
    stage.frame([away]);
    await stage.pass(0.4);
    stage.frame([away]);
    expect(stage.engine.stats.cancelled).toBeGreaterThan(0);
  });
});
