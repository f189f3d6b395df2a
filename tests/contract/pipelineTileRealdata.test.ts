import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { CommandIo } from '#pipeline/command.ts';
import { runGrotto } from '#pipeline/main.ts';

const realdata = path.resolve(import.meta.dirname, '../../../shared/realdata');
const isThere = existsSync(realdata);
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-real-'));
afterAll(() => rmSync(folder, { recursive: true }));
vi.setConfig({ testTimeout: 120_000 });

async function tile(...args: string[]): Promise<{ code: number; err: string }> {
  const said = { err: '' };
  const io: CommandIo = {
    out: () => undefined,
    err: (text) => void (said.err += text),
    cwd: realdata,
    isTerminal: false,
  };
  return { code: await runGrotto(['tile', '--quiet', '--workers', '1', '--face-size', '200', ...args], io), ...said };
}

const title = isThere ? '' : ' (skipped: ../shared/realdata is absent)';

describe.skipIf(!isThere)(`grotto tile on files that others made${title}`, () => {
  it.each([
    ['pano/gpano/snow_cropped.jpg', []],
    ['pano/pannellum/examplepano.jpg', []],
    ['pano/psv/sphere_small.jpg', []],
    ['pano/milky-way-2k.png', []],
    ['pano/vrview-gallery/petra.jpg', []],
    ['pano/stereo/congo_2048_tb.jpg', ['--stereo', 'tb']],
    ['derived/coral_4096x1024_sbs.jpg', ['--stereo', 'sbs']],
    ['pano/stereo/mono-equirect180.png', ['--coverage=-90,90,-90,90']],
    ['derived/gpano/full.jpg', []],
    ['derived/gpano/cropped.jpg', []],
    ['derived/tour-cave/n0/rgb.jpg', []],
    ['pano/cubemaps/park/{f}.jpg', []],
    ['pano/pannellum/examplepanocube{f}.jpg', []],
  ])('tiles %s without a warning', async (input, options) => {
    const out = path.join(folder, input.replace(/[^\w]/g, '-'));
    const { code, err } = await tile(input, '--out', out, ...options);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(existsSync(path.join(out, 'panorama.json'))).toBe(true);
  });

  it.each(['cropped_resized_stale_xmp.jpg', 'bad_huge.jpg', 'bad_zero_full.jpg'])(
    'tiles derived/gpano/%s, with one line about its GPano',
    async (name) => {
      const { code, err } = await tile(`derived/gpano/${name}`, '--out', path.join(folder, name));
      expect(code).toBe(0);
      expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(/^warning: .*GPano/)]);
    },
  );

  it('doubts that a dual-fisheye picture is a panorama, although it is 2:1', async () => {
    const { code, err } = await tile('pano/psv/dualfisheye.jpg', '--out', path.join(folder, 'fisheye'));
    expect(code).toBe(0);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('dual fisheye has to be stitched first')]);
  });

  it.each([
    'derived/gpano/cylindrical.jpg',
    ...(isThere ? readdirSync(path.join(realdata, 'crafted/images')).map((name) => `crafted/images/${name}`) : []),
  ])('refuses %s in one line and leaves nothing behind', async (input) => {
    const out = path.join(folder, 'refused');
    const { code, err } = await tile(input, '--out', out);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(`grotto tile: ${input}: `);
    expect(existsSync(out) || existsSync(`${out}.partial`)).toBe(false);
  });

  it('cuts faces of a cube map that join: front to right, up to front, front to down', async () => {
    const out = path.join(folder, 'joined');
    await tile('pano/cubemaps/park/{f}.jpg', '--out', out, '--lossless', '--face-size', '512');
    const read = async (face: string) =>
      sharp(readFileSync(path.join(out, `0/${face}/0_0.webp`)))
        .raw()
        .toBuffer();
    const [front, right, up, down] = await Promise.all(['f', 'r', 'u', 'd'].map(read));
    const differ = (a: Buffer, b: Buffer, at: (i: number) => [number, number]) => {
      let sum = 0;
      for (let i = 0; i < 512; i++) sum += Math.abs(a[at(i)[0] * 3]! - b[at(i)[1] * 3]!);
      return sum / 512;
    };
    expect(differ(front!, right!, (i) => [i * 512 + 511, i * 512])).toBeLessThan(12);
    expect(differ(up!, front!, (i) => [511 * 512 + i, i])).toBeLessThan(12);
    expect(differ(front!, down!, (i) => [511 * 512 + i, i])).toBeLessThan(12);
  });
});
