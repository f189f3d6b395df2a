import { describe, expect, it } from 'vitest';
import type { TourStep } from '#document/tourSchema.ts';
import { effectsBetween } from '#tour/guide/effects.ts';
import { countStations, progressOf } from '#tour/guide/stations.ts';
import { beginGuide, stepGuide, type GuideEvent } from '#tour/guide/stepGuide.ts';
import type { GuideVisit } from '#tour/guide/state.ts';

const step = (more: Partial<TourStep> = {}): TourStep => ({ at: 'hall', narration: { en: 'Look.' }, ...more });
const choices = [
  { label: { en: 'A' }, to: 'a' },
  { label: { en: 'B' }, to: 'b' },
];
/** 0, 1 (asks for a or b), 2 a → end, 3 b, 4 end. */
const written = [
  step({ minSeconds: 10 }),
  step({ choices }),
  step({ id: 'a', next: 'end' }),
  step({ id: 'b' }),
  step({ id: 'end' }),
];
const way = { steps: written, written };
const broken = (...indexes: number[]) => ({
  written,
  steps: written.map((one, index) => (indexes.includes(index) ? null : one)),
});

const at = (stepIndex: number, phase: GuideVisit['phase'], more: Partial<GuideVisit> = {}): GuideVisit => ({
  tourId: 't',
  stepIndex,
  trail: [],
  phase,
  pause: null,
  leftOff: phase === 'paused' || phase === 'ended' ? 'moving' : phase,
  rate: 1,
  serial: 5,
  tellings: 3,
  stepSeconds: 0,
  missed: 0,
  ...more,
});
const paused = (
  stepIndex: number,
  pause: GuideVisit['pause'],
  leftOff: GuideVisit['leftOff'],
  more: Partial<GuideVisit> = {},
) => at(stepIndex, 'paused', { pause, leftOff, ...more });

type Case = readonly [
  what: string,
  before: GuideVisit,
  event: GuideEvent,
  after: Partial<GuideVisit>,
  seconds?: number,
  steps?: typeof way | ReturnType<typeof broken>,
];
const told = { kind: 'told', telling: 3 } as const;
const arrived = { kind: 'arrived', serial: 5 } as const;

