import { describe, expect, it } from 'vitest';
import { chooseCaptions, dressCaption } from '#tour/captions/dressCaption.ts';
import type { Caption } from '#tour/captions/state.ts';
import { placeCaptions } from '#ui/captions/placeCaptions.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the band of the captions', () => {
  it.each([
    ['is all of a page without anything else', [], { left: 390, top: 16, right: 890, bottom: 704 }],
    ['ends above the controls', [box(500, 640, 280, 60)], { left: 390, top: 16, right: 890, bottom: 632 }],
    ['begins below the name', [box(400, 30, 300, 60)], { left: 390, top: 98, right: 890, bottom: 704 }],
    ['does not mind what is aside', [box(20, 600, 200, 90)], { left: 390, top: 16, right: 890, bottom: 704 }],
    ['stands beside a panel', [box(800, 80, 450, 500)], { left: 284, top: 16, right: 784, bottom: 704 }],
    ['takes no notice of what has no size', [box(600, 600, 0, 0)], { left: 390, top: 16, right: 890, bottom: 704 }],
  ])('%s', (_name, others, expected) => {
    expect(placeCaptions({ width: 1280, height: 720 }, others, 500)).toEqual(expected);
  });

  it('is above a sheet at the foot of a narrow page', () => {
    const band = placeCaptions({ width: 390, height: 844 }, [box(0, 320, 390, 524)], 500);
    expect(band).toEqual({ left: 16, top: 16, right: 374, bottom: 312 });
  });
});

describe('a caption', () => {
  it.each([
    [{ kind: 'sound', text: '风声', language: 'zh-Hans' }, '〔风声〕'],
    [{ kind: 'sound', text: 'wind', language: 'en' }, '[wind]'],
    [{ kind: 'song', text: 'la', language: 'en' }, '♪ la ♪'],
    [{ kind: 'speech', text: 'Look.', language: 'en' }, 'Look.'],
  ] as const)('is written as its script has it: %o', (caption, written) => {
    expect(dressCaption(caption)).toBe(written);
  });

  it('is one of two at most, what is said below what is heard', () => {
    const one = (source: string, kind: Caption['kind']): Caption => ({ source, kind, text: source, language: 'en' });
    const all = [one('wind', 'sound'), one('voice', 'speech'), one('bell', 'sound'), one('song', 'song')];
    const sources = (describes: boolean, of = all): string[] =>
      chooseCaptions(of, describes).map(({ source }) => source);
    expect(sources(true)).toEqual(['bell', 'song']);
    expect(sources(false)).toEqual(['song']);
    expect(sources(true, all.slice(0, 1))).toEqual(['wind']);
  });
});
