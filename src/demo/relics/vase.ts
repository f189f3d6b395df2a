/**
 * A bottle vase of celadon stoneware with three raised strings about its neck, carved petals about its foot and glaze
 * crackled twice. It comes in three states: sherds as found, reassembled with plain infill, and conjecturally complete.
 */
import { createGrain, findCell } from './matter/grain.ts';
import type { Cell } from './matter/grain.ts';
import { revolve, smoothOutline } from './matter/profile.ts';
import type { OutlinePoint } from './matter/profile.ts';
import { createFracture, spreadMiddles } from './matter/sherds.ts';
import type { Sherd } from './matter/sherds.ts';
import { cover, coverWith, darken, ramp, setMix, tint } from './matter/tint.ts';
import type { Look, Place, Relic, RestorationState } from './relic.ts';
import { smoothMax } from '#demo/form/fields.ts';

const OUTSIDE: readonly OutlinePoint[] = [
  [0.049, 0],
  [0.053, 0.0005],
  [0.0545, 0.004],
  [0.0538, 0.013],
  [0.0565, 0.021],
  [0.072, 0.06],
  [0.094, 0.118],
  [0.1125, 0.176],
  [0.1208, 0.222],
  [0.1165, 0.262],
  [0.0985, 0.294],
  [0.0705, 0.3165],
  [0.0465, 0.3315],
  [0.0345, 0.348],
  [0.0308, 0.37],
  [0.0325, 0.388],
  [0.0405, 0.402],
  [0.0465, 0.4085],
  [0.0472, 0.411],
];
const INSIDE: readonly OutlinePoint[] = [
  [0.0446, 0.4118],
  [0.039, 0.407],
  [0.03, 0.392],
  [0.0265, 0.37],
  [0.0295, 0.347],
  [0.042, 0.327],
  [0.066, 0.311],
  [0.0935, 0.289],
  [0.111, 0.26],
  [0.1152, 0.222],
  [0.107, 0.178],
  [0.0885, 0.121],
  [0.066, 0.064],
  [0.048, 0.03],
  [0, 0.022],
];
const FOOT: readonly OutlinePoint[] = [
  [0, 0.011],
  [0.04, 0.0105],
  [0.045, 0.008],
  [0.0465, 0.001],
];
const PETALS = 14;
/** Heights of the raised strings. */
const STRINGS = [0.346, 0.3535, 0.361] as const;
/** Sherds that were never found. */
const MISSING = new Set([4, 9, 13, 20, 27]);

const GLAZE = tint('#a3b9a8');
const GLAZE_DEEP = tint('#86a494');
const GLAZE_PALE = tint('#bccbb6');
const POOLED = tint('#658a7a');
const THIN = tint('#b9a27e');
const IRON_LINE = tint('#4f3a29');
const FINE_LINE = tint('#8f7d59');
const BODY = tint('#5e3b28');
const BREAK = tint('#b9aa97');
const INFILL = tint('#d3cdbd');
const EARTH = tint('#8a7353');

