import { describe, expect, it } from 'vitest';
import { locateJsonFault } from '#document/jsonFault.ts';
import { MAX_JSON_BYTES, readJson } from '#document/read.ts';
import { isJsonObject } from '#document/schemaWalk.ts';

function faultOf(input: string | Uint8Array): string {
  const reading = readJson(input);
  if (!reading.fault) throw new Error('was read without a fault');
  return reading.fault.message + (reading.fault.remedy === undefined ? '' : `; ${reading.fault.remedy}`);
}

function valueOf(input: string | Uint8Array): unknown {
  const reading = readJson(input);
  if (reading.fault) throw new Error(reading.fault.message);
  return reading.value;
}

describe('reading JSON', () => {
  it('reads text and bytes, with a byte order mark or without', () => {
    expect(valueOf('\ufeff{"a":1}')).toEqual({ a: 1 });
    expect(valueOf(new TextEncoder().encode('\ufeff{"a":"窟"}'))).toEqual({ a: '窟' });
  });

  it('says where a text fails to be JSON, and what to do', () => {
    const cases: [string, string][] = [
      ['{\n  "a": 1,\n}', 'line 2, column 9: a comma before }; take the comma away'],
      ['[1, 2,]', 'line 1, column 6: a comma before ]; take the comma away'],
      ['{"a": NaN}', 'line 1, column 7: NaN is no JSON value; write a number or leave the key out'],
      ['{"a": -Infinity}', 'line 1, column 7: -Infinity is no JSON value; write a number or leave the key out'],
      ['{\n// no\n}', 'line 2, column 1: JSON has no comments; put the remark into a key that begins with "x-"'],
      ['{"a": {"b": 1}', 'line 1, column 15: the file ends too early; it may have been cut off: copy it again'],
      ['{a: 1}', 'line 1, column 2: expected a JSON value, found a; names and texts stand in double quotation marks'],
      ["{'a': 1}", "line 1, column 2: expected straight double quotation marks, found '"],
      ['{“a”: 1}', 'line 1, column 2: expected straight double quotation marks, found “'],
      ['{"a" 1}', 'line 1, column 6: expected a colon after the name, found 1'],
      ['[1 2]', 'line 1, column 4: expected a comma or the closing bracket, found 2'],
      ['{"a": 1}}', 'line 1, column 9: expected nothing more, found }'],
      ['{"a": 1,,}', 'line 1, column 9: expected a name in quotation marks, found ,'],
      ['{"a": ]', 'line 1, column 7: expected a value, found ]'],
      ['[01]', 'line 1, column 2: expected a JSON value, found 01'],
      ['["a\nb"]', 'line 1, column 2: the text in quotation marks does not end on its line'],
      ['["\\q"]', 'line 1, column 2: the text in quotation marks holds an escape that JSON does not know'],
      ['["a', 'line 1, column 2: the text in quotation marks never ends'],
      ['  ', 'the file is empty; expected a JSON object'],
      [
        '<!doctype html>',
        'expected JSON, found HTML or XML; the server may have answered with a page of its own: check the address',
      ],
    ];
    for (const [text, message] of cases) expect(faultOf(text)).toBe(message);
  });

  it('refuses other encodings and archives by name', () => {
    expect(faultOf(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toContain('found UTF-16');
    expect(faultOf(new Uint8Array([0x7b, 0, 0x7d, 0]))).toContain('UTF-16 or UTF-32');
    expect(faultOf(new Uint8Array([0x1f, 0x8b, 8, 0]))).toContain('gzip');
    expect(faultOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toContain('zip');
  });

  it('refuses what is too large or too deep before it is parsed', () => {
    expect(faultOf(new Uint8Array(MAX_JSON_BYTES + 1))).toContain('at most 16 MB');
    expect(faultOf('['.repeat(100_000))).toBe('line 1, column 101: more than 100 objects and arrays within each other');
    expect(valueOf(`${'['.repeat(100)}${']'.repeat(100)}`)).toBeInstanceOf(Array);
    expect(valueOf(JSON.stringify({ a: '[{'.repeat(200), b: '\\"[' }))).toBeTypeOf('object');
  });

  it('finds the fault of a very long text without a stack that overflows', () => {
    expect(faultOf(`{"a":"${'x'.repeat(4_000_000)}",}`)).toContain('a comma before }');
    expect(faultOf(`{"a":"${'\\n'.repeat(2_000_000)}`)).toContain('never ends');
    expect(faultOf(`{"a":${'1'.repeat(4_000_000)}x}`)).toContain('expected a JSON value');
  });

  it('keeps names such as __proto__ as data and pollutes nothing', () => {
    const value = valueOf('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(isJsonObject(value) && Object.hasOwn(value, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('leaves lone surrogates, NULs and bidi controls in texts as they are', () => {
    expect(valueOf('["\\ud800\\udc00\\ud800","a\\u0000b","\\u202eevil\\u2066"]')).toEqual([
      '\ud800\udc00\ud800',
      'a\u0000b',
      '\u202eevil\u2066',
    ]);
  });

  it('reads a file that is not wholly UTF-8 and says where a character was lost', () => {
    const reading = readJson(new Uint8Array([...new TextEncoder().encode('{"t":"caf'), 0xe9, 0x22, 0x7d]));
    if (reading.fault) throw new Error(reading.fault.message);
    expect(reading.value).toEqual({ t: 'caf\ufffd' });
    expect(reading.warnings.map(({ message }) => message)).toEqual([
      'line 1, column 10: a character is lost (�): the file is not wholly UTF-8',
    ]);
  });
});

describe('locating the fault', () => {
  it('finds one in every damaged document that the parser refuses, and within the text', () => {
    const sound = JSON.stringify({ a: [1, -2.5e3, true, null, { b: 'x"\\é' }], 'c d': {} }, null, 1);
    let refused = 0;
    for (let seed = 1; seed < 4_000; seed++) {
      const at = (seed * 7919) % sound.length;
      const junk = ['', '"', '}', ']', ',', ':', '\\', '0', '-', 'e', '\n', '\u0001'][seed % 12] ?? '';
      const text = sound.slice(0, at) + junk + sound.slice(at + 1 + (seed % 3));
      try {
        JSON.parse(text);
      } catch {
        refused += 1;
        const { offset, message } = locateJsonFault(text);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
        expect(message).not.toBe('');
        // The text before the fault is the beginning of some JSON: cut there, only its end is missing.
        expect(['the file ends too early', 'the text in quotation marks never ends']).toContain(
          message.startsWith('a comma') || offset === 0
            ? 'the file ends too early'
            : locateJsonFault(text.slice(0, offset)).message,
        );
      }
    }
    expect(refused).toBeGreaterThan(2_000);
  });
});
