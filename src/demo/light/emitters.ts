/**
 * The lights of a job, one sample at a time: where a sample lies, what arrives from there on a matt surface if nothing is
 * in between. Numbers are E as in `lightTypes.ts`: irradiance ÷ π.
 */
import type { Flame, Panel } from '#demo/cave/cave.ts';
import type { BakeJob } from '#demo/light/bakeTypes.ts';
import { findCell } from '#demo/light/skyTable.ts';

/** A flame's half width against its height. */
export const FLAME_SLENDERNESS = 0.14;
/** Rays to a light end so far before it, metres. */
const STOP_BEFORE = 0.004;
const SKY_DISTANCE = 1e6;

/** The last sample, rewritten by each `sample…`; `weight` 0 where it gives no light. */
export interface LightSample {
  dx: number;
  dy: number;
  dz: number;
  /** How far a shadow ray has to go, metres. */
  farthest: number;
  r: number;
  g: number;
  b: number;
}

export interface Emitters {
  readonly sample: LightSample;
  /** All take the point, its normal and two numbers in 0…1, and answer whether light can come from the sample. */
  samplePanel(
    panel: Panel,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    a: number,
    b: number,
  ): boolean;
  /** `nearest` is the least square of the distance that counts, metres². */
  sampleFlame(flame: Flame, x: number, y: number, z: number, nx: number, ny: number, nz: number, a: number, b: number, nearest: number): boolean; // prettier-ignore
  sampleSky(nx: number, ny: number, nz: number, a: number, b: number, c: number): boolean;
}

export function createEmitters(job: BakeJob): Emitters {
  const sample: LightSample = { dx: 0, dy: 1, dz: 0, farthest: 0, r: 0, g: 0, b: 0 };
  const areas = new Map<Panel, number>();
  for (const panel of [...job.daylight, ...job.documentation]) {
    const [nx, ny, nz] = panelNormal(panel);
    areas.set(panel, 4 * Math.hypot(nx, ny, nz));
  }
  const normals = new Map([...areas].map(([panel, area]) => [panel, panelNormal(panel).map((n) => (n * 4) / area)]));
  const { sky } = job;

  return {
    sample,
    samplePanel(panel, x, y, z, nx, ny, nz, a, b) {
      const u = a * 2 - 1;
      const v = b * 2 - 1;
      const dx = panel.centre[0] + panel.edgeU[0] * u + panel.edgeV[0] * v - x;
      const dy = panel.centre[1] + panel.edgeU[1] * u + panel.edgeV[1] * v - y;
      const dz = panel.centre[2] + panel.edgeU[2] * u + panel.edgeV[2] * v - z;
      const squared = dx * dx + dy * dy + dz * dz;
      const distance = Math.sqrt(squared);
      const cosine = (dx * nx + dy * ny + dz * nz) / distance;
      const out = normals.get(panel)!;
      const outward = -(dx * out[0]! + dy * out[1]! + dz * out[2]!) / distance;
      if (cosine <= 0 || outward <= 0) return false;
      // Beyond 2 the sample stands in for a source that fills the half space.
      const weight = Math.min(2, (cosine * outward * areas.get(panel)!) / (squared * Math.PI));
      setSample(sample, dx / distance, dy / distance, dz / distance, distance - STOP_BEFORE, weight, panel.radiance);
      return true;
    },
    sampleFlame(flame, x, y, z, nx, ny, nz, a, b, nearest) {
      const half = flame.size / 2;
      const radius = flame.size * FLAME_SLENDERNESS;
      const height = (a - 0.5) * 1.6;
      const turn = b * 2 * Math.PI;
      const girth = radius * 0.8 * Math.sqrt(Math.max(0, 1 - height * height));
      const dx = flame.position[0] + Math.cos(turn) * girth - x;
      const dy = flame.position[1] + half + height * half - y;
      const dz = flame.position[2] + Math.sin(turn) * girth - z;
      const squared = dx * dx + dy * dy + dz * dz;
      const distance = Math.sqrt(squared) + 1e-9;
      const cosine = (dx * nx + dy * ny + dz * nz) / distance;
      if (cosine <= 0) return false;
      const sine2 = (dy * dy) / squared;
      const area = Math.PI * radius * Math.sqrt(half * half * (1 - sine2) + radius * radius * sine2);
      const weight = (flame.strength * area * cosine) / (Math.max(squared, nearest) * Math.PI);
      setSample(sample, dx / distance, dy / distance, dz / distance, distance - STOP_BEFORE, weight, job.flameRadiance);
      return true;
    },
    sampleSky(nx, ny, nz, a, b, c) {
      if (!sky) return false;
      const cell = findCell(sky, a);
      const row = (cell / sky.columns) | 0;
      const polar = ((row + b) / sky.rows) * Math.PI;
      const turn = ((cell - row * sky.columns + c) / sky.columns) * 2 * Math.PI;
      const dx = Math.sin(polar) * Math.cos(turn);
      const dy = Math.cos(polar);
      const dz = Math.sin(polar) * Math.sin(turn);
      const cosine = dx * nx + dy * ny + dz * nz;
      if (cosine <= 0) return false;
      const share = sky.shares[cell]! - (cell > 0 ? sky.shares[cell - 1]! : 0);
      const solidAngle = ((2 * Math.PI * Math.PI) / (sky.columns * sky.rows)) * Math.sin(polar);
      const weight = (cosine * solidAngle) / (share * Math.PI);
      const { radiance } = sky;
      setSample(sample, dx, dy, dz, SKY_DISTANCE, weight, [radiance[cell * 3]!, radiance[cell * 3 + 1]!, radiance[cell * 3 + 2]!]); // prettier-ignore
      return true;
    },
  };
}

function panelNormal({ edgeU, edgeV }: Panel): [number, number, number] {
  return [
    edgeU[1] * edgeV[2] - edgeU[2] * edgeV[1],
    edgeU[2] * edgeV[0] - edgeU[0] * edgeV[2],
    edgeU[0] * edgeV[1] - edgeU[1] * edgeV[0],
  ];
}

function setSample(
  sample: LightSample,
  dx: number,
  dy: number,
  dz: number,
  farthest: number,
  weight: number,
  radiance: readonly [number, number, number],
): void {
  sample.dx = dx;
  sample.dy = dy;
  sample.dz = dz;
  sample.farthest = farthest;
  sample.r = weight * radiance[0];
  sample.g = weight * radiance[1];
  sample.b = weight * radiance[2];
}