export function createVase(state: RestorationState): Relic {
  const grain = createGrain(52);
  const solid = revolve([...smoothOutline(OUTSIDE, 8), ...smoothOutline(INSIDE, 8), ...smoothOutline(FOOT, 6)], 0.0012);
  const radiusAt = (y: number) => {
    let i = 1;
    while (i < OUTSIDE.length - 1 && OUTSIDE[i]![1] < y) i++;
    const [a, b] = [OUTSIDE[i - 1]!, OUTSIDE[i]!];
    return a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1] || 1);
  };
  const fracture = createFracture(spreadMiddles(30, 0.02, 0.4, radiusAt, 5), grain, 0.03);
  const sherd: Sherd = { index: 0, toJoint: 1 };
  const coarse: Cell = { nearest: 0, second: 0, id: 0 };
  const fine: Cell = { nearest: 0, second: 0, id: 0 };

  /** Distance to the wall of petals carved about the foot: their outlines, 0…1, and how far up the petal a point lies. */
  function carve(x: number, y: number, z: number): number {
    if (y < 0.016 || y > 0.17) return 0;
    const angle = (Math.atan2(z, x) / (2 * Math.PI)) * PETALS;
    let ridge = 0;
    for (const [offset, top] of [
      [0, 0.158],
      [0.5, 0.13],
    ] as const) {
      const u = Math.abs(angle + offset - Math.round(angle + offset)) * 2;
      const up = (y - 0.016) / (top - 0.016);
      // Petals end in a point.
      const outline = up > 1 ? 2 : Math.sqrt(Math.max(0, 1 - up ** 2.6));
      const toEdge = (outline - u) * 0.013;
      if (up < 1.02)
        ridge = Math.max(ridge, ramp(0.0016, 0.0002, Math.abs(toEdge)), 0.55 * ramp(0.1, 0.0, u) * ramp(0.98, 0.8, up));
      if (toEdge > 0.001 && offset === 0) break;
    }
    return ridge;
  }

  function strings(x: number, y: number, z: number): number {
    const r = Math.hypot(x, z);
    if (r < 0.0305 || y < 0.335 || y > 0.37) return 0;
    let ridge = 0;
    for (const height of STRINGS) ridge = Math.max(ridge, ramp(0.0021, 0.0003, Math.abs(y - height)));
    return ridge;
  }

  function crackle(x: number, y: number, z: number) {
    const warp = (grain.mist(x, y, z, 24) - 0.5) * 0.018;
    findCell((x + warp) * 58, (y - warp) * 42, (z + warp) * 58, coarse);
    findCell((x - warp) * 150 + 9, (y + warp) * 120, z * 150, fine);
  }

  function distance(x: number, y: number, z: number): number {
    const r = Math.hypot(x, z);
    let d = solid(r, y) - 0.0013 * strings(x, y, z);
    if (state === 'completed' || Math.abs(d) > 0.02) return d;
    fracture(x, y, z, sherd);
    if (state === 'as-found') {
      if (MISSING.has(sherd.index)) return smoothMax(d, sherd.toJoint + 0.0008, 0.0012);
      // Open joints; they let no light through, the pieces touch inside.
      const open = Math.max(0, 0.0011 - sherd.toJoint);
      if (r > 0.02) d += open * 1.5;
      // Next to a missing sherd the wall ends here; the other sherd makes the hole.
      return d;
    }
    if (MISSING.has(sherd.index)) d += 0.0005 * ramp(0, 0.0012, sherd.toJoint);
    else d += Math.max(0, 0.0005 - sherd.toJoint) * 0.9;
    return d;
  }

  function lookGlaze({ x, y, z, openness }: Place, out: Look) {
    const r = Math.hypot(x, z);
    const big = grain.cloud(x, y, z, 8);
    const middle = grain.cloud(x, y, z, 34);
    crackle(x, y, z);
    setMix(out, GLAZE, GLAZE_DEEP, 0.15 + 0.7 * big);
    cover(out, GLAZE_PALE, ramp(0.45, 0.95, middle) * 0.4);
    // Glaze runs off edges and stands in hollows.
    const string = strings(x, y, z);
    const raised = string * ramp(0.2, 1, string);
    cover(out, POOLED, ramp(0.05, 0.016, y) * 0.65 + carve(x, y, z) * 0.72 * (y < 0.18 ? 1 : 0));
    cover(out, POOLED, ramp(0.33, 0.338, y) * ramp(0.372, 0.362, y) * (1 - raised) * 0.55 * (r > 0.03 ? 1 : 0));
    cover(out, GLAZE_PALE, raised * 0.75);
    cover(out, THIN, ramp(0.403, 0.411, y) * 0.85);
    cover(out, POOLED, ramp(0.7, 0.35, openness) * 0.5);
    const wide = 1 - ramp(0.004, 0.03, coarse.second - coarse.nearest);
    const narrow = 1 - ramp(0.01, 0.06, fine.second - fine.nearest);
    cover(out, IRON_LINE, wide * 0.72 * (0.45 + 0.55 * middle));
    cover(out, FINE_LINE, narrow * 0.3 * (0.2 + 0.8 * big));
    out.metalness = 0;
    out.roughness = 0.16 + 0.1 * wide + 0.05 * middle;
    const foot = ramp(0.0095, 0.0065, y + (grain.value(x, y, z, 90) - 0.5) * 0.004);
    setFoot(out, foot, grain.mist(x, y, z, 60));
  }

  function setFoot(out: Look, share: number, cloud: number) {
    coverWith(out, [BODY[0] + cloud * 26, BODY[1] + cloud * 18, BODY[2] + cloud * 12], 0.86, 0, share);
  }

  return {
    id: 'celadon-vase',
    state,
    title: `Bottle vase, celadon stoneware, ${STATE_WORDS[state]} (synthetic: computed, no real object)`,
    size: [0.2418, 0.4117, 0.2418],
    low: [-0.131, -0.012, -0.131],
    high: [0.131, 0.423, 0.131],
    sourceCell: 0.0016,
    coarsest: 2.2,
    finestTexture: 2048,
    coat: { strength: 1, roughness: 0.07 },
    view: { yaw: 20, pitch: 13 },
    distance,
    height(x, y, z) {
      crackle(x, y, z);
      const wide = 1 - ramp(0, 0.03, coarse.second - coarse.nearest);
      return (grain.mist(x, y, z, 14) - 0.5) * 0.0009 - wide * 0.00005 - carve(x, y, z) * 0.00075;
    },
    look(place, out, isRestored) {
      const { x, y, z, openness } = place;
      lookGlaze(place, out);
      if (state === 'completed' || isRestored) return;
      fracture(x, y, z, sherd);
      const inMissing = MISSING.has(sherd.index);
      if (state === 'as-found') {
        const broken = inMissing
          ? ramp(0.004, 0, Math.abs(distance(x, y, z))) * ramp(-0.0004, -0.0011, solid(Math.hypot(x, z), y))
          : 0;
        const joint = ramp(0.0014, 0.0005, sherd.toJoint);
        coverWith(out, BREAK, 0.9, 0, Math.max(broken, joint));
        darken(out, 1 - 0.45 * ramp(0.0009, 0.0001, sherd.toJoint) * (1 - broken));
        // Earth from the ground, thickest by the joints and inside.
        const cloud = grain.cloud(x, y, z, 17) * 0.75 + grain.mist(x, y, z, 120) * 0.25;
        const earth = ramp(
          0.62,
          0.8,
          cloud + ramp(0.006, 0.001, sherd.toJoint) * 0.14 + ramp(0.6, 0.2, openness) * 0.2,
        );
        coverWith(out, EARTH, 0.95, 0, earth * 0.78);
        coverWith(out, EARTH, 0.6, 0, 0.16);
        return;
      }
      if (inMissing) {
        const fill = ramp(0.0001, 0.0008, sherd.toJoint);
        const speck = grain.mist(x, y, z, 300);
        coverWith(out, [INFILL[0] - speck * 10, INFILL[1] - speck * 10, INFILL[2] - speck * 10], 0.72, 0, fill);
      }
      // The joints stay visible as fine toned lines.
      coverWith(out, FINE_LINE, 0.6, 0, ramp(0.0007, 0.0003, sherd.toJoint) * 0.75);
    },
  };
}

const STATE_WORDS = {
  'as-found': 'sherds as found',
  reassembled: 'reassembled, gaps filled',
  completed: 'conjecturally complete',
} as const satisfies Record<RestorationState, string>;
