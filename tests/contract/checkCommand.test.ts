/** `grotto check` on real folders: what it prints, how it ends, and what it does not let itself be led to. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { runGrotto } from '#pipeline/main.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

let root = '';

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'grotto-check-'));
  const pictures: [string, number, number][] = [
    ['pano-45/preview.webp', 128, 768],
    ['pano-45/poster.webp', 320, 200],
    ['pano-46.jpg', 2048, 1024],
    ['detail.png', 64, 48],
  ];
  for (const face of 'frblud') {
    pictures.push([`pano-45/0/${face}/0_0.webp`, 512, 512]);
    for (const name of ['0_0', '0_1', '1_0', '1_1']) pictures.push([`pano-45/1/${face}/${name}.webp`, 512, 512]);
  }
  for (const [file, width, height] of pictures) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    const picture = sharp({ create: { width, height, channels: 3, background: '#c98f3c' } });
    await picture.toFile(path.join(root, file));
  }
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function check(document: Exhibition | string, ...options: string[]) {
  writeFileSync(path.join(root, 'exhibition.json'), typeof document === 'string' ? document : JSON.stringify(document));
  let out = '';
  let err = '';
  const code = await runGrotto(['check', '.', ...options], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd: root,
    isTerminal: false,
  });
  return { code, out, err };
}

/** The exhibition with another picture in place of its detail. */
function showing(uri: string, width = 64, height = 48): Exhibition {
  const exhibition = makeExhibition();
  exhibition.assets = exhibition.assets.map((asset) =>
    asset.kind === 'image' ? { ...asset, uri, width, height } : asset,
  );
  return exhibition;
}

describe('grotto check', () => {
  it('says that a sound exhibition is sound, and ends well', async () => {
    expect(await check(makeExhibition())).toEqual({ code: 0, out: 'no errors, no warnings\n', err: '' });
  });

  it('prints every fault at once, by part, with counts, and ends with 1', async () => {
    const exhibition = makeExhibition();
    exhibition.nodes[1]?.links?.push({ to: 'cave-45-b' });
    exhibition.nodes[0]?.hotspots?.pop();
    const { code, out } = await check({ ...exhibition, start: 'cave-64' });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'nodes.1',
        '  error    nodes.1.links.1.to: no node "cave-45-b"; did you mean "cave-45"?',
        '',
        'start',
        '  error    start: no node "cave-64"; did you mean "cave-46"?',
        '',
        'assets.2',
        '  warning  assets.2: nothing shows "detail"; use it in a node, a hotspot or a plan, or take it out',
        '',
        '2 errors, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('ends with 0 for warnings alone, with 1 where they count as errors', async () => {
    const exhibition = { ...makeExhibition(), rights: 'https://museum.example/terms' };
    expect((await check(exhibition)).code).toBe(0);
    expect((await check(exhibition, '--warnings-as-errors')).code).toBe(1);
  });

  it('prints the same as JSON', async () => {
    const { code, out } = await check(showing('gone.png'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      exhibition: 'small',
      errors: 1,
      warnings: 0,
      faultsLeftOut: 0,
      faults: [
        {
          severity: 'error',
          path: 'assets.2.uri',
          code: 'missing-file',
          message: 'there is no file "gone.png"',
          remedy: 'mind upper and lower case',
        },
      ],
    });
  });

  it('says what is wrong with the command line', async () => {
    const io = { out: () => undefined, cwd: root, isTerminal: false };
    const run = async (...args: string[]) => {
      let err = '';
      const code = await runGrotto(['check', ...args], { ...io, err: (text) => (err += text) });
      return `${code} ${err.trim()}`;
    };
    expect(await run()).toBe('2 grotto check: name the folder that holds exhibition.json');
    expect(await run('nowhere')).toBe('2 grotto check: there is no "nowhere"');
    expect(await run('pano-45')).toBe('2 grotto check: "pano-45" holds no exhibition.json');
    expect(await run('a', 'b')).toBe('2 grotto check: one folder at a time');
    expect(await run('.', '--nonsense')).toMatch(/^2 grotto check: Unknown option '--nonsense'/);
  });

  it('minds upper and lower case as a server does', async () => {
    expect((await check(showing('Detail.png'))).out).toContain('there is no file "Detail.png"');
  });

  it('follows no link out of the folder', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'grotto-outside-'));
    try {
      await sharp({ create: { width: 64, height: 48, channels: 3, background: 'red' } }).toFile(
        path.join(outside, 'a.png'),
      );
      symlinkSync(path.join(outside, 'a.png'), path.join(root, 'link.png'));
      symlinkSync(outside, path.join(root, 'linked'));
      symlinkSync(path.join(root, 'detail.png'), path.join(root, 'inner.png'));
      expect((await check(showing('link.png'))).out).toContain('there is no file "link.png"');
      expect((await check(showing('linked/a.png'))).out).toContain('there is no file "linked/a.png"');
      expect((await check(showing('inner.png'))).code).toBe(0);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('prints what would move the cursor or turn text around as what it is', async () => {
    const { out } = await check(showing('a\u001b[2J\u202eb.png'));
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('holds a control character');
  });

  it('names what a broken picture suffers from, without the folder of this machine', async () => {
    writeFileSync(path.join(root, 'broken.png'), '<html>404</html>');
    writeFileSync(path.join(root, 'empty.png'), '');
    const { out } = await check(showing('broken.png'));
    expect(out).toContain('"broken.png" cannot be shown');
    expect(out).not.toContain(root);
    expect((await check(showing('empty.png'))).out).toContain('"empty.png" cannot be shown: the file is empty');
  });
});

describe('crafted pictures', () => {
  const folder = path.join(REAL_DATA, 'crafted/images');
  const files = ['empty.jpg', 'not_an_image.jpg', 'png_zero_size.png', 'png_lying_header.png', 'jpeg_header_65500.jpg', 'hdr_no_data.hdr', 'ktx2_huge.ktx2', 'exr_huge_window.exr', 'png_bomb_20000x20000_1bit.png', 'png_truncated.png']; // prettier-ignore

  it.skipIf(!hasRealData)(titleOf('each cost one line, not the check'), async () => {
    const { copyFileSync } = await import('node:fs');
    for (const file of files) {
      copyFileSync(path.join(folder, file), path.join(root, file));
      const { code, out } = await check(showing(file));
      expect(code, file).toBe(1);
      expect(
        out.split('\n').filter((line) => line.includes('error ')),
        file,
      ).toHaveLength(1);
    }
  });
});
