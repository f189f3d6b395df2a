import { Matrix4, Quaternion, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import { controller, hand, spaceAt, transient, type FakeSource } from './fakeSession.ts';
import { ReaderStage } from './readerStage.ts';

const UPWARD = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2);
const OPEN_HAND = new Matrix4().setPosition(0.2, 1.2, -0.3);

let stage: ReaderStage;
beforeEach(() => {
  stage = new ReaderStage();
});

describe('eyes and a pinch', () => {
  it('press along the ray of the start, and drag it by the hand', () => {
    stage.read();
    const source = transient();
    stage.session.send('selectstart', source);
    // By the first frame the eyes have gone on.
    source.targetRaySpace = spaceAt(0, 1.6, 0, UPWARD);
    stage.add(source);
    const first = stage.only();
    expect(first).toMatchObject({ isPressed: true, ray: { origin: [0, 1.600000023841858, 0] } });
    expect(first.ray.direction.map(Math.abs)).toEqual([0, 0, 1]);
    source.gripSpace = spaceAt(0.105, 1.1, -0.3);
    expect(Math.abs(stage.only().ray.direction[0])).toBe(0);
    source.gripSpace = spaceAt(0.21, 1.1, -0.3);
    const [x, y, z] = stage.only().ray.direction;
    // Ten of eleven centimetres, threefold, at a metre and a half.
    expect(x / -z).toBeCloseTo(0.3 / 1.5, 3);
    expect(y).toBeCloseTo(0, 6);
  });

  it('are heard though they come and go between two frames', () => {
    stage.read();
    const source = transient();
    stage.session.send('selectstart', source);
    stage.session.send('selectend', source);
    const pressed = stage.only();
    expect(pressed).toMatchObject({ kind: 'transient', isPressed: true });
    expect(stage.only()).toMatchObject({ id: pressed.id, isPressed: false });
    expect(stage.read()).toEqual([]);
  });

  it('are let go of where the source is gone before the next frame', () => {
    stage.read();
    const source = stage.add(transient());
    stage.session.send('selectstart', source);
    expect(stage.only().isPressed).toBe(true);
    stage.session.send('selectend', source);
    stage.session.inputSources = [];
    expect(stage.only().isPressed).toBe(false);
    expect(stage.read()).toEqual([]);
  });

  it('are called off where the source goes without an end', () => {
    stage.read();
    const source = stage.add(transient());
    stage.session.send('selectstart', source);
    stage.read();
    stage.session.inputSources = [];
    expect(stage.read()).toEqual([]);
  });

  it('follow the device’s own ray where it does not say where the hand is', () => {
    const { gripSpace: _grip, ...source } = transient();
    stage.add(source);
    stage.read();
    source.targetRaySpace = spaceAt(0, 1.6, 0, UPWARD);
    expect(stage.only().ray.direction[1]).toBeCloseTo(1, 5);
  });
});

describe('a gaze', () => {
  const headIsThere = () => {
    for (let i = 0; i < 30; i++) stage.read(0.1);
  };

  it('of the head points where nothing else does', () => {
    expect(stage.read()).toEqual([]);
    headIsThere();
    expect(stage.only()).toMatchObject({ kind: 'gaze', ray: { direction: [-0, -0, -1] } });
  });

  it('of the head gives way to a hand', () => {
    headIsThere();
    expect(stage.only().kind).toBe('gaze');
    stage.add(controller());
    expect(stage.only().kind).toBe('controller');
  });

  it('of the device is left out beside hands', () => {
    stage.add(controller('none', { targetRayMode: 'gaze', profiles: ['eye-gaze'] }));
    expect(stage.only().kind).toBe('gaze');
    stage.add(controller());
    expect(stage.only().kind).toBe('controller');
  });

  it('presses for one frame when it has rested long enough', () => {
    headIsThere();
    const { id } = stage.only();
    const pressed: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      stage.reader.noteTarget(id, 'door', 0.1);
      if (i === 6) expect(stage.reader.dwellOf(id)).toBeCloseTo(0.5, 6);
      pressed.push(stage.only().isPressed);
    }
    expect(pressed.filter(Boolean)).toHaveLength(1);
    expect(pressed[12]).toBe(true);
    expect(stage.reader.dwellOf(id)).toBe(0);
  });

  it('presses by the headset’s own button as well', () => {
    const { gamepad: _gamepad, ...source } = controller('none', { targetRayMode: 'gaze' });
    stage.add(source);
    stage.read();
    stage.session.send('selectstart', source);
    expect(stage.only().isPressed).toBe(true);
  });

  it('is the only thing that presses by resting', () => {
    stage.add(controller());
    const { id } = stage.only();
    for (let i = 0; i < 20; i++) stage.reader.noteTarget(id, 'door', 0.1);
    expect(stage.reader.dwellOf(id)).toBe(0);
    expect(stage.only().isPressed).toBe(false);
  });
});

describe('a menu called by a hand', () => {
  /** A hand in front of the face, fingers up, its palm turned to the eyes by so many degrees less than wholly. */
  function shown(away = 0, distance = 0.4): Matrix4 {
    const turn = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2);
    turn.premultiply(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), ((180 - away) * Math.PI) / 180));
    return new Matrix4().compose(new Vector3(0, 1.55, -distance), turn, new Vector3(1, 1, 1));
  }

  it.each<[string, FakeSource, number, boolean]>([
    ['an open left palm', hand('left', shown()), 0.7, true],
    ['an open right palm', hand('right', shown()), 0.7, true],
    ['too short', hand('left', shown()), 0.4, false],
    ['the back of the hand', hand('left', shown(180)), 0.7, false],
    ['a palm turned aside', hand('left', shown(60)), 0.7, false],
    ['a palm far away', hand('left', shown(0, 0.9)), 0.7, false],
    ['a fist', hand('left', shown(), true), 0.7, false],
    ['a hand that points', hand('left', OPEN_HAND), 0.7, false],
  ])('%s', (_what, source, seconds, expected) => {
    stage.add(source);
    stage.read();
    for (let i = 0; i < Math.round(seconds / 0.05); i++) stage.read(0.05);
    expect(stage.only().isMenuPressed).toBe(expected);
  });

  it('begins anew when the palm was turned away', () => {
    const source = stage.add(hand('left', shown()));
    for (let i = 0; i < 20; i++) stage.read(0.05);
    expect(stage.only().isMenuPressed).toBe(true);
    const turn = (pose: Matrix4) => {
      const joints = hand('left', pose).hand!;
      for (const [joint, space] of source.hand!) space.matrix = joints.get(joint)!.matrix;
    };
    turn(OPEN_HAND);
    expect(stage.only().isMenuPressed).toBe(false);
    turn(shown());
    for (let i = 0; i < 5; i++) stage.read(0.05);
    expect(stage.only().isMenuPressed).toBe(false);
    for (let i = 0; i < 20; i++) stage.read(0.05);
    expect(stage.only().isMenuPressed).toBe(true);
  });
});
