import { describe, expect, it } from 'vitest';
import type { HandInput } from '#tour/locomotion/state.ts';
import { CAVE, degreesTurned, IDLE, NEXT, press, run, stick, times } from './run.ts';

const left = (hand: HandInput): HandInput => ({ ...hand, id: 1 });
const right = (hand: HandInput): HandInput => ({ ...hand, id: 2 });

describe('a hand is the same hand wherever it stands in the row', () => {
  it.each<[what: string, frames: HandInput[][], degrees: number]>([
    [
      'one that pushes its stick turns once, though the hand before it is lost',
      [[left(IDLE), right(IDLE)], ...times(3, left(IDLE), right(stick(1))), ...times(5, right(stick(1)))],
      30,
    ],
    [
      'two that change places turn once each',
      [
        [left(IDLE), right(IDLE)],
        [left(stick(1)), right(stick(1))],
        [right(stick(1)), left(stick(1))],
        [left(stick(1)), right(stick(1))],
      ],
      60,
    ],
    [
      'one that comes with its stick pushed does not turn, whichever hand was there before',
      [[left(IDLE)], [left(IDLE)], ...times(3, right(stick(1)), left(IDLE))],
      0,
    ],
    [
      'one that is lost and found with its stick pushed does not turn',
      [[left(IDLE), right(IDLE)], [left(IDLE)], ...times(3, left(IDLE), right(stick(1)))],
      0,
    ],
  ])('%s', (_what, frames, degrees) => expect(degreesTurned(run(frames))).toBe(degrees));

  it.each<[what: string, frames: HandInput[][], went: string[]]>([
    [
      'a trigger that is held does not go anywhere when the hand before it is lost',
      [[left(IDLE), right(IDLE)], [left(IDLE), right(press(null))], ...times(30, right(press(NEXT)))],
      [],
    ],
    [
      'a hand that presses goes, though the other one was just lost with its trigger held',
      [[left(IDLE), right(IDLE)], [left(press(null)), right(IDLE)], [right(press(NEXT))], ...times(30)],
      ['next'],
    ],
  ])('%s', (_what, frames, went) => expect(run(frames, { ground: CAVE }).went).toEqual(went));
});
