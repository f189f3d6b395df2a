/**
 * Light from all around, filtered for rough and smooth surfaces as three's physical materials read it: a small cube
 * whose levels are blurred by the GGX lobe of rising roughness (see three's PMREMGenerator for levels and weights).
 * Worked out here instead of on the GPU, which takes a software rasteriser many seconds at the size three insists on;
 * and what lies in memory survives the loss of a context.
 */
import {
  CompressedCubeTexture,
  HalfFloatType,
  DataUtils,
  LinearFilter,
  LinearMipmapLinearFilter,
  RGBAFormat,
} from 'three';
import type { Vec3 } from '#shared/vec.ts';

/** Writes the light that comes from a direction of unit length: linear, 1 is white in full light. */
export type Radiance = (direction: Vec3, out: [red: number, green: number, blue: number]) => void;

/** Side of the cube for soft boxes that are seen in polished things; of its last level, which is all matt. */
const SIDE = 64;
const LAST_SIDE = 8;
/** Rays that find the light of the first level below the mirror; twice as many for each below that. */
const RAYS = 20;
/** The side of what the matt level is gathered from, all of it. */
const GATHERED_SIDE = 16;
/** Beyond it half floats end, and no lamp of a picture is as bright. */
const MOST = 60_000;

interface Cube {
  readonly side: number;
  /** Red, green, blue of every texel, face after face. */
  readonly colours: Float32Array;
}

/** `side` is a power of two from 16 on; what shows no detail anyway does with less. */
export function createEnvironment(radiance: Radiance, side = SIDE): CompressedCubeTexture {
  const sides = listSides(side);
  const mirror = paint(side, radiance);
  const last = sides.length - 1;
  const levels = sides.map((own, level): Cube => {
    if (level === 0) return mirror;
    // As three's PMREMGenerator.lodToRoughness.
    const roughness = 1 - Math.sqrt(1 - level / last);
    if (level === last) return gather(halveTo(mirror, GATHERED_SIDE), own, roughness);
    return trace(halveTo(mirror, own * 2), own, roughness, RAYS * level);
  });
  const faces = Array.from({ length: 6 }, (_, face) => ({
    width: side,
    height: side,
    mipmaps: levels.map(({ side: own, colours }) => ({
      data: toHalf(colours.subarray(face * own * own * 3, (face + 1) * own * own * 3)),
      width: own,
      height: own,
    })),
  }));
  // "Compressed" is three's only cube whose levels are all given; its texels are plain half floats.
  const texture = new CompressedCubeTexture(faces, RGBAFormat as never, HalfFloatType);
  texture.name = 'environment';
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.isPMREMTexture = true;
  texture.needsUpdate = true;
  return texture;
}

/** GPU bytes of an environment. */
export function environmentBytes(side = SIDE): number {
  return listSides(side).reduce((sum, own) => sum + own * own * 6 * 8, 0);
}

function listSides(side: number): number[] {
  const sides: number[] = [];
  for (let own = side; own >= LAST_SIDE; own /= 2) sides.push(own);
  return sides;
}

/** The direction through a texel of a cube as GL lays it out, which three looks up with x turned around. */
function writeDirection(out: Float32Array, at: number, face: number, s: number, t: number): void {
  const x = face === 0 ? 1 : face === 1 ? -1 : face === 5 ? -s : s;
  const y = face === 2 ? 1 : face === 3 ? -1 : -t;
  const z = face === 0 ? -s : face === 1 ? s : face === 2 ? t : face === 3 ? -t : face === 4 ? 1 : -1;
  const length = Math.hypot(x, y, z);
  out[at] = -x / length;
  out[at + 1] = y / length;
  out[at + 2] = z / length;
}

/** Directions of all texels, and the share of the sphere of each. */
function directionsOf(side: number): { directions: Float32Array; weights: Float32Array } {
  const directions = new Float32Array(side * side * 6 * 3);
  const weights = new Float32Array(side * side * 6);
  for (let face = 0, at = 0; face < 6; face++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++, at++) {
        const s = (2 * (x + 0.5)) / side - 1;
        const t = (2 * (y + 0.5)) / side - 1;
        writeDirection(directions, 3 * at, face, s, t);
        weights[at] = Math.pow(1 + s * s + t * t, -1.5);
      }
    }
  }
  return { directions, weights };
}

function paint(side: number, radiance: Radiance): Cube {
  const { directions } = directionsOf(side);
  const colours = new Float32Array(directions.length);
  const colour: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < directions.length; i += 3) {
    radiance([directions[i] ?? 0, directions[i + 1] ?? 0, directions[i + 2] ?? 0], colour);
    for (let k = 0; k < 3; k++) colours[i + k] = Math.min(MOST, Math.max(0, colour[k] ?? 0));
  }
  return { side, colours };
}

function halveTo(cube: Cube, side: number): Cube {
  if (cube.side <= side) return cube;
  const half = cube.side / 2;
  const colours = new Float32Array(half * half * 18);
  for (let face = 0; face < 6; face++) {
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const from = ((face * cube.side + 2 * y) * cube.side + 2 * x) * 3;
        const row = cube.side * 3;
        const to = ((face * half + y) * half + x) * 3;
        for (let k = 0; k < 3; k++) {
          const upper = (cube.colours[from + k] ?? 0) + (cube.colours[from + 3 + k] ?? 0);
          const lower = (cube.colours[from + row + k] ?? 0) + (cube.colours[from + row + 3 + k] ?? 0);
          colours[to + k] = (upper + lower) / 4;
        }
      }
    }
  }
  return halveTo({ side: half, colours }, side);
}

