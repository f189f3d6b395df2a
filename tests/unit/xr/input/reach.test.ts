import { describe, expect, it } from 'vitest';
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
  it.each<[string, boolean, number | null, boolean]>([
    ['points from afar', false, 0.3, false],
    ['touches from near', false, 0.11, true],
    ['goes on touching a little farther', true, 0.14, true],
    ['does not begin to touch there', false, 0.14, false],
    ['points again from farther still', true, 0.16, false],
    ['points where there is no panel', true, null, false],
  ])('%s', (_what, before, distance, expected) => expect(doesTouch(before, distance)).toBe(expected));
});
