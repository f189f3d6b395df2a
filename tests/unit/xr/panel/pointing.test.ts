import { describe, expect, it } from 'vitest';
import type { Ray } from '#xr/input/pointer.ts';
import type { PanelAction } from '#xr/panel/action.ts';
import type { Control } from '#xr/panel/layout/ink.ts';
import type { PanelPlace } from '#xr/panel/placing.ts';
import { type PointedFace, PanelPointing } from '#xr/panel/pointing.ts';

const [WIDTH, HEIGHT] = [0.6, 0.4];
const button: Control = {
  id: 'menu', box: { x: 0, y: 0, width: 0.2, height: 0.1 }, kind: 'press', action: { kind: 'openMenu', menu: 'menu' },
}; // prettier-ignore
const slider: Control = {
  id: 'blend', box: { x: 0.2, y: 0, width: 0.4, height: 0.1 }, kind: 'slide',
  setting: 'blend', min: 0, max: 100, step: 1, fromX: 0.2, toX: 0.6,
}; // prettier-ignore
const grip: Control = { id: 'grip', box: { x: 0, y: 0.3, width: 0.6, height: 0.1 }, kind: 'grip' };

/** A panel whose upper left corner is the origin, its face along +Z, x to the right and y downward. */
function open(controls: readonly Control[] = [button, slider, grip]) {
  const acted: PanelAction[] = [];
  const placed: PanelPlace[] = [];
  const lights: (object | null)[] = [null, null, null, null];
  const face: PointedFace & { isOpen: boolean } = {
    isOpen: true,
    width: WIDTH,
    height: HEIGHT,
    at: { position: [0.3, -0.2, 0], yaw: 0, pitch: 0 },
    aim: ({ origin: [x, y, z] }) => (face.isOpen && z > 0 ? { distance: z, x, y: -y } : null),
    meet(ray) {
      const aimed = face.aim(ray);
      const isOn = aimed && aimed.x >= 0 && aimed.y >= 0 && aimed.x <= WIDTH && aimed.y <= HEIGHT;
      return isOn ? { ...aimed, point: [aimed.x, -aimed.y, 0] } : null;
    },
    tipPlace: ([x, y, z]) => ({ x, y: -y, depth: z }),
    light(slot, box) {
      lights[slot] = box;
      return true;
    },
    place: (place) => void placed.push(place),
  };
  const pointing = new PanelPointing({
    face,
    page: () => ({ width: WIDTH, height: HEIGHT, inks: [], controls }),
    head: () => ({ position: [0.3, -0.2, 1.5], yaw: 0 }),
    act: (action) => void acted.push(action),
    requestFrame: () => undefined,
  });
  return { pointing, face, acted, placed, lights };
}
const ray = (x: number, y: number): Ray => ({ origin: [x, -y, 1], direction: [0, 0, -1] });

describe('a panel under rays and fingers', () => {
  it('is touched from 12 cm on, and pointed at again from 15 cm', () => {
    const { pointing } = open();
    const told = [0.3, 0.13, 0.11, 0.13, 0.16, 0.13].map((depth) => pointing.touch(1, [0.1, -0.05, depth]));
    expect(told).toEqual([false, false, true, true, false, false]);
    expect(pointing.touch(1, [0.7, -0.05, 0.05])).toBe(false);
  });

  it('is not pressed by the finger that it opens or turns a page behind', () => {
    const { pointing, acted } = open();
    pointing.touch(1, [0.1, -0.05, 0.01]);
    // It stands elsewhere now, or shows something else.
    pointing.letGo();
    pointing.touch(1, [0.1, -0.05, -0.01]);
    pointing.touch(1, [0.1, -0.05, 0.004]);
    pointing.touch(1, [0.1, -0.05, -0.01]);
    expect(acted).toEqual([]);
  });

  it('has a slider follow the first of two rays alone', () => {
    const { pointing, acted } = open();
    pointing.press(1, ray(0.3, 0.05));
    pointing.press(2, ray(0.5, 0.05));
    pointing.drag(1, ray(0.4, 0.05));
    expect([pointing.drag(2, ray(0.6, 0.05)), acted.length]).toEqual([false, 2]);
    pointing.release(1);
    pointing.press(2, ray(0.5, 0.05));
    expect(acted.at(-1)).toEqual({ kind: 'slide', setting: 'blend', value: 75 });
  });

  it('is carried by the first of two rays alone', () => {
    const { pointing, placed } = open();
    pointing.press(1, ray(0.1, 0.35));
    pointing.press(2, ray(0.5, 0.35));
    pointing.drag(2, ray(0.6, 0.35));
    expect(placed).toEqual([]);
    pointing.drag(1, ray(0.2, 0.35));
    expect(placed).toHaveLength(1);
  });

  it('forgets whatever points and touches once that is gone, over a thousand comings and goings', () => {
    const { pointing, face, lights } = open();
    let seed = 7;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const present = new Set<number>();
    for (let step = 0, next = 1; step < 1_000; step++) {
      if (random() < 0.5) present.add(next++);
      for (const id of present) {
        const [x, y] = [random() * 0.7, random() * 0.5];
        if (random() < 0.5) pointing.hover(id, ray(x, y));
        if (random() < 0.3) pointing.press(id, ray(x, y));
        pointing.drag(id, ray(x, y));
        pointing.touch(id, random() < 0.8 ? [x, -y, random() * 0.3 - 0.1] : null);
        if (random() < 0.3) {
          present.delete(id);
          pointing.release(id);
          pointing.hover(id, null);
          pointing.touch(id, null);
        }
      }
      if (random() < 0.05) pointing.letGo();
      face.isOpen = random() < 0.9;
      expect(pointing.remembered).toBeLessThanOrEqual(2 * present.size);
    }
    face.isOpen = true;
    for (const id of present) {
      pointing.release(id);
      pointing.hover(id, null);
      pointing.touch(id, null);
    }
    expect(pointing.remembered).toBe(0);
    expect(lights).toEqual([null, null, null, null]);
    for (const id of [10_001, 10_002]) {
      pointing.hover(id, ray(0.1, 0.05));
      pointing.touch(id, [0.1, -0.05, 0.01]);
    }
    expect(lights).toEqual([button.box, button.box, button.box, button.box]);
  });
});
