import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Painting } from '#demo/cave/cave.ts';
import { LAYERS, type Layer } from '#demo/cave/layer.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { donor } from '#demo/paint/motifs/donor.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { createFaceCharacter } from '#demo/paint/motifs/faceShape.ts';
import { thousandBuddhas } from '#demo/paint/motifs/thousandBuddhas.ts';
import { Painter } from '#demo/paint/painter.ts';
import { drawLayer, paintSurface } from '#demo/paint/paintSurface.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import { DRAWING, NORTHERN_PIGMENTS, parseColour, PIGMENTS, type Pigment } from '#demo/paint/pigments.ts';

const painting: Painting = {
  id: 'sample',
  width: 0.9,
  height: 0.6,
  lightCell: 0.05,
  seed: 7,
  draw: (painter) => {
    painter.fill(rectangle(0, 0, 0.9, 0.6), 'ochreRed');
    thousandBuddhas(painter, 0, 0, 0.4, 0.6);
    painter.push(0.65, 0.57, 0.52);
    bodhisattva(painter);
    painter.pop();
  },
  wear: { seed: 3 },
};

function digest(bytes: Uint8Array | Uint8ClampedArray | Int8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function paintSwatch(layer: Layer, pigment: Pigment, changed = false): [number, number, number] {
  const painter = new Painter({ width: 1, height: 1, pixelsPerMetre: 4, layer, seed: 1 });
  if (changed) painter.usePigments(NORTHERN_PIGMENTS);
  painter.fill(rectangle(0, 0, 1, 1), pigment);
  const { data } = painter.pixels();
  return [data[0]!, data[1]!, data[2]!];
}

const brightness = ([r, g, b]: readonly number[]): number => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;

describe('the painter', () => {
  it('paints the same bytes for the same seed and others for another', () => {
    const first = paintSurface(painting, 40);
    const again = paintSurface(painting, 40);
    const other = drawLayer({ ...painting, seed: 8 }, 40, 'line-drawing').pixels().data;
    const same = drawLayer(painting, 40, 'line-drawing').pixels().data;
    for (const name of ['asFound', 'restored', 'line', 'slopes'] as const) {
      expect(digest(again[name])).toBe(digest(first[name]));
    }
    expect(digest(other)).not.toBe(digest(same));
  });

  it('uses up the same random numbers in every layer, so that the layers agree stroke by stroke', () => {
    const next = LAYERS.map((layer) => drawLayer(painting, 20, layer).random());
    expect(new Set(next).size).toBe(1);
  });

  it('draws lines with paper and ink alone', () => {
    const { data } = drawLayer(painting, 200, 'line-drawing').pixels();
    const paper = parseColour(DRAWING.paper);
    const ink = parseColour(DRAWING.ink);
    let inked = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) continue;
      const share = (data[i]! - ink[0]) / (paper[0] - ink[0]);
      for (const channel of [1, 2]) {
        const expected = ink[channel]! + (paper[channel]! - ink[channel]!) * share;
        expect(Math.abs(data[i + channel]! - expected)).toBeLessThan(6);
      }
      if (share < 0.5) inked++;
    }
    expect(inked).toBeGreaterThan(data.length / 4 / 100);
  });

  it('darkens red lead and flesh far more than malachite and azurite', () => {
    const share = (pigment: Pigment): number =>
      brightness(paintSwatch('as-found', pigment)) / brightness(paintSwatch('restored', pigment));
    expect(share('redLead')).toBeLessThan(0.6);
    expect(share('flesh')).toBeLessThan(0.6);
    expect(share('malachite')).toBeGreaterThan(0.9);
    expect(share('azurite')).toBeGreaterThan(0.9);
  });

  it('keeps contours where they are when pigments change', () => {
    // Inked edges of the restored picture must be dark in the found one as well.
    const fresh = drawLayer(painting, 200, 'restored').pixels().data;
    const found = drawLayer(painting, 200, 'as-found').pixels().data;
    let contours = 0;
    let kept = 0;
    for (let i = 0; i < fresh.length; i += 4) {
      if (brightness([fresh[i]!, fresh[i + 1]!, fresh[i + 2]!]) > 55) continue;
      contours++;
      if (brightness([found[i]!, found[i + 1]!, found[i + 2]!]) < 85) kept++;
    }
    expect(contours).toBeGreaterThan(100);
    expect(kept / contours).toBeGreaterThan(0.97);
  });

  it('lets a painting grind its own pigments', () => {
    expect(paintSwatch('as-found', 'ochreRed', true)).not.toEqual(paintSwatch('as-found', 'ochreRed'));
    expect(paintSwatch('as-found', 'gold', true)).toEqual(paintSwatch('as-found', 'gold'));
    expect(Object.keys(PIGMENTS)).toEqual(expect.arrayContaining(Object.keys(NORTHERN_PIGMENTS)));
  });

  it('paints a window with the very pixels of the whole', () => {
    const options = { width: 1, height: 1, pixelsPerMetre: 32, layer: 'restored' as const, seed: 2 };
    const draw = (painter: Painter): void => painter.shape(ellipse(0.5, 0.5, 0.4), 'azurite', { shade: 'ink' });
    const whole = new Painter(options);
    const part = new Painter({ ...options, window: { x: 8, y: 16, width: 16, height: 8 } });
    draw(whole);
    draw(part);
    const rows = whole.pixels(16, 8).data;
    const window = part.pixels().data;
    for (let y = 0; y < 8; y++) {
      expect([...window.slice(y * 64, y * 64 + 64)]).toEqual([...rows.slice(y * 128 + 32, y * 128 + 96)]);
    }
  });
});

