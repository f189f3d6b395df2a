/** `grotto statement` on the demonstration as it is published, and on folders that hold none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AccessStatement, describeAccess } from '#document/access/describeAccess.ts';
import { openExhibition } from '#document/open.ts';
import { runGrotto } from '#pipeline/main.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

async function state(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runGrotto(['statement', ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd: ROOT,
    isTerminal: false,
  });
  return { code, out, err };
}

describe('grotto statement', () => {
  it('says of the demonstration that all its sounds are described, in two languages', async () => {
    const { code, out, err } = await state('public');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines).toContain('6 of 6 other sounds described in words');
    for (const line of lines) expect(line).toMatch(/^(\d+ of \d+ \S| {2}without: \S+ \(.+\)$)/);
    for (const language of ['English', '中文']) expect(out).toMatch(new RegExp(`(\\d+) of \\1 texts in .*${language}`));
  });

  it('names whatever lacks something as often as it counts it, and is the same as JSON', async () => {
    const { code, out } = await state('public', '--json');
    expect(code).toBe(0);
    const statement = JSON.parse(out) as AccessStatement;
    const { exhibition } = openExhibition(readFileSync(path.join(ROOT, 'public/exhibition.json')));
    expect(exhibition && describeAccess(exhibition)).toEqual(statement);
    for (const { of, have, lacking } of Object.values(statement.subjects)) expect(lacking).toHaveLength(of - have);
  });

  it('says what is wrong with the command line', async () => {
    expect(await state()).toMatchObject({ code: 2, out: '' });
    expect((await state('src')).err.trim()).toBe('grotto statement: "src" holds no exhibition.json');
    expect((await state('.', '--nonsense')).code).toBe(2);
  });
});
