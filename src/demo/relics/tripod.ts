/** A ritual tripod of cast bronze: round body with a frieze of masks, six flanges, three column legs, two upright handles. */
import { ellipsoid, roundBox, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { createBronze } from './matter/bronze.ts';
import { readRelief } from './matter/relief.ts';
import { ramp } from './matter/tint.ts';
import type { Relic } from './relic.ts';
import { drawTaotie } from './taotie.ts';

const RADIUS = 0.155;
const FRIEZE_LOW = 0.224;
const FRIEZE_HIGH = 0.316;
const THIRD = (2 * Math.PI) / 3;

export function createTripod(): Relic {
  const frieze = drawTaotie();
  const bronze = createBronze(41, 1, 6.5);

  /** 0…1 on the frieze, 0 above and below it. */
  function readFrieze(relief: typeof frieze.fine, x: number, y: number, z: number): number {
    const edge = ramp(FRIEZE_LOW - 0.001, FRIEZE_LOW + 0.001, y) * ramp(FRIEZE_HIGH + 0.001, FRIEZE_HIGH - 0.001, y);
    if (edge === 0) return 0;
    const turn = (Math.atan2(z, x) - Math.PI / 6) / THIRD;
    return edge * readRelief(relief, turn, 1 - (y - FRIEZE_LOW) / (FRIEZE_HIGH - FRIEZE_LOW));
  }

  function body(x: number, y: number, z: number, r: number): number {
    let outer = smoothMin(
      Math.max(r - RADIUS, Math.abs(y - 0.283) - 0.055),
      ellipsoid(x, y, z, 0, 0.253, 0, RADIUS, 0.098, RADIUS),
      0.015,
    );
    if (r > 0.13 && outer < 0.02 && outer > -0.02) outer -= 0.0042 * readFrieze(frieze.broad, x, y, z);
    const inner = smoothMin(
      Math.max(r - 0.143, Math.abs(y - 0.318) - 0.1),
      ellipsoid(x, y, z, 0, 0.258, 0, 0.143, 0.088, 0.143),
      0.02,
    );
    return smoothMax(outer, -inner, 0.003);
  }

  /** A leg in its own frame: u outward, v along the round. */
  function limbs(u: number, y: number, v: number): number {
    let leg = roundCone(u, y, v, 0.098, 0.208, 0, 0.117, 0.058, 0, 0.032, 0.0215);
    leg = smoothMin(leg, roundCone(u, y, v, 0.117, 0.058, 0, 0.12, 0.006, 0, 0.0215, 0.0285), 0.014);
    leg = smoothMax(leg, -y, 0.003);
    // Three cast strings about the leg.
    const string = Math.abs(((y - 0.098) / 0.0095) % 1) - 0.5;
    if (y > 0.0985 && y < 0.127) leg -= 0.0016 * ramp(0.5, 0.1, Math.abs(string));
    return leg;
  }

  function flange(u: number, y: number, v: number): number {
    if (u < 0.12) return 1;
    const notch =
      y > FRIEZE_LOW && y < FRIEZE_HIGH && Math.abs((((y - FRIEZE_LOW) / 0.0153) % 1) - 0.5) < 0.14 ? 0.0035 : 0;
    const middle = (FRIEZE_LOW + FRIEZE_HIGH) / 2;
    return roundBox(u, y, v, 0.1585, middle, 0, 0.012 - notch, (FRIEZE_HIGH - FRIEZE_LOW) / 2, 0.0034, 0.0012);
  }

  function distance(x: number, y: number, z: number): number {
    const r = Math.hypot(x, z);
    let d = body(x, y, z, r);
    d = smoothMin(d, Math.max(Math.abs(r - 0.158) - 0.013, Math.abs(y - 0.341) - 0.006) - 0.0015, 0.003);
    // Handles lean outward a little.
    const side = Math.abs(x) - 0.148 - (y - 0.343) * 0.12;
    let handle = roundBox(side, y, z, 0, 0.38, 0, 0.0125, 0.044, 0.047, 0.005);
    handle = smoothMax(handle, -roundBox(side, y, z, 0, 0.368, 0, 0.05, 0.03, 0.028, 0.012), 0.004);
    // A sunken panel on the broad sides.
    const panel = Math.max(Math.abs(Math.abs(z) - 0.0375) - 0.0052, Math.abs(y - 0.375) - 0.04);
    const crown = Math.max(Math.abs(y - 0.411) - 0.0052, Math.abs(z) - 0.042);
    handle += 0.0016 * ramp(0.0008, -0.0008, Math.min(panel, crown)) * ramp(0.008, 0.011, Math.abs(side));
    d = smoothMin(d, handle, 0.004);
    for (let k = 0; k < 3; k++) {
      const angle = Math.PI / 2 + k * THIRD;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      const u = x * c + z * s;
      const v = z * c - x * s;
      d = smoothMin(d, limbs(u, y, v), 0.014);
      d = smoothMin(d, flange(u, y, v), 0.0015);
      d = smoothMin(d, flange(-u, y, v), 0.0015);
    }
    return d;
  }

  return {
    id: 'ritual-tripod',
    title: 'Ritual tripod, bronze (synthetic: computed, no real object)',
    size: [0.345, 0.424, 0.345],
    low: [-0.2, -0.012, -0.2],
    high: [0.2, 0.442, 0.2],
    sourceCell: 0.00175,
    finestTexture: 4096,
    view: { yaw: 24, pitch: 17 },
    distance,
    height(x, y, z) {
      const r = Math.hypot(x, z);
      const cut = r > 0.147 && y > FRIEZE_LOW - 0.004 && y < FRIEZE_HIGH + 0.004 ? readFrieze(frieze.fine, x, y, z) : 0;
      return 0.0024 * cut + bronze.crust(x, y, z);
    },
    look(place, out, isRestored) {
      const { x, y, z } = place;
      const r = Math.hypot(x, z);
      const onFrieze = r > 0.147 && y > FRIEZE_LOW && y < FRIEZE_HIGH;
      const relief = onFrieze ? readFrieze(frieze.fine, x, y, z) : 0.55;
      // Water stood inside and ran down below the rim; soot clings under the bowl.
      const inside = ellipsoid(x, Math.min(y, 0.258), z, 0, 0.258, 0, 0.143, 0.088, 0.143) < 0.003 && y < 0.338 ? 1 : 0;
      const wet = Math.min(
        1,
        inside * 0.8 + ramp(0.34, 0.325, y) * ramp(0.29, 0.325, y) * 0.6 + ramp(0.05, 0, y) * 0.7,
      );
      bronze.look(place, relief, wet, isRestored, out);
    },
  };
}
