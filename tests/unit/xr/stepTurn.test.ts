import { describe, expect, it } from 'vitest';
import { readSharing } from '#app/headset/readSharing.ts';
import {
  beginTurn,
  EXTENSION,
  FAREWELL_SECONDS,
  stepTurn,
  type Sharing,
  type TurnInput,
} from '#xr/handover/stepTurn.ts';

const SHARING: Sharing = { turnSeconds: 600, awaySeconds: 12 };
const WORN: TurnInput = { isWorn: true, hasBegun: true, isFarewellOpen: false, dt: 1 };

/** Runs steps and tells the events, each with the second it came at. */
function run(steps: readonly { readonly times: number; readonly input: TurnInput }[], sharing = SHARING) {
  let turn = beginTurn(sharing);
  let second = 0;
  const events: string[] = [];
  for (const { times, input } of steps) {
    for (let i = 0; i < times; i++) {
      second += input.dt;
      const stepped = stepTurn(turn, input, sharing);
      turn = stepped.turn;
      if (stepped.event) events.push(`${stepped.event} ${second}`);
    }
  }
  return { turn, events };
}
const off = { ...WORN, isWorn: false };
const waiting = { ...WORN, hasBegun: false };
const reading = { ...WORN, isFarewellOpen: true };

describe('a turn with a shared headset', () => {
  it.each([
    ['lasts as long as it may', [{ times: 599, input: WORN }], []],
    ['is said to end when its time is over', [{ times: 600, input: WORN }], ['farewell 600']],
    [
      'goes to the next when nobody answers',
      [
        { times: 600, input: WORN },
        { times: FAREWELL_SECONDS, input: reading },
      ],
      ['farewell 600', `handOver ${600 + FAREWELL_SECONDS}`],
    ],
    [
      'goes on when the words are put away',
      [
        { times: 600, input: WORN },
        { times: 5, input: reading },
        { times: EXTENSION + 1, input: WORN },
      ],
      ['farewell 600', `farewell ${606 + EXTENSION}`],
    ],
    [
      'does not count while the headset lies there',
      [
        { times: 300, input: WORN },
        { times: 10, input: off },
        { times: 299, input: WORN },
      ],
      [],
    ],
    [
      'counts on after that',
      [
        { times: 300, input: WORN },
        { times: 10, input: off },
        { times: 300, input: WORN },
      ],
      ['farewell 610'],
    ],
    [
      'does not count while the welcome is open',
      [
        { times: 5_000, input: waiting },
        { times: 599, input: WORN },
      ],
      [],
    ],
    [
      'counts from its visitor’s beginning',
      [
        { times: 5_000, input: waiting },
        { times: 600, input: WORN },
      ],
      ['farewell 5600'],
    ],
    [
      'is over when it was taken off for long',
      [
        { times: 30, input: WORN },
        { times: 12, input: off },
      ],
      ['handOver 42'],
    ],
    [
      'is over once, not again and again',
      [
        { times: 30, input: WORN },
        { times: 23, input: off },
      ],
      ['handOver 42'],
    ],
    [
      'is over when the page slept meanwhile',
      [
        { times: 30, input: WORN },
        { times: 1, input: off },
        { times: 1, input: { ...WORN, dt: 3_600 } },
      ],
      ['handOver 3631'],
    ],
    [
      'is not over for a frame that took long',
      [
        { times: 30, input: WORN },
        { times: 1, input: { ...WORN, dt: 20 } },
      ],
      [],
    ],
  ] as const)('%s', (_name, steps, events) => {
    expect(run(steps).events).toEqual(events);
  });

  it('can be made longer more often than ten times', () => {
    const asks = Array.from({ length: 12 }, () => [
      { times: EXTENSION, input: WORN },
      { times: 2, input: reading },
      { times: 1, input: WORN },
    ]).flat();
    const { events } = run([{ times: 480, input: WORN }, ...asks]);
    expect(events.filter((event) => event.startsWith('farewell'))).toHaveLength(12);
    expect(events.filter((event) => event.startsWith('handOver'))).toEqual([]);
  });

  it('has no end where none is set', () => {
    const { events } = run([{ times: 50_000, input: WORN }], { turnSeconds: null, awaySeconds: 12 });
    expect(events).toEqual([]);
  });

  it('takes no harm from a clock that gives no number', () => {
    const { turn } = run([
      { times: 3, input: { ...WORN, dt: NaN } },
      { times: 3, input: { ...WORN, dt: -5 } },
    ]);
    expect(turn.worn).toBe(0);
  });
});

describe('the address', () => {
  it.each([
    ['', null],
    ['?headset=mine', null],
    ['?headset=shared', { turnSeconds: null, awaySeconds: 12 }],
    ['?headset=shared&minutes=10', { turnSeconds: 600, awaySeconds: 12 }],
    ['?headset=shared&minutes=0.5', { turnSeconds: 30, awaySeconds: 12 }],
    ['?headset=shared&minutes=-3', { turnSeconds: null, awaySeconds: 12 }],
    ['?headset=shared&minutes=soon', { turnSeconds: null, awaySeconds: 12 }],
    ['?headset=shared&minutes=1e9', { turnSeconds: 14_400, awaySeconds: 12 }],
  ])('%s', (search, sharing) => {
    expect(readSharing(search)).toEqual(sharing);
  });
});
