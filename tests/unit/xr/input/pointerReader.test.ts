import { Matrix4, Quaternion, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import type { XrPointer } from '#xr/input/pointer.ts';
import { FakeSession, controller, down, hand, spaceAt, transient, up, type FakeSource } from './fakeSession.ts';
import { ReaderStage } from './readerStage.ts';

const UPWARD = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2);
const OPEN_HAND = new Matrix4().setPosition(0.2, 1.2, -0.3);

let stage: ReaderStage;
beforeEach(() => {
  stage = new ReaderStage();
});

describe('what a source is', () => {
  it.each<[string, () => FakeSource, Partial<XrPointer>]>([
    ['a controller', () => controller('left'), { kind: 'controller', handedness: 'left', fingertip: null }],
    [
      'a controller without a gamepad',
      () => controller('none', { gamepad: undefined as never }),
      { kind: 'controller', stickX: 0 },
    ],
    ['a hand', () => hand('right', OPEN_HAND), { kind: 'hand', handedness: 'right', grip: null }],
    ['a gaze', () => controller('none', { targetRayMode: 'gaze' }), { kind: 'gaze', handedness: 'none' }],
    ['eyes and a pinch', transient, { kind: 'transient', handedness: 'right' }],
    ['a finger on a screen', () => controller('none', { targetRayMode: 'screen' }), { kind: 'transient' }],
  ])('%s', (_what, make, expected) => {
    stage.add(make());
    expect(stage.only()).toMatchObject({ ...expected, isPressed: false, isSqueezed: false, isMenuPressed: false });
  });

  it('is said in the world, the rig counted in', () => {
    stage.add(controller('right', { targetRaySpace: spaceAt(1, 1, -1, UPWARD), gripSpace: spaceAt(1, 1, 0) }));
    stage.rig.makeRotationY(Math.PI / 2).setPosition(10, 0, 0);
    const { ray, grip } = stage.only();
    expect(ray.origin.map((n) => Math.round(n * 1e5) / 1e5)).toEqual([9, 1, -1]);
    expect(ray.direction[1]).toBeCloseTo(1, 5);
    expect(new Vector3().setFromMatrixPosition(grip!).toArray().map(Math.round)).toEqual([10, 1, -1]);
  });

  it('has directions of unit length under any rig', () => {
    stage.add(controller());
    stage.rig.makeScale(3, 3, 3);
    expect(Math.hypot(...stage.only().ray.direction)).toBeCloseTo(1, 6);
  });

  it('gives the tip of the index finger of a hand', () => {
    stage.add(hand('right', OPEN_HAND));
    stage.rig.setPosition(1, 0, 0);
    expect(stage.only().fingertip!.map((n) => n.toFixed(2))).toEqual(['1.17', '1.20', '-0.49']);
  });

  it('is left out while it is lost, and the same when it comes back', () => {
    const source = stage.add(controller());
    const other = stage.add(controller('left'));
    const [{ id } = { id: 0 }] = stage.read();
    const { matrix } = source.targetRaySpace;
    source.targetRaySpace.matrix = null;
    expect(stage.read().map(({ handedness }) => handedness)).toEqual(['left']);
    source.targetRaySpace.matrix = matrix;
    stage.session.inputSources = [other, source];
    expect(stage.read().find((pointer) => pointer.handedness === 'right')?.id).toBe(id);
  });

  it('is the same object in every frame, in the same array', () => {
    stage.add(controller());
    const first = stage.read();
    const [pointer] = first;
    expect(stage.read()).toBe(first);
    expect(first[0]).toBe(pointer);
  });

  it('is another one once it was gone', () => {
    const source = stage.add(controller());
    const { id } = stage.only();
    stage.session.inputSources = [];
    expect(stage.read()).toEqual([]);
    stage.session.inputSources = [source];
    expect(stage.only().id).not.toBe(id);
  });

  it('keeps nothing of another session', () => {
    const source = stage.add(controller());
    stage.read();
    stage.session.send('selectstart', source);
    const before = stage.session;
    stage.session = new FakeSession();
    stage.add(source);
    expect(stage.only().isPressed).toBe(false);
    before.send('selectstart', source);
    expect(stage.only().isPressed).toBe(false);
  });
});

