import { describe, expect, it } from 'vitest';
import { FrameTimes } from '#xr/pace/frameTimes.ts';
import { AT_EASE, JUDGED_FRAMES, STAGES, stepPace, type Pace } from '#xr/pace/stepPace.ts';

const GOOD = 1 / 90;
/** A frame that missed one. */
const LATE = 2 / 90;

/** Judges so many times, each with a share of late frames. */
function judge(pace: Pace, times: number, share: number, rate = 90): Pace {
  for (let i = 0; i < times * JUDGED_FRAMES; i++) {
    const isLate = (i % JUDGED_FRAMES) / JUDGED_FRAMES < share;
    pace = stepPace(pace, (isLate ? LATE : GOOD) * (90 / rate), rate);
  }
  return pace;
}

describe('the pace of a headset', () => {
  it('stays at ease where frames come in time', () => {
    expect(judge(AT_EASE, 50, 0).stage).toBe(0);
    expect(judge(AT_EASE, 50, 0.08).stage).toBe(0);
  });

  it('gives up a little at a time, in the order that shows least', () => {
    const stages = Array.from({ length: 7 }, (_, times) => judge(AT_EASE, times, 0.5).stage);
    expect(stages).toEqual([0, 1, 2, 3, 4, 5, 5]);
    const costs = STAGES.map(({ foveation, rate, density }) => rate * density ** 2 * (1 - foveation / 4));
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
  });

  it('takes nothing back before it has been calm for long, and then one step', () => {
    const troubled = judge(AT_EASE, 2, 0.5);
    const { patience } = troubled;
    expect(judge(troubled, patience - 1, 0).stage).toBe(2);
    expect(judge(troubled, patience, 0).stage).toBe(1);
    expect(judge(troubled, 2 * patience, 0).stage).toBe(0);
  });

  it('does not swing: what was taken back and regretted is waited for longer', () => {
    let pace = judge(AT_EASE, 1, 0.5);
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      let judgements = 0;
      while (pace.stage > 0) {
        pace = judge(pace, 1, 0);
        judgements++;
      }
      waits.push(judgements);
      pace = judge(pace, 1, 0.5);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[3]).toBeGreaterThan(4 * waits[0]!);
  });

  it('takes a pause for a pause', () => {
    const pace = stepPace(stepPace(AT_EASE, 3_600, 90), NaN, 90);
    expect(pace).toEqual(AT_EASE);
    expect(stepPace(AT_EASE, GOOD, 0)).toEqual(AT_EASE);
  });

  it('measures by the rate that the device draws at', () => {
    expect(judge(AT_EASE, 20, 0, 72).stage).toBe(0);
    expect(judge(AT_EASE, 1, 0.5, 72).stage).toBe(1);
  });
});

describe('frame times', () => {
  it('tell their spread', () => {
    const times = new FrameTimes();
    for (let i = 1; i <= 100; i++) times.add(i / 1_000);
    expect(times.spread()).toEqual({
      p50: expect.closeTo(51, 3),
      p95: expect.closeTo(96, 3),
      p99: expect.closeTo(100, 3),
      frames: 100,
    });
  });

  it('forget what was long ago', () => {
    const times = new FrameTimes();
    times.add(5);
    for (let i = 0; i < 1_024; i++) times.add(0.01);
    expect(times.spread().p99).toBeCloseTo(10, 3);
    times.clear();
    expect(times.spread()).toEqual({ p50: 0, p95: 0, p99: 0, frames: 0 });
  });
});
