import { describe, expect, it } from 'vitest';
import { type CheckedContent, checkContent } from '#sources/tileset/checkContent.ts';

const FOLDER = 'https://museum.example/show/';

function check(bytes: Uint8Array, checked: string[] = []): CheckedContent {
  return checkContent(bytes, {
    url: `${FOLDER}tiles/a.b3dm`,
    folder: FOLDER,
    checkGltf: (glb, url) => checked.push(`${glb.length} ${url}`),
  });
}

const text = (value: string, length = value.length): Uint8Array => new TextEncoder().encode(value.padEnd(length));
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const numbers = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

function glb(asset: object = { version: '2.0' }): Uint8Array {
  const written = JSON.stringify({ asset });
  const json = text(written, Math.ceil(written.length / 4) * 4);
  return join(text('glTF'), numbers(2, 20 + json.length, json.length, 0x4e4f534a), json);
}

/** A tile of the given kind; lengths in its header are right unless they are given. */
function tile(
  kind: 'b3dm' | 'i3dm' | 'pnts',
  table: object,
  binary: Uint8Array,
  body: Uint8Array,
  { length, lengths, batch = new Uint8Array() }: { length?: number; lengths?: number[]; batch?: Uint8Array } = {},
): Uint8Array {
  const written = JSON.stringify(table);
  const json = text(written, Math.ceil(written.length / 8) * 8);
  const header = kind === 'i3dm' ? 32 : 28;
  const total = header + json.length + binary.length + batch.length + body.length;
  const counted = lengths ?? [json.length, binary.length, batch.length, 0];
  const format = kind === 'i3dm' ? [1] : [];
  return join(text(kind), numbers(1, length ?? total, ...counted, ...format), json, binary, batch, body);
}

const NONE = new Uint8Array();