describe('figures', () => {
  const portrait = (draw: (painter: Painter) => void): string => {
    const painter = new Painter({ width: 1, height: 1.2, pixelsPerMetre: 40, layer: 'line-drawing', seed: 1 });
    painter.push(0.5, 0.6, 0.8);
    draw(painter);
    return digest(painter.pixels().data);
  };

  it('has no two equal faces among sixty neighbours, in line alone', () => {
    const kinds = ['holy', 'woman', 'man', 'monk'] as const;
    const faces = Array.from({ length: 60 }, (_, seed) => {
      return portrait((painter) => face(painter, -0.5, { seed, kind: kinds[seed % 4]! }));
    });
    expect(new Set(faces).size).toBe(60);
  });

  it('gives beards to men and wrinkles to the old, never to the holy or to ladies', () => {
    for (let seed = 0; seed < 200; seed++) {
      expect(createFaceCharacter(seed, 'woman').beard).toBe('none');
      expect(createFaceCharacter(seed, 'holy').age).toBe(0);
      expect(['none', 'moustache']).toContain(createFaceCharacter(seed, 'holy').beard);
    }
    const men = Array.from({ length: 200 }, (_, seed) => createFaceCharacter(seed, 'man').beard);
    expect(new Set(men)).toEqual(new Set(['none', 'moustache', 'goatee', 'full']));
  });

  it('has no two equal donors in a row of thirty', () => {
    const dresses = ['lady', 'lord', 'rider', 'monk', 'child'] as const;
    const people = Array.from({ length: 30 }, (_, seed) => {
      return portrait((painter) => {
        painter.push(0, 0.5);
        donor(painter, { seed, dress: dresses[seed % 5]! });
        painter.pop();
      });
    });
    expect(new Set(people).size).toBe(30);
  });

  it('has no two equal Buddhas among neighbours of a thousand, even of the same colours', () => {
    const painter = new Painter({ width: 1.6, height: 1.6, pixelsPerMetre: 100, layer: 'line-drawing', seed: 3 });
    thousandBuddhas(painter, 0, 0, 1.6, 1.6, 0.2, 0.2);
    const { data } = painter.pixels();
    const cells = new Set<string>();
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 8; column++) {
        const cell: number[] = [];
        for (let y = 0; y < 20; y++) {
          const from = ((row * 20 + y) * 160 + column * 20) * 4;
          cell.push(...data.slice(from, from + 64));
        }
        cells.add(digest(Uint8Array.from(cell)));
      }
    }
    expect(cells.size).toBe(64);
  });
});
