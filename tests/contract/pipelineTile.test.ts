import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { assetSchema } from '#document/schema.ts';
import type { CommandIo } from '#pipeline/command.ts';
import { runGrotto } from '#pipeline/main.ts';

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-tile-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function tile(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io: CommandIo = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: folder,
    isTerminal: false,
  };
  return { code: await runGrotto(['tile', '--quiet', '--workers', '1', ...args], io), ...said };
}

/** A sphere whose colour says where it is: red grows with yaw, green with pitch. */
function drawSphere(width: number, height = width / 2, channels: 3 | 4 = 3): Buffer {
  const bytes = Buffer.alloc(width * height * channels, 255);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += channels) {
      bytes[i] = Math.round((255 * x) / (width - 1));
      bytes[i + 1] = Math.round(255 - (255 * y) / (height - 1));
      bytes[i + 2] = 90;
    }
  }
  return bytes;
}

function sphere(width: number, height = width / 2) {
  return sharp(drawSphere(width, height), { raw: { width, height, channels: 3 } });
}

function listFiles(root: string): string[] {
  return readdirSync(path.join(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(folder, root), path.join(entry.parentPath, entry.name)))
    .sort();
}

function readEntry(root: string) {
  return assetSchema.parse(JSON.parse(readFileSync(path.join(folder, root, 'panorama.json'), 'utf8')));
}

async function pixelAt(file: string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(path.join(folder, file)).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}

