import { describe, expect, it } from 'vitest';
import { faceCamera, viewCamera, type Camera } from '#demo/picture/camera.ts';
import { BLOCK, SMOOTH, type CanvasTile, type TileRect } from '#demo/picture/canvasTile.ts';
import { drawTile, type DrawOptions } from '#demo/picture/drawTile.ts';
import { findEdges } from '#demo/picture/edges.ts';
import { drawFlames } from '#demo/picture/flames.ts';
import { findOutlines } from '#demo/picture/outlines.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import { toneByte } from '#demo/picture/tone.ts';
import { createLittleSight } from '../fixtures/demo/littleSight.ts';

const sight = createLittleSight();
const edges = findEdges(sight.scene);
const pictures = listPictures(sight.cave).filter(({ id }) => id === 'as-found' || id === 'line-drawing');
const exposure = 2;

function draw(camera: Camera, rect?: TileRect, options?: DrawOptions): CanvasTile {
  const outlines = findOutlines(sight.scene, edges, camera, BLOCK);
  const whole = { x: 0, y: 0, width: camera.width, height: camera.height };
  return drawTile(sight, camera, rect ?? whole, pictures, outlines, options);
}

/** Developed bytes of the first picture, without the ring. */
function develop(tile: CanvasTile): number[] {
  const bytes: number[] = [];
  for (let y = 0; y < tile.rect.height; y++)
    for (let x = 0; x < tile.rect.width * 3; x++) {
      const at = ((y + BLOCK) * tile.width + BLOCK) * 3 + x;
      bytes.push(toneByte(tile.radiance[0]![at]! * exposure, false));
    }
  return bytes;
}

/** Brightness of the bare paper in a row of the line drawing, at its left. */
function paperAt(tile: CanvasTile, y: number): number {
  return tile.radiance[1]![((y + BLOCK) * tile.width + 36 + BLOCK) * 3]!;
}

/** Radiance (percent of white) of the first picture, means over squares of 8 pixels. */
function blur(tile: CanvasTile): number[] {
  const out: number[] = [];
  for (let y = 0; y + 8 <= tile.rect.height; y += 8)
    for (let x = 0; x + 8 <= tile.rect.width; x += 8) {
      let sum = 0;
      for (let i = 0; i < 64; i++) {
        const pixel = (y + BLOCK + (i >> 3)) * tile.width + x + BLOCK + (i & 7);
        sum += tile.radiance[0]![pixel * 3 + 1]! * exposure * 100;
      }
      out.push(sum / 64);
    }
  return out;
}

function meanDifference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}

const view = viewCamera(sight.cave.eye, { yaw: 0.15, pitch: -0.1, fov: 1.1, width: 240, height: 160 });

describe('a picture with interpolated blocks', () => {
  const quick = draw(view);
  const slow = draw(view, undefined, { everyPixel: true, samples: 4 });

  it('is the one that sixteen rays through every pixel give, but for hardly visible differences', () => {
    const a = develop(quick);
    const b = develop(slow);
    expect(meanDifference(a, b)).toBeLessThan(5);
    expect(meanDifference(blur(quick), blur(slow))).toBeLessThan(0.8);
    const worse = a.filter((value, i) => Math.abs(value - b[i]!) > 48).length;
    expect(worse / a.length).toBeLessThan(0.004);
  });

  it('interpolates most of the walls', () => {
    const smooth = quick.states.filter((state) => state === SMOOTH).length;
    expect(smooth / quick.states.length).toBeGreaterThan(0.4);
  });

  it('shows the pole of 14 mm without a gap where it is half a pixel wide', () => {
    const coarse = viewCamera(sight.cave.eye, { yaw: 0.32, pitch: -0.4, fov: 1.2, width: 96, height: 72 });
    const tile = draw(coarse);
    const rows: number[] = [];
    for (let y = 0; y < 72; y++)
      for (let x = 40; x < 60; x++)
        if (tile.radiance[1]![((y + BLOCK) * tile.width + x + BLOCK) * 3]! < 0.85 * paperAt(tile, y)) {
          rows.push(y);
          break;
        }
    expect(rows.length).toBeGreaterThan(24);
    expect(rows.at(-1)! - rows[0]!).toBe(rows.length - 1);
  });

  it('has the same depth as the slow one', () => {
    let wrong = 0;
    for (let y = 0; y < 160; y++)
      for (let x = 0; x < 240; x++) {
        const at = (y + BLOCK) * quick.width + x + BLOCK;
        const [a, b] = [quick.depths[at]!, slow.depths[at]!];
        if (!(a === b || Math.abs(a - b) < 0.02 * b)) wrong++;
      }
    expect(wrong / (160 * 240)).toBeLessThan(0.02);
  });
});

