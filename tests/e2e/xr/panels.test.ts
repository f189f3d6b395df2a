import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TilesetPage, type TilesetStage, openStage } from '../tileset/stage.ts';
import type { PanelPlay } from './panels/page.ts';

let stage: TilesetStage;
let opened: TilesetPage;

// Small enough for a processor to draw: half of a headset's pixels.
const SIZE = { width: 400, height: 480 };

beforeAll(async () => {
  stage = await openStage(['xr/panels/page.html']);
  opened = await stage.open('xr/panels/page.html', SIZE);
});
afterAll(async () => {
  await opened?.page.close();
  await stage?.close();
});

const state = (): Promise<ReturnType<PanelPlay['state']>> => opened.page.evaluate(() => window.panelPlay.state());
const counts = (): Promise<ReturnType<PanelPlay['counts']>> => opened.page.evaluate(() => window.panelPlay.counts());
const settle = (): Promise<void> => opened.page.evaluate(() => window.panelPlay.settle());
const pressOn = (action: object): Promise<boolean> =>
  opened.page.evaluate((wanted) => window.panelPlay.pressOn(wanted), JSON.stringify(action));

describe('panels in the scene, by a ray', () => {
  it('welcome the visitor, change the language at once and begin the visit', async () => {
    await opened.page.evaluate(() => window.panelPlay.menu('welcome'));
    await settle();
    expect(await counts()).toMatchObject({ draws: 1, calls: 1, textures: 1 });
    expect(await pressOn({ kind: 'setLanguage', language: 'zh-Hans' })).toBe(true);
    await settle();
    expect((await state()).language).toBe('zh-Hans');
    expect(await pressOn({ kind: 'begin' })).toBe(true);
    expect(await state()).toMatchObject({ menu: null, isOpen: false });
  });

  it('lead from the menu to places, and let go of their texture when they close', async () => {
    await opened.page.evaluate(() => window.panelPlay.menu('menu'));
    expect(await pressOn({ kind: 'openPanel', panel: { kind: 'places' } })).toBe(true);
    expect(await state()).toMatchObject({ menu: null, panel: 'places', isOpen: true });
    // Guided tours stand first; the hall may be on a later page.
    while (!(await pressOn({ kind: 'goTo', nodeId: 'hall-as-found', panel: null }))) {
      expect(await pressOn({ kind: 'turnPage', by: 1 })).toBe(true);
    }
    expect(await state()).toMatchObject({ node: 'hall-as-found', panel: null, isOpen: false });
    expect(await counts()).toMatchObject({ draws: 0, calls: 0, gpuBytes: 0, textures: 0 });
  });

  it('are lit where one points without being drawn again', async () => {
    await opened.page.evaluate(() => window.panelPlay.menu('menu'));
    await settle();
    const before = await counts();
    const lit = await opened.page.evaluate(() =>
      window.panelPlay.litBy(JSON.stringify({ kind: 'openPanel', panel: { kind: 'plan' } })),
    );
    for (const channel of [0, 1, 2]) expect(lit.lit[channel]).toBeGreaterThan(lit.unlit[channel]!);
    // Towards ochre: more red than blue.
    expect(lit.lit[0]! - lit.lit[2]!).toBeGreaterThan(lit.unlit[0]! - lit.unlit[2]! + 20);
    expect((await counts()).uploads).toBe(before.uploads);
  });

  it('are as bright as the page, whatever the light: ochre is the page’s ochre', async () => {
    await opened.page.evaluate(() => window.panelPlay.menu('farewell'));
    await settle();
    const { unlit } = await opened.page.evaluate(() => window.panelPlay.litBy(JSON.stringify({ kind: 'close' })));
    for (const [channel, value] of [0xd9, 0xa0, 0x4c].entries()) {
      expect(Math.abs(unlit[channel]! - value)).toBeLessThanOrEqual(2);
    }
  });

  it('are carried about by their upper edge, and come back when the view is straightened', async () => {
    const { at } = await state();
    await opened.page.evaluate(() => window.panelPlay.carry(0.4));
    const carried = await state();
    expect(Math.atan2(carried.at[0]!, -carried.at[2]!)).toBeCloseTo(0.4, 1);
    expect(Math.hypot(carried.at[0]!, carried.at[2]!)).toBeCloseTo(Math.hypot(at[0]!, at[2]!), 5);
    await opened.page.evaluate(() => window.panelPlay.recentre());
    expect((await state()).at[0]).toBeCloseTo(0, 6);
  });
});

describe('panels in the scene, by a fingertip', () => {
  it('press what the finger goes through from the front, once', async () => {
    await opened.page.evaluate(() => window.panelPlay.menu('comfort'));
    expect((await state()).isSeated).toBe(true);
    const standing = JSON.stringify({ kind: 'setComfort', comfort: { isSeated: false } });
    await opened.page.evaluate((action) => window.panelPlay.poke(action, [-0.02, -0.01]), standing);
    expect((await state()).isSeated).toBe(true);
    await opened.page.evaluate((action) => window.panelPlay.poke(action, [0.03, 0.008, -0.004, -0.01]), standing);
    expect((await state()).isSeated).toBe(false);
  });

  it('move a slider along with the finger', async () => {
    const heights = await opened.page.evaluate(() => window.panelPlay.slideByFinger('heightOffset', [0.5, 0.75, 1]));
    expect(heights).toEqual([0, 0.3, 0.6]);
  });
});

it('are closed at the end of a session, and the next one begins without any', async () => {
  await opened.page.evaluate(() => window.panelPlay.menu('menu'));
  await settle();
  expect(await state()).toMatchObject({ isOpen: true });
  await opened.page.evaluate(() => window.panelPlay.endSession());
  expect(await state()).toMatchObject({ isOpen: false });
  expect(await counts()).toMatchObject({ draws: 0, gpuBytes: 0 });
  await opened.page.evaluate(() => window.panelPlay.menu(null));
  await settle();
  expect(await state()).toMatchObject({ isOpen: false, menu: null, panel: null });
});

it('stand beside what a label is about, let the visitor leave, and leave nothing behind', async () => {
  await opened.page.evaluate(() =>
    window.panelPlay.panel('hall-as-found', { kind: 'hotspot', hotspotId: 'thousand-buddhas' }),
  );
  await settle();
  const { at, subjectYaw } = await state();
  const apart = Math.abs(Math.atan2(at[0]!, -at[2]!) - subjectYaw!);
  expect(Math.min(apart, 2 * Math.PI - apart)).toBeGreaterThan(0.4);
  await opened.page.evaluate(() => window.panelPlay.menu('farewell'));
  expect(await pressOn({ kind: 'leave' })).toBe(true);
  expect((await state()).left).toBe(1);
  // No upload of all that was shown is larger than a tile.
  expect((await counts()).mostUploadBytes).toBeLessThanOrEqual(2 ** 20);
  expect(await opened.page.evaluate(() => window.panelPlay.dispose())).toEqual({ textures: 0, geometries: 0 });
  expect(opened.complaints).toEqual([]);
});
