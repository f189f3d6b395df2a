import { describe, expect, it } from 'vitest';
import { readAccessor } from '#sources/relic/geometry/attribute.ts';
import { requireModestDraco } from '#sources/relic/geometry/dracoHeader.ts';
import { compose, determinant, multiply } from '#sources/relic/geometry/matrix.ts';
import { triangulate } from '#sources/relic/geometry/triangulate.ts';
import { forgetOrientation } from '#sources/relic/read/decodePicture.ts';

describe('numbers of a file', () => {
  it('are read out of what lies between others, and padded to four bytes an element', () => {
    const bytes = Uint8Array.from([9, 1, 2, 3, 9, 4, 5, 6]);
    const accessor = {
      bufferView: 0,
      byteOffset: 1,
      componentType: 5121,
      type: 'VEC3',
      count: 2,
      normalized: true,
    } as const;
    const { array, stride } = readAccessor(accessor, () => ({ bytes, stride: 4 }));
    expect({ stride, array: [...array] }).toEqual({ stride: 4, array: [1, 2, 3, 9, 4, 5, 6, 0] });
    const { array: tight } = readAccessor({ ...accessor, byteOffset: 0 }, () => ({ bytes, stride: undefined }));
    expect([...tight]).toEqual([9, 1, 2, 0, 3, 9, 4, 0]);
  });

  it('of sparse accessors are set where their indices say, and nowhere else', () => {
    const views = [Uint8Array.from([1, 9]), new Uint8Array(Float32Array.from([7, 8]).buffer)];
    const accessor = {
      byteOffset: 0, componentType: 5126, type: 'SCALAR', count: 3, normalized: false,
      sparse: { count: 2, indices: { bufferView: 0, byteOffset: 0, componentType: 5121 }, values: { bufferView: 1, byteOffset: 0 } },
    } as const; // prettier-ignore
    const { array } = readAccessor(accessor, (view) => ({ bytes: views[view] ?? new Uint8Array(), stride: undefined }));
    expect([...array]).toEqual([0, 7, 0]);
  });

  it('of strips and fans become triangles that look the same way', () => {
    expect([...(triangulate({ mode: 5, index: null }, 5).index ?? [])]).toEqual([0, 1, 2, 2, 1, 3, 2, 3, 4]);
    expect([...(triangulate({ mode: 6, index: null }, 4).index ?? [])]).toEqual([1, 2, 0, 2, 3, 0]);
    expect(triangulate({ mode: 1, index: null }, 4)).toEqual({ mode: 1, index: null });
  });

  it('make a matrix that is undone by its parts', () => {
    const half = [0, Math.SQRT1_2, 0, Math.SQRT1_2];
    const turn = compose(half, [1, 2, 3], [2, 2, 2]);
    expect(determinant(turn)).toBeCloseTo(8, 9);
    expect(multiply(turn, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1]).slice(12, 15).map(Math.round)).toEqual([
      1, 2, 1,
    ]);
  });
});

describe('a Draco stream', () => {
  const header = (...rest: number[]): Uint8Array =>
    Uint8Array.from([0x44, 0x52, 0x41, 0x43, 0x4f, 2, 2, 1, 1, 0, 0, ...rest, ...new Array<number>(16).fill(0)]);

  it('is refused by its header where it claims more than the file declares', () => {
    // 100 vertices, 200 faces.
    expect(() => requireModestDraco(header(0, 100, 200, 1), 100, 600)).not.toThrow();
    // Four thousand million faces.
    const huge = header(0, 100, 0xff, 0xff, 0xff, 0xff, 0x0f);
    expect(() => requireModestDraco(huge, 100, 600)).toThrow('claims 4294967295 triangles, the file 200');
    expect(() => requireModestDraco(huge, 100, null)).toThrow('claims');
    expect(() => requireModestDraco(new Uint8Array(64), 100, 600)).toThrow('damaged');
  });
});

describe('a JPEG', () => {
  it('is shown as it is stored, however its camera was held', () => {
    const exif = [0xff, 0xe1, 0, 10, 0x45, 0x78, 0x69, 0x66, 0, 0, 0, 0];
    const bytes = Uint8Array.from([
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      0,
      0,
      ...exif,
      0xff,
      0xda,
      0,
      0,
      0x45,
      0x78,
      0x69,
      0x66,
    ]);
    const before = bytes.slice();
    forgetOrientation(bytes);
    const changed = [...bytes.keys()].filter((at) => bytes[at] !== before[at]);
    expect(changed).toEqual([12]);
  });
});