describe('the content of a tile', () => {
  it('gives its glTF to the gate for glTF and tells whom it names', () => {
    const checked: string[] = [];
    const model = glb({ version: '2.0', copyright: '© Cave Institute;  A. Maker; ;© Cave Institute' });
    const found = check(tile('b3dm', { BATCH_LENGTH: 0 }, NONE, model), checked);
    expect(found).toMatchObject({ format: 'b3dm', copyrights: ['© Cave Institute', 'A. Maker'], points: 0 });
    expect(checked).toEqual([`${model.length} ${FOLDER}tiles/a.b3dm`]);
    expect(check(model).format).toBe('glb');
    expect(check(text('{"asset":{"version":"2.0","copyright":"B"}}'))).toMatchObject({
      format: 'gltf',
      copyrights: ['B'],
    });
  });

  it('loses the batch table, which nothing shows, and what follows its own length', () => {
    const batch = text('{"name":["'.padEnd(400, 'x') + '"]}');
    const bytes = join(tile('b3dm', { BATCH_LENGTH: 1 }, NONE, glb(), { batch }), text('padding'));
    const found = check(bytes);
    expect(found.bytes).toHaveLength(bytes.length - 7);
    const view = new DataView(found.bytes.buffer, found.bytes.byteOffset);
    expect([16, 20, 24].map((at) => view.getUint32(at, true))).toEqual([batch.length, 0, 0]);
  });

  it('of a composite is checked tile by tile', () => {
    const inner = [
      tile('pnts', { POINTS_LENGTH: 2, POSITION: { byteOffset: 0 } }, new Uint8Array(24), NONE),
      tile('b3dm', {}, NONE, glb({ version: '2.0', copyright: 'C' })),
    ];
    const body = join(...inner);
    const composite = join(text('cmpt'), numbers(1, 16 + body.length, 2), body);
    expect(check(composite)).toMatchObject({ format: 'cmpt', points: 2, copyrights: ['C'] });
    const lying = composite.slice();
    new DataView(lying.buffer).setUint32(12, 3, true);
    expect(() => check(lying)).toThrow(/its tile 3 of 3 does not fit/);
    const endless = composite.slice();
    new DataView(endless.buffer).setUint32(16 + 8, 0, true);
    expect(() => check(endless)).toThrow(/its tile 1 of 2 does not fit/);
  });

  it('may name a model beside it, inside the exhibition’s folder alone', () => {
    const instances = { INSTANCES_LENGTH: 1, POSITION: { byteOffset: 0 } };
    const named = (uri: string) => {
      const bytes = tile('i3dm', instances, new Uint8Array(12), text(uri));
      new DataView(bytes.buffer).setUint32(28, 0, true);
      return bytes;
    };
    expect(check(named('../box.glb\0')).externalModel).toBe(`${FOLDER}box.glb`);
    expect(() => check(named('https://attacker.example/box.glb'))).toThrow(/names a protocol/);
  });

  const POSITION = { byteOffset: 0 };
  const points = (table: object, bytes: number) => tile('pnts', table, new Uint8Array(bytes), NONE);
  it.each<[string, Uint8Array, RegExp]>([
    ['empty', NONE, /begins with ""/],
    ['a web page', text('<!doctype html>'), /expected b3dm, i3dm, pnts, cmpt or glTF/],
    ['cut in its header', text('b3dm12345'), /ends within its header/],
    ['of another version', join(text('b3dm'), numbers(2, 28, 0, 0, 0, 0)), /version 2/],
    ['shorter than it says', tile('b3dm', {}, NONE, glb(), { length: 9_999 }), /says it has 9999 bytes/],
    ['shorter than a header by its own word', tile('b3dm', {}, NONE, glb(), { length: 3 }), /says it has 3 bytes/],
    ['of overlong tables', tile('b3dm', {}, NONE, glb(), { lengths: [8, 4e9, 0, 0] }), /its tables take 4000000008/],
    ['without a model', tile('b3dm', {}, NONE, NONE), /its glTF is none/],
    ['with an old model', tile('b3dm', {}, NONE, join(text('glTF'), numbers(1, 20, 0, 0))), /version 1; convert/],
    ['with a model cut off', tile('b3dm', {}, NONE, glb().subarray(0, -4)), /may be cut off/],
    ['too many points', points({ POINTS_LENGTH: 4_294_967_295, POSITION }, 12), /up to 20000000, found 4294967295/],
    ['points that are not there', points({ POINTS_LENGTH: 1_000_000, POSITION }, 12), /needs 12000000 bytes from 0/],
    ['points without places', points({ POINTS_LENGTH: 1 }, 12), /no POSITION/],
    ['points at no whole number', points({ POINTS_LENGTH: 1, POSITION: { byteOffset: 0.5 } }, 16), /byteOffset/],
    ['points between numbers', points({ POINTS_LENGTH: 1, POSITION: { byteOffset: 2 } }, 16), /between two numbers/],
    [
      'points of another type',
      points({ POINTS_LENGTH: 1, POSITION: { byteOffset: 0, componentType: 'DOUBLE' } }, 99),
      /VEC3 of FLOAT/,
    ],
    ['quantized points without a volume', points({ POINTS_LENGTH: 1, POSITION_QUANTIZED: POSITION }, 8), /VOLUME_OFF/],
    ['a centre that is none', points({ POINTS_LENGTH: 1, POSITION, RTC_CENTER: [0, null, 1] }, 12), /RTC_CENTER/],
    [
      'Draco points outside the file',
      points(
        { POINTS_LENGTH: 1, extensions: { '3DTILES_draco_point_compression': { byteOffset: 0, byteLength: 99 } } },
        8,
      ),
      /outside the file/,
    ],
    [
      'too many instances',
      tile('i3dm', { INSTANCES_LENGTH: 1e9, POSITION }, new Uint8Array(12), glb()),
      /INSTANCES_LENGTH: expected a whole number up to 1000000/,
    ],
    [
      'instances turned by what is not there',
      tile('i3dm', { INSTANCES_LENGTH: 1, POSITION, NORMAL_UP: { byteOffset: 12 } }, new Uint8Array(12), glb()),
      /NORMAL_UP: needs 12 bytes from 12 on/,
    ],
  ])('is refused in words where it is %s', (_, bytes, message) => {
    expect(() => check(bytes)).toThrow(message);
  });
});
