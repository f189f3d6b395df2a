import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { XrPointer } from '#xr/input/pointer.ts';
import { type TilesetPage, type TilesetStage, openStage } from '../tileset/stage.ts';
import type { HandsPlay } from './hands/page.ts';

let stage: TilesetStage;
let opened: TilesetPage;

beforeAll(async () => {
  stage = await openStage(['xr/hands/page.html']);
  opened = await stage.open('xr/hands/page.html', { width: 320, height: 160 });
  // Hands that were there would be waited for.
  await play('have', 'nothing');
  await play('start');
});
afterAll(() => stage?.close());

/** Calls something of the page. */
function play<K extends keyof HandsPlay>(
  call: K,
  ...args: Parameters<HandsPlay[K]>
): Promise<Awaited<ReturnType<HandsPlay[K]>>> {
  return opened.page.evaluate(
    ([name, given]) => (window.handsPlay[name as K] as (...all: unknown[]) => never)(...given),
    [call, args] as const,
  );
}

const pointer = async (handedness: XrPointer['handedness']): Promise<XrPointer> => {
  const found = (await play('pointers')).find((each) => each.handedness === handedness);
  if (!found) throw new Error(`no pointer is ${handedness}`);
  return found;
};

describe('what a visitor has in a headset', () => {
  it('may be nothing: then the gaze points, and presses where it rests', async () => {
    await expect.poll(() => play('pointers').then((all) => all[0]?.kind), { timeout: 60_000 }).toBe('gaze');
    const { id, ray } = (await play('pointers'))[0]!;
    expect(ray.direction[2]).toBeCloseTo(-1, 5);
    await play('presses');
    await play('gazeAt', 'door');
    await play('frames', 40);
    expect(await play('presses')).toEqual([id]);
    await play('gazeAt', null);
    expect((await play('stats')).draws).toBe(1);
  });

  it('may be controllers: drawn where they are held, heard by trigger, side button, stick and menu', async () => {
    await play('have', 'controller');
    await play('put', 'right', [0.2, 1.4, -0.4]);
    const { kind, ray, grip } = await pointer('right');
    expect(kind).toBe('controller');
    expect(ray.origin.map((n) => Math.round(n * 1e4) / 1e4)).toEqual([0.2, 1.4, -0.4]);
    expect(grip).not.toBeNull();
    await play('button', 'right', 'trigger', 1);
    expect(await pointer('right')).toMatchObject({ isPressed: true, isSqueezed: false });
    expect(await pointer('left')).toMatchObject({ isPressed: false });
    await play('button', 'right', 'trigger', 0);
    await play('button', 'left', 'squeeze', 1);
    await play('button', 'left', 'y-button', 1);
    await play('stick', 'right', 0.5, -1);
    expect(await pointer('right')).toMatchObject({ isPressed: false, stickX: 0.5, stickY: 1 });
    expect(await pointer('left')).toMatchObject({ isSqueezed: true, isMenuPressed: true });
    const { draws, triangles } = await play('stats');
    // Two controllers, all rays, all cursors.
    expect(draws).toBe(4);
    expect(triangles).toBeLessThan(6_200);
  });

  it('may be hands: drawn by their joints, heard by pinch, fist and palm', async () => {
    await play('have', 'hand');
    const open = await pointer('right');
    expect(open).toMatchObject({ kind: 'hand', isPressed: false, isSqueezed: false });
    await play('pinch', 'right', 1);
    const pinched = await pointer('right');
    expect(pinched).toMatchObject({ isPressed: true, isSqueezed: false });
    expect(pinched.fingertip).not.toEqual(open.fingertip);
    await play('pinch', 'right', 0);
    expect(await pointer('right')).toMatchObject({ isPressed: false });
    await play('pose', 'right', 'point');
    expect(await pointer('right')).toMatchObject({ isPressed: false, isSqueezed: false });
    const { draws, triangles } = await play('stats');
    expect(draws).toBe(4);
    expect(triangles).toBeLessThan(8_200);
    // Fingers up, palm towards the eyes.
    await play('put', 'left', [-0.02, 1.5, -0.38], [60, 0, 180]);
    await expect.poll(() => pointer('left').then((hand) => hand.isMenuPressed), { timeout: 60_000 }).toBe(true);
    await play('put', 'left', [-0.2, 1.4, -0.4]);
    expect((await pointer('left')).isMenuPressed).toBe(false);
  });

  it('is the same in the next session, and makes nobody complain', async () => {
    await play('end');
    await play('start');
    await play('frames', 2);
    expect(await pointer('right')).toMatchObject({ kind: 'hand', isPressed: false });
    expect(opened.complaints).toEqual([]);
  });
});
