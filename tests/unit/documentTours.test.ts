import { describe, expect, it } from 'vitest';
import { describeFault } from '#document/fault.ts';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import type { TourStep } from '#document/tourSchema.ts';
import { makeExhibitionWithRelic } from '../fixtures/exhibitions.ts';

const narration = { en: 'Look.', 'zh-Hans': '看。' };
const label = { en: 'On', 'zh-Hans': '往前' };
const step = (more: Partial<TourStep> = {}): TourStep => ({ at: 'cave-45', narration, ...more });

/** What is left of the steps, and what was said about them. */
function open(steps: readonly TourStep[], change?: (document: Exhibition) => void) {
  const document = makeExhibitionWithRelic();
  document.tours = [{ id: 'round', label, steps: [...steps] }];
  change?.(document);
  const { exhibition, faults } = openExhibition(JSON.stringify(document));
  return { steps: exhibition?.tours?.[0]?.steps, lines: faults.map(describeFault) };
}

/** Faults of the first step alone, without the place that is the same in all. */
const saidOf = (one: TourStep, change?: (document: Exhibition) => void): string[] =>
  open([one], change).lines.map((line) => line.replace('tours.0.steps.0.', ''));

describe('what a step of a guided tour names', () => {
  it('is kept where it is there', () => {
    const steps = [
      step({ show: 'note', relic: { hotspot: 'bowl', state: '' } }),
      step({ layers: { layer: 'restored', mode: 'side' }, light: { lamp: 1 } }),
      step({ sounds: ['bell'], voice: { en: 'bell' } }),
    ];
    const opened = open(steps, ({ assets }) => {
      const [place] = assets;
      if (place?.kind !== 'panorama' || !place.layers[0]) throw new Error('the fixture has changed');
      place.layers.push({ ...place.layers[0], id: 'restored' }, { ...place.layers[0], id: 'by-lamp' });
      place.light = { daylight: 'as-found', lamp: 'by-lamp' };
      const sources = [{ uri: 'bell.opus', type: 'audio/ogg' }];
      assets.push({ kind: 'audio', id: 'bell', label, sources, seconds: 2 });
    });
    expect(opened).toEqual({ steps, lines: [] });
  });

  it.each<[string, Partial<TourStep>, string[]]>([
    [
      'a layer that is not there',
      { layers: { layer: 'restored', mode: 'lens' } },
      ['layers.layer: the node "cave-45" has no layer "restored"; name another layer of its panorama'],
    ],
    [
      'the layer that one sees anyway',
      { layers: { layer: 'as-found', mode: 'blend' } },
      ['layers.layer: "as-found" is what the node "cave-45" shows by itself; name another layer of its panorama'],
    ],
    [
      'a light in a place that has one alone',
      { light: { hour: 0 } },
      [
        'light: the place of "cave-45" is recorded in one light alone; ' +
          'leave "light" out, or say so in "light" of its panorama',
      ],
    ],
    [
      'a label that is not there',
      { show: 'nota' },
      ['show: the node "cave-45" has no hotspot "nota"; did you mean "note"?'],
    ],
    ['a relic that is none', { relic: { hotspot: 'note' } }, ['relic.hotspot: the node "cave-45" has no relic "note"']],
    [
      'a tape and a wall where nobody knows how far the walls are',
      { measure: { from: { yaw: 0, pitch: 0 }, to: { yaw: 9, pitch: 0 } }, wall: { yaw: 0, pitch: 0 } },
      ['measure', 'wall'].map(
        (key) =>
          `${key}: how far the walls of "cave-45" are has not been recorded; ` +
          `leave "${key}" out, or add "depth" to its panorama`,
      ),
    ],
  ])('is left out where it is %s, and the step goes on without it', (_what, named, lines) => {
    expect(saidOf(step(named))).toEqual(lines);
    expect(open([step(named)]).steps).toEqual([step()]);
  });

  it('is left out of a relic part by part', () => {
    const relic = { hotspot: 'bowl', state: 'broken', against: 'whole', annotation: 'rim', surface: 'clay' } as const;
    expect(saidOf(step({ relic }))).toEqual([
      'relic.state: the relic "bowl" has no state "broken"',
      'relic.against: the relic "bowl" has no state "whole"',
      'relic.annotation: the relic "bowl" has no annotation "rim"',
    ]);
    expect(open([step({ relic })]).steps).toEqual([step({ relic: { hotspot: 'bowl', surface: 'clay' } })]);
  });

  it('is left out of its sounds one by one, where it is no sound', () => {
    const named = step({ sounds: ['detail', 'bell'], voice: { en: 'bell', 'zh-Hans': 'detail' } });
    const addBell = ({ assets }: Exhibition): void => {
      const sources = [{ uri: 'bell.opus', type: 'audio/ogg' }];
      assets.push({ kind: 'audio', id: 'bell', label, sources, seconds: 2 });
    };
    expect(saidOf(named, addBell)).toEqual([
      'voice.zh-Hans: no audio asset "detail"',
      'sounds.0: no audio asset "detail"',
    ]);
    expect(open([named], addBell).steps).toEqual([step({ sounds: ['bell'], voice: { en: 'bell' } })]);
  });
});

describe('the ways of a guided tour', () => {
  const choose = (...to: string[]): Partial<TourStep> => ({ choices: to.map((one) => ({ label, to: one })) });

  it('are kept where they lead to its steps, backward too', () => {
    const steps = [
      step({ id: 'door', ...choose('niche', 'end') }),
      step({ id: 'niche', next: 'door' }),
      step({ id: 'end' }),
    ];
    expect(open(steps)).toEqual({ steps, lines: [] });
  });

  it('are left out where they lead nowhere, and the step asks nothing where none is left', () => {
    const opened = open([
      step(choose('nich', 'niche')),
      step({ id: 'niche', ...choose('nowhere') }),
      step({ next: 'ende' }),
      step({ id: 'end' }),
    ]);
    expect(opened.lines).toEqual([
      'tours.0.steps.0.choices.0.to: no step "nich" in this tour; did you mean "niche"?',
      'tours.0.steps.1.choices.0.to: no step "nowhere" in this tour',
      'tours.0.steps.2.next: no step "ende" in this tour; did you mean "end"?',
    ]);
    expect(opened.steps).toEqual([step(choose('niche')), step({ id: 'niche' }), step(), step({ id: 'end' })]);
  });

  it('lead to the first of two steps with one id', () => {
    const opened = open([step({ next: 'end' }), step({ id: 'end', show: 'note' }), step({ id: 'end' })]);
    expect(opened.lines).toEqual(['tours.0.steps.2.id: there is already a step "end"; give it an id of its own']);
    expect(opened.steps?.map(({ id }) => id)).toEqual([undefined, 'end', undefined]);
  });

  it('are missed where none leads to a step, which stays', () => {
    const steps = [step(choose('end')), step({ id: 'lost' }), step({ id: 'end' })];
    expect(open(steps)).toEqual({
      steps,
      lines: ['tours.0.steps.1: no way leads to this step; let a choice or "next" of another step name its "id"'],
    });
  });
});
