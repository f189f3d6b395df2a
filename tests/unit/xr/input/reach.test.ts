import { describe, expect, it } from 'vitest';
import { Leads, type Wish } from '#xr/input/leads.ts';
import { doesTouch } from '#xr/input/nearTouch.ts';
import type { XrPointer } from '#xr/input/pointer.ts';
import { choosePrimary, orderHands, type Primary } from '#xr/input/reach.ts';

function pointer(handedness: XrPointer['handedness'], changes: Partial<XrPointer> = {}): XrPointer {
  return {
    id: 1,
    kind: 'controller',
    handedness,
    ray: { origin: [0, 0, 0], direction: [0, 0, -1] },
    grip: null,
    fingertip: null,
    isPressed: false,
    isSqueezed: false,
    stickX: 0,
    stickY: 0,
    isMenuPressed: false,
    ...changes,
  };
}
const left = (changes?: Partial<XrPointer>) => pointer('left', changes);
const right = (changes?: Partial<XrPointer>) => pointer('right', changes);
const PRESSED = { isPressed: true };

describe('the hand that leads', () => {
  it.each<[string, Primary, XrPointer[], Primary]>([
    ['stays without any hand', 'right', [], 'right'],
    ['stays while both rest', 'right', [left(), right()], 'right'],
    ['stays when it presses itself', 'right', [left(), right(PRESSED)], 'right'],
    ['is the other one that presses', 'right', [left(PRESSED), right()], 'left'],
    ['is the other one that squeezes', 'left', [left(), right({ isSqueezed: true })], 'right'],
    ['stays while it holds something', 'right', [left(PRESSED), right(PRESSED)], 'right'],
    ['stays while its stick is pushed', 'right', [left(PRESSED), right({ stickX: 0.9 })], 'right'],
    ['is the only one', 'right', [left()], 'left'],
    ['is the only one on the other side', 'left', [right()], 'right'],
    ['is no gaze', 'right', [pointer('none', PRESSED)], 'right'],
  ])('%s', (_what, before, pointers, expected) => expect(choosePrimary(before, pointers)).toBe(expected));

  it.each<[string, Primary, XrPointer['handedness'][], XrPointer['handedness'][]]>([
    ['comes after the one that walks', 'right', ['right', 'left'], ['left', 'right']],
    ['comes after the one that walks, for the left-handed', 'left', ['right', 'left'], ['right', 'left']],
    ['does both alone', 'right', ['left'], ['left']],
    ['comes before what is no hand', 'right', ['none', 'right', 'left'], ['left', 'right', 'none']],
  ])('%s', (_what, primary, given, expected) => {
    const out = [left()];
    const found = orderHands(
      given.map((side) => pointer(side)),
      primary,
      out,
    );
    expect(found.map(({ handedness }) => handedness)).toEqual(expected);
    expect(found).toBe(out);
  });
});

describe('a hand near a panel', () => {
  it.each<[string, boolean, number | null, boolean, boolean]>([
    ['points from afar', false, 0.3, false, false],
    ['touches from near', false, 0.11, false, true],
    ['touches behind its face', false, -0.02, false, true],
    ['goes on touching a little farther', true, 0.14, false, true],
    ['does not begin to touch there', false, 0.14, false, false],
    ['points again from farther still', true, 0.16, false, false],
    ['keeps a ray that presses', false, 0.05, true, false],
    ['goes on touching while it pinches', true, 0.05, true, true],
    ['points where there is no panel', true, null, false, false],
  ])('%s', (_what, before, distance, isRayPressed, expected) => {
    expect(doesTouch(before, distance, isRayPressed)).toBe(expected);
  });
});

describe('two rays on one thing', () => {
  /** `1a` points at a, `1A` presses there, `1-` points at nothing, `1+` presses there; who leads on a and b at the end. */
  function play(...frames: string[]): string {
    const leads = new Leads();
    for (const frame of frames) {
      const wishes = frame.split(' ').map((word): Wish => {
        const what = word[1]!;
        const isNothing = what === '-' || what === '+';
        return {
          pointerId: Number(word[0]),
          targetId: isNothing ? null : what.toLowerCase(),
          isPressed: what === '+' || (!isNothing && what !== what.toLowerCase()),
        };
      });
      leads.step(wishes);
    }
    return `${leads.leaderOf('a') ?? '-'}${leads.leaderOf('b') ?? '-'}`;
  }

  it.each<[string, string[], string]>([
    ['nobody leads where nobody points', ['1- 2-'], '--'],
    ['each leads on its own', ['1a 2b'], '12'],
    ['the first in a frame leads', ['1a 2a'], '1-'],
    ['who came first goes on leading', ['1- 2a', '1a 2a'], '2-'],
    ['who presses takes over', ['1a 2-', '1a 2a', '1a 2A'], '2-'],
    ['who presses does not take over from one that presses', ['1A 2a', '1A 2A'], '1-'],
    ['who came with a press from elsewhere does not take over', ['1a 2+', '1a 2A'], '1-'],
    ['the other one leads when the first leaves', ['1a 2a', '1- 2a'], '2-'],
    ['the other one leads when the first is lost', ['1a 2a', '2a'], '2-'],
    ['who presses keeps it though the ray slips off', ['1A', '1+'], '1-'],
    ['who presses leads on nothing else meanwhile', ['1A', '1B'], '1-'],
    ['who lets go elsewhere leads there', ['1A', '1B', '1b'], '-1'],
    ['who slips off without pressing loses it', ['1a', '1-'], '--'],
  ])('%s', (_what, frames, expected) => expect(play(...frames)).toBe(expected));
});
