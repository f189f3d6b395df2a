import { describe, expect, it } from 'vitest';
import { flickerAt } from '#tour/light/flicker.ts';
import { countChanges, type Frame, MOST_CHANGES } from '../e2e/ui/film/countFlashes.ts';

/** Sixty pictures a second of a single cell. */
function filmOf(lightAt: (seconds: number) => number, seconds = 3): Frame[] {
  return Array.from({ length: seconds * 60 }, (_, at) => ({ seconds: at / 60, cells: [lightAt(at / 60)] }));
}
const blink = (hertz: number, dark: number, light: number) => (seconds: number) =>
  Math.floor(seconds * hertz * 2) % 2 === 0 ? dark : light;

describe('changes to and fro', () => {
  it('are two for each flash', () => {
    expect(countChanges(filmOf(blink(2, 0.2, 0.6)))).toBe(4 + 1);
    expect(countChanges(filmOf(blink(5, 0.2, 0.6)))).toBeGreaterThan(MOST_CHANGES);
  });

  it('are none where brightness changes by less than a tenth, or where both are nearly white', () => {
    expect(countChanges(filmOf(blink(5, 0.3, 0.39)))).toBe(0);
    expect(countChanges(filmOf(blink(5, 0.85, 1)))).toBe(0);
  });

  it('are one where it slowly goes one way, however many pictures that takes', () => {
    expect(countChanges(filmOf((seconds) => seconds / 3))).toBe(1);
    expect(countChanges(filmOf((seconds) => 1 - seconds / 3))).toBe(1);
  });

  it('are counted in the cell that makes most of them, and in one second', () => {
    const film = filmOf(blink(1, 0, 1), 10).map(({ seconds, cells }) => ({ seconds, cells: [0.5, ...cells] }));
    expect(countChanges(film)).toBeLessThanOrEqual(3);
    expect(countChanges([])).toBe(0);
  });

  it('are none of the flame of a lamp, even where it lights up everything', () => {
    expect(countChanges(filmOf((seconds) => 0.95 * flickerAt(seconds), 60))).toBe(0);
  });
});
