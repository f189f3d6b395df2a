/**
 * Every document of the collection, imported: what became of it stands in `src/exchange/FORMATS.md`, which is compared
 * here and written anew with `GROTTO_WRITE_FORMATS=1`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExchangeError } from '#exchange/loss.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import { importValid } from '../../fixtures/importing.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';

const TABLE = path.resolve(import.meta.dirname, '../../../src/exchange/FORMATS.md');
const FOLDERS = [
  'tours', 'pano/pannellum', 'derived/cube-pyramid', 'derived/equirect-tiles', 'derived/iiif-level0-v3', 'iiif', 'crafted/iiif',
]; // prettier-ignore

const HEAD = `# What becomes of documents of others

Every document of the collection of real data, imported by \`grotto import\`, with the files that lie beside it there. Most
of IIIF names pictures on servers of its makers; nothing is fetched, so those are losses and their words alone remain.
Numbered ones among \`errors\` are wrong on purpose: of those, all losses are listed. Written by
\`tests/unit/exchange/formats.test.ts\` with \`GROTTO_WRITE_FORMATS=1\`.

| document | read as | places, halls | panoramas, flat places, pictures, models | losses | most of them |
|---|---|---|---|---:|---|
`;

async function describeFile(folder: string, name: string): Promise<string> {
  const file = path.join(REAL_DATA, folder, name);
  const read = readFileSync(file);
  const bytes = new Uint8Array(name.endsWith('.gz') ? gunzipSync(read) : read);
  const shown = `${folder}/${name}`;
  try {
    const result = await importValid(bytes, {
      folder: await openFolder(path.dirname(file)),
      name: path.basename(name),
    });
    return describeResult(shown, result);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    return `| ${shown} | refused | | | | ${escape(error.message)} |`;
  }
}

function describeResult(name: string, { format, document, losses, lossesLeftOut }: ImportResult): string {
  const count = (kind: string) => document.assets.filter((asset) => asset.kind === kind).length;
  const halls = count('gallery');
  const reasons = new Map<string, number>();
  for (const { reason } of losses) {
    const plain = reason.replace(/“[^”]*”/g, '“…”');
    reasons.set(plain, (reasons.get(plain) ?? 0) + 1);
  }
  const [most = ['', 0]] = [...reasons].sort(([, one], [, other]) => other - one);
  const flats = count('picture') + count('scroll');
  const things = [count('panorama'), flats, count('image'), count('model')].join(', ');
  const total = losses.length + lossesLeftOut;
  const isWrong = /\/errors\/\d+\//.test(name);
  const told = isWrong ? losses.map(({ path: at, reason }) => `${at} ${reason}`).join('; ') : `${most[1]} × ${most[0]}`;
  return `| ${name} | ${format} | ${document.nodes.length - halls}, ${halls} | ${things} | ${total} | ${total === 0 ? '' : escape(told.trim())} |`;
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}

describe('the documents of the collection', () => {
  it.skipIf(!hasRealData)(
    titleOf('are imported or refused as the table says, none with a fault and none silently'),
    async () => {
      const rows: string[] = [];
      for (const folder of FOLDERS) {
        const names = readdirSync(path.join(REAL_DATA, folder), { recursive: true, encoding: 'utf8' }).sort();
        for (const name of names)
          if (/\.json(\.gz)?$/.test(name)) rows.push(await describeFile(folder, name.replaceAll(path.sep, '/')));
      }
      expect(rows.length).toBeGreaterThan(150);
      const table = `${HEAD}${rows.join('\n')}\n`;
      if (process.env['GROTTO_WRITE_FORMATS'] === '1') writeFileSync(TABLE, table);
      expect(readFileSync(TABLE, 'utf8')).toBe(table);
    },
    300_000,
  );
});
