/**
 * What a camera sees of a lit surface: metal-rough material as in glTF with a clear coat. Reflections of the studio are
 * blurred by roughness in closed form and weighted by B. Karis, "Physically based shading on mobile", 2014.
 */
import type { Tracer } from '#demo/form/bvh.ts';
import type { Relic } from '../relic.ts';
import { SOFT_BOXES, ambientOn, seeStudio, solidAngle } from './studio.ts';
import type { Surface } from './surface.ts';

export interface Shading {
  /** (dx, dy, dz) goes from the camera to the surface. Writes linear light. */
  shade(surface: Surface, dx: number, dy: number, dz: number, random: () => number, out: Float64Array): void;
}

/** The studio is turned with the camera by `turn` radians; `reach` is the size of the relic, metres. */
export function createShading(tracer: Tracer, turn: number, relic: Relic, reach: number): Shading {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const seen = new Float64Array(3);
  const ambient = new Float64Array(3);
  const glow = relic.translucency ?? 0;
  const visible = new Float64Array(SOFT_BOXES.length);

  /** Writes into `seen` what the studio shows in a mirror of a certain roughness, less what stands in the way. */
  function mirror(s: Surface, dx: number, dy: number, dz: number, facing: number, roughness: number) {
    const { normal, smooth } = s;
    const rx = dx + 2 * facing * normal[0]!;
    const ry = dy + 2 * facing * normal[1]!;
    const rz = dz + 2 * facing * normal[2]!;
    seeStudio(rx * cos - rz * sin, ry, rx * sin + rz * cos, roughness * roughness * 0.9, seen);
    const above = rx * smooth[0]! + ry * smooth[1]! + rz * smooth[2]!;
    let open = above < 0 ? Math.max(0, 1 + above * 4) : 1;
    const start = reach * 0.004;
    const x = s.x + smooth[0]! * start;
    const y = s.y + smooth[1]! * start;
    const z = s.z + smooth[2]! * start;
    if (tracer.any(x, y, z, rx, ry, rz, reach * 1.5)) open *= 0.12 + 0.3 * roughness;
    // Specular occlusion after S. Lagarde and C. de Rousiers, "Moving Frostbite to PBR", 2014.
    const shut = (facing + s.openness) ** (2 ** (-16 * roughness - 1)) - 1 + s.openness;
    open *= Math.min(1, Math.max(0.05, shut));
    for (let k = 0; k < 3; k++) seen[k]! *= open;
  }

  const f0 = new Float64Array(3);
  return {
    shade(s, dx, dy, dz, random, out) {
      const { normal, colour } = s;
      ambientOn(normal[1]!, ambient);
      for (let k = 0; k < 3; k++) out[k] = ambient[k]! * s.openness;
      SOFT_BOXES.forEach((box, i) => {
        const u = (random() - 0.5) * 2 * box.width;
        const v = (random() - 0.5) * 2 * box.height;
        const bx = box.towards[0] + box.across[0] * u + box.up[0] * v;
        const by = box.towards[1] + box.across[1] * u + box.up[1] * v;
        const bz = box.towards[2] + box.across[2] * u + box.up[2] * v;
        const length = Math.hypot(bx, by, bz);
        const lx = (bx * cos + bz * sin) / length;
        const ly = by / length;
        const lz = (bz * cos - bx * sin) / length;
        // The shadow is sampled, the slant is not: it would only add noise.
        const [mx, my, mz] = box.towards;
        const facing = normal[0]! * (mx * cos + mz * sin) + normal[1]! * my + normal[2]! * (mz * cos - mx * sin);
        const wrapped = Math.max(0, (facing + glow) / (1 + glow));
        visible[i] = 0;
        if (wrapped <= 0) return;
        const start = reach * 0.006;
        const isShaded = tracer.any(
          s.x + s.smooth[0]! * start,
          s.y + s.smooth[1]! * start,
          s.z + s.smooth[2]! * start,
          lx,
          ly,
          lz,
          reach * 3,
        );
        visible[i] = isShaded ? glow * 0.5 : 1;
        const strength = visible[i] * wrapped * solidAngle(box);
        for (let k = 0; k < 3; k++) out[k]! += box.radiance[k]! * strength;
      });
      for (let k = 0; k < 3; k++) {
        f0[k] = 0.04 + (colour[k]! - 0.04) * s.metalness;
        out[k]! *= (colour[k]! * (1 - s.metalness)) / Math.PI;
      }
      const facing = Math.max(0.02, -(dx * normal[0]! + dy * normal[1]! + dz * normal[2]!));
      mirror(s, dx, dy, dz, facing, s.roughness);
      const slant = 1 - s.roughness;
      const a = Math.min(slant * slant, 2 ** (-9.28 * facing)) * slant + 0.0425 - 0.0275 * s.roughness;
      const factor = -1.04 * a + 1.04 - 0.572 * s.roughness;
      const bias = 1.04 * a - 0.04 + 0.022 * s.roughness;
      for (let k = 0; k < 3; k++) out[k]! += seen[k]! * Math.max(0, f0[k]! * factor + bias);
      if (relic.coat && s.roughness < 0.6) {
        const coated = relic.coat.strength * Math.min(1, (0.6 - s.roughness) * 4) * (0.04 + 0.96 * (1 - facing) ** 5);
        mirror(s, dx, dy, dz, facing, relic.coat.roughness);
        for (let k = 0; k < 3; k++) out[k] = out[k]! * (1 - coated) + seen[k]! * coated;
      }
    },
  };
}
