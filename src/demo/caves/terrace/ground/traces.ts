/** What people left on the sand: slabs laid along the ways, and the prints of their feet. */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, type Point } from '#demo/paint/paths.ts';
import { PATHS } from '#demo/caves/terrace/ground/relief.ts';

interface Slab {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly depth: number;
  readonly turn: number;
  readonly seed: number;
}

const SLABS: readonly Slab[] = laySlabs();

export function drawSlabs(painter: Painter): void {
  for (const slab of SLABS) drawSlab(painter, slab);
}

function laySlabs(): Slab[] {
  const random = createRandom(662);
  const slabs: Slab[] = [];
  const lay = (x: number, z: number, width: number, depth: number, turn = 0): void => {
    slabs.push({
      x: x + random.normal() * 0.03,
      z: z + random.normal() * 0.03,
      width: width * random.between(0.92, 1.04),
      depth: depth * random.between(0.92, 1.04),
      turn: turn + random.normal() * 0.035,
      seed: slabs.length * 17 + 3,
    });
  };
  for (let row = 0; row < 5; row++)
    for (const side of [-1, 1]) lay(side * 0.42 + (row % 2 ? 0.05 : -0.04), 0.55 + row * 0.66, 0.8, 0.62);
  for (let i = 0; i < 3; i++) lay(-11.4 + 22.8 + (i - 1) * 0.78, 0.6, 0.74, 0.6);
  for (const path of PATHS.slice(1))
    for (let i = 0; i + 1 < path.length; i++) {
      const [ax, az] = path[i]!;
      const [bx, bz] = path[i + 1]!;
      const length = Math.hypot(bx - ax, bz - az);
      const turn = Math.atan2(bz - az, bx - ax);
      for (let d = 0.35; d < length; d += 0.82) {
        const x = ax + ((bx - ax) * d) / length;
        const z = az + ((bz - az) * d) / length;
        if (Math.abs(x) < 0.95 && z < 3.9) continue;
        if (Math.hypot(x - 0.35, z - 7.2) < 1.3) continue;
        lay(x, z, 0.62, 0.5, turn);
      }
    }
  return slabs;
}

function drawSlab(painter: Painter, { x, z, width, depth, turn, seed }: Slab): void {
  const random = createRandom(seed);
  const corners: Point[] = [];
  for (const [a, b] of [
    [-1, -1],
    [0, -1.02],
    [1, -1],
    [1.03, 0],
    [1, 1],
    [0, 1.02],
    [-1, 1],
    [-1.03, 0],
  ] as const)
    corners.push([(a * width * random.between(0.94, 1)) / 2, (b * depth * random.between(0.93, 1)) / 2]);
  const outline = blob(corners, true, 0.12);
  const { context } = painter;
  painter.push(x, z, 1, turn);
  if (!painter.isDrawing) {
    context.fillStyle = 'rgba(52,40,32,0.55)';
    context.save();
    context.translate(0.008, 0.022);
    context.fill(outline);
    context.restore();
  }
  painter.lightness = random.between(-0.08, 0.06);
  painter.fill(outline, 'grey');
  painter.lightness = 0;
  painter.clip(outline);
  for (let i = 0; i < 26; i++) {
    const at: Point = [random.between(-0.5, 0.5) * width, random.between(-0.5, 0.5) * depth];
    const radius = random.between(0.02, 0.12);
    painter.fill(
      blob([
        [at[0] - radius, at[1]],
        [at[0], at[1] - radius * 0.6],
        [at[0] + radius, at[1]],
        [at[0], at[1] + radius * 0.6],
      ]),
      random() < 0.5 ? 'ochre' : 'brown',
      0.1,
    );
  }
  // Sand has blown over one corner.
  painter.fill(
    blob([
      [-width / 2, depth * 0.1],
      [0, depth * 0.42],
      [width * 0.1, depth * 0.6],
      [-width * 0.6, depth * 0.6],
    ]),
    'ochre',
    0.35,
  );
  painter.pop();
  painter.line(outline, 0.006, 'ink', 0.75);
  context.save();
  context.translate(-0.004, -0.008);
  painter.line(outline, 0.008, 'white', 0.3);
  context.restore();
  painter.pop();
}

export function drawFootprints(painter: Painter): void {
  const random = createRandom(671);
  const { context } = painter;
  for (const path of PATHS)
    for (let walker = 0; walker < 9; walker++) {
      const offset = random.normal() * 0.55;
      const back = random() < 0.5;
      const fresh = random.between(0.3, 1);
      for (let i = 0; i + 1 < path.length; i++) {
        const [ax, az] = path[i]!;
        const [bx, bz] = path[i + 1]!;
        const length = Math.hypot(bx - ax, bz - az);
        const turn = Math.atan2(bz - az, bx - ax) + (back ? Math.PI : 0);
        for (let step = 0; step * 0.34 < length; step++) {
          const d = step * 0.34 + random.between(-0.04, 0.04);
          const side = (step % 2 ? 1 : -1) * 0.09 + offset + 0.2 * Math.sin(d * 0.7 + walker);
          const x = ax + ((bx - ax) * d - (bz - az) * side) / length;
          const z = az + ((bz - az) * d + (bx - ax) * side) / length;
          const tilt = random.normal() * 0.12;
          if (random() < 0.2) continue;
          context.save();
          context.translate(x, z);
          context.rotate(turn + tilt);
          drawFoot(painter, fresh);
          context.restore();
        }
      }
    }
}

/** A sole and a heel pressed into sand: dark in the hollow, a pale rim pushed up on the far side. */
function drawFoot(painter: Painter, fresh: number): void {
  const { context, isDrawing } = painter;
  for (const [x, length, width] of [
    [0.045, 0.085, 0.046],
    [-0.085, 0.045, 0.036],
  ] as const) {
    if (isDrawing) {
      context.strokeStyle = 'rgba(46,36,30,0.22)';
      context.lineWidth = 0.004;
      context.beginPath();
      context.ellipse(x, 0, length, width, 0, 0, Math.PI * 2);
      context.stroke();
      continue;
    }
    context.fillStyle = `rgba(232,214,186,${0.36 * fresh})`;
    context.beginPath();
    context.ellipse(x + 0.004, 0, length + 0.009, width + 0.009, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = `rgba(84,66,52,${0.42 * fresh})`;
    context.beginPath();
    context.ellipse(x, 0, length, width, 0, 0, Math.PI * 2);
    context.fill();
  }
}