/** Every texel of the source, weighted by the lobe around each direction: for matt levels. */
function gather(source: Cube, side: number, roughness: number): Cube {
  const { directions } = directionsOf(side);
  const from = directionsOf(source.side);
  const colours = new Float32Array(directions.length);
  const alpha2 = Math.pow(roughness, 4);
  for (let i = 0; i < directions.length; i += 3) {
    const nx = directions[i] ?? 0;
    const ny = directions[i + 1] ?? 0;
    const nz = directions[i + 2] ?? 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    let total = 0;
    for (let j = 0; j < from.weights.length; j++) {
      const at = 3 * j;
      const facing =
        nx * (from.directions[at] ?? 0) + ny * (from.directions[at + 1] ?? 0) + nz * (from.directions[at + 2] ?? 0);
      if (facing <= 0) continue;
      // As one looks along the normal: NdotH² = (1 + NdotL) / 2.
      const d = 1 + alpha2 + (alpha2 - 1) * facing;
      const weight = (facing * (from.weights[j] ?? 0)) / (d * d);
      red += (source.colours[at] ?? 0) * weight;
      green += (source.colours[at + 1] ?? 0) * weight;
      blue += (source.colours[at + 2] ?? 0) * weight;
      total += weight;
    }
    colours[i] = red / total;
    colours[i + 1] = green / total;
    colours[i + 2] = blue / total;
  }
  return { side, colours };
}

/** A few rays within the lobe around each direction: for levels that are nearly mirrors. */
function trace(source: Cube, side: number, roughness: number, count: number): Cube {
  const { directions } = directionsOf(side);
  const colours = new Float32Array(directions.length);
  const alpha = roughness * roughness;
  const rays = lobe(alpha, count);
  for (let i = 0; i < directions.length; i += 3) {
    const nx = directions[i] ?? 0;
    const ny = directions[i + 1] ?? 0;
    const nz = directions[i + 2] ?? 0;
    // Two directions across it.
    const isSteep = Math.abs(nz) > 0.9;
    const length = isSteep ? Math.hypot(ny, nz) : Math.hypot(nx, ny);
    const tx = isSteep ? 0 : -ny / length;
    const ty = (isSteep ? nz : nx) / length;
    const tz = isSteep ? -ny / length : 0;
    const bx = ny * tz - nz * ty;
    const by = nz * tx - nx * tz;
    const bz = nx * ty - ny * tx;
    let red = 0;
    let green = 0;
    let blue = 0;
    let total = 0;
    for (let r = 0; r < rays.length; r += 3) {
      const right = rays[r] ?? 0;
      const up = rays[r + 1] ?? 0;
      const ahead = rays[r + 2] ?? 0;
      const at = texelOf(
        source.side,
        nx * ahead + tx * right + bx * up,
        ny * ahead + ty * right + by * up,
        nz * ahead + tz * right + bz * up,
      );
      red += (source.colours[at] ?? 0) * ahead;
      green += (source.colours[at + 1] ?? 0) * ahead;
      blue += (source.colours[at + 2] ?? 0) * ahead;
      total += ahead;
    }
    colours[i] = red / total;
    colours[i + 1] = green / total;
    colours[i + 2] = blue / total;
  }
  return { side, colours };
}

/** Directions spread as the lobe is dense, about +z: three numbers each. */
function lobe(alpha: number, count: number): Float32Array {
  const alpha2 = alpha * alpha;
  const rays: number[] = [];
  for (let i = 0; i < count; i++) {
    const share = (i + 0.5) / count;
    const turn = i * 2.399963;
    const q = 1 - share + alpha2 * share;
    const ahead = (1 - share - alpha2 * share) / q;
    const aside = (2 * alpha * Math.sqrt(share * (1 - share))) / q;
    if (ahead > 0) rays.push(Math.cos(turn) * aside, Math.sin(turn) * aside, ahead);
  }
  return Float32Array.from(rays);
}

/** Where in a cube's colours the texel of a direction begins; the inverse of `writeDirection`. */
function texelOf(side: number, worldX: number, y: number, z: number): number {
  const x = -worldX;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const az = Math.abs(z);
  let face: number;
  let s: number;
  let t: number;
  if (ax >= ay && ax >= az) {
    face = x > 0 ? 0 : 1;
    s = (x > 0 ? -z : z) / ax;
    t = -y / ax;
  } else if (ay >= az) {
    face = y > 0 ? 2 : 3;
    s = x / ay;
    t = (y > 0 ? z : -z) / ay;
  } else {
    face = z > 0 ? 4 : 5;
    s = (z > 0 ? x : -x) / az;
    t = -y / az;
  }
  const column = Math.min(side - 1, Math.floor(((s + 1) / 2) * side));
  const row = Math.min(side - 1, Math.floor(((t + 1) / 2) * side));
  return ((face * side + row) * side + column) * 3;
}

function toHalf(colours: Float32Array): Uint16Array {
  const data = new Uint16Array((colours.length / 3) * 4);
  const one = DataUtils.toHalfFloat(1);
  for (let i = 0, at = 0; i < colours.length; i += 3) {
    for (let k = 0; k < 3; k++) data[at++] = DataUtils.toHalfFloat(colours[i + k] ?? 0);
    data[at++] = one;
  }
  return data;
}
