import type { Vec3 } from '#shared/vec.ts';
import type { Body } from './body.ts';
import type { Cut, GroundWish } from './protocol.ts';

/** Directions per cell: rings of the upper half of the sky, more of them where they light the ground more. */
const RINGS = 4;
const PER_RING = 6;

/**
 * How much of the sky each cell of the ground sees past the relic that stands on it, weighed as light falls on a level
 * surface. Row by row, so that a worker can answer other questions in between.
 */
export function* lightGround(body: Body, { x, z, halfSide, y, cells, cut }: GroundWish): Generator<void, Uint8Array> {
  const seen = new Float32Array(cells * cells);
  const lift = halfSide * 0.002;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const from: Vec3 = [
        x + ((column + 0.5) / cells - 0.5) * 2 * halfSide,
        y + lift,
        z + ((row + 0.5) / cells - 0.5) * 2 * halfSide,
      ];
      seen[row * cells + column] = openSky(body, from, row * 7 + column * 3, cut);
    }
    yield;
  }
  return toBytes(soften(soften(seen, cells), cells));
}

function openSky(body: Body, from: Vec3, turn: number, cut: Cut | null): number {
  let open = 0;
  for (let ring = 0; ring < RINGS; ring++) {
    // Equal shares of light: the sine of the distance from the zenith, squared, is even.
    const sine = Math.sqrt((ring + 0.5) / RINGS);
    const up = Math.sqrt(1 - sine * sine);
    for (let k = 0; k < PER_RING; k++) {
      // Neighbouring cells look in turned directions; the softening makes one picture of them.
      const angle = (2 * Math.PI * (k + ((turn * 5 + ring * 2) % 9) / 9)) / PER_RING;
      if (!body.pick(from, [sine * Math.cos(angle), up, sine * Math.sin(angle)], cut)) open++;
    }
  }
  return open / (RINGS * PER_RING);
}

/** The mean of each cell and its neighbours. */
function soften(values: Float32Array, cells: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      let [sum, count] = [0, 0];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [r, c] = [row + dy, column + dx];
          if (r < 0 || c < 0 || r >= cells || c >= cells) continue;
          sum += values[r * cells + c] ?? 0;
          count++;
        }
      }
      out[row * cells + column] = sum / count;
    }
  }
  return out;
}

function toBytes(values: Float32Array): Uint8Array {
  return Uint8Array.from(values, (value) => Math.round(value * 255));
}