describe('pressing', () => {
  it('holds from start to end, whatever `select` says and when', () => {
    const source = stage.add(controller());
    stage.read();
    stage.session.send('select', source);
    expect(stage.only().isPressed).toBe(false);
    stage.session.send('selectstart', source);
    expect(stage.only().isPressed).toBe(true);
    expect(stage.only().isPressed).toBe(true);
    stage.session.send('selectend', source);
    stage.session.send('select', source);
    expect(stage.only().isPressed).toBe(false);
  });

  it('shows in one frame where both come between two', () => {
    const source = stage.add(controller());
    stage.read();
    stage.session.send('selectstart', source);
    stage.session.send('selectend', source);
    expect([stage.only().isPressed, stage.only().isPressed]).toEqual([true, false]);
  });

  it('is what the trigger does where no event ever comes', () => {
    const source = stage.add(controller());
    stage.read();
    source.gamepad!.buttons[0] = down();
    source.gamepad!.buttons[1] = down();
    expect(stage.only()).toMatchObject({ isPressed: true, isSqueezed: true });
    source.gamepad!.buttons[0] = up();
    source.gamepad!.buttons[1] = up();
    expect(stage.only()).toMatchObject({ isPressed: false, isSqueezed: false });
  });

  it('is no longer what the trigger does once events have come', () => {
    const source = stage.add(controller());
    stage.read();
    stage.session.send('selectstart', source);
    stage.session.send('selectend', source);
    stage.read();
    stage.read();
    source.gamepad!.buttons[0] = down();
    expect(stage.only().isPressed).toBe(false);
  });

  it('does not count where it began before one listened', () => {
    const source = stage.add(controller());
    source.gamepad!.buttons[0] = down();
    expect(stage.only().isPressed).toBe(false);
    source.gamepad!.buttons[0] = up();
    stage.read();
    source.gamepad!.buttons[0] = down();
    expect(stage.only().isPressed).toBe(true);
  });

  it('is told apart for each hand', () => {
    stage.add(controller('left'));
    const right = stage.add(controller('right'));
    stage.read();
    stage.session.send('squeezestart', right);
    expect(stage.read().map(({ isPressed, isSqueezed }) => [isPressed, isSqueezed])).toEqual([
      [false, false],
      [false, true],
    ]);
    stage.session.send('squeezeend', right);
    expect(stage.read().some(({ isSqueezed }) => isSqueezed)).toBe(false);
  });

  it.each(['visible-blurred', 'hidden'] as const)('ends when the session is %s, and does not come back', (state) => {
    const source = stage.add(controller());
    source.gamepad!.axes[2] = 1;
    source.gamepad!.buttons[5] = down();
    stage.read();
    stage.session.send('selectstart', source);
    stage.session.send('squeezestart', source);
    expect(stage.only()).toMatchObject({ isPressed: true, isSqueezed: true, stickX: 1, isMenuPressed: true });
    stage.session.visibilityState = state;
    expect(stage.only()).toMatchObject({ isPressed: false, isSqueezed: false, stickX: 0, isMenuPressed: false });
    stage.session.send('selectstart', source);
    stage.session.visibilityState = 'visible';
    expect(stage.only()).toMatchObject({ isPressed: false, isSqueezed: false });
  });

  it('is a pinch for a hand, but not of a fist', () => {
    const open = stage.add(hand('right', OPEN_HAND));
    stage.read();
    stage.session.send('selectstart', open);
    expect(stage.only()).toMatchObject({ isPressed: true, isSqueezed: false });
    stage.session.inputSources = [];
    stage.read();
    const fist = stage.add(hand('right', OPEN_HAND, true));
    expect(stage.only()).toMatchObject({ isPressed: false, isSqueezed: true });
    stage.session.send('selectstart', fist);
    expect(stage.only()).toMatchObject({ isPressed: false, isSqueezed: true });
  });
});