const CASES: readonly Case[] = [
  ['begins to tell where it has arrived', at(0, 'moving'), arrived, { phase: 'telling', tellings: 4 }],
  ['does not heed a late arrival', at(0, 'moving'), { kind: 'arrived', serial: 4 }, { phase: 'moving', tellings: 3 }],
  ['does not tell twice where it tells', at(0, 'telling'), arrived, { phase: 'telling', tellings: 3 }],
  ['does not tell where it is paused', paused(0, 'begin', 'moving'), arrived, { phase: 'paused', tellings: 3 }],
  ['asks again after it was led back', at(1, 'moving', { leftOff: 'choosing' }), arrived, { phase: 'choosing' }],
  ['waits where it was told too fast', at(0, 'telling'), told, { phase: 'waiting', stepSeconds: 4 }, 4],
  ['goes on where it was told long enough', at(0, 'telling'), told, { phase: 'moving', stepIndex: 1, trail: [0] }, 10],
  ['adds up what was told before', at(0, 'telling', { stepSeconds: 7 }), told, { stepIndex: 1 }, 3],
  ['does not heed the end of another telling', at(0, 'telling'), { kind: 'told', telling: 2 }, { phase: 'telling' }],
  ['does not heed an end while it is paused', paused(0, 'asked', 'telling'), told, { phase: 'paused' }],
  ['goes on once it has waited', at(0, 'waiting'), { kind: 'waited' }, { stepIndex: 1, serial: 6 }],
  ['does not heed a wait that is over', at(0, 'telling'), { kind: 'waited' }, { stepIndex: 0, phase: 'telling' }],
  ['asks after a step with choices', at(1, 'telling'), told, { phase: 'choosing', stepIndex: 1 }],
  ['follows next', at(2, 'telling'), told, { stepIndex: 4, trail: [2] }],
  ['follows the order of the list', at(3, 'telling'), told, { stepIndex: 4 }],
  ['ends after the last step', at(4, 'telling'), told, { phase: 'ended', stepIndex: 4 }],
  ['takes the first choice', at(1, 'choosing'), { kind: 'choose', choice: 0 }, { stepIndex: 2, trail: [1] }],
  ['takes the second choice', at(1, 'choosing'), { kind: 'choose', choice: 1 }, { stepIndex: 3, phase: 'moving' }],
  ['takes no choice that is none', at(1, 'choosing'), { kind: 'choose', choice: 2 }, { phase: 'choosing' }],
  ['takes no choice before it asks', at(1, 'telling'), { kind: 'choose', choice: 0 }, { stepIndex: 1 }],
  ['takes a choice while it is paused over it', paused(1, 'asked', 'choosing'), { kind: 'choose', choice: 1 }, { stepIndex: 3 }],
  ['pauses on its way', at(0, 'moving'), { kind: 'pause' }, { phase: 'paused', pause: 'asked', leftOff: 'moving' }],
  ['pauses while it tells', at(0, 'telling'), { kind: 'pause' }, { pause: 'asked', leftOff: 'telling' }],
  ['pauses while it waits', at(0, 'waiting'), { kind: 'pause' }, { pause: 'asked', leftOff: 'waiting' }],
  ['pauses while it asks', at(1, 'choosing'), { kind: 'pause' }, { pause: 'asked', leftOff: 'choosing' }],
  ['is not paused twice', paused(0, 'interrupted', 'telling'), { kind: 'pause' }, { pause: 'interrupted' }],
  ['is not paused at its end', at(4, 'ended'), { kind: 'pause' }, { phase: 'ended' }],
  ['goes on telling', paused(0, 'asked', 'telling'), { kind: 'resume' }, { phase: 'telling', tellings: 3, serial: 5 }],
  ['goes on waiting', paused(0, 'asked', 'waiting'), { kind: 'resume' }, { phase: 'waiting', pause: null }],
  ['goes on asking', paused(1, 'asked', 'choosing'), { kind: 'resume' }, { phase: 'choosing', serial: 5 }],
  ['sets out again where it was on its way', paused(0, 'asked', 'moving'), { kind: 'resume' }, { phase: 'moving', serial: 6 }],
  ['leads back after an interruption', paused(0, 'interrupted', 'telling'), { kind: 'resume' }, { phase: 'moving', serial: 6 }],
  ['begins when the visitor wants it', paused(0, 'begin', 'moving'), { kind: 'resume' }, { phase: 'moving', pause: null }],
  ['does nothing where it is not paused', at(0, 'telling'), { kind: 'resume' }, { phase: 'telling', serial: 5 }],
  ['begins anew after its end', at(4, 'ended', { trail: [0] }), { kind: 'resume' }, { stepIndex: 0, trail: [], serial: 6 }],
  ['is interrupted on its way', at(0, 'moving'), { kind: 'interrupted' }, { pause: 'interrupted', leftOff: 'moving' }],
  ['is interrupted while it tells', at(0, 'telling'), { kind: 'interrupted' }, { pause: 'interrupted', leftOff: 'telling' }],
  ['is interrupted while it waits', at(0, 'waiting'), { kind: 'interrupted' }, { pause: 'interrupted' }],
  ['is interrupted while it asks', at(1, 'choosing'), { kind: 'interrupted' }, { leftOff: 'choosing' }],
  ['is interrupted while it is paused', paused(0, 'asked', 'telling'), { kind: 'interrupted' }, { pause: 'interrupted', leftOff: 'telling' }],
  ['is not interrupted before it begins', paused(0, 'begin', 'moving'), { kind: 'interrupted' }, { pause: 'begin' }],
  ['is not interrupted at its end', at(4, 'ended'), { kind: 'interrupted' }, { phase: 'ended', pause: null }],
  ['skips what it tells', at(0, 'telling'), { kind: 'skip' }, { stepIndex: 1, phase: 'moving' }],
  ['skips on its way', at(0, 'moving'), { kind: 'skip' }, { stepIndex: 1, serial: 6 }],
  ['skips to the question', at(1, 'telling'), { kind: 'skip' }, { stepIndex: 1, phase: 'choosing' }],
  ['skips a question by its first way', at(1, 'choosing'), { kind: 'skip' }, { stepIndex: 2 }],
  ['skips while it is paused, and goes on', paused(0, 'asked', 'telling'), { kind: 'skip' }, { stepIndex: 1, phase: 'moving', pause: null }],
  ['skips to its end', at(4, 'telling'), { kind: 'skip' }, { phase: 'ended' }],
  ['skips nothing at its end', at(4, 'ended'), { kind: 'skip' }, { phase: 'ended', serial: 5 }],
  ['goes back the way it came', at(4, 'telling', { trail: [0, 1, 3] }), { kind: 'back' }, { stepIndex: 3, trail: [0, 1] }],
  ['begins its first step anew', at(0, 'telling'), { kind: 'back' }, { stepIndex: 0, phase: 'moving', serial: 6 }],
  ['goes back from its end to the last step', at(4, 'ended', { trail: [0] }), { kind: 'back' }, { stepIndex: 4, phase: 'moving' }],
  ['goes back while it is paused', paused(3, 'asked', 'telling', { trail: [1] }), { kind: 'back' }, { stepIndex: 1, phase: 'moving' }],
  ['goes faster', at(0, 'telling'), { kind: 'rate', rate: 1.5 }, { rate: 1.5, phase: 'telling' }],
  ['goes slower while it is paused', paused(0, 'asked', 'telling'), { kind: 'rate', rate: 0.75 }, { rate: 0.75, phase: 'paused' }],
  ['tells anew in another language', at(0, 'telling', { stepSeconds: 4 }), { kind: 'retell' }, { tellings: 4, stepSeconds: 0 }],
  ['does not tell anew what it has told', at(0, 'waiting'), { kind: 'retell' }, { tellings: 3, phase: 'waiting' }],
  ['tells anew later what is paused', paused(0, 'asked', 'telling'), { kind: 'retell' }, { leftOff: 'moving', phase: 'paused' }],
  ['leaves a step out that cannot be shown', at(2, 'moving'), { kind: 'broken', serial: 5 }, { stepIndex: 4, missed: 1, trail: [] }],
  ['does not heed a late fault', at(2, 'moving'), { kind: 'broken', serial: 4 }, { stepIndex: 2, missed: 0 }],
  ['ends where the last step cannot be shown', at(4, 'moving'), { kind: 'broken', serial: 5 }, { phase: 'ended' }],
  ['waits on at the step after a broken one', paused(2, 'begin', 'moving'), { kind: 'broken', serial: 5 }, { phase: 'paused', pause: 'begin', stepIndex: 4 }],
  ['passes over what cannot be shown', at(0, 'telling'), told, { stepIndex: 2, missed: 1 }, 20, broken(1)],
  ['asks only for ways that can be shown', at(1, 'choosing'), { kind: 'choose', choice: 0 }, { stepIndex: 3 }, 0, broken(2)],
  ['goes on where no way can be shown', at(1, 'telling'), told, { stepIndex: 4 }, 0, broken(2, 3)],
  ['goes on where its step has gone', at(3, 'telling'), { kind: 'changed' }, { stepIndex: 4, missed: 1 }, 0, broken(3)],
  ['stays where its step is still there', at(3, 'telling'), { kind: 'changed' }, { stepIndex: 3, phase: 'telling' }, 0, broken(2)],
]; // prettier-ignore

