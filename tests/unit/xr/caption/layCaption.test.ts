import { describe, expect, it } from 'vitest';
import { layCaption } from '#xr/caption/layCaption.ts';
import type { Ink } from '#xr/panel/layout/ink.ts';

/** Every sign as wide as half its size. */
const measure = (text: string, style: { size: number }): number => 0.5 * style.size * [...text].length;
const textsOf = (inks: readonly Ink[]): string[] => inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : []));

describe('captions on a sheet', () => {
  it('keep their lines, in the middle, from the upper to the lower', () => {
    const page = layCaption(
      [
        { text: '〔风声〕', language: 'zh-Hans' },
        { text: '画的人用四种颜色轮换，\n每一行错开一格。', language: 'zh-Hans' },
      ],
      1,
      measure,
    );
    expect(textsOf(page.inks)).toEqual(['〔风声〕', '画的人用四种颜色轮换，', '每一行错开一格。']);
    for (const ink of page.inks)
      if (ink.kind === 'text') expect([ink.x, ink.align]).toEqual([page.width / 2, 'middle']);
    expect(page.controls).toEqual([]);
  });

  it.each([1, 1.5, 2] as const)('at size %d are no wider than their sheet and lose no word', (size) => {
    const text = 'Before us a Buddha, two disciples,\nand two bodhisattvas at either side';
    const page = layCaption([{ text, language: 'en' }], size, measure);
    expect(textsOf(page.inks).join(' ')).toBe(text.replace('\n', ' '));
    for (const ink of page.inks) {
      if (ink.kind === 'text') expect(measure(ink.text, ink.style)).toBeLessThanOrEqual(page.width);
    }
    expect(page.height).toBeLessThan(0.4);
  });

  it('are larger as the visitor wants them larger', () => {
    const heights = ([1, 1.5, 2] as const).map(
      (size) => layCaption([{ text: 'One', language: 'en' }], size, measure).height,
    );
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
  });
});
