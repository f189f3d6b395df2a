import { describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { readGuide, writeGuide } from '#tour/guide/guideAddress.ts';
import type { GuideVisit } from '#tour/guide/state.ts';
import { makeExhibition } from '../../../fixtures/exhibitions.ts';

const narration = { en: 'Look.' };
const steps = Array.from({ length: 12 }, () => ({ at: 'cave-45', narration }));
const wholeExhibition: Exhibition = {
  ...makeExhibition(),
  tours: [{ id: 'round', label: narration, steps }],
};
const read = (text: string) => readGuide(text, { wholeExhibition });

const guide: GuideVisit = {
  tourId: 'round',
  stepIndex: 2,
  trail: [0, 1],
  phase: 'telling',
  pause: null,
  leftOff: 'telling',
  rate: 1,
  serial: 3,
  tellings: 3,
  stepSeconds: 0,
  missed: 0,
};

describe('a step of a guided tour in the address', () => {
  it('is counted from 1, and read as it was written', () => {
    expect(writeGuide(guide)).toBe('round,3');
    expect(read('round,3')).toEqual({ tourId: 'round', stepIndex: 2 });
    expect(read('round,12')).toEqual({ tourId: 'round', stepIndex: 11 });
  });

  it('is the first where it has no number', () => {
    expect(read('round')).toEqual({ tourId: 'round', stepIndex: 0 });
  });

  it('is not written before a tour and after its end, but while it waits', () => {
    expect(writeGuide(null)).toBeNull();
    expect(writeGuide({ ...guide, phase: 'ended' })).toBeNull();
    expect(writeGuide({ ...guide, phase: 'paused', pause: 'asked' })).toBe('round,3');
  });

  it.each([
    '',
    'nowhere,1',
    'round,',
    'round,0',
    'round,-1',
    'round,1.5',
    'round,01',
    'round,13',
    'round,3,4',
    'round,3 ',
  ])('is none in "%s"', (text) => {
    expect(read(text)).toBeNull();
  });
});
