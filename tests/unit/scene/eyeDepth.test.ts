/** Walls at their distance: where the head counts as standing, how patches are cut, what near things are made wider by. */
import { describe, expect, it } from 'vitest';
import { InstanceFloats } from '#scene/panorama/instanceFloats.ts';
import { PARTS_PER_QUARTER } from '#scene/panorama/depth/depthShader.ts';
import { PartBuffer, partsAlong } from '#scene/panorama/depth/partBuffer.ts';
import { FREE, REACH, angleAside, withinReach, writeStanding } from '#scene/panorama/depth/standing.ts';
import { fromHalf, toHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { spreadNear } from '#sources/depth/spreadNear.ts';
import { castRay } from '../../e2e/panorama/analyticRoom.ts';
import { directionOf } from '#shared/vec.ts';

describe('where a head counts as standing', () => {
  it('is where it is, near the middle of the panorama', () => {
    for (const metres of [0, 0.03, 0.1, FREE]) expect(withinReach(metres)).toBe(metres);
    const standing: [number, number, number] = [9, 9, 9];
    writeStanding([0.1, -0.2, 0.05], standing);
    expect(standing).toEqual([0.1, -0.2, 0.05]);
  });

  it('never goes back while the head goes on, never jumps, and stays within reach', () => {
    const step = 0.001;
    let [before, pace] = [0, 1];
    for (let metres = step; metres < 5; metres += step) {
      const at = withinReach(metres);
      const next = (at - before) / step;
      expect(next).toBeGreaterThanOrEqual(0);
      expect(Math.abs(next - pace)).toBeLessThan(0.02);
      expect(at).toBeLessThanOrEqual(REACH);
      [before, pace] = [at, next];
    }
    expect(before).toBeCloseTo(REACH, 6);
  });

  it('lies in the direction of the head', () => {
    const standing: [number, number, number] = [0, 0, 0];
    writeStanding([3, 0, -4], standing);
    expect(standing[0] / standing[2]).toBeCloseTo(-0.75, 9);
    expect(Math.hypot(...standing)).toBeCloseTo(REACH, 3);
  });

  it('shows a thing a metre away as far aside as its parallax, and nothing that is infinitely far', () => {
    expect(angleAside(0.3, 1)).toBeCloseTo(Math.asin(0.3), 9);
    expect(angleAside(0.3, 0)).toBe(0);
    expect(angleAside(2, 4)).toBe(0.5);
  });
});

class Patches extends InstanceFloats {
  write(rectangles: readonly (readonly [number, number, number, number, number])[]): void {
    this.begin();
    for (const [u0, v0, u1, v1, px] of rectangles) {
      const at = this.push();
      [u0, v0, u1, v1].forEach((value, k) => this.set(at + k, value));
      this.set(at + 8, px);
      this.set(at + 9, px);
    }
    this.end();
  }
}

describe('patches cut into parts', () => {
  it('have points on the same angles, whatever the level of their tile', () => {
    const patches = new Patches(20, 8);
    const parts = new PartBuffer(20);
    const edges = (): number[] => {
      const { array, count, floatsEach } = parts;
      const found = new Set<number>();
      for (let i = 0; i < count; i++) {
        const [at, to, from] = [array, array, array].map((a, k) => a[i * floatsEach + [20, 2, 0][k]!]!) as [number, number, number]; // prettier-ignore
        found.add(Math.round((from + (to - from) * at) * 1e6) / 1e6);
      }
      return [...found].sort((a, b) => a - b);
    };
    patches.write([[0, 0, 1, 1, 512]]);
    parts.write(patches, 'cube');
    const whole = edges();
    expect(parts.count).toBe(PARTS_PER_QUARTER ** 2);
    patches.write([0, 1, 2, 3].map((x) => [x / 4, 0, (x + 1) / 4, 0.25, 512] as const));
    parts.write(patches, 'cube');
    expect(edges()).toEqual(whole);
    expect(parts.count).toBe(PARTS_PER_QUARTER ** 2 / 4);
  });

  it('are as many in an equirectangular picture of the same angle, and fewer in a preview', () => {
    expect(partsAlong(1, 4096, 4)).toBe(4 * PARTS_PER_QUARTER);
    expect(partsAlong(1 / 128, 512, 1)).toBe(1);
    expect(partsAlong(1, 128, 1)).toBe(4);
    expect(partsAlong(1, 8, 1)).toBe(1);
  });

  it('are written only when a patch has changed', () => {
    const patches = new Patches(20, 8);
    const parts = new PartBuffer(20);
    patches.write([[0, 0, 0.5, 0.5, 512]]);
    parts.write(patches, 'cube');
    expect(parts.changedEnd).toBeGreaterThan(0);
    patches.write([[0, 0, 0.5, 0.5, 512]]);
    parts.write(patches, 'cube');
    expect([parts.changedStart, parts.changedEnd]).toEqual([0, 0]);
    expect(parts.count).toBe((PARTS_PER_QUARTER / 2) ** 2);
  });
});

function gridOf(width: number, metresAt: (column: number, row: number) => number): DepthGrid {
  const height = width / 2;
  const nearness = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) nearness[y * width + x] = toHalf(1 / metresAt(x, y));
  }
  return { width, height, nearness };
}

