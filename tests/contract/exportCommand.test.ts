/** `grotto export` on the demonstration: what it writes and says, and what it does not take. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGrotto } from '#pipeline/main.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let out = '';

beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'grotto-export-'));
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

async function run(...args: string[]) {
  const told = { out: '', err: '' };
  const code = await runGrotto(['export', ...args], {
    out: (text) => (told.out += text),
    err: (text) => (told.err += text),
    cwd: ROOT,
    isTerminal: false,
  });
  return { code, ...told };
}

describe('grotto export', () => {
  it('writes each format into a folder and says what it could not say', async () => {
    const formats = { iiif4: 'manifest.json', iiif3: 'manifest.json', annotations: 'annotations.json', 'content-state': 'content-states.json', 'schema-org': 'exhibition.jsonld' }; // prettier-ignore
    for (const [format, file] of Object.entries(formats)) {
      const folder = path.join(out, format);
      const { code, err } = await run(
        'public',
        '--to',
        format,
        '--base',
        'https://museum.example/caves',
        '--out',
        folder,
      );
      expect(code).toBe(0);
      expect(err).toMatch(new RegExp(`${format}: (\\d+ losses|nothing was lost)\\n$`));
      expect(readFileSync(path.join(folder, file), 'utf8')).toContain('https://museum.example/caves/');
    }
  });

  it('prints where no folder is named', async () => {
    const {
      code,
      out: text,
      err,
    } = await run('public', '--to', 'iiif4', '--base', 'https://museum.example/', '--quiet');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(text)).toMatchObject({ id: 'https://museum.example/manifest.json', type: 'Manifest' });
  });

  it('says what is wrong with the command line', async () => {
    expect((await run('public')).err).toContain('--to iiif4');
    expect((await run('public', '--to', 'iiif4')).err).toContain('--base');
    expect((await run('public', '--to', 'iiif4', '--base', 'javascript:x')).code).toBe(2);
    expect((await run('src', '--to', 'iiif4', '--base', 'https://museum.example/')).code).toBe(2);
  });
});
