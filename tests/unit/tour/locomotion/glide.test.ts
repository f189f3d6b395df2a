/** Turning and gliding, case by case. */
import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { headIn } from '#tour/locomotion/rig.ts';
import { stepLocomotion } from '#tour/locomotion/step.ts';
import { COMFORTABLE, type Ground, type HandInput, type LocomotionSettings } from '#tour/locomotion/state.ts';
import {
  ASIDE,
  CAVE,
  CENTRE,
  FRAME,
  HALL,
  IDLE,
  ORIGIN,
  SMOOTH,
  degreesTurned,
  run,
  stick,
  times,
  inPlace,
} from './run.ts';

describe('a snap turn', () => {
  it.each<[string, HandInput[][], number]>([
    ['happens once however long the stick is held', times(90, stick(1)), 30],
    ['goes to the left', times(5, stick(-1)), -30],
    ['asks for most of the way', times(5, stick(0.65)), 0],
    ['comes again after the stick was let go', [[stick(1)], [IDLE], [stick(1)]], 60],
    [
      'does not come again for a stick that trembles',
      [[stick(1)], [stick(0.6)], [stick(1)], [stick(0.5)], [stick(1)]],
      30,
    ],
    ['is not meant by a stick pushed ahead', times(5, stick(0.7, 0.9)), 0],
    ['is not meant by a stick drawn back', times(5, stick(0.6, -1)), 0],
    ['comes from the other hand alone', times(5, IDLE, stick(1)), 30],
    [
      'comes from both hands, each for itself',
      [
        [stick(1), IDLE],
        [stick(1), stick(1)],
      ],
      60,
    ],
    ['does not turn back before the stick was let go', [[stick(1)], [stick(-1)], [IDLE], [stick(-1)]], 0],
  ])('%s', (_title, frames, degrees) => {
    expect(degreesTurned(run([[IDLE, IDLE], ...frames]))).toBe(degrees);
  });

  it.each([30, 45])('is of %d degrees where the visitor wants it so', (degrees) => {
    const settings = { ...COMFORTABLE, snapStep: toRadians(degrees) };
    expect(degreesTurned(run([[IDLE], [stick(1)]], { settings }))).toBe(degrees);
  });

  it('works with the one controller there is, whichever it is', () => {
    expect(degreesTurned(run([[IDLE], [stick(-1)]]))).toBe(-30);
  });

  it('does not move the head, and moves by nothing that was walked before', () => {
    const walked = run([...times(30, stick(0, 1), IDLE), [IDLE, IDLE]], {
      head: ASIDE,
      settings: { ...SMOOTH, turn: 'snap' },
    });
    const before = headIn(walked.state.rig, ASIDE);
    const step = stepLocomotion(
      walked.state,
      { head: ASIDE, hands: inPlace([IDLE, stick(1)]), isListening: true },
      { ...SMOOTH, turn: 'snap' },
      HALL,
      FRAME,
    );
    const after = headIn(step.state.rig, ASIDE);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.z).toBeCloseTo(before.z, 9);
    expect(after.yaw - before.yaw).toBeCloseTo(toRadians(30), 9);
  });

  it('darkens nothing', () => {
    expect(run([[IDLE], [stick(1)], [IDLE]]).state.vignette).toBe(0);
  });
});

describe('a smooth turn', () => {
  it.each([
    [1, 1],
    [-1, -1],
    [0.15, 0],
  ])('of a stick at %d goes the way of the stick', (x, way) => {
    const { state } = run(times(9, stick(x)), { settings: { ...COMFORTABLE, turn: 'smooth' } });
    expect(Math.sign(state.rig.yaw)).toBe(way);
  });

  it.each([30, 72, 90, 120])('turns as far in a second at %d frames a second', (rate) => {
    const settings: LocomotionSettings = { ...COMFORTABLE, turn: 'smooth' };
    const { state } = run(times(rate, stick(1)), { settings, dt: 1 / rate });
    expect(state.rig.yaw).toBeCloseTo(Math.PI / 2, 9);
  });

  it('goes about the head', () => {
    const before = headIn(ORIGIN, ASIDE);
    const { state } = run(times(40, stick(0.9)), { head: ASIDE, settings: { ...COMFORTABLE, turn: 'smooth' } });
    expect(headIn(state.rig, ASIDE).x).toBeCloseTo(before.x, 9);
    expect(headIn(state.rig, ASIDE).z).toBeCloseTo(before.z, 9);
  });
});

describe('gliding', () => {
  it.each([
    [0, 0, -1.4],
    [90, 1.4, 0],
    [180, 0, 1.4],
  ])('ahead goes where the head looks, at %d degrees, as far in a second whatever the frame rate', (degrees, x, z) => {
    for (const rate of [45, 90]) {
      const head = { ...CENTRE, yaw: toRadians(degrees) };
      const { state } = run(times(rate, stick(0, 1)), { head, settings: SMOOTH, dt: 1 / rate });
      expect(state.rig.x).toBeCloseTo(x, 9);
      expect(state.rig.z).toBeCloseTo(z, 9);
    }
  });

  it('follows a rig that was turned', () => {
    const { state } = run(times(90, stick(0, 1)), { rig: { ...ORIGIN, yaw: toRadians(90) }, settings: SMOOTH });
    expect(state.rig.x).toBeCloseTo(1.4, 9);
    expect(state.rig.z).toBeCloseTo(0, 9);
  });

  it('is no faster along the diagonal', () => {
    const { state } = run(times(90, stick(1, 1), IDLE), { settings: SMOOTH });
    expect(Math.hypot(state.rig.x, state.rig.z)).toBeCloseTo(1.4, 9);
  });

  it('leaves turning to the other hand', () => {
    expect(degreesTurned(run(times(30, stick(1, 0), IDLE), { settings: SMOOTH }))).toBe(0);
    expect(degreesTurned(run(times(90, IDLE, stick(1, 0)), { settings: SMOOTH }))).toBe(90);
  });

  it('and turning are both there for a visitor with one hand', () => {
    expect(degreesTurned(run(times(90, stick(1, 0)), { settings: SMOOTH }))).toBe(90);
    expect(run(times(90, stick(0, 1)), { settings: SMOOTH }).state.rig.z).toBeCloseTo(-1.4, 9);
  });

  it('is not there unless it is wished, nor in a panorama', () => {
    expect(run(times(30, stick(0, 1)), {}).state.rig).toMatchObject({ x: 0, z: 0 });
    expect(run(times(30, stick(0, 1)), { settings: SMOOTH, ground: CAVE }).state.rig).toMatchObject({ x: 0, z: 0 });
  });

  it('ends at walls, with the head there, not the rig', () => {
    const ground: Ground = { ...HALL, settle: ({ x, z }) => ({ x, z: Math.max(-1, z) }) };
    const { state } = run(times(300, stick(0, 1)), { head: ASIDE, settings: SMOOTH, ground });
    expect(headIn(state.rig, ASIDE).z).toBeCloseTo(-1, 9);
  });

  it('closes the vignette within a fifth of a second, and opens it again', () => {
    expect(run(times(9, stick(0, 1)), { settings: SMOOTH }).state.vignette).toBeCloseTo(0.5, 9);
    expect(run(times(30, stick(0, 1)), { settings: SMOOTH }).state.vignette).toBe(1);
    expect(run([...times(30, stick(0, 1)), ...times(30, IDLE)], { settings: SMOOTH }).state.vignette).toBe(0);
  });

  it('does not leap after a pause', () => {
    expect(run([[stick(0, 1)]], { settings: SMOOTH, dt: 5 }).state.rig.z).toBeCloseTo(-0.14, 9);
  });
});
