import { describe, expect, it } from 'vitest';
import { FLOOR_PAINTING, HALL, NICHE_PAINTING } from '#demo/caves/hall/dimensions.ts';
import { isInArch } from '#demo/caves/hall/murals/nicheArch.ts';
import { paintings } from '#demo/caves/hall/murals/paintings.ts';
import { createNicheShape } from '#demo/caves/hall/nicheShape.ts';
import { drawLayer } from '#demo/paint/paintSurface.ts';

const point = () => ({ x: 0, y: 0, z: 0, u: 0, v: 0 });

describe('the hall’s paintings', () => {
  it('are all there, once each', () => {
    const ids = paintings.map((painting) => painting.id).sort();
    const walls = ['north', 'south', 'west', 'east', 'slopeWest', 'slopeNorth', 'slopeEast', 'slopeSouth'];
    const others = ['caisson', 'niche', 'floor', 'nicheFloor', 'passage', 'lip'];
    expect(ids).toEqual([...walls, ...others].sort());
  });

  it.each(['passage', 'caisson', 'nicheFloor', 'lip'])('%s leaves no wide plain field', (id) => {
    const painter = drawLayer(
      paintings.find((painting) => painting.id === id)!,
      24,
      'restored',
    );
    const { width, height } = painter.size;
    const { data } = painter.pixels();
    const step = Math.min(12, width, height);
    let fields = 0;
    let dense = 0;
    for (let top = 0; top + step <= height; top += step) {
      for (let left = 0; left + step <= width; left += step) {
        let low = 255;
        let high = 0;
        for (let y = top; y < top + step; y++) {
          for (let x = left; x < left + step; x++) {
            const value = data[(y * width + x) * 4 + 1]!;
            low = Math.min(low, value);
            high = Math.max(high, value);
          }
        }
        fields++;
        if (high - low > 25) dense++;
      }
    }
    expect(dense / fields).toBeGreaterThan(0.85);
  });

  it('floor is worn along the path from the door and dusty in the corners', () => {
    const { touch, dust } = paintings.find((painting) => painting.id === 'floor')!.wear;
    expect(touch!(HALL.width / 2, 3)).toBeGreaterThan(touch!(0.4, 3) + 0.5);
    expect(dust!(0.1, 0.1)).toBeGreaterThan(dust!(HALL.width / 2, 3) + 0.2);
    expect(FLOOR_PAINTING.height).toBeGreaterThanOrEqual(HALL.depth + HALL.door.length);
  });
});

describe('the niche', () => {
  const place = createNicheShape();

  it('lies on its painting without a fold: positive area everywhere', () => {
    const a = point();
    const b = point();
    const c = point();
    for (let i = 1; i < 40; i++) {
      for (let j = 0; j < 39; j++) {
        place(i / 40, j / 40, a);
        place(i / 40 + 1e-3, j / 40, b);
        place(i / 40, j / 40 + 1e-3, c);
        const area = (b.u - a.u) * (a.v - c.v) + (b.v - a.v) * (c.u - a.u);
        expect(area).toBeGreaterThan(0);
        for (const p of [a, b, c]) {
          expect(p.u).toBeGreaterThanOrEqual(-1e-6);
          expect(p.u).toBeLessThanOrEqual(NICHE_PAINTING.width + 1e-6);
          expect(p.v).toBeGreaterThanOrEqual(0);
          expect(p.v).toBeLessThanOrEqual(NICHE_PAINTING.height + 1e-6);
        }
      }
    }
  });

  it('does not pinch its painting: between floor and crown a metre of rock takes 0.4 to 2.2 metres of painting', () => {
    const a = point();
    const b = point();
    for (let i = 2; i < 39; i++) {
      for (let j = 1; j < 36; j++) {
        place(i / 40, j / 40, a);
        for (const [ds, dt] of [
          [2e-3, 0],
          [0, 2e-3],
        ] as const) {
          // prettier-ignore
          place(i / 40 + ds, j / 40 + dt, b);
          const rock = Math.hypot(b.x - a.x, b.y - a.y, b.z - a.z);
          const paint = Math.hypot(b.u - a.u, b.v - a.v);
          expect(paint / rock).toBeGreaterThan(0.4);
          expect(paint / rock).toBeLessThan(2.2);
        }
      }
    }
  });

  it('meets the wall along the painted arch', () => {
    const rim = point();
    for (let j = 1; j < 20; j++) {
      place(1, j / 20, rim);
      expect(rim.z).toBeCloseTo(-HALL.depth / 2, 6);
      const x = rim.x + HALL.width / 2;
      const y = HALL.wallHeight - rim.y;
      expect(isInArch(x, y, -0.02)).toBe(false);
      expect(isInArch(x, y, 0.02)).toBe(true);
    }
  });
});
