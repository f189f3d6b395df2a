/** The colour of the measured vase, drawn by rule: glaze that thins over relief, two nets of crackle, painted bands. */
import sharp from 'sharp';
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';

const NOISE = 1024;
/** Cells around the vase and along it: a wide dark net and a fine light one. */
const NETS = [
  { around: 46, along: 34, seed: 11, width: 0.055, tone: [58, 44, 34], strength: 0.75 },
  { around: 128, along: 96, seed: 12, width: 0.07, tone: [168, 132, 82], strength: 0.45 },
] as const;
/** Painted in cobalt: lower and upper edge as parts of the height of the picture, turns of the wave, waves around. */
const BANDS = [
  { from: 0.185, to: 0.225, waves: 24 },
  { from: 0.43, to: 0.5, waves: 16 },
  { from: 0.615, to: 0.635, waves: 40 },
] as const;
const COBALT = [38, 58, 122] as const;

/** A PNG of `side` × `side` pixels; `relief(u, v)` is the height of the surface, −1…1, which the glaze pools around. */
export async function drawGlaze(side: number, relief: (u: number, v: number) => number): Promise<Buffer> {
  const clouds = createSampler(createFbmTile(NOISE, 4, 7, 0.55, 21), NOISE);
  const grain = createSampler(createFbmTile(NOISE, 128, 3, 0.7, 22), NOISE);
  const nets = NETS.map(({ around, along, seed }) => createNet(around, along, seed));
  const pixels = Buffer.alloc(side * side * 3);
  for (let y = 0; y < side; y++) {
    const v = (y + 0.5) / side;
    for (let x = 0; x < side; x++) {
      const u = (x + 0.5) / side;
      const cloud = clouds(u, v);
      const speck = grain(u * 4, v * 4);
      const pool = 0.5 - 0.5 * relief(u, v);
      let r = 138 + 34 * cloud - 22 * pool + 10 * (speck - 0.5);
      let g = 172 + 22 * cloud - 10 * pool + 9 * (speck - 0.5);
      let b = 152 + 26 * cloud - 4 * pool + 9 * (speck - 0.5);
      const paint = paintBands(u, v, cloud) * (0.72 + 0.28 * speck);
      r += (COBALT[0] - r) * paint;
      g += (COBALT[1] - g) * paint;
      b += (COBALT[2] - b) * paint;
      for (const [index, { width, tone, strength }] of NETS.entries()) {
        const line = (1 - smoothStep(width * 0.35, width, nets[index]!(u, v))) * strength * (0.4 + 0.6 * cloud);
        r += (tone[0] - r) * line;
        g += (tone[1] - g) * line;
        b += (tone[2] - b) * line;
      }
      // Iron specks that burnt through.
      const burnt = smoothStep(0.985, 0.997, speck) * 0.8;
      const at = (y * side + x) * 3;
      pixels[at] = clamp(r - (r - 74) * burnt);
      pixels[at + 1] = clamp(g - (g - 46) * burnt);
      pixels[at + 2] = clamp(b - (b - 30) * burnt);
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** How much of the colour is cobalt, 0…1: two lines and a running wave between them. */
function paintBands(u: number, v: number, cloud: number): number {
  for (const { from, to, waves } of BANDS) {
    const t = (v - from) / (to - from);
    if (t < -0.1 || t > 1.1) continue;
    const edge = Math.min(Math.abs(t), Math.abs(t - 1));
    const turn = u * waves * 2 * Math.PI;
    const crest = 0.5 + 0.28 * Math.sin(turn) + 0.08 * Math.sin(3 * turn + 1);
    const wave = 1 - smoothStep(0.05, 0.11, Math.abs(t - crest) * (0.8 + 0.4 * cloud));
    return Math.max(1 - smoothStep(0.03, 0.07, edge), wave) * 0.9;
  }
  return 0;
}

/** Distance to the nearest border between cells that repeat around the vase, in cells. */
function createNet(around: number, along: number, seed: number): (u: number, v: number) => number {
  const random = createRandom(seed);
  const points = Float32Array.from({ length: around * along * 2 }, () => 0.08 + 0.84 * random());
  return (u, v) => {
    const x = u * around;
    const y = v * along;
    const column = Math.floor(x);
    const row = Math.floor(y);
    let nearest = 9;
    let second = 9;
    for (let j = -1; j <= 1; j++) {
      const rowOf = ((row + j + along) % along) * around;
      for (let i = -1; i <= 1; i++) {
        const at = (rowOf + ((column + i + around) % around)) * 2;
        const distance = Math.hypot(column + i + points[at]! - x, row + j + points[at + 1]! - y);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
        } else if (distance < second) second = distance;
      }
    }
    return second - nearest;
  };
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
