import { describe, expect, it } from 'vitest';
import { PatchBuffer } from '#scene/panorama/patchBuffer.ts';
import { FLOATS_PER_PATCH } from '#scene/panorama/patchFloats.ts';
import { PREVIEW_LEVEL } from '#streaming/pyramid/pyramid.ts';
import type { Pyramid, TileId } from '#streaming/pyramid/pyramid.ts';
import type { FrameReport, TileDraw } from '#streaming/ports.ts';

const pyramid: Pyramid = {
  id: 'cave',
  projection: 'cube',
  tileSize: 256,
  levels: [{ widthPx: 600, heightPx: 600 }],
  previewFaceSize: 64,
};

function draw(tile: TileId, over: Partial<TileDraw> = {}): TileDraw {
  return { panorama: 0, pyramid, tile, store: 1, layer: 3, widthPx: 256, heightPx: 256, opacity: 1, ...over };
}

function reportOf(draws: readonly TileDraw[]): FrameReport {
  return { draws, drawCount: draws.length, isSharp: true, isCovered: [true], needsFrame: false };
}

function patches(buffer: PatchBuffer): number[][] {
  return Array.from({ length: buffer.count }, (_, i) => [
    ...buffer.array.subarray(i * FLOATS_PER_PATCH, i * FLOATS_PER_PATCH + 12),
  ]);
}

const painting = { panorama: 0, isFineFirst: false };

describe('the instance data of patches', () => {
  it('holds place, layer, opacity and size of each tile', () => {
    const buffer = new PatchBuffer([64, 256]);
    const preview = draw(
      { level: PREVIEW_LEVEL, face: 4, x: 0, y: 0 },
      { store: 0, layer: 9, widthPx: 64, heightPx: 64 },
    );
    const corner = draw({ level: 0, face: 2, x: 2, y: 1 }, { widthPx: 88, opacity: 0.5 });
    buffer.write(reportOf([preview, corner]), painting);
    expect(patches(buffer)).toEqual([
      [0, 0, 1, 1, 4, 0, 9, 1, 64, 64, 64, 256],
      [512 / 600, 256 / 600, 1, 512 / 600, 2, 1, 3, 0.5, 88, 256, 256, 256].map(Math.fround),
    ]);
  });

  it('gives tiles that share an edge the very same number for it', () => {
    const buffer = new PatchBuffer([64, 256]);
    buffer.write(
      reportOf([draw({ level: 0, face: 0, x: 0, y: 0 }), draw({ level: 0, face: 0, x: 1, y: 0 })]),
      painting,
    );
    expect(buffer.array[2]).toBe(buffer.array[FLOATS_PER_PATCH]);
  });

  it('takes one panorama of several and leaves out what is wholly transparent', () => {
    const buffer = new PatchBuffer([64, 256]);
    const tile = { level: 0, face: 0, x: 0, y: 0 };
    buffer.write(
      reportOf([draw(tile, { layer: 1 }), draw(tile, { layer: 2, panorama: 1 }), draw(tile, { layer: 5, opacity: 0 })]),
      painting,
    );
    expect(patches(buffer).map((patch) => patch[6])).toEqual([1]);
  });

  it('turns the order round and fades nothing in where patches claim their pixels', () => {
    const buffer = new PatchBuffer([64, 256]);
    const tile = { level: 0, face: 0, x: 0, y: 0 };
    buffer.write(reportOf([draw(tile, { layer: 1 }), draw(tile, { layer: 2, opacity: 0.3 })]), {
      panorama: 0,
      isFineFirst: true,
    });
    expect(patches(buffer).map((patch) => [patch[6], patch[7]])).toEqual([[2, 1], [1, 1]]); // prettier-ignore
  });

  it('names the floats that changed, and none when the same patches come again', () => {
    const buffer = new PatchBuffer([64, 256]);
    const tiles = [draw({ level: 0, face: 1, x: 0, y: 0 }), draw({ level: 0, face: 1, x: 1, y: 0 })] as const;
    buffer.write(reportOf(tiles), painting);
    buffer.write(reportOf(tiles), painting);
    expect([buffer.changedStart, buffer.changedEnd]).toEqual([0, 0]);
    buffer.write(reportOf([tiles[0], { ...tiles[1], opacity: 0.5 }]), painting);
    expect([buffer.changedStart, buffer.changedEnd]).toEqual([FLOATS_PER_PATCH + 7, FLOATS_PER_PATCH + 8]);
  });

  it('names the layers of the neighbours that are drawn from the same store', () => {
    const buffer = new PatchBuffer([64, 256]);
    const place = (x: number, y: number, layer: number, store = 1) =>
      draw({ level: 0, face: 0, x, y }, { layer, store });
    const draws = [place(0, 0, 10), place(1, 0, 11), place(0, 1, 12), place(1, 1, 13), place(2, 1, 14, 0)];
    buffer.write(reportOf(draws), painting);
    const neighbours = (i: number) => [...buffer.array.subarray(i * FLOATS_PER_PATCH + 12, (i + 1) * FLOATS_PER_PATCH)];
    expect(neighbours(0)).toEqual([-1, -1, -1, -1, 11, -1, 12, 13]);
    expect(neighbours(3)).toEqual([10, 11, -1, 12, -1, -1, -1, -1]);
    buffer.write(reportOf(draws.slice(0, 3)), painting);
    expect(neighbours(0)).toEqual([-1, -1, -1, -1, 11, -1, 12, -1]);
  });

  it('grows when there are more patches than it was made for', () => {
    const buffer = new PatchBuffer([64, 256], 1);
    const draws = [1, 2, 3].map((layer) => draw({ level: 0, face: 0, x: 0, y: 0 }, { layer }));
    buffer.write(reportOf(draws), painting);
    expect(buffer.capacity).toBe(4);
    expect(patches(buffer).map((patch) => patch[6])).toEqual([1, 2, 3]);
  });
});

describe('a level whose face ends within a texel', () => {
  const odd: Pyramid = {
    id: 'odd',
    projection: 'flat',
    tileSize: 256,
    levels: [{ widthPx: 598, heightPx: 225, spanWidthPx: 597.5, spanHeightPx: 225.5 }],
  };

  it('has its tiles by whole texels, and of the last what is on the face', () => {
    const buffer = new PatchBuffer([64, 256]);
    const at = (x: number, widthPx: number) => draw({ level: 0, face: 0, x, y: 0 }, { pyramid: odd, widthPx, heightPx: 225 }); // prettier-ignore
    buffer.write(reportOf([at(0, 256), at(2, 86)]), painting);
    expect(patches(buffer).map((patch) => [...patch.slice(0, 4), patch[8], patch[9]])).toEqual([
      [0, 0, Math.fround(256 / 597.5), 1, 256, 225],
      [Math.fround(512 / 597.5), 0, 1, 1, 85.5, 225],
    ]);
  });
});
