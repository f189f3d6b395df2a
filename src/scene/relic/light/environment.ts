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

/** Sides of the cube's levels, from a mirror to matt. */
const SIDES = [64, 32, 16, 8] as const;
/** The side of what matt levels are gathered from. */
const GATHERED_SIDE = 16;
/** Rays for each texel of a level that is nearly a mirror. */
const RAYS = 24;
const MATT_FROM = 0.35;
/** Beyond it half floats end, and no lamp of a picture is as bright. */
const MOST = 60_000;

interface Cube {
  readonly side: number;
  /** Red, green, blue of every texel, face after face. */
  readonly colours: Float32Array;
}

export function createEnvironment(radiance: Radiance): CompressedCubeTexture {
  const mirror = paint(SIDES[0], radiance);
  const coarse = halveTo(mirror, GATHERED_SIDE);
  const last = SIDES.length - 1;
  const levels = SIDES.map((side, level): Cube => {
    const roughness = 1 - Math.sqrt(1 - level / last);
    if (level === 0) return mirror;
    return roughness < MATT_FROM ? trace(mirror, side, roughness) : gather(coarse, side, roughness);
  });
  const faces = Array.from({ length: 6 }, (_, face) => ({
    width: SIDES[0],
    height: SIDES[0],
    mipmaps: levels.map(({ side, colours }) => ({
      data: toHalf(colours.subarray(face * side * side * 3, (face + 1) * side * side * 3)),
      width: side,
      height: side,
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
export const ENVIRONMENT_BYTES = SIDES.reduce((sum, side) => sum + side * side * 6 * 8, 0);

/** The direction through a texel of a cube as GL lays it out, which three looks up with x turned around. */
function writeDirection(out: Float32Array, at: number, face: number, s: number, t: number): void {
  const [x, y, z] = [
    face === 0 ? 1 : face === 1 ? -1 : face === 5 ? -s : s,
    face === 2 ? 1 : face === 3 ? -1 : -t,
    face === 0 ? -s : face === 1 ? s : face === 2 ? t : face === 3 ? -t : face === 4 ? 1 : -1,
  ];
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
    const [nx, ny, nz] = [directions[i] ?? 0, directions[i + 1] ?? 0, directions[i + 2] ?? 0];
    let [red, green, blue, total] = [0, 0, 0, 0];
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
function trace(source: Cube, side: number, roughness: number): Cube {
  const { directions } = directionsOf(side);
  const colours = new Float32Array(directions.length);
  const alpha = roughness * roughness;
  const rays = lobe(alpha);
  for (let i = 0; i < directions.length; i += 3) {
    const [nx, ny, nz] = [directions[i] ?? 0, directions[i + 1] ?? 0, directions[i + 2] ?? 0];
    // Two directions across it.
    const isSteep = Math.abs(nz) > 0.9;
    const length = isSteep ? Math.hypot(ny, nz) : Math.hypot(nx, ny);
    const [tx, ty, tz] = isSteep ? [0, nz / length, -ny / length] : [-ny / length, nx / length, 0];
    const [bx, by, bz] = [ny * tz - nz * ty, nz * tx - nx * tz, nx * ty - ny * tx];
    let [red, green, blue, total] = [0, 0, 0, 0];
    for (const [right, up, ahead] of rays) {
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

/** Directions spread as the lobe is dense, about +z. */
function lobe(alpha: number): Vec3[] {
  const alpha2 = alpha * alpha;
  return Array.from({ length: RAYS }, (_, i): Vec3 => {
    const share = (i + 0.5) / RAYS;
    const turn = i * 2.399963;
    const q = 1 - share + alpha2 * share;
    const ahead = (1 - share - alpha2 * share) / q;
    const aside = (2 * alpha * Math.sqrt(share * (1 - share))) / q;
    return [Math.cos(turn) * aside, Math.sin(turn) * aside, ahead];
  }).filter(([, , ahead]) => ahead > 0);
}

/** Where in a cube's colours the texel of a direction begins; the inverse of `writeDirection`. */
function texelOf(side: number, worldX: number, y: number, z: number): number {
  const x = -worldX;
  const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)];
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
