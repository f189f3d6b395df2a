import { describe, expect, it } from 'vitest';
import { MiddleSampler, shiftAt, shiftsOf, unshift } from '#scene/compare/halves.ts';
import { createEyeView } from '#scene/frame/eyeView.ts';

const wide = { widthPx: 1600, heightPx: 900 };
const high = { widthPx: 400, heightPx: 800 };

describe('two halves of a picture', () => {
  it('lie beside each other where it is wide, one above the other where it is high; the first is left or above', () => {
    expect(shiftAt(-0.9, 0.5, wide)).toBe(shiftsOf(wide).first);
    expect(shiftAt(0.1, -0.5, wide)).toBe(shiftsOf(wide).second);
    expect(shiftAt(-0.9, 0.5, high)).toBe(shiftsOf(high).first);
    expect(shiftAt(-0.9, -0.5, high)).toBe(shiftsOf(high).second);
  });

  it.each([wide, high])('both show the middle of the view in their own middle (%j)', (shape) => {
    for (const shift of Object.values(shiftsOf(shape))) {
      expect(unshift(shift[0], shift[1], shift)).toEqual({ x: 0, y: 0 });
    }
  });

  it('show half of the view, in a frustum that leans too, at the density of the whole', () => {
    const eye = { ...createEyeView(), tanLeft: 1.2, tanRight: 0.8, tanTop: 0.5, tanBottom: 0.7 };
    const [across] = new MiddleSampler().take({ eyes: [{ ...eye, ...wide }], now: 0, yawSpeed: 0, pitchSpeed: 0 }).eyes;
    // The middle of the view looks at a tangent of −0.2; a quarter of 2 is cut off at each side.
    expect(across).toMatchObject({ widthPx: 800, heightPx: 900, tanTop: 0.5, tanBottom: 0.7 });
    expect(across?.tanLeft).toBeCloseTo(0.7, 12);
    expect(across?.tanRight).toBeCloseTo(0.3, 12);
    const [down] = new MiddleSampler().take({ eyes: [{ ...eye, ...high }], now: 0, yawSpeed: 0, pitchSpeed: 0 }).eyes;
    expect(down).toMatchObject({ widthPx: 400, heightPx: 400, tanLeft: 1.2, tanRight: 0.8 });
    expect(down?.tanTop).toBeCloseTo(0.2, 12);
    expect(down?.tanBottom).toBeCloseTo(0.4, 12);
  });
});
