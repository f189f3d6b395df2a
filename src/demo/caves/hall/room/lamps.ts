/** Oil lamps: bowls along the niche's edge and on four stands. Turned bronze, browned and sooted near the flame. */
import type { Finish, Flame, Sheet, Vec3 } from '#demo/cave/cave.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { placed } from '#demo/caves/hall/room/handCut.ts';

export const LAMP_FINISHES: readonly Finish[] = [
  { id: 'lampBronze', colour: { 'as-found': [118, 92, 58], restored: [176, 136, 72], 'line-drawing': [232, 221, 197] }, shine: 0.55 }, // prettier-ignore
  { id: 'lampSoot', colour: { 'as-found': [66, 52, 40], restored: [150, 114, 62], 'line-drawing': [226, 214, 190] }, shine: 0.25 }, // prettier-ignore
  { id: 'lampOil', colour: { 'as-found': [84, 56, 22], restored: [120, 82, 30], 'line-drawing': [240, 231, 211] }, shine: 0.9 }, // prettier-ignore
];

type Profile = readonly (readonly [radius: number, height: number])[];

/** A bowl on a foot, from the middle of its sole to the outside of its rim; then the rim and the inside. */
const BOWL: Profile = [[0, 0], [0.034, 0], [0.036, 0.006], [0.03, 0.012], [0.015, 0.018], [0.013, 0.026], [0.016, 0.032], [0.034, 0.044], [0.048, 0.058], [0.054, 0.072]]; // prettier-ignore
const RIM: Profile = [[0.054, 0.072], [0.056, 0.075], [0.055, 0.079], [0.051, 0.08], [0.048, 0.077], [0.045, 0.07]]; // prettier-ignore
const OIL: Profile = [[0.046, 0.07], [0.03, 0.0695], [0, 0.0695]]; // prettier-ignore
/** A stand as tall as a table: tripod base, turned shaft with knops, drip pan. */
const STAND: Profile = [[0, 0], [0.16, 0], [0.168, 0.008], [0.165, 0.02], [0.13, 0.032], [0.075, 0.05], [0.045, 0.075], [0.034, 0.1], [0.044, 0.115], [0.044, 0.128], [0.03, 0.142], [0.021, 0.18], [0.018, 0.3], [0.019, 0.44], [0.03, 0.47], [0.041, 0.49], [0.041, 0.505], [0.03, 0.525], [0.019, 0.55], [0.017, 0.7], [0.019, 0.88], [0.028, 0.91], [0.036, 0.925], [0.028, 0.94], [0.02, 0.96], [0.024, 0.99], [0.05, 1.02], [0.088, 1.045]]; // prettier-ignore
const PAN: Profile = [[0.088, 1.045], [0.092, 1.05], [0.092, 1.056], [0.086, 1.056], [0.06, 1.04], [0, 1.035]]; // prettier-ignore
const STAND_HEIGHT = 1.036;

/** A profile turned about an upright axis; `lobes` presses it into a flower, by a tenth of its radius. */
function turned(surface: string, profile: Profile, foot: Vec3, scale: number, columns: number, lobes = 0): Sheet {
  const rows = (profile.length - 1) * 3;
  const inside = profile === OIL || profile === PAN || profile === RIM;
  return {
    surface,
    columns,
    rows,
    // The outside is seen from far off to the side; rims, oil and pans from above.
    facing: inside ? [foot[0], foot[1] + 3, foot[2]] : [foot[0] + 4, foot[1] + 0.06 * scale, foot[2]],
    at(s, t, out) {
      const [radius, height] = readProfile(profile, t);
      const angle = s * 2 * Math.PI;
      const r = radius * scale * (1 + (lobes > 0 ? 0.07 * Math.cos(lobes * angle) * Math.min(1, radius / 0.04) : 0));
      out.x = foot[0] + Math.cos(angle) * r;
      out.y = foot[1] + height * scale;
      out.z = foot[2] + Math.sin(angle) * r;
      out.u = s;
      out.v = t;
    },
  };
}

/** A smooth curve through the profile's points (Catmull–Rom), radius never below 0. */
function readProfile(profile: Profile, t: number): [radius: number, height: number] {
  const place = Math.max(0, Math.min(1, t)) * (profile.length - 1);
  const i = Math.min(profile.length - 2, Math.floor(place));
  const f = place - i;
  const p = (k: number) => profile[Math.max(0, Math.min(profile.length - 1, k))]!;
  const [a, b, c, d] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
  const at = (axis: 0 | 1) =>
    b[axis] + 0.5 * f * (c[axis] - a[axis] + f * (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + f * (3 * (b[axis] - c[axis]) + d[axis] - a[axis]))); // prettier-ignore
  return [Math.max(0, at(0)), at(1)];
}

function bowl(foot: Vec3, scale: number, lobes: number): Sheet[] {
  return [
    turned('lampSoot', BOWL, foot, scale, 40, lobes),
    turned('lampBronze', RIM, foot, scale, 40, lobes),
    turned('lampOil', OIL, foot, scale, 24, lobes),
  ];
}

const NICHE_LAMPS: readonly Vec3[] = [-1.385, -0.8, -0.4, 0.4, 0.8, 1.385].map((x) =>
  placed(x, HALL.niche.floor, -HALL.depth / 2 - 0.085 - 0.02 * Math.cos(x * 3)),
);
const STANDS: readonly Vec3[] = [[-1.98, 0, -1.78], [1.98, 0, -1.78], [-1.98, 0, 1.72], [1.98, 0, 1.72]]; // prettier-ignore
const NICHE_SCALE = 1;
const STAND_SCALE = 1.45;
/** The wick ends a little above the oil. */
const WICK = 0.075;

export const LAMP_SHEETS: readonly Sheet[] = [
  ...NICHE_LAMPS.flatMap((foot) => bowl(foot, NICHE_SCALE, 0)),
  ...STANDS.flatMap((foot) => [
    turned('lampBronze', STAND, foot, 1, 40),
    turned('lampBronze', PAN, foot, 1, 40),
    ...bowl([foot[0], STAND_HEIGHT, foot[2]], STAND_SCALE, 8),
  ]),
];

export const FLAMES: readonly Flame[] = [
  ...NICHE_LAMPS.map(([x, y, z]): Flame => ({ position: [x, y + WICK * NICHE_SCALE, z], size: 0.05, strength: 1 })),
  ...STANDS.map(([x, , z]): Flame => ({ position: [x, STAND_HEIGHT + WICK * STAND_SCALE, z], size: 0.068, strength: 1.5 })), // prettier-ignore
];