describe('what stands before something else', () => {
  const WIDTH = 256;
  const DEGREE = WIDTH / 360;
  const isPost = (x: number): boolean => Math.abs(x - 100) <= 4;
  const post = gridOf(WIDTH, (x) => (isPost(x) ? 1 : 4));
  const metresAt = ({ width, nearness }: DepthGrid, x: number, y: number): number => 1 / fromHalf(nearness[y * width + x] ?? 0); // prettier-ignore

  it('becomes wider by the angle to all sides, and nothing of it narrower', () => {
    const spread = spreadNear(post, (5 * Math.PI) / 180);
    const cells = Math.ceil(5 * DEGREE);
    for (let x = 0; x < WIDTH; x++) {
      expect(metresAt(spread, x, 64), `column ${x}`).toBe(Math.abs(x - 100) <= 4 + cells ? 1 : 4);
    }
  });

  it('spreads over more columns towards a pole, and over the seam', () => {
    const spread = spreadNear(
      gridOf(WIDTH, (x) => (x < 2 || x > 253 ? 1 : 4)),
      (5 * Math.PI) / 180,
    );
    const widthAt = (y: number): number => Array.from({ length: WIDTH }, (_, x) => metresAt(spread, x, y)).filter((m) => m === 1).length; // prettier-ignore
    expect(widthAt(64)).toBe(4 + 2 * Math.ceil(5 * DEGREE));
    expect(widthAt(16)).toBeGreaterThan(2 * widthAt(64) - 4);
    expect(metresAt(spread, 254, 64)).toBe(1);
  });

  it('closes small gaps of what is unknown', () => {
    const spread = spreadNear(
      gridOf(WIDTH, (x, y) => (x === 50 && y === 60 ? Infinity : 3)),
      0.05,
    );
    expect(metresAt(spread, 50, 60)).toBeCloseTo(3, 2);
  });

  it('is nothing in a room of bare walls, however steeply they are seen', () => {
    const height = 256;
    const bare = gridOf(512, (x, y) => {
      const direction = directionOf(((x + 0.5) / 512 - 0.5) * 2 * Math.PI, (0.5 - (y + 0.5) / height) * Math.PI);
      // Above the pillar's rays: the same room, looked at away from it.
      return castRay([0, 0, 0], [direction[0], direction[1], Math.abs(direction[2])]).metres;
    });
    const spread = spreadNear(bare, 0.03);
    let changed = 0;
    spread.nearness.forEach((value, at) => {
      if (value !== bare.nearness[at]) changed++;
    });
    expect(changed).toBe(0);
  });
});