describe('grotto tile', () => {
  it('writes every tile of every level, a preview, a poster and an entry that fits the schema', async () => {
    await sphere(800).png().toFile(path.join(folder, 'whole.png'));
    const { code } = await tile('whole.png', '--out', 'whole', '--tile-size', '128', '--label-en', 'Hall');
    expect(code).toBe(0);
    const entry = readEntry('whole');
    expect(entry).toMatchObject({
      kind: 'panorama',
      id: 'whole',
      label: { en: 'Hall' },
      layers: [
        {
          source: { type: 'cube-tiles', template: 'whole/{z}/{f}/{y}_{x}.webp', tileSize: 128, levels: [128, 256] },
        },
      ],
      colorProfile: 'sRGB',
    });
    expect(entry).not.toHaveProperty('coverage');
    const tiles = listFiles('whole').filter((file) => /^\d\/[frblud]\/\d_\d\.webp$/.test(file));
    expect(tiles).toHaveLength(6 + 24);
    expect(listFiles('whole')).toHaveLength(tiles.length + 3);
    expect(existsSync(path.join(folder, 'whole.partial'))).toBe(false);
  });

  it('turns the faces as the conventions say: the middle looks along yaw 0, red grows to the right, green upward', async () => {
    await sphere(800).png().toFile(path.join(folder, 'turned.png'));
    await tile('turned.png', '--out', 'turned', '--lossless', '--tile-size', '256');
    const [front, right, left] = await Promise.all(
      ['f', 'r', 'l'].map((face) => pixelAt(`turned/0/${face}/0_0.webp`, 128, 128)),
    );
    expect(front![0]).toBeCloseTo(128, -0.7);
    expect(right![0]).toBeCloseTo(191, -0.7);
    expect(left![0]).toBeCloseTo(64, -0.7);
    const [up, down] = await Promise.all(['u', 'd'].map((face) => pixelAt(`turned/0/${face}/0_0.webp`, 128, 128)));
    expect(up![1]).toBeGreaterThan(250);
    expect(down![1]).toBeLessThan(5);
    // The lower edge of the upper face joins the front.
    expect((await pixelAt('turned/0/u/0_0.webp', 128, 255))[0]).toBeCloseTo(128, -0.7);
    expect((await pixelAt('turned/0/d/0_0.webp', 128, 0))[0]).toBeCloseTo(128, -0.7);
  });

  it('gives the same bytes with one worker as with three', async () => {
    await sphere(600).jpeg().toFile(path.join(folder, 'same.jpg'));
    await tile('same.jpg', '--out', 'one', '--workers', '1', '--tile-size', '64', '--id', 'x', '--base', 'one');
    await tile('same.jpg', '--out', 'three', '--workers', '3', '--tile-size', '64', '--id', 'x', '--base', 'three');
    expect(listFiles('three')).toEqual(listFiles('one'));
    for (const file of listFiles('one'))
      expect(
        readFileSync(path.join(folder, 'three', file)).equals(readFileSync(path.join(folder, 'one', file))),
        file,
      ).toBe(true);
  });

  it('writes only the tiles that a partial picture touches, and its coverage', async () => {
    await sphere(300, 300).png().toFile(path.join(folder, 'part.png'));
    const { code } = await tile('part.png', '--out', 'part', '--coverage=-40,40,-30,30', '--tile-size', '128');
    expect(code).toBe(0);
    expect(readEntry('part')).toMatchObject({ coverage: { yawMin: -40, yawMax: 40, pitchMin: -30, pitchMax: 30 } });
    const faces = new Set(listFiles('part').map((file) => /^\d\/([a-z])\//.exec(file)?.[1]));
    expect(faces).toEqual(new Set(['f', undefined]));
  });

  it.each(['sbs', 'tb'] as const)('cuts %s stereo into a pyramid for each eye', async (layout) => {
    const left = { raw: { width: 400, height: 200, channels: 3 as const } };
    const isWide = layout === 'sbs';
    await sharp({ create: { width: isWide ? 800 : 400, height: isWide ? 200 : 400, channels: 3, background: '#00f' } })
      .composite([{ input: drawSphere(400), ...left, left: 0, top: 0 }])
      .png()
      .toFile(path.join(folder, `${layout}.png`));
    await tile(`${layout}.png`, '--out', layout, '--stereo', layout, '--lossless');
    expect(readEntry(layout)).toMatchObject({
      layers: [
        {
          source: { template: `${layout}/left/{z}/{f}/{y}_{x}.webp` },
          rightEye: { template: `${layout}/right/{z}/{f}/{y}_{x}.webp` },
        },
      ],
    });
    expect((await pixelAt(`${layout}/left/0/f/0_0.webp`, 64, 64))[2]).toBe(90);
    expect(await pixelAt(`${layout}/right/0/f/0_0.webp`, 64, 64)).toEqual([0, 0, 255]);
  });

  it('reads 16 bits per value without losing their fineness on the way', async () => {
    const wide = new Uint16Array(200 * 100 * 3).fill(0x8080);
    await sharp(wide, { raw: { width: 200, height: 100, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toFile(path.join(folder, 'deep.png'));
    expect((await sharp(path.join(folder, 'deep.png')).metadata()).depth).toBe('ushort');
    await tile('deep.png', '--out', 'deep', '--lossless');
    expect(await pixelAt('deep/0/f/0_0.webp', 30, 30)).toEqual([128, 128, 128]);
  });

  it('reads a big TIFF in 16 bits, WebP and AVIF', async () => {
    const wide = Uint16Array.from(drawSphere(200), (value) => value * 257);
    await sharp(wide, { raw: { width: 200, height: 100, channels: 3 } })
      .toColourspace('rgb16')
      .tiff({ bigtiff: true, compression: 'deflate' })
      .toFile(path.join(folder, 'big.tif'));
    await sphere(200).webp().toFile(path.join(folder, 'small.webp'));
    await sphere(200).avif({ effort: 0 }).toFile(path.join(folder, 'small.avif'));
    for (const name of ['big.tif', 'small.webp', 'small.avif']) {
      const out = name.replace('.', '-');
      expect((await tile(name, '--out', out, '--lossless')).code, name).toBe(0);
      expect((await pixelAt(`${out}/0/r/0_0.webp`, 32, 32))[0], name).toBeCloseTo(191, -1);
    }
  });

  it('converts a wide gamut to sRGB and says so, or keeps it and embeds the profile in every picture', async () => {
    const red = sharp({ create: { width: 200, height: 100, channels: 3, background: '#c03020' } });
    await red.withIccProfile('p3').png().toFile(path.join(folder, 'p3.png'));
    const [kept] = await sharp(path.join(folder, 'p3.png'))
      .keepIccProfile()
      .raw()
      .toBuffer()
      .then((data) => [[...data.subarray(0, 3)]]);
    const converted = await tile('p3.png', '--out', 'srgb', '--lossless');
    expect(converted.err).toMatch(/warning: p3\.png: colours are converted from .*P3.* to sRGB/);
    expect(readEntry('srgb')).toMatchObject({ colorProfile: 'sRGB' });
    for (const [c, value] of (await pixelAt('srgb/0/f/0_0.webp', 9, 9)).entries())
      expect(Math.abs(value - [0xc0, 0x30, 0x20][c]!)).toBeLessThanOrEqual(2);

    for (const format of ['webp', 'jpeg']) {
      const out = `p3-${format}`;
      await tile('p3.png', '--out', out, '--keep-profile', '--format', format, '--quality', '100');
      expect(readEntry(out)).toMatchObject({ colorProfile: expect.stringContaining('P3') });
      const extension = format === 'webp' ? 'webp' : 'jpg';
      for (const file of [`0/f/0_0.${extension}`, 'preview.webp', 'poster.webp'])
        expect((await sharp(path.join(folder, out, file)).metadata()).hasProfile, file).toBe(true);
      const raw = await sharp(path.join(folder, out, `0/f/0_0.${extension}`))
        .keepIccProfile()
        .raw()
        .toBuffer();
      for (const c of [0, 1, 2]) expect(Math.abs(raw[c]! - kept![c]!)).toBeLessThanOrEqual(3);
    }
  });

  it('goes on after a kill: tiles that are there stay as they are, the rest is made', async () => {
    await sphere(500).png().toFile(path.join(folder, 'killed.png'));
    const args = ['killed.png', '--tile-size', '64', '--id', 'x', '--base', 'y'];
    await tile(...args, '--out', 'unbroken');
    const controller = { tiles: 0 };
    const io: CommandIo = {
      out: () => undefined,
      err: (text) => {
        if (text.includes('tiles') && controller.tiles++ === 0) throw new Error('killed');
      },
      cwd: folder,
      isTerminal: true,
    };
    await expect(runGrotto(['tile', ...args, '--out', 'broken'], io)).rejects.toThrow('killed');
    expect(existsSync(path.join(folder, 'broken'))).toBe(false);
    mkdirSync(path.join(folder, 'broken.partial/0/f'), { recursive: true });
    writeFileSync(path.join(folder, 'broken.partial/0/f/0_0.webp'), 'kept');
    expect((await tile(...args, '--out', 'broken')).code).toBe(0);
    expect(readFileSync(path.join(folder, 'broken/0/f/0_0.webp'), 'utf8')).toBe('kept');
    expect(listFiles('broken')).toEqual(listFiles('unbroken'));
  });

  it('begins anew where the half-done work was of another picture', async () => {
    mkdirSync(path.join(folder, 'other.partial/0/f'), { recursive: true });
    writeFileSync(path.join(folder, 'other.partial/0/f/0_0.webp'), 'stale');
    writeFileSync(path.join(folder, 'other.partial/journal.json'), '{"fingerprint": "0"}');
    await sphere(100).png().toFile(path.join(folder, 'other.png'));
    await tile('other.png', '--out', 'other');
    expect(readFileSync(path.join(folder, 'other/0/f/0_0.webp'), 'latin1')).not.toBe('stale');
  });

  it('refuses a cut-off JPEG and leaves nothing, unless told to take what is there', async () => {
    await sphere(400).jpeg({ quality: 95 }).toFile(path.join(folder, 'cut.jpg'));
    truncateSync(path.join(folder, 'cut.jpg'), 6_000);
    const { code, err } = await tile('cut.jpg', '--out', 'cut');
    expect(code).toBe(1);
    expect(err.trimEnd()).toMatch(/^grotto tile: cut\.jpg: damaged or cut short .*--allow-truncated$/);
    expect(readdirSync(folder).filter((name) => name.startsWith('cut'))).toEqual(['cut.jpg']);
    expect((await tile('cut.jpg', '--out', 'cut', '--allow-truncated')).code).toBe(0);
  });

  it('does not overwrite a folder unless told to', async () => {
    await sphere(100).png().toFile(path.join(folder, 'again.png'));
    expect((await tile('again.png', '--out', 'again')).code).toBe(0);
    expect(await tile('again.png', '--out', 'again')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--force'),
    });
    expect((await tile('again.png', '--out', 'again', '--force')).code).toBe(0);
  });

  it('puts the entry into an exhibition, and a second layer into the same panorama', async () => {
    mkdirSync(path.join(folder, 'show'));
    writeFileSync(path.join(folder, 'show/exhibition.json'), '{"formatVersion": 1, "assets": [], "x-own": true}');
    await sphere(100).png().toFile(path.join(folder, 'merged.png'));
    for (const kind of ['as-found', 'restored'])
      await tile(
        'merged.png',
        '--out',
        `show/panoramas/${kind}`,
        '--exhibition',
        'show',
        '--id',
        'hall',
        '--kind',
        kind,
      );
    const document: unknown = JSON.parse(readFileSync(path.join(folder, 'show/exhibition.json'), 'utf8'));
    expect(document).toMatchObject({
      'x-own': true,
      assets: [
        {
          id: 'hall',
          layers: [
            { id: 'as-found', source: { template: 'panoramas/as-found/{z}/{f}/{y}_{x}.webp' } },
            { id: 'restored', source: { template: 'panoramas/restored/{z}/{f}/{y}_{x}.webp' } },
          ],
        },
      ],
    });
  });

  it('says a wrong use in one line and ends with 2', async () => {
    for (const args of [
      [],
      ['a.jpg'],
      ['a.jpg', '--out', 'x', '--colour'],
      ['a.jpg', '--out', 'x', '--tile-size', '7'],
    ]) {
      const { code, err } = await tile(...args);
      expect(code).toBe(2);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
