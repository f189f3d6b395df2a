import { describe, expect, it } from 'vitest';
import { FLOATS_PER_MIXED_PATCH, MixBuffer } from '#scene/panorama/mixBuffer.ts';
import type { FrameReport, TileDraw } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

const cave: Pyramid = {
  id: 'day', projection: 'cube', tileSize: 256,
  levels: [{ widthPx: 300, heightPx: 300 }, { widthPx: 600, heightPx: 600 }],
}; // prettier-ignore
const byLamp: Pyramid = { ...cave, id: 'lamp', levels: [{ widthPx: 300, heightPx: 300 }] };

function draw(pyramid: Pyramid, level: number, x: number, y: number, over: Partial<TileDraw> = {}): TileDraw {
  const panorama = pyramid === cave ? 2 : 5;
  const tile = { level, face: 1, x, y };
  return { panorama, pyramid, tile, store: 1, layer: 3, widthPx: 256, heightPx: 256, opacity: 1, ...over };
}

function write(buffer: MixBuffer, draws: readonly TileDraw[], isFineFirst = false): number[][] {
  const isCovered = [true, true, true, true, true, true];
  const report: FrameReport = { draws, drawCount: draws.length, isSharp: true, isCovered, needsFrame: false };
  buffer.write(report, { panorama: 2, isFineFirst }, 5);
  return Array.from({ length: buffer.count }, (_, i) => [
    ...buffer.array.subarray(i * FLOATS_PER_MIXED_PATCH, (i + 1) * FLOATS_PER_MIXED_PATCH),
  ]);
}

describe('the instance data of patches that read two pictures', () => {
  it('says where the patch lies on the tile beneath it, and where that tile is kept', () => {
    const buffer = new MixBuffer([64, 256]);
    const lamp = draw(byLamp, 0, 0, 0, { layer: 7 });
    const [patch = []] = write(buffer, [draw(cave, 1, 0, 0), lamp]);
    expect(patch.slice(0, 12)).toEqual([0, 0, 256 / 600, 256 / 600, 1, 1, 3, 1, 256, 256, 256, 256].map(Math.fround));
    expect(patch.slice(20, 24)).toEqual([0.5, 0.5, 0, 0]);
    expect(patch.slice(24, 32)).toEqual([1, 7, 0, 256, 256, 256, 256, 0]);
    expect(buffer.onlyStore).toBe(1);
  });

  it('marks patches of the second picture, and those that have nothing beneath', () => {
    const patches = write(new MixBuffer([64, 256]), [draw(byLamp, 0, 1, 1, { widthPx: 44, heightPx: 44, store: 0 })]);
    expect(patches.map((patch) => [patch[5], patch[24], patch[25], patch[26]])).toEqual([[0, 0, -1, 1]]);
  });

  it('knows the neighbours of both tiles, each among its own picture’s', () => {
    const draws = [
      draw(cave, 0, 0, 0, { layer: 10 }),
      draw(cave, 0, 1, 0, { layer: 11, widthPx: 44 }),
      draw(byLamp, 0, 0, 0, { layer: 20 }),
      draw(byLamp, 0, 1, 0, { layer: 21, widthPx: 44 }),
    ];
    const buffer = new MixBuffer([64, 256]);
    const [left = [], right = []] = write(buffer, draws);
    expect([left.slice(12, 20), left.slice(32)]).toEqual([
      [-1, -1, -1, -1, 11, -1, -1, -1],
      [-1, -1, -1, -1, 21, -1, -1, -1],
    ]);
    expect([right[15], right[35]]).toEqual([10, 20]);
    expect([buffer.isOpaque, buffer.onlyStore]).toEqual([true, 1]);
  });

  it('turns the order round and fades nothing in where patches claim their pixels', () => {
    const draws = [draw(cave, 0, 0, 0), draw(cave, 1, 0, 0, { opacity: 0.3 }), draw(byLamp, 0, 0, 0)];
    const patches = write(new MixBuffer([64, 256]), draws, true);
    expect(patches.map((patch) => [patch[2], patch[7]])).toEqual(
      [[256 / 600, 1], [256 / 300, 1]].map((pair) => pair.map(Math.fround)),
    ); // prettier-ignore
  });

  it('names no floats as changed when the same patches come again', () => {
    const buffer = new MixBuffer([64, 256], 1);
    const draws = [draw(cave, 1, 0, 0), draw(cave, 1, 1, 0), draw(byLamp, 0, 0, 0)];
    write(buffer, draws);
    write(buffer, draws);
    expect([buffer.changedStart, buffer.changedEnd]).toEqual([0, 0]);
  });
});
