import { describe, expect, it } from 'vitest';
import { balanceLines, breakLines } from '#scene/hotspot/breakLines.ts';

/** Han letters and full-width punctuation are two wide, all others one. */
const measure = (text: string): number => [...text].reduce((sum, c) => sum + (/[⺀-鿿＀-￯]/u.test(c) ? 2 : 1), 0);
const broken = (text: string, language: string, width: number, lines = 9): string[] =>
  breakLines(text, language, width, lines, measure);

describe('breaking a name into lines', () => {
  it('leaves a short one whole', () => {
    expect(broken('The great hall', 'en', 40)).toEqual(['The great hall']);
    expect(broken('', 'en', 40)).toEqual([]);
  });

  it('breaks English at spaces', () => {
    expect(broken('The hall of the nine-coloured deer', 'en', 12)).toEqual([
      'The hall of',
      'the nine-',
      'coloured',
      'deer',
    ]);
  });

  it('breaks Chinese between words, with no comma or full stop at the start of a line', () => {
    const lines = broken('莫高窟第二百五十七窟，九色鹿本生故事。', 'zh-Hans', 16);
    expect(lines.join('')).toBe('莫高窟第二百五十七窟，九色鹿本生故事。');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  it('leaves no opening bracket at the end of a line', () => {
    for (let width = 6; width < 24; width += 2) {
      for (const line of broken('前往北魏「九色鹿」石窟（二五七）主室', 'zh-Hans', width)) {
        expect(line).not.toMatch(/[「（]$/);
      }
    }
  });

  it('ends in an ellipsis what does not fit', () => {
    const lines = broken('A very long name of a room in a cave', 'en', 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(12);
  });

  it('leaves no single word on the last line where the lines can be even', () => {
    const text = 'The far hall of the nine-coloured deer';
    expect(broken(text, 'en', 34)).toEqual(['The far hall of the nine-coloured', 'deer']);
    expect(balanceLines(text, 'en', 34, 2, measure)).toEqual(['The far hall of the', 'nine-coloured deer']);
    expect(balanceLines('Deer', 'en', 34, 2, measure)).toEqual(['Deer']);
  });

  it('does without a language it does not know', () => {
    expect(broken('one two', 'x-y-', 4)).toEqual(['one', 'two']);
  });
});
