import { describe, expect, it } from 'vitest';
import { createKiosk } from '#tour/kiosk/createKiosk.ts';
import { reachedShare } from '#tour/kiosk/reach.ts';
import { type KioskPhase, type KioskVisit, NOBODY_THERE } from '#tour/kiosk/state.ts';
import { type KioskEvent, secondsLeft, stepKiosk } from '#tour/kiosk/stepKiosk.ts';

const TIMES = { idleSeconds: 90, answerSeconds: 30 };
const BEGIN = { kind: 'begin', hasChoice: true } as const;
const CHOOSE = { kind: 'choose' } as const;
const TOUCH = { kind: 'touch' } as const;
const STAY = { kind: 'stay' } as const;
const FINISH = { kind: 'finish' } as const;
const wait = (dt: number, isNarrating = false): KioskEvent => ({ kind: 'wait', dt, isNarrating });
const after = (...events: KioskEvent[]): KioskVisit =>
  events.reduce((visit, event) => stepKiosk(visit, event, TIMES), NOBODY_THERE);

const TO_VISIT = [BEGIN, CHOOSE];
const TO_QUESTION = [...TO_VISIT, wait(90)];

const TABLE: readonly [string, readonly KioskEvent[], KioskPhase][] = [
  ['shows itself until somebody comes', [wait(1e6), TOUCH, CHOOSE, STAY, FINISH], 'attracting'],
  ['asks for a language where there are several', [BEGIN], 'choosing'],
  ['goes on without asking where there is one', [{ kind: 'begin', hasChoice: false }], 'visiting'],
  ['begins the visit once a language is chosen', TO_VISIT, 'visiting'],
  ['takes no second choice for a new visit', [...TO_VISIT, BEGIN, CHOOSE], 'visiting'],
  ['forgets whoever chooses nothing, without a question', [BEGIN, wait(29), wait(1)], 'attracting'],
  ['waits for whoever touches while choosing', [BEGIN, wait(29), TOUCH, wait(29)], 'choosing'],
  ['leaves a visitor alone just short of the time', [...TO_VISIT, wait(89.9)], 'visiting'],
  ['asks once the time is over', TO_QUESTION, 'asking'],
  ['counts anew from every touch', [...TO_VISIT, wait(89), TOUCH, wait(89)], 'visiting'],
  ['never asks while something is told', [...TO_VISIT, wait(89), wait(1e5, true)], 'visiting'],
  ['gives all of the time after the telling', [...TO_VISIT, wait(89), wait(60, true), wait(89)], 'visiting'],
  ['asks when nobody touches it after the telling', [...TO_VISIT, wait(600, true), wait(90)], 'asking'],
  ['gives all of the time to answer, however late it asks', [...TO_VISIT, wait(1e5)], 'asking'],
  ['goes on waiting for an answer while something is told', [...TO_QUESTION, wait(30, true)], 'attracting'],
  ['takes no stray touch for an answer', [...TO_QUESTION, TOUCH, wait(30)], 'attracting'],
  ['goes on when the visitor is still there', [...TO_QUESTION, wait(29), STAY, wait(89)], 'visiting'],
  ['ends when nobody answers', [...TO_QUESTION, wait(29), wait(1)], 'attracting'],
  ['ends when the visitor has finished', [...TO_VISIT, FINISH], 'attracting'],
  ['ends when the visitor says so to the question', [...TO_QUESTION, FINISH], 'attracting'],
  [
    'is not hurried by a clock that runs backwards or not at all',
    [...TO_VISIT, wait(89), wait(-50), wait(NaN)],
    'visiting',
  ],
];

describe('a kiosk', () => {
  it.each(TABLE)('%s', (_name, events, phase) => {
    expect(after(...events).phase).toBe(phase);
  });

  it('can be asked for more time as often as one likes', () => {
    const often = Array.from({ length: 25 }, () => [wait(90), STAY]).flat();
    expect(after(...TO_VISIT, ...often)).toMatchObject({ phase: 'visiting', extensions: 25, resets: 0 });
  });

  it('counts visitors who have gone, and begins each with nothing of the one before', () => {
    const gone = after(...TO_QUESTION, STAY, FINISH);
    expect(gone).toEqual({ phase: 'attracting', idle: 0, extensions: 0, resets: 1 });
    expect(after(FINISH, FINISH).resets).toBe(0);
  });

  it('says how long the question waits, and nothing while it asks nothing', () => {
    expect(secondsLeft(after(...TO_QUESTION, wait(12)), TIMES)).toBe(18);
    expect(secondsLeft(after(...TO_VISIT, wait(12)), TIMES)).toBeNull();
  });

  it('writes nothing while nothing changes', () => {
    const visit = after(...TO_VISIT);
    expect(stepKiosk(visit, TOUCH, TIMES)).toBe(visit);
    expect(stepKiosk(visit, wait(1, true), TIMES)).toBe(visit);
    expect(stepKiosk(NOBODY_THERE, wait(1), TIMES)).toBe(NOBODY_THERE);
  });

  it('gives the page back as it was at first', () => {
    const kiosk = createKiosk({ page: { isLow: true }, times: { idleSeconds: 40 } });
    kiosk.note({ kind: 'begin', hasChoice: false });
    kiosk.set({ isLow: false, isLarge: true, link: 'https://museum.example/' });
    kiosk.note(wait(41));
    kiosk.note(STAY);
    expect(kiosk.page.getState()).toMatchObject({ isLow: false, isLarge: true, link: 'https://museum.example/' });
    kiosk.note(FINISH);
    expect(kiosk.page.getState()).toEqual({ isLow: true, isLarge: false, link: null, isStaff: false });
  });
});

describe('what is within reach of a wheelchair', () => {
  it('is the lower part of the screen, up to 1.22 m', () => {
    expect(reachedShare({ bottom: 0.5, top: 1.94 })).toBeCloseTo(0.5);
    expect(reachedShare({ bottom: 0.2, top: 1.1 })).toBe(1);
  });

  it('is never so little that nothing can be pressed, and half of a screen that nobody measured', () => {
    expect(reachedShare({ bottom: 1.2, top: 2 })).toBe(0.35);
    expect(reachedShare(undefined)).toBe(0.5);
  });
});