describe('tiles', () => {
  const camera = faceCamera(sight.cave.eye, 0, 128);

  it('are the same pixels however a face is cut', () => {
    const whole = develop(draw(camera));
    for (const [x, y] of [[0, 0], [64, 0], [0, 64], [64, 64]] as const) {
      const piece = develop(draw(camera, { x, y, width: 64, height: 64 }));
      const cut = Array.from({ length: 64 }, (_, row) => whole.slice(((y + row) * 128 + x) * 3, ((y + row) * 128 + x + 64) * 3));
      expect(piece).toEqual(cut.flat());
    } // prettier-ignore
  });

  it('of neighbouring faces go on over their shared edge', () => {
    const column = (pixels: number[], x: number) =>
      Array.from({ length: 128 }, (_, y) => pixels.slice((y * 128 + x) * 3, (y * 128 + x) * 3 + 3)).flat();
    const front = develop(draw(camera));
    const right = develop(draw(faceCamera(sight.cave.eye, 1, 128)));
    const across = meanDifference(column(front, 127), column(right, 0));
    const within = meanDifference(column(front, 127), column(front, 126));
    expect(across).toBeLessThan(within * 1.4 + 2);
    const row = (pixels: number[], y: number) => pixels.slice(y * 128 * 3, (y + 1) * 128 * 3);
    const up = develop(draw(faceCamera(sight.cave.eye, 4, 128)));
    expect(meanDifference(row(up, 127), row(front, 0))).toBeLessThan(
      meanDifference(row(front, 1), row(front, 0)) * 1.4 + 2,
    );
  });
});

describe('flames', () => {
  const brightest = (tile: CanvasTile): { x: number; value: number } => {
    const best = { x: -1, value: 0 };
    for (let y = 0; y < tile.rect.height; y++)
      for (let x = 0; x < tile.rect.width; x++) {
        const value = tile.radiance[0]![((y + BLOCK) * tile.width + x + BLOCK) * 3]!;
        if (value > best.value) Object.assign(best, { x, value });
      }
    return best;
  };
  const flames = sight.cave.lighting.flames;
  const narrow = { yaw: Math.atan2(0.5, 1.5), pitch: -0.22, fov: 0.2, width: 160, height: 160 };

  it('stand where they are, each eye sees them from its own side', () => {
    const places = [-0.032, 0.032].map((offset) => {
      const [x, y, z] = sight.cave.eye;
      const camera = viewCamera([x + offset, y, z], narrow);
      const tile = draw(camera);
      drawFlames(tile, camera, flames, pictures);
      return brightest(tile).x;
    });
    // 64 mm between the eyes at 1.58 m, seen at 160 pixels for 0.2 radians.
    expect(places[0]! - places[1]!).toBeGreaterThan(24);
    expect(places[0]! - places[1]!).toBeLessThan(38);
  });

  it('are not drawn into the line drawing, nor where something stands before them', () => {
    const camera = viewCamera(sight.cave.eye, narrow);
    const plain = draw(camera);
    const lit = draw(camera);
    drawFlames(lit, camera, flames, pictures);
    expect(lit.radiance[1]).toEqual(plain.radiance[1]);
    expect(brightest(lit).value).toBeGreaterThan(brightest(plain).value * 2);
    const hidden = draw(camera);
    hidden.depths.fill(1);
    drawFlames(hidden, camera, flames, pictures);
    expect(hidden.radiance[0]).toEqual(plain.radiance[0]);
  });
});
