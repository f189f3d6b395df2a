import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoomStage, type RoomStage } from './relicRoom/stage.ts';

let stage: RoomStage;
let page: Page;

beforeAll(async () => {
  stage = await openRoomStage();
});
afterAll(() => stage?.close());

const relic = () => page.evaluate(() => window.relicRoom.relic());

async function settled() {
  await page.evaluate(() => window.relicRoom.whenSharp());
  const orbitAtRest = (await relic())?.settledOrbit;
  if (!orbitAtRest) throw new Error('the camera has not come to rest');
  return orbitAtRest;
}

interface GamepadWish {
  readonly axes?: readonly number[];
  readonly buttons?: readonly number[];
}
interface GamepadWindow {
  hold(wish: GamepadWish): void;
}

/** A gamepad of the standard mapping, held as the page's `hold` says. */
async function plugGamepadIn(): Promise<void> {
  await page.evaluate(() => {
    let wish: GamepadWish = {};
    navigator.getGamepads = () => [
      {
        id: 'test',
        index: 0,
        connected: true,
        mapping: 'standard',
        axes: [...(wish.axes ?? [0, 0, 0, 0])],
        buttons: Array.from({ length: 17 }, (_, at) => {
          const isPressed = wish.buttons?.includes(at) ?? false;
          return { pressed: isPressed, touched: isPressed, value: isPressed ? 1 : 0 };
        }),
      } as unknown as Gamepad,
    ];
    (window as unknown as GamepadWindow).hold = (to) => (wish = to);
    window.dispatchEvent(new Event('gamepadconnected'));
  });
}

describe('a relic in the hands', () => {
  it('is turned, moved, brought nearer and put back by a gamepad, whose bumpers lead from annotation to annotation', async () => {
    const annotations = [
      { id: 'front', label: { en: 'Front' }, target: { type: 'point', at: [0, 0.05, 0.05] } },
      { id: 'top', label: { en: 'Top' }, target: { type: 'point', at: [0, 0.1, 0] } },
    ];
    const opened = await stage.open({ width: 320, height: 200, reducedMotion: true });
    page = opened.page;
    await page.evaluate((marks) => window.relicRoom.open('cube', { annotations: marks as never }), annotations);
    await page.evaluate(() => window.relicRoom.orbit({ yaw: 0, pitch: 0, distance: Infinity }));
    const { distance } = await settled();
    await plugGamepadIn();
    const hold = async (wish: GamepadWish): Promise<void> => {
      await page.evaluate((to) => (window as unknown as GamepadWindow).hold(to), wish);
      await page.waitForTimeout(400);
      await page.evaluate(() => (window as unknown as GamepadWindow).hold({}));
    };
    await hold({ axes: [1, 0, 0, 0] });
    await expect.poll(async () => (await settled()).yaw).toBeGreaterThan(0.05);
    await hold({ axes: [0, 0, 0, -1] });
    await expect.poll(async () => (await settled()).target[1]).toBeGreaterThan(0.051);
    await hold({ buttons: [7] });
    await expect.poll(async () => (await settled()).distance).toBeLessThan(distance * 0.98);
    await hold({ buttons: [3] });
    await expect.poll(async () => (await settled()).target[1]).toBeCloseTo(0.05, 4);
    const open = async () => (await relic())?.annotationId;
    await hold({ buttons: [5] });
    await expect.poll(open).toBe('front');
    await hold({ buttons: [5] });
    await expect.poll(open).toBe('top');
    await hold({ buttons: [5] });
    await expect.poll(open).toBe('front');
    await hold({ buttons: [4] });
    await expect.poll(open).toBe('top');
    await hold({ buttons: [1] });
    await expect.poll(open).toBeNull();
    await hold({ buttons: [1] });
    await expect.poll(relic).toBeNull();
    expect(opened.complaints).toEqual([]);
  });
});
