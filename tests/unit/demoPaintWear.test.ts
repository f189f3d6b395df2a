import { describe, expect, it } from 'vitest';
import { createFbmTile, createNoise3, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import { applyWear } from '#demo/paint/wear/applyWear.ts';
import type { WearOptions } from '#demo/paint/wear/options.ts';

const SIZE = 2;

function wearOf(options: Partial<WearOptions>, pixelsPerMetre = 48) {
  const side = SIZE * pixelsPerMetre;
  const plain = (_top: number, rows: number): Uint8ClampedArray => {
    const pixels = new Uint8ClampedArray(side * rows * 4);
    for (let i = 0; i < pixels.length; i += 4) pixels.set([30, 60, 140, 255], i);
    return pixels;
  };
  const wear = { seed: 4, dust: () => 0, cracks: 0, ...options };
  return applyWear({ width: side, height: side, pixelsPerMetre, found: plain, fresh: plain, wear });
}

/** Mean red of a part of the picture: blue paint has little, ground and plaster have much. */
function red(bytes: Uint8Array, side: number, isInside: (x: number, y: number) => boolean): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!isInside((x / side) * SIZE, (y / side) * SIZE)) continue;
      sum += bytes[(y * side + x) * 3]!;
      count++;
    }
  }
  return sum / count;
}

const everywhere = (): boolean => true;

describe('wear', () => {
  it('loses paint where the bias says so', () => {
    const { asFound, width } = wearOf({ lossBias: (_x, y) => (y > 1 ? 0.4 : -0.4), threshold: 0.8 });
    const top = red(asFound, width, (_x, y) => y < 1);
    const bottom = red(asFound, width, (_x, y) => y > 1);
    expect(bottom - top).toBeGreaterThan(25);
  });

  it('leaves the restored picture whole', () => {
    const { restored, width } = wearOf({ lossBias: () => 0.6 });
    expect(Math.abs(red(restored, width, everywhere) - 30)).toBeLessThan(3);
  });

  it('loses more with a lower threshold', () => {
    const heavy = wearOf({ threshold: 0.6 });
    const light = wearOf({ threshold: 0.95 });
    expect(red(heavy.asFound, heavy.width, everywhere)).toBeGreaterThan(
      red(light.asFound, light.width, everywhere) + 20,
    );
  });

  it('thins what hands have touched, blackens with soot and greys with dust', () => {
    const base = wearOf({ threshold: 0.99 });
    const touched = wearOf({ threshold: 0.99, touch: (x) => (x < 1 ? 0.8 : 0) });
    const left = (x: number): boolean => x < 1;
    expect(red(touched.asFound, touched.width, left)).toBeGreaterThan(red(base.asFound, base.width, left) + 15);
    const right = (x: number): boolean => x >= 1;
    expect(red(touched.asFound, touched.width, right)).toBe(red(base.asFound, base.width, right));
    const sooty = wearOf({ threshold: 0.99, soot: () => 0.8 });
    expect(red(sooty.asFound, sooty.width, everywhere)).toBeLessThan(red(base.asFound, base.width, everywhere) * 0.7);
    const dusty = wearOf({ threshold: 0.99, dust: () => 0.5 });
    expect(red(dusty.asFound, dusty.width, everywhere)).toBeGreaterThan(red(base.asFound, base.width, everywhere) + 30);
  });

  it('shows the same wall at twice the resolution', () => {
    const coarse = wearOf({ threshold: 0.7, strength: 0 }, 40);
    const fine = wearOf({ threshold: 0.7, strength: 0 }, 80);
    let agree = 0;
    const isLost = (value: number): boolean => value > 110;
    for (let y = 0; y < coarse.height; y++) {
      for (let x = 0; x < coarse.width; x++) {
        const from = ((y * 2 + 1) * fine.width + x * 2 + 1) * 3;
        if (isLost(fine.asFound[from]!) === isLost(coarse.asFound[(y * coarse.width + x) * 3]!)) agree++;
      }
    }
    expect(agree / (coarse.width * coarse.height)).toBeGreaterThan(0.93);
  });

  it('cuts relief where paint is lost, and cracks', () => {
    const steepness = (slopes: Int8Array): number =>
      slopes.reduce((sum, slope) => sum + Math.abs(slope), 0) / slopes.length;
    const whole = wearOf({ threshold: 1.2 }, 120);
    const lost = wearOf({ threshold: 0.7 }, 120);
    const cracked = wearOf({ threshold: 1.2, cracks: 40 }, 120);
    expect(steepness(lost.slopes)).toBeGreaterThan(steepness(whole.slopes) * 1.05);
    expect(steepness(cracked.slopes)).toBeGreaterThan(steepness(whole.slopes) * 1.02);
  });
});

describe('noise', () => {
  it('spreads a tile evenly and repeats it without a seam', () => {
    const tile = createFbmTile(128, 4, 5, 0.55, 1);
    const below = tile.filter((value) => value < 0.8).length / tile.length;
    expect(Math.abs(below - 0.8)).toBeLessThan(0.01);
    const sample = createSampler(tile, 128);
    expect(sample(1.25, -0.5)).toBeCloseTo(sample(0.25, 0.5), 6);
    expect(Math.abs(sample(0.9999, 0.3) - sample(0.0001, 0.3))).toBeLessThan(0.05);
  });

  it('is smooth in space and stays in 0…1', () => {
    const noise = createNoise3(5);
    for (let i = 0; i < 400; i++) {
      const x = i * 0.173 - 30;
      const value = noise(x, i * 0.31, -i * 0.07);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(Math.abs(noise(x + 1e-4, i * 0.31, -i * 0.07) - value)).toBeLessThan(1e-3);
    }
    expect(smoothStep(0, 1, 0.5)).toBe(0.5);
    expect(smoothStep(1, 0, 2)).toBe(0);
  });

  it('repeats a stream for a seed, and parts seeds that are close', () => {
    const first = createRandom(3);
    const again = createRandom(3);
    expect([first(), first(), first()]).toEqual([again(), again(), again()]);
    expect(createRandom(3.1)()).not.toBe(createRandom(3.2)());
    const random = createRandom(9);
    for (let i = 0; i < 100; i++) expect([1, 2, 3]).toContain(random.pick([1, 2, 3]));
    expect(() => random.pick([])).toThrow('at least one item');
  });
});
