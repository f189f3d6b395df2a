/** Outlines of a person and of an open hand, to show how large a relic is. Drawn by us; metres, feet or wrist at the origin. */
import { CatmullRomCurve3, Shape, Vector2, Vector3 } from 'three';

/** From the sole to the crown, and from the wrist to the tip of the middle finger. */
export const PERSON_HEIGHT = 1.7;
export const HAND_LENGTH = 0.19;

type Point = readonly [x: number, y: number];

/** The left half of someone who stands at ease, seen from the front; shares of the height, from the crown downwards. */
// prettier-ignore
const PERSON: readonly Point[] = [
  [0, 1], [0.022, 0.996], [0.037, 0.98], [0.043, 0.952], [0.041, 0.922], [0.035, 0.897], [0.025, 0.879],
  [0.027, 0.86], [0.034, 0.845], [0.056, 0.833], [0.088, 0.822], [0.112, 0.81], [0.128, 0.79], [0.136, 0.757],
  [0.14, 0.712], [0.145, 0.664], [0.151, 0.62], [0.158, 0.57], [0.165, 0.522], [0.169, 0.488], [0.177, 0.462],
  [0.179, 0.434], [0.175, 0.406], [0.167, 0.386], [0.158, 0.386], [0.152, 0.404], [0.149, 0.43], [0.145, 0.455],
  [0.147, 0.486], [0.138, 0.532], [0.127, 0.59], [0.119, 0.636], [0.113, 0.686], [0.106, 0.728], [0.101, 0.748],
  [0.096, 0.726], [0.091, 0.686], [0.085, 0.642], [0.084, 0.612], [0.089, 0.576], [0.097, 0.54], [0.102, 0.5],
  [0.102, 0.45], [0.097, 0.39], [0.088, 0.324], [0.08, 0.287], [0.078, 0.256], [0.081, 0.214], [0.075, 0.158],
  [0.062, 0.092], [0.057, 0.052], [0.06, 0.03], [0.073, 0.013], [0.071, 0.003], [0.044, 0], [0.027, 0.004],
  [0.024, 0.022], [0.029, 0.05], [0.031, 0.092], [0.031, 0.158], [0.025, 0.214], [0.027, 0.256], [0.027, 0.287],
  [0.021, 0.342], [0.011, 0.42], [0.004, 0.462], [0, 0.47],
];

/** A finger: the middles of its root and of its rounded tip, and half its width there. */
interface Finger {
  readonly root: Point;
  readonly tip: Point;
  readonly half: readonly [atRoot: number, atTip: number];
}

/** An open hand, its thumb to the left; shares of its length, from the wrist round to the wrist. */
const THUMB: Finger = { root: [-0.215, 0.265], tip: [-0.352, 0.452], half: [0.072, 0.048] };
const FINGERS: readonly Finger[] = [
  { root: [-0.148, 0.545], tip: [-0.182, 0.868], half: [0.052, 0.043] },
  { root: [-0.034, 0.57], tip: [-0.04, 0.954], half: [0.054, 0.046] },
  { root: [0.078, 0.55], tip: [0.1, 0.882], half: [0.051, 0.043] },
  { root: [0.176, 0.505], tip: [0.232, 0.745], half: [0.046, 0.038] },
];
const BEFORE_THUMB: readonly Point[] = [
  [-0.118, 0],
  [-0.14, 0.06],
  [-0.188, 0.138],
];
const AFTER_FINGERS: readonly Point[] = [
  [0.222, 0.42],
  [0.218, 0.31],
  [0.196, 0.19],
  [0.152, 0.08],
  [0.122, 0],
];

/** Around the tip, in degrees to both sides of the finger's own direction. */
const TIP_DEGREES = [80, 45, 0, -45, -80];

export function createPerson(): Shape {
  const half = PERSON.map(([x, y]): Point => [x, y]);
  const mirrored = half
    .slice(1, -1)
    .reverse()
    .map(([x, y]): Point => [-x, y]);
  return smooth([...half, ...mirrored], PERSON_HEIGHT);
}

export function createHand(): Shape {
  const thumb = outlineOf(THUMB);
  const fingers = FINGERS.flatMap(outlineOf);
  return smooth([...BEFORE_THUMB, ...thumb, [-0.185, 0.4], ...fingers, ...AFTER_FINGERS], HAND_LENGTH, true);
}

/** Up its left side, round the tip and down its right side. */
function outlineOf({ root, tip, half }: Finger): Point[] {
  const [x, y] = [tip[0] - root[0], tip[1] - root[1]];
  const length = Math.hypot(x, y);
  const heading = Math.atan2(y, x);
  const side = (at: Point, width: number, share: number): Point => [
    at[0] + x * share - (y / length) * width,
    at[1] + y * share + (x / length) * width,
  ];
  const [atRoot, atTip] = half;
  const around = TIP_DEGREES.map((degrees): Point => {
    const angle = heading + (degrees / 180) * Math.PI;
    return [tip[0] + Math.cos(angle) * atTip, tip[1] + Math.sin(angle) * atTip];
  });
  const middle = (atRoot + atTip) / 2;
  return [
    side(root, atRoot, 0.06),
    side(root, middle, 0.5),
    ...around,
    side(root, -middle, 0.5),
    side(root, -atRoot, 0.06),
  ];
}

/** A smooth closed line through points; where its ends are to stay corners, it is not closed before it is smoothed. */
function smooth(points: readonly Point[], scale: number, hasFlatFoot = false): Shape {
  const curve = new CatmullRomCurve3(
    points.map(([x, y]) => new Vector3(x * scale, y * scale, 0)),
    !hasFlatFoot,
    'centripetal',
  );
  return new Shape(curve.getPoints(points.length * 5).map(({ x, y }) => new Vector2(x, Math.max(0, y))));
}
