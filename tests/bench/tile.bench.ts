/**
 * Tiles a picture of half a billion pixels, made on the fly, and prints seconds, tiles per second and peak memory; then
 * lets `vips dzsave` cut the same picture into flat tiles of the same size and format, and prints the ratio of the two.
 * Flat tiling reprojects nothing, so it is the floor, not a rival. BENCH_WIDTH makes a smaller picture.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { once } from 'node:events';
import sharp from 'sharp';

const WIDTH = Number(process.env['BENCH_WIDTH'] ?? 32_768);
const HEIGHT = WIDTH / 2;
const TEXTURE = 1_024;
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A tile of fine grain over soft shapes, from a fixed seed: about as hard to compress as a painted wall. */
function drawTexture(): Uint8Array {
  const texture = new Uint8Array(TEXTURE * TEXTURE * 3);
  let state = 1;
  for (let y = 0, i = 0; y < TEXTURE; y++) {
    for (let x = 0; x < TEXTURE; x++, i += 3) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      const grain = (state >>> 27) - 16;
      const stroke = 30 * Math.sin((x * 2 * Math.PI * 24) / TEXTURE + 3 * Math.sin((y * 2 * Math.PI * 5) / TEXTURE));
      texture[i] = 130 + stroke + grain;
      texture[i + 1] = 90 + 0.6 * stroke + grain;
      texture[i + 2] = 70 - 0.4 * stroke + grain;
    }
  }
  return texture;
}

/** Streams the picture row by row into an uncompressed TIFF (one strip), then packs it as JPEG: what museums send. */
async function drawPicture(file: string): Promise<void> {
  const plain = `${file}.tif`;
  const out = createWriteStream(plain);
  out.write(describeTiff(WIDTH, HEIGHT));
  const texture = drawTexture();
  for (let y = 0; y < HEIGHT; y++) {
    const row = Buffer.alloc(WIDTH * 3);
    const from = (y % TEXTURE) * TEXTURE * 3;
    for (let x = 0; x < WIDTH; x += TEXTURE)
      row.set(texture.subarray(from, from + Math.min(TEXTURE, WIDTH - x) * 3), x * 3);
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  await sharp(plain, { sequentialRead: true, limitInputPixels: false }).jpeg({ quality: 90 }).toFile(file);
  rmSync(plain);
}

/** The header of a little-endian TIFF of 8-bit RGB whose pixels follow at once. */
function describeTiff(width: number, height: number): Buffer {
  const LONG = 4;
  const SHORT = 3;
  const entries = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 3, 122],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, 128],
    [277, SHORT, 1, 3],
    [278, LONG, 1, height],
    [279, LONG, 1, width * height * 3],
  ] as const;
  const header = Buffer.alloc(128);
  header.write('II*\0', 0, 'latin1');
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries.length, 8);
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + i * 12;
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type, at + 2);
    header.writeUInt32LE(count, at + 4);
    header.writeUInt32LE(value, at + 8);
  }
  for (const at of [122, 124, 126]) header.writeUInt16LE(8, at);
  return header;
}

interface Measured {
  readonly seconds: number;
  /** Null where the system does not tell. */
  readonly peakMegabytes: number | null;
}

/** Runs a program to its end; its peak memory is read from /proc while it runs, where there is one. */
async function measure(program: string, args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak: number | null = null;
  const watch = setInterval(() => {
    peak = readPeakMegabytes(child.pid ?? 0) ?? peak;
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak };
}

function readPeakMegabytes(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function countTiles(entry: string): number {
  const { layers } = JSON.parse(readFileSync(entry, 'utf8')) as {
    layers: [{ source: { levels: number[]; tileSize: number } }];
  };
  const { levels, tileSize } = layers[0].source;
  return levels.reduce((sum, size) => sum + 6 * Math.ceil(size / tileSize) ** 2, 0);
}

const picture = path.join(folder, 'picture.jpg');
await drawPicture(picture);
const megapixels = (WIDTH * HEIGHT) / 1e6;
const megabytes = statSync(picture).size / 1e6;
console.log(
  `picture ${WIDTH}×${HEIGHT}, ${megapixels.toFixed(0)} Mpx, JPEG of ${megabytes.toFixed(0)} MB, ${availableParallelism()} cores`,
);

const cli = path.resolve(import.meta.dirname, '../../src/pipeline/bin.mjs');
const out = path.join(folder, 'cube');
const ours = await measure(process.execPath, [cli, 'tile', picture, '--out', out, '--quality', '80']);
const tiles = countTiles(path.join(out, 'panorama.json'));
const peak = (value: number | null) => (value === null ? 'peak memory unknown' : `peak ${value.toFixed(0)} MB`);
console.log(
  `grotto tile   ${ours.seconds.toFixed(1)} s, ${tiles} cube tiles, ${(tiles / ours.seconds).toFixed(1)} tiles/s, ${peak(ours.peakMegabytes)}`,
);
rmSync(out, { recursive: true });

if (existsSync('/usr/bin/vips')) {
  const flat = path.join(folder, 'flat');
  const args = [
    'dzsave',
    `${picture}[access=sequential]`,
    flat,
    '--tile-size',
    '512',
    '--overlap',
    '0',
    '--suffix',
    '.webp[Q=80]',
  ];
  const theirs = await measure('/usr/bin/vips', args);
  console.log(`vips dzsave   ${theirs.seconds.toFixed(1)} s, flat, ${peak(theirs.peakMegabytes)}`);
  console.log(
    `ratio         ${(ours.seconds / theirs.seconds).toFixed(2)} (grotto tile / vips dzsave; the cube has 1.2 times the pixels)`,
  );
} else {
  console.log('vips dzsave   not compared: /usr/bin/vips is absent (Debian: libvips-tools)');
}