describe('a guided tour', () => {
  for (const [what, before, event, after, seconds = 0, steps = way] of CASES) {
    it(what, () => {
      expect(stepGuide(before, event, seconds, steps)).toMatchObject(after);
    });
  }

  it('begins at the first step that can be shown, and not at all where none can', () => {
    const options = { isWaiting: false, serial: 1, rate: 1 } as const;
    expect(beginGuide('t', 0, broken(0), options)).toMatchObject({ stepIndex: 1, phase: 'moving' });
    expect(beginGuide('t', 3, way, { ...options, isWaiting: true })).toMatchObject({ pause: 'begin', stepIndex: 3 });
    expect(beginGuide('t', 0, broken(0, 1, 2, 3, 4), options)).toBeNull();
  });

  it('counts stations along the longest way', () => {
    expect(countStations(way.steps, written)).toBe(4);
    expect(progressOf({ trail: [0, 1], stepIndex: 2 }, way.steps, written)).toEqual({ station: 3, stations: 4 });
    const loop = [step({ id: 'x', next: 'x' })];
    expect(countStations(loop, loop)).toBe(1);
  });
});

describe('what follows from a change', () => {
  const kinds = (before: GuideVisit | null, after: GuideVisit | null): string[] =>
    effectsBetween(before, after, way).map(({ kind }) => kind);

  it.each<readonly [string, GuideVisit | null, GuideVisit | null, string[]]>([
    ['a beginning', null, at(0, 'moving'), ['present']],
    ['an arrival', at(0, 'moving'), at(0, 'telling', { tellings: 4 }), ['tell']],
    ['a pause', at(0, 'telling'), paused(0, 'asked', 'telling'), ['pauseTelling']],
    ['going on', paused(0, 'asked', 'telling'), at(0, 'telling'), ['resumeTelling']],
    ['an interruption', at(0, 'telling'), paused(0, 'interrupted', 'telling'), ['stopTelling']],
    ['looking around in a pause', paused(0, 'asked', 'telling'), paused(0, 'interrupted', 'telling'), ['stopTelling']],
    ['another step', at(0, 'telling'), at(1, 'moving', { serial: 6 }), ['stopTelling', 'present']],
    ['another language', at(0, 'telling'), at(0, 'telling', { tellings: 4 }), ['stopTelling', 'tell']],
    ['a wait', at(0, 'telling'), at(0, 'waiting'), ['stopTelling', 'wait']],
    ['the end of a wait', at(0, 'waiting'), at(1, 'moving', { serial: 6 }), ['stopWaiting', 'present']],
    ['another speed', at(0, 'telling'), at(0, 'telling', { rate: 1.5 }), ['setRate']],
    ['the end', at(4, 'telling'), at(4, 'ended'), ['stopTelling', 'clear']],
    ['leaving', at(0, 'telling'), null, ['stopTelling', 'stopWaiting', 'clear']],
    ['nothing', null, null, []],
  ])('%s', (_what, before, after, wanted) => {
    expect(kinds(before, after)).toEqual(wanted);
  });

  it('waits for what is left of the step, at its speed', () => {
    const [wait] = effectsBetween(at(0, 'moving'), at(0, 'waiting', { stepSeconds: 4, rate: 1.5 }), way).slice(-1);
    expect(wait).toEqual({ kind: 'wait', seconds: 4 });
  });
});
