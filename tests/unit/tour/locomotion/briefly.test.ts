import { describe, expect, it } from 'vitest';
import { CAVE, IDLE, NEXT, run } from './run.ts';

const PINCH = { ...IDLE, isPressed: true, target: NEXT };

describe('a pinch of the eyes, which is there only while it presses', () => {
  it('leads where the eyes looked, from its first frame', () => {
    const frames = [[], [{ ...PINCH, isBriefly: true }], ...Array.from({ length: 30 }, () => [])];
    expect(run(frames, { ground: CAVE }).went).toEqual(['next']);
  });

  it('is unlike a hand that comes with its trigger held, which does not mean it', () => {
    expect(run([[], [PINCH], ...Array.from({ length: 30 }, () => [])], { ground: CAVE }).went).toEqual([]);
  });

  it('counts for nothing while nobody listens', () => {
    const frames = [[{ ...PINCH, isBriefly: true }], ...Array.from({ length: 30 }, () => [])];
    expect(run(frames, { ground: CAVE, isListening: () => false }).went).toEqual([]);
  });
});
