import { describe, expect, it } from 'vitest';
import { isBlank } from '#tour/kiosk/isBlank.ts';

const fill = (count: number, ...pixel: readonly number[]): number[] =>
  Array.from({ length: count }, () => pixel).flat();

describe('a picture that was not drawn', () => {
  it('is open, black, white, or of the colour behind it', () => {
    expect(isBlank(fill(9, 0, 0, 0, 0))).toBe(true);
    expect(isBlank(fill(9, 0, 0, 0, 255))).toBe(true);
    expect(isBlank(fill(9, 254, 255, 255, 255))).toBe(true);
    expect(isBlank(fill(9, 0x15, 0x11, 0x0e, 255))).toBe(true);
    expect(isBlank([])).toBe(true);
  });

  it('is none with a single pixel of anything else, nor one of another colour throughout', () => {
    expect(isBlank([...fill(8, 0, 0, 0, 255), 40, 30, 20, 255])).toBe(false);
    expect(isBlank(fill(9, 138, 58, 42, 255))).toBe(false);
  });
});
