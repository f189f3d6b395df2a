import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { createRandom, type Random } from '#demo/noise/random.ts';

/** Depth of cracks over a painting, 0…1, coarser than the painting itself where that is very fine. */
export interface CrackMap {
  readonly columns: number;
  readonly rows: number;
  readonly pixelsPerMetre: number;
  readonly depth: Uint8Array;
}

/** Pixels per metre beyond which cracks are not drawn finer. */
const FINEST = 640;
const STRIDE = 0.012;

/** Branching cracks that wander over the plaster, and two long ones that come down from above. */
export function createCracks(
  width: number,
  height: number,
  pixelsPerMetre: number,
  seed: number,
  count: number,
): CrackMap {
  const resolution = Math.min(pixelsPerMetre, FINEST);
  const columns = Math.max(1, Math.round(width * resolution));
  const rows = Math.max(1, Math.round(height * resolution));
  const canvas = createCanvas(columns, rows);
  const context = canvas.getContext('2d');
  const random = createRandom(seed);
  context.scale(resolution, resolution);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (let i = 0; i < count; i++) {
    const crack = { x: random() * width, y: random() * height, angle: random() * Math.PI * 2 };
    wander(context, random, crack, random.between(0.25, 1.4), random.between(0.0014, 0.0042), 0);
  }
  for (let i = 0; count > 0 && i < 2; i++) {
    const crack = { x: random() * width, y: random.between(0, 0.2) * height, angle: 1.57 + random.between(-0.3, 0.3) };
    wander(context, random, crack, random.between(1.2, 2.6), 0.006, 0);
  }
  const { data } = context.getImageData(0, 0, columns, rows);
  const depth = new Uint8Array(columns * rows);
  for (let i = 0; i < depth.length; i++) depth[i] = data[i * 4 + 3]!;
  return { columns, rows, pixelsPerMetre: resolution, depth };
}

function wander(
  context: SKRSContext2D,
  random: Random,
  start: { readonly x: number; readonly y: number; readonly angle: number },
  length: number,
  width: number,
  generation: number,
): void {
  let { x, y, angle } = start;
  for (let gone = 0; gone < length; gone += STRIDE) {
    const left = 1 - gone / length;
    context.strokeStyle = `rgba(255,255,255,${Math.min(1, 0.55 + 0.45 * left)})`;
    context.lineWidth = width * (0.25 + 0.75 * left) * random.between(0.6, 1.3);
    context.beginPath();
    context.moveTo(x, y);
    angle += random.between(-0.55, 0.55) + (start.angle - angle) * 0.12;
    x += Math.cos(angle) * STRIDE;
    y += Math.sin(angle) * STRIDE;
    context.lineTo(x, y);
    context.stroke();
    if (generation < 3 && random() < 0.035) {
      const branch = { x, y, angle: angle + random.pick([-1, 1]) * random.between(0.5, 1.2) };
      wander(context, random, branch, length * random.between(0.15, 0.4), width * 0.6, generation + 1);
    }
  }
}
