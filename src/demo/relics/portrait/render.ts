/**
 * Pictures of relics without a graphics card: rays against the model's triangles, its own textures, the studio's light
 * in closed form, rays for shadows. Model and picture can therefore not disagree.
 */
import { buildBvh, createTracer } from '#demo/form/bvh.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Relic } from '../relic.ts';
import type { Model } from '../model/buildModel.ts';
import { lightPlinth } from './plinth.ts';
import { createSurface } from './surface.ts';
import { createShading } from './shade.ts';
import { toneMap } from './tone.ts';

export interface View {
  /** Degrees to the right of the front and above the level. */
  readonly yaw: number;
  readonly pitch: number;
  /** Part of the whole that is shown: 1 all, 3 a third. */
  readonly zoom?: number;
  /** Where to look, metres from the middle of the relic, to the right and up. */
  readonly shift?: readonly [number, number];
}

const TELE = 0.115;
const EXPOSURE = 1.6;
/** Room about the relic, against its own extent. */
const MARGIN = 1.16;

/** Three bytes a pixel, `side` × `side`; `samples`² rays a pixel. */
export function renderPortrait(relic: Relic, model: Model, view: View, side: number, samples: number): Uint8Array {
  const { mesh } = model;
  const tracer = createTracer(buildBvh(mesh.positions, mesh.indices));
  const yaw = (view.yaw * Math.PI) / 180;
  const pitch = (view.pitch * Math.PI) / 180;
  const [width, height, depth] = relic.size;
  const reach = Math.hypot(width, height, depth) / 2;
  const plinthRadius = Math.max(width, depth) * 0.5 + reach * 0.75;
  const plinth = lightPlinth(tracer, plinthRadius, yaw, 40 + 60 * samples);
  const surface = createSurface(model);
  const shading = createShading(tracer, yaw, relic, reach);
  const right = [Math.cos(yaw), 0, -Math.sin(yaw)] as const;
  const back = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)] as const;
  const up = [-Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch), -Math.cos(yaw) * Math.sin(pitch)] as const;
  const frame = findFrame(mesh.positions, right, up);
  // A long lens: half angle of about 6.5 degrees.
  const visible = (frame.half * MARGIN) / (view.zoom ?? 1);
  const away = visible / TELE;
  const [shiftX, shiftY] = view.shift ?? [0, 0];
  const eye = [0, 1, 2].map((k) => right[k]! * (frame.x + shiftX) + up[k]! * (frame.y + shiftY) + back[k]! * away) as [
    number,
    number,
    number,
  ];
  const random = createRandom(77);
  const pixels = new Uint8Array(side * side * 3);
  const light = new Float64Array(3);
  const sum = new Float64Array(3);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      sum.fill(0);
      for (let sample = 0; sample < samples * samples; sample++) {
        const px = ((column + ((sample % samples) + random()) / samples) / side - 0.5) * 2 * TELE;
        const py = (0.5 - (row + (Math.floor(sample / samples) + random()) / samples) / side) * 2 * TELE;
        let dx = right[0] * px + up[0] * py - back[0];
        let dy = up[1] * py - back[1];
        let dz = right[2] * px + up[2] * py - back[2];
        const length = Math.hypot(dx, dy, dz);
        dx /= length;
        dy /= length;
        dz /= length;
        if (tracer.closest(eye[0], eye[1], eye[2], dx, dy, dz)) {
          surface.read(tracer.triangle, tracer.u, tracer.v);
          shading.shade(surface, dx, dy, dz, random, light);
        } else {
          const t = dy < 0 ? -eye[1] / dy : -1;
          const x = eye[0] + dx * t;
          const z = eye[2] + dz * t;
          const fromMiddle = Math.hypot(x, z) / plinthRadius;
          if (t > 0 && fromMiddle < 1) plinth(x, z, light);
          else paintBackdrop(px / TELE, py / TELE, light);
        }
        for (let k = 0; k < 3; k++) sum[k]! += light[k]!;
      }
      for (let k = 0; k < 3; k++) sum[k]! *= EXPOSURE / (samples * samples);
      toneMap(sum);
      const grain = random() - 0.5;
      for (let k = 0; k < 3; k++)
        pixels[(row * side + column) * 3 + k] = Math.max(0, Math.min(255, Math.round(sum[k]! + grain)));
    }
  return pixels;
}

/** Middle and greatest half extent of the relic as the camera sees it, metres. */
function findFrame(positions: Float32Array, right: readonly number[], up: readonly number[]) {
  const low = [1e9, 1e9];
  const high = [-1e9, -1e9];
  for (let i = 0; i < positions.length; i += 3)
    [right, up].forEach((axis, k) => {
      const along = positions[i]! * axis[0]! + positions[i + 1]! * axis[1]! + positions[i + 2]! * axis[2]!;
      low[k] = Math.min(low[k]!, along);
      high[k] = Math.max(high[k]!, along);
    });
  return {
    x: (low[0]! + high[0]!) / 2,
    y: (low[1]! + high[1]!) / 2,
    half: Math.max(high[0]! - low[0]!, high[1]! - low[1]!) / 2,
  };
}

/** A dark wall, a little lighter behind the relic. */
function paintBackdrop(x: number, y: number, out: Float64Array) {
  const glow = Math.exp(-(x * x * 1.1 + (y - 0.1) * (y - 0.1) * 1.4));
  out[0] = 0.004 + 0.014 * glow;
  out[1] = 0.004 + 0.013 * glow;
  out[2] = 0.004 + 0.012 * glow;
}
