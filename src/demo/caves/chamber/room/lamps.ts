/** Oil lamps: a row of small bowls along the platform's edge and two tall stands, one of them for the face alone. */
import type { Finish, Flame, Sheet, Vec3 } from '#demo/cave/cave.ts';
import { PLATFORM } from '#demo/caves/chamber/room/dimensions.ts';

export const LAMP_FINISHES: readonly Finish[] = [
  {
    id: 'lamp-clay',
    colour: { 'as-found': [96, 66, 46], restored: [150, 98, 62], 'line-drawing': [228, 216, 190] },
    shine: 0.15,
  },
  {
    id: 'lamp-bronze',
    colour: { 'as-found': [88, 72, 48], restored: [150, 116, 64], 'line-drawing': [228, 216, 190] },
    shine: 0.4,
  },
  {
    id: 'lamp-oil',
    colour: { 'as-found': [72, 50, 20], restored: [110, 78, 30], 'line-drawing': [240, 231, 211] },
    shine: 0.8,
  },
];

type Outline = readonly (readonly [radius: number, height: number])[];

/** From the foot up over the rim and down to the oil. */
const BOWL: Outline = [
  [0.0, 0.0],
  [0.032, 0.0],
  [0.035, 0.007],
  [0.019, 0.015],
  [0.018, 0.024],
  [0.04, 0.036],
  [0.055, 0.052],
  [0.059, 0.062],
  [0.054, 0.062],
  [0.046, 0.054],
];

const STAND: Outline = [
  [0.0, 0.0],
  [0.17, 0.0],
  [0.175, 0.02],
  [0.12, 0.05],
  [0.055, 0.085],
  [0.03, 0.14],
  [0.022, 0.2],
  [0.02, 0.42],
  [0.04, 0.45],
  [0.046, 0.475],
  [0.04, 0.5],
  [0.02, 0.53],
  [0.018, 0.92],
  [0.034, 0.95],
  [0.034, 0.965],
  [0.018, 0.99],
  [0.016, 1.36],
  [0.03, 1.39],
  [0.075, 1.42],
  [0.08, 1.432],
  [0.0, 1.432],
];
const STAND_HEIGHT = 1.432;

/** An outline turned about the upright through `foot`. */
function turned(surface: string, outline: Outline, foot: Vec3, scale: number, columns: number): Sheet {
  const last = outline.length - 1;
  return {
    surface,
    columns,
    rows: last * 2,
    facing: [foot[0], foot[1] + 0.3 * scale, foot[2] + 4],
    at(s, t, out) {
      const place = Math.max(0, Math.min(last - 1e-9, t * last));
      const i = Math.floor(place);
      const f = place - i;
      const a = outline[i]!;
      const b = outline[i + 1]!;
      const radius = (a[0] + (b[0] - a[0]) * f) * scale;
      out.x = foot[0] + Math.cos(s * 2 * Math.PI) * radius;
      out.y = foot[1] + (a[1] + (b[1] - a[1]) * f) * scale;
      out.z = foot[2] + Math.sin(s * 2 * Math.PI) * radius;
      out.u = s;
      out.v = t;
    },
  };
}

function oil(foot: Vec3, scale: number): Sheet {
  return turned('lamp-oil', [[0, 0.056], [0.048, 0.0555]], foot, scale, 24); // prettier-ignore
}

interface Lamp {
  readonly foot: Vec3;
  readonly scale: number;
  readonly strength: number;
}

/** The row stands a hand's breadth behind the edge; hands have put the lamps down, not a ruler. */
const ROW: readonly Lamp[] = [-4.02, -3.3, -2.62, -1.86, -1.16, -0.4, 0.32, 1.05, 1.78, 2.5, 3.22, 3.98].map(
  (x, i) => ({
    foot: [x, PLATFORM.height, PLATFORM.edge - 0.085 + 0.02 * Math.sin(i * 2.4)],
    scale: 0.95 + 0.1 * Math.abs(Math.sin(i * 1.7)),
    strength: 0.3 + 0.08 * Math.sin(i * 3.1),
  }),
);

const STANDS: readonly Lamp[] = [
  { foot: [-3.72, 0, -0.36], scale: 1.22, strength: 1.9 },
  { foot: [2.55, 0, -0.3], scale: 1.08, strength: 1.25 },
];

const standTops: readonly Lamp[] = STANDS.map(({ foot, scale, strength }) => ({
  foot: [foot[0], STAND_HEIGHT * scale, foot[2]],
  scale: 1.5,
  strength,
}));

export const LAMP_SHEETS: readonly Sheet[] = [
  ...ROW.flatMap(({ foot, scale }) => [turned('lamp-clay', BOWL, foot, scale, 24), oil(foot, scale)]),
  ...STANDS.map(({ foot, scale }) => turned('lamp-bronze', STAND, foot, scale, 28)),
  ...standTops.flatMap(({ foot, scale }) => [turned('lamp-bronze', BOWL, foot, scale, 28), oil(foot, scale)]),
];

export const FLAMES: readonly Flame[] = [...ROW, ...standTops].map(({ foot, scale, strength }) => ({
  position: [foot[0], foot[1] + (0.056 + 0.035) * scale, foot[2]],
  size: 0.045 * (strength > 1 ? 1.5 : 1),
  strength,
}));
