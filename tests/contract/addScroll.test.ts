/** A flat picture put into an exhibition by the command line: every tile where the document says, in its true size. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runGrotto } from '#pipeline/main.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-scroll-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WIDTH = 3_001;
const HEIGHT = 700;

async function grotto(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    cwd: folder,
    isTerminal: false,
  };
  return { code: await runGrotto(args, io), ...said };
}

interface Written {
  readonly assets: Record<string, unknown>[];
  readonly nodes: Record<string, unknown>[];
}

const read = () => JSON.parse(readFileSync(path.join(folder, 'show/exhibition.json'), 'utf8')) as Written;

beforeAll(async () => {
  // Redder to the right, greener below, so that a tile tells where it is from.
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) pixels.set([(x / WIDTH) * 255, (y / HEIGHT) * 255, 40], (y * WIDTH + x) * 3);
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  await sharp(pixels, { raw }).png().toFile(path.join(folder, 'long_river.png'));
  await sharp({ create: { width: 128, height: 64, channels: 3, background: '#976' } }).jpeg().toFile(path.join(folder, 'hall.jpg')); // prettier-ignore
  await grotto('new', 'show', 'hall.jpg');
});

describe('grotto add scroll', () => {
  it('writes a pyramid of which each level is half of the next, and says it in the document', async () => {
    const { code, out } = await grotto('add', 'scroll', 'show', 'long_river.png', '--height', '0.28');
    expect([code, out]).toEqual([0, expect.stringContaining('scroll "long_river" is 1.2 × 0.28 m, 3001 × 700 pixels in 4 levels')]); // prettier-ignore
    const { assets, nodes } = read();
    expect(assets[1]).toMatchObject({
      kind: 'scroll', id: 'long_river', label: { en: 'long river' }, metresPerPixel: 0.0004,
      source: { type: 'flat-tiles', template: 'flat/long_river/{z}/{y}_{x}.webp', width: WIDTH, height: HEIGHT, tileSize: 512, levels: 4 },
      poster: { uri: 'flat/long_river/poster.webp', width: 1280, height: 299 },
    }); // prettier-ignore
    expect(nodes[0]?.['links']).toEqual([{ to: 'long_river', target: { yaw: 180, pitch: -10 } }]);
    expect(nodes[1]).toMatchObject({ id: 'long_river', asset: 'long_river', links: [{ to: 'hall' }] });
    const tiles = path.join(folder, 'show/flat/long_river');
    expect(readdirSync(tiles).sort()).toEqual(['0', '1', '2', '3', 'poster.webp']);
    for (let z = 0; z < 4; z++) {
      const [width, height] = [Math.ceil(WIDTH / 2 ** (3 - z)), Math.ceil(HEIGHT / 2 ** (3 - z))];
      const [columns, rows] = [Math.ceil(width / 512), Math.ceil(height / 512)];
      expect(readdirSync(path.join(tiles, String(z)))).toHaveLength(columns * rows);
      const last = await sharp(path.join(tiles, `${z}/${rows - 1}_${columns - 1}.webp`)).metadata();
      expect([last.width, last.height]).toEqual([width - (columns - 1) * 512, height - (rows - 1) * 512]);
    }
  });

  it('names its tiles by row and column', async () => {
    const colour = async (name: string) => {
      const { channels } = await sharp(path.join(folder, 'show/flat/long_river/3', name)).stats();
      return channels.slice(0, 2).map(({ mean }) => mean);
    };
    const [red = 0, green = 0] = await colour('1_4.webp');
    expect(red).toBeCloseTo(((4 * 512 + 256) / WIDTH) * 255, -0.8);
    expect(green).toBeCloseTo(((512 + 94) / HEIGHT) * 255, -0.8);
  });

  it('leaves an exhibition that check finds nothing wrong with', async () => {
    const { code, out } = await grotto('check', 'show');
    expect(code, out).toBe(0);
  });

  it('is a picture where it is not long, and says what is wrong before it cuts anything', async () => {
    const { out } = await grotto('add', 'scroll', 'show', 'hall.jpg', '--width', '2', '--id', 'map', '--ltr', '--rights', 'http://creativecommons.org/publicdomain/zero/1.0/'); // prettier-ignore
    expect(out).toContain('picture "map" is 2 × 1 m');
    expect(read().assets[2]).toMatchObject({ kind: 'picture', direction: 'ltr', metresPerPixel: 0.015625, rights: expect.stringContaining('zero') as string }); // prettier-ignore
    const before = JSON.stringify(read());
    writeFileSync(path.join(folder, 'broken.png'), 'no picture');
    expect((await grotto('add', 'scroll', 'show', 'hall.jpg')).err).toContain('--height or --width');
    expect((await grotto('add', 'scroll', 'show', 'hall.jpg', '--height', 'tall')).err).toContain('expected metres');
    expect((await grotto('add', 'scroll', 'show', 'hall.jpg', '--height', '1', '--id', 'map')).code).toBe(2);
    expect((await grotto('add', 'scroll', 'show', 'none.png', '--height', '1')).err).toContain('no such file');
    expect((await grotto('add', 'scroll', 'show', 'broken.png', '--height', '1')).err).toContain('cannot be read');
    expect(existsSync(path.join(folder, 'show/flat/broken'))).toBe(false);
    expect(existsSync(path.join(folder, 'show/flat/broken.partial'))).toBe(false);
    expect(JSON.stringify(read())).toBe(before);
  });
});
