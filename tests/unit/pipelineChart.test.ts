import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaceRenderer } from '#pipeline/tile/pixels/render.ts';
import { encodeSrgb } from '#pipeline/tile/pixels/transfer.ts';
import { halveBand } from '#pipeline/tile/scratch/halve.ts';
import type { RawPicture } from '#pipeline/tile/scratch/rawPicture.ts';
import { copyForFaceSize, type EquirectCopy, type SourceCopy } from '#pipeline/tile/scratch/source.ts';
import { SourceWindowReader } from '#pipeline/tile/scratch/window.ts';
import { TAU } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { averageChart, lightOfChart, measurePsnr } from '../fixtures/chart.ts';

const WIDTH = 1024;
const FINEST = 326;
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-chart-'));
afterAll(() => rmSync(folder, { recursive: true }));

function stored(light: readonly number[], into: Uint8Array, offset: number): void {
  for (let c = 0; c < 3; c++) into[offset + c] = Math.round(255 * encodeSrgb(light[c]!));
}

function drawEquirect(width: number): RawPicture {
  const height = width / 2;
  const bytes = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const at = (u: number, v: number) =>
        directionOf(((x + u) / width - 0.5) * TAU, (0.5 - (y + v) / height) * (TAU / 2));
      stored(averageChart(lightOfChart, at, 4), bytes, i);
    }
  }
  const file = path.join(folder, 'chart.raw');
  writeFileSync(file, bytes);
  return { path: file, headerBytes: 0, width, height, encoding: 'srgb8' };
}

function drawFace(face: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size * size * 3);
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i += 3) {
      const light = averageChart(lightOfChart, (u, v) => faceDirection(face, (x + u) / size, (y + v) / size), 4);
      stored(light, bytes, i);
    }
  }
  return bytes;
}

function halve(copy: EquirectCopy): EquirectCopy {
  const { width, height } = copy.picture;
  const target = path.join(folder, `${width / 2}.raw`);
  writeFileSync(target, '');
  const reader = new SourceWindowReader(copy);
  const file = openSync(target, 'r+');
  for (let rowFrom = 0; rowFrom < height / 2; rowFrom += 50) {
    const rowTo = Math.min(height / 2, rowFrom + 50);
    const band = {
      face: 0,
      sourceWidth: width,
      sourceHeight: height,
      targetWidth: width / 2,
      targetHeight: height / 2,
    };
    halveBand(reader, { ...band, rowFrom, rowTo }, file);
  }
  closeSync(file);
  reader.close();
  const picture: RawPicture = {
    path: target,
    headerBytes: 0,
    width: width / 2,
    height: height / 2,
    encoding: 'linear16',
  };
  return { kind: 'equirect', picture, fullWidth: width / 2, fullHeight: height / 2, left: 0, top: 0 };
}

function renderFaces(copy: SourceCopy, faceSize: number): Uint8Array[] {
  const reader = new SourceWindowReader(copy);
  const renderer = new FaceRenderer(reader);
  const faces = [0, 1, 2, 3, 4, 5].map((face) =>
    renderer.render({ face, faceSize, x: 0, y: 0, width: faceSize, height: faceSize }),
  );
  reader.close();
  return faces;
}

describe('the tiler’s pixels', () => {
  const copies: EquirectCopy[] = [];
  beforeAll(() => {
    const picture = drawEquirect(WIDTH);
    copies.push({ kind: 'equirect', picture, fullWidth: WIDTH, fullHeight: WIDTH / 2, left: 0, top: 0 });
    for (let i = 0; i < 2; i++) copies.push(halve(copies[i]!));
  }, 60_000);

  it.each([FINEST, FINEST / 2, Math.ceil(FINEST / 4), Math.ceil(FINEST / 8)])(
    'agree with the chart’s formula to 38 dB or better on every face of %i px',
    { timeout: 60_000 },
    (size) => {
      const faces = renderFaces(copyForFaceSize([copies[0]!, ...copies.slice(1)], size), size);
      for (const [index, face] of faces.entries()) expect(measurePsnr(face, drawFace(index, size))).toBeGreaterThan(38);
    },
  );

  it('are the same whether a face is rendered whole or in blocks', () => {
    const reader = new SourceWindowReader(copies[0]!);
    const renderer = new FaceRenderer(reader);
    const [whole] = [4].map((face) => renderer.render({ face, faceSize: 64, x: 0, y: 0, width: 64, height: 64 }));
    const block = renderer.render({ face: 4, faceSize: 64, x: 20, y: 24, width: 30, height: 16 });
    reader.close();
    for (let row = 0; row < 16; row++) {
      const start = ((24 + row) * 64 + 20) * 3;
      expect(block.subarray(row * 90, row * 90 + 90)).toEqual(whole!.subarray(start, start + 90));
    }
  });

  it('join at the edges of faces: a pixel differs from its neighbour across an edge no more than from one beside it', () => {
    const size = 128;
    const [front, right] = renderFaces(copies[0]!, size);
    let across = 0;
    let beside = 0;
    for (let row = 0; row < size; row++) {
      for (let c = 0; c < 3; c++) {
        const last = front![(row * size + size - 1) * 3 + c]!;
        across += Math.abs(last - right![row * size * 3 + c]!);
        beside += Math.abs(last - front![(row * size + size - 2) * 3 + c]!);
      }
    }
    expect(across).toBeLessThan(beside * 1.5 + size);
  });

  it('come back exactly when six faces are cut at their own size', () => {
    const size = 48;
    const pictures = [0, 1, 2, 3, 4, 5].map((face): RawPicture => {
      const file = path.join(folder, `face${face}.raw`);
      writeFileSync(file, drawFace(face, size));
      return { path: file, headerBytes: 0, width: size, height: size, encoding: 'srgb8' };
    });
    const faces = renderFaces({ kind: 'cube', pictures }, size);
    for (const [face, pixels] of faces.entries()) expect(pixels).toEqual(drawFace(face, size));
  });

  it('of six faces agree with the chart’s formula a level down, edges and corners too', () => {
    const size = 256;
    const pictures = [0, 1, 2, 3, 4, 5].map((face): RawPicture => {
      const file = path.join(folder, `large${face}.raw`);
      writeFileSync(file, drawFace(face, size));
      return { path: file, headerBytes: 0, width: size, height: size, encoding: 'srgb8' };
    });
    const faces = renderFaces({ kind: 'cube', pictures }, size / 2);
    for (const [face, pixels] of faces.entries())
      expect(measurePsnr(pixels, drawFace(face, size / 2))).toBeGreaterThan(38);
  });
});
