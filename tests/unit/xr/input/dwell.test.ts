import { describe, expect, it } from 'vitest';
import { DWELL_SECONDS, NO_DWELL, dwellShare, stepDwell, type Dwell } from '#xr/input/dwell.ts';
import { NO_HANDS_YET, doesHeadPoint, stepLostHands, type LostHands } from '#xr/input/lostHands.ts';

const FRAME = 0.05;

type Look = readonly [targetId: string | null, seconds: number];

/** Looks at each target for some seconds, frame by frame; how often it pressed, and how it ends. */
function look(path: readonly Look[]) {
  let dwell: Dwell = NO_DWELL;
  let presses = 0;
  for (const [targetId, seconds] of path) {
    for (let i = 0; i < Math.round(seconds / FRAME); i++) {
      const after = stepDwell(dwell, targetId, FRAME);
      if (after.isDone && !dwell.isDone) presses += 1;
      dwell = after;
    }
  }
  return { presses, share: dwellShare(dwell) };
}

describe('a gaze that rests', () => {
  it.each<[string, readonly Look[], { presses: number; share: number }]>([
    ['on nothing', [[null, 5]], { presses: 0, share: 0 }],
    ['half of the time', [['a', DWELL_SECONDS / 2 + FRAME]], { presses: 0, share: 0.5 }],
    ['long enough', [['a', 1.3]], { presses: 1, share: 0 }],
    ['far longer', [['a', 10]], { presses: 1, share: 0 }],
    [
      'on one thing after the other',
      [
        ['a', 1.3],
        ['b', 1.3],
      ],
      { presses: 2, share: 0 },
    ],
    [
      'on two things for too short',
      [
        ['a', 1],
        ['b', 1],
        ['a', 1],
      ],
      { presses: 0, share: 0.95 / DWELL_SECONDS },
    ],
    [
      'with a slip off its edge',
      [
        ['a', 0.65],
        [null, 0.2],
        ['a', 0.65],
      ],
      { presses: 1, share: 0 },
    ],
    [
      'with a slip, which does not count',
      [
        ['a', 0.65],
        [null, 0.2],
      ],
      { presses: 0, share: 0.5 },
    ],
    [
      'again after it left',
      [
        ['a', 0.65],
        [null, 0.5],
        ['a', 0.65],
      ],
      { presses: 0, share: 0.5 },
    ],
    [
      'on what it pressed, after a slip',
      [
        ['a', 1.3],
        [null, 0.2],
        ['a', 5],
      ],
      { presses: 1, share: 0 },
    ],
    [
      'on what it pressed, after many slips',
      [
        ['a', 1.3],
        [null, 0.2],
        ['a', 0.1],
        [null, 0.2],
        ['a', 2],
      ],
      { presses: 1, share: 0 },
    ],
    [
      'on what it pressed, after it left',
      [
        ['a', 1.3],
        [null, 0.5],
        ['a', 1.3],
      ],
      { presses: 2, share: 0 },
    ],
  ])('%s', (_what, path, { presses, share }) => {
    const found = look(path);
    expect(found.presses).toBe(presses);
    expect(found.share).toBeCloseTo(share, 6);
  });

  it('takes a long pause between two frames for a short one', () => {
    let dwell = stepDwell(NO_DWELL, 'a', FRAME);
    dwell = stepDwell(dwell, 'a', 60);
    expect(dwell.isDone).toBe(false);
    expect(stepDwell(dwell, 'a', -60).seconds).toBe(dwell.seconds);
  });
});

describe('the head, where no hand is', () => {
  function wait(from: LostHands, seconds: number): LostHands {
    let lost = from;
    for (let i = 0; i < seconds * 10; i++) lost = stepLostHands(lost, false, false, 0.1);
    return lost;
  }
  const seen = stepLostHands(NO_HANDS_YET, true, false, 0.1);

  it.each<[string, LostHands, boolean]>([
    ['does not point at once', NO_HANDS_YET, false],
    ['points when none has shown up', wait(NO_HANDS_YET, 3), true],
    ['does not point when hands rest for a while', wait(seen, 10), false],
    ['points when hands are gone for long', wait(seen, 21), true],
    ['does not point when they are back', stepLostHands(wait(seen, 21), true, false, 0.1), false],
    ['does not point for who pinches', wait(stepLostHands(NO_HANDS_YET, false, true, 0.1), 60), false],
  ])('%s', (_what, lost, expected) => expect(doesHeadPoint(lost)).toBe(expected));

  it('makes no new object while hands are there', () => {
    expect(stepLostHands(seen, true, false, 0.1)).toBe(seen);
  });
});
