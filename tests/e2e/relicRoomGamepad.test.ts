import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './ui/openUi.ts';
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
  hold(wish: GamepadWish): Promise<void>;
}

/** A gamepad of the standard mapping, which the page's `hold` holds until it was asked a few times, and lets go of again. */
async function plugGamepadIn(): Promise<void> {
  await page.evaluate(() => {
    let wish: GamepadWish = {};
    let asked = 0;
    const gamepads = () => [
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
    navigator.getGamepads = () => {
      asked++;
      return gamepads();
    };
    const whenAsked = async (times: number): Promise<void> => {
      for (const goal = asked + times; asked < goal;) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    (window as unknown as GamepadWindow).hold = async (to) => {
      wish = to;
      await whenAsked(8);
      wish = {};
      await whenAsked(2);
    };
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
    const hold = (wish: GamepadWish) => page.evaluate((to) => (window as unknown as GamepadWindow).hold(to), wish);
    await hold({ axes: [1, 0, 0, 0] });
    await eventually(async () => (await settled()).yaw).toBeGreaterThan(0.05);
    await hold({ axes: [0, 0, 0, -1] });
    await eventually(async () => (await settled()).target[1]).toBeGreaterThan(0.051);
    await hold({ buttons: [7] });
    await eventually(async () => (await settled()).distance).toBeLessThan(distance * 0.98);
    await hold({ buttons: [3] });
    await eventually(async () => (await settled()).target[1]).toBeCloseTo(0.05, 4);
    const open = async () => (await relic())?.annotationId;
    await hold({ buttons: [5] });
    await eventually(open).toBe('front');
    await hold({ buttons: [5] });
    await eventually(open).toBe('top');
    await hold({ buttons: [5] });
    await eventually(open).toBe('front');
    await hold({ buttons: [4] });
    await eventually(open).toBe('top');
    await hold({ buttons: [1] });
    await eventually(open).toBeNull();
    await hold({ buttons: [1] });
    await eventually(relic).toBeNull();
    expect(opened.complaints).toEqual([]);
  });
});
