/**
 * Light at one point: every lamp straight on with soft shadows, and paths of three bounces for what walls give back. Each
 * point has its own stream of random numbers, so it does not matter which thread gathers it.
 */
import { createRandom, type Random } from '#demo/noise/random.ts';
import { createTracer } from '#demo/form/bvh.ts';
import { POINT_STRIDE, RAW_STRIDE, type BakeJob } from '#demo/light/bakeTypes.ts';
import { createEmitters } from '#demo/light/emitters.ts';
import { GROUP_STRIDE, LIGHT_STRIDE } from '#demo/light/lightTypes.ts';

/** Rays start so far off the surface, metres: more than coarse and exact surfaces differ. */
const OFFSET = 0.005;
const BOUNCES = 3;
/** Least square of the distance to a flame: straight on, and from where paths land. Keeps single paths from glaring. */
const NEAREST_DIRECT = 0.0016;
const NEAREST_BOUNCED = 0.02;
const GOLDEN = 0.6180339887498949;
const PLASTIC = 0.7548776662466927;
const PLASTIC_SQUARED = 0.5698402909980532;

const DAYLIGHT = 0;
const LAMPS = 1;
const DOCUMENTATION = 2;

/** Answers a function that gathers the point `index` into `out` at index × RAW_STRIDE. */
export function createGatherer(job: BakeJob): (index: number, out: Float32Array) => void {
  const tracer = createTracer(job.bvh);
  const emitters = createEmitters(job);
  const { sample } = emitters;
  const { effort, flames, points, normals, indices, albedo } = job;
  const flameShares = new Float64Array(flames.length);
  const sums = new Float64Array(RAW_STRIDE);
  /** Where the path is, its normal, its direction, what it still carries. */
  let x = 0;
  let y = 0;
  let z = 0;
  let nx = 0;
  let ny = 0;
  let nz = 0;
  let dx = 0;
  let dy = 0;
  let dz = 0;
  let carriedR = 1;
  let carriedG = 1;
  let carriedB = 1;
  let isBackSide = false;

  function isLit(): boolean {
    return !tracer.any(x, y, z, sample.dx, sample.dy, sample.dz, sample.farthest);
  }

  function addDirect(group: number, share: number): void {
    const at = group * GROUP_STRIDE;
    const r = sample.r * share;
    const g = sample.g * share;
    const b = sample.b * share;
    const luminance = r * 0.3 + g * 0.6 + b * 0.1;
    sums[at]! += r;
    sums[at + 1]! += g;
    sums[at + 2]! += b;
    sums[at + 3]! += sample.dx * luminance;
    sums[at + 4]! += sample.dy * luminance;
    sums[at + 5]! += sample.dz * luminance;
  }

  function gatherDirect(random: Random): void {
    for (const [group, panels] of [
      [DAYLIGHT, job.daylight],
      [DOCUMENTATION, job.documentation],
    ] as const)
      // prettier-ignore
      for (const panel of panels) {
        const startA = random();
        const startB = random();
        for (let i = 0; i < effort.panelSamples; i++) {
          const a = (startA + i * PLASTIC) % 1;
          const b = (startB + i * PLASTIC_SQUARED) % 1;
          if (emitters.samplePanel(panel, x, y, z, nx, ny, nz, a, b) && isLit()) addDirect(group, 1 / effort.panelSamples);
        }
      }
    gatherFlames(random);
    if (!job.sky) return;
    const startA = random();
    const startB = random();
    for (let i = 0; i < effort.skySamples; i++) {
      const a = (startA + i / effort.skySamples) % 1;
      const b = (startB + i * GOLDEN) % 1;
      if (emitters.sampleSky(nx, ny, nz, a, b, random()) && isLit()) addDirect(DAYLIGHT, 1 / effort.skySamples);
    }
  }

  /** Flames that could give much get all their shadow rays, faint ones a single one. */
  function gatherFlames(random: Random): void {
    let brightest = 0;
    for (let i = 0; i < flames.length; i++) {
      const isFacing = emitters.sampleFlame(flames[i]!, x, y, z, nx, ny, nz, 0.5, 0, NEAREST_DIRECT);
      flameShares[i] = isFacing ? sample.g : 0;
      brightest = Math.max(brightest, flameShares[i]!);
    }
    for (let i = 0; i < flames.length; i++) {
      const count = flameShares[i]! > brightest * 0.04 ? effort.flameSamples : 1;
      const startA = random();
      const startB = random();
      for (let k = 0; k < count; k++) {
        const a = (startA + k / count) % 1;
        const b = (startB + k * GOLDEN) % 1;
        if (emitters.sampleFlame(flames[i]!, x, y, z, nx, ny, nz, a, b, NEAREST_DIRECT) && isLit())
          addDirect(LAMPS, 1 / count);
      }
    }
  }

  /** A direction about the normal, as often as matt paint sends light there. */
  function scatter(a: number, b: number): void {
    const turn = b * 2 * Math.PI;
    const radius = Math.sqrt(a);
    const u = Math.cos(turn) * radius;
    const v = Math.sin(turn) * radius;
    const w = Math.sqrt(1 - a);
    const sign = nz >= 0 ? 1 : -1;
    const k = -1 / (sign + nz);
    const m = nx * ny * k;
    dx = u * (1 + sign * nx * nx * k) + v * m + w * nx;
    dy = u * sign * m + v * (sign + ny * ny * k) + w * ny;
    dz = -u * sign * nx - v * ny + w * nz;
  }

  /** Goes on to what the direction meets and takes its colour; false where the path leaves the scene. */
  function travel(): boolean {
    if (!tracer.closest(x, y, z, dx, dy, dz)) return false;
    const { triangle, u, v } = tracer;
    const a = indices[triangle * 3]! * 3;
    const b = indices[triangle * 3 + 1]! * 3;
    const c = indices[triangle * 3 + 2]! * 3;
    const w = 1 - u - v;
    x += dx * tracer.distance;
    y += dy * tracer.distance;
    z += dz * tracer.distance;
    nx = normals[a]! * w + normals[b]! * u + normals[c]! * v;
    ny = normals[a + 1]! * w + normals[b + 1]! * u + normals[c + 1]! * v;
    nz = normals[a + 2]! * w + normals[b + 2]! * u + normals[c + 2]! * v;
    const scale = 1 / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
    isBackSide = (nx * dx + ny * dy + nz * dz) * scale > 0.1;
    nx *= scale;
    ny *= scale;
    nz *= scale;
    x += nx * OFFSET;
    y += ny * OFFSET;
    z += nz * OFFSET;
    carriedR *= albedo[triangle * 3]!;
    carriedG *= albedo[triangle * 3 + 1]!;
    carriedB *= albedo[triangle * 3 + 2]!;
    return true;
  }

  function addBounced(group: number, share: number, fx: number, fy: number, fz: number): void {
    const at = LIGHT_STRIDE + group * GROUP_STRIDE;
    const r = sample.r * carriedR * share;
    const g = sample.g * carriedG * share;
    const b = sample.b * carriedB * share;
    const luminance = r * 0.3 + g * 0.6 + b * 0.1;
    sums[at]! += r;
    sums[at + 1]! += g;
    sums[at + 2]! += b;
    sums[at + 3]! += fx * luminance;
    sums[at + 4]! += fy * luminance;
    sums[at + 5]! += fz * luminance;
  }

  /** One sample of each group where a path lands; the flame is chosen by what it could give there. */
  function lightLanding(random: Random, share: number, fx: number, fy: number, fz: number): void {
    for (const [group, panels] of [
      [DAYLIGHT, job.daylight],
      [DOCUMENTATION, job.documentation],
    ] as const) {
      // prettier-ignore
      const panel = panels[Math.floor(random() * panels.length)];
      if (panel && emitters.samplePanel(panel, x, y, z, nx, ny, nz, random(), random()) && isLit())
        addBounced(group, share * panels.length, fx, fy, fz);
    }
    if (job.sky && emitters.sampleSky(nx, ny, nz, random(), random(), random()) && isLit())
      addBounced(DAYLIGHT, share, fx, fy, fz);
    let total = 0;
    for (let i = 0; i < flames.length; i++) {
      const { position, strength } = flames[i]!;
      const squared = (position[0] - x) ** 2 + (position[1] - y) ** 2 + (position[2] - z) ** 2;
      total += strength / (squared + NEAREST_BOUNCED);
      flameShares[i] = total;
    }
    if (flames.length === 0) return;
    const chosen = random() * total;
    let i = 0;
    while (i < flames.length - 1 && flameShares[i]! < chosen) i++;
    const chance = (flameShares[i]! - (i > 0 ? flameShares[i - 1]! : 0)) / total;
    if (emitters.sampleFlame(flames[i]!, x, y, z, nx, ny, nz, random(), random(), NEAREST_BOUNCED) && isLit())
      addBounced(LAMPS, share / chance, fx, fy, fz);
  }

  function startAt(index: number): void {
    const at = index * POINT_STRIDE;
    nx = points[at + 3]!;
    ny = points[at + 4]!;
    nz = points[at + 5]!;
    x = points[at]! + nx * OFFSET;
    y = points[at + 1]! + ny * OFFSET;
    z = points[at + 2]! + nz * OFFSET;
    carriedR = carriedG = carriedB = 1;
  }

  return (index, out) => {
    const random = createRandom(Math.imul(index + 1, 0x9e3779b1) ^ job.seed);
    sums.fill(0);
    startAt(index);
    gatherDirect(random);
    const startA = random();
    const startB = random();
    for (let path = 0; path < effort.paths; path++) {
      startAt(index);
      scatter((startA + path * PLASTIC) % 1, (startB + path * PLASTIC_SQUARED) % 1);
      const [fx, fy, fz] = [dx, dy, dz];
      for (let bounce = 0; bounce < BOUNCES; bounce++) {
        if (bounce > 0) scatter(random(), random());
        if (!travel()) break;
        if (isBackSide) {
          if (bounce === 0) sums[RAW_STRIDE - 1]! += 1 / effort.paths;
          break;
        }
        lightLanding(random, 1 / effort.paths, fx, fy, fz);
      }
    }
    out.set(sums, index * RAW_STRIDE);
  };
}
