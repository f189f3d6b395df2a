import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from './relicAr/page.ts';
import { type TilesetPage, type TilesetStage, openStage } from './tileset/stage.ts';

let stage: TilesetStage;
let opened: TilesetPage;

beforeAll(async () => {
  stage = await openStage(['relicAr/page.html']);
});
afterAll(() => stage?.close());
beforeEach(async () => {
  opened = await stage.open('relicAr/page.html', { width: 320, height: 240 });
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await opened.page.close();
});

const HAND = [0.2, 1.4, 0];
/** Beside the table. */
const ON_FLOOR = [1.2, 0, -1.5];
const ON_TABLE = [0.1, 0.75, -1.2];
const SIZE = [0.3, 0.4, 0.2];

const place = (): Promise<Place> => opened.page.evaluate(() => window.arPlay.place());
const aim = (at: readonly number[]) =>
  opened.page.evaluate(([from, to]) => window.arPlay.aim(from, to), [HAND, at] as const);
async function tap(): Promise<void> {
  await opened.page.evaluate(() => window.arPlay.press());
  await opened.page.evaluate(() => window.arPlay.release());
}

function expectNear(found: readonly number[], expected: readonly number[], digits = 4): void {
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, digits));
}

describe('a relic in the visitor’s room', () => {
  it('stands at its true size where the ring was, facing the visitor', async () => {
    await opened.page.evaluate(() => window.arPlay.start());
    await aim(ON_TABLE);
    expect((await place()).state).toBe('found');
    await tap();
    const { state, states, at, size, yaw } = await place();
    expect(state).toBe('placed');
    expect(states.slice(-2)).toEqual(['found', 'placed']);
    expectNear(at, ON_TABLE);
    // The visitor stands at the origin.
    expect(yaw).toBeCloseTo(Math.atan2(-ON_TABLE[0]!, -ON_TABLE[2]!), 4);
    expect(size[1]).toBeCloseTo(SIZE[1]!, 5);
    const [c, s] = [Math.abs(Math.cos(yaw)), Math.abs(Math.sin(yaw))];
    expectNear([size[0]!, size[2]!], [c * SIZE[0]! + s * SIZE[2]!, s * SIZE[0]! + c * SIZE[2]!]);
  });

  it('stands on floors and tables, never on a wall', async () => {
    await opened.page.evaluate(() => window.arPlay.start());
    // A little downward, so that the floor behind it would be met.
    await aim([0.2, 1.35, -3]);
    await tap();
    expect((await place()).state).toBe('seeking');
    await aim(ON_FLOOR);
    await tap();
    expectNear((await place()).at, ON_FLOOR);
  });

  it('is dragged along what it stands on, turned by the stick, and set elsewhere on request', async () => {
    await opened.page.evaluate(() => window.arPlay.start());
    await aim(ON_FLOOR);
    await tap();
    await aim([1.1, 0, -1.4]);
    await opened.page.evaluate(() => window.arPlay.press());
    await aim([1.6, 0, -1.1]);
    const moved = await place();
    // By as much as the ray moved, not to where it points.
    expectNear(moved.at, [1.7, 0, -1.2], 3);
    await opened.page.evaluate(() => window.arPlay.release());
    await aim(ON_TABLE);
    expectNear((await place()).at, moved.at, 3);
    await opened.page.evaluate(() => window.arPlay.pushStick(0.8));
    const turned = await place();
    expect(turned.yaw).toBeGreaterThan(moved.yaw);
    expect(turned.size[1]).toBeCloseTo(SIZE[1]!, 5);
    await opened.page.evaluate(() => window.arPlay.replace());
    await aim(ON_TABLE);
    await tap();
    expectNear((await place()).at, ON_TABLE);
  });

  it('is given back exactly as it was, however often', async () => {
    const outside = () => opened.page.evaluate(() => window.arPlay.outside());
    await opened.page.evaluate(() => window.arPlay.pixel());
    const [before, pixel] = [await outside(), await opened.page.evaluate(() => window.arPlay.pixel())];
    for (const times of [1, 2]) {
      await opened.page.evaluate(() => window.arPlay.start());
      await aim(ON_TABLE);
      await tap();
      expect(await outside()).not.toBe(before);
      await opened.page.evaluate(() => window.arPlay.leave());
      expect(await opened.page.evaluate(() => window.arPlay.ended())).toBe(times);
      expect(await opened.page.evaluate(() => window.arPlay.pixel())).toEqual(pixel);
      expect(await outside()).toBe(before);
    }
  });
});
