/** The surface of a hand and what moves it, made once from bones and fillets. */
import { BufferGeometry, Float32BufferAttribute, Matrix4, Uint16BufferAttribute, Uint8BufferAttribute } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { JOINTS } from '../input/handJoints.ts';
import { restHand, type RestingJoint } from './restingHand.ts';
import { along, bone, melt } from './solid.ts';
import { surfaceNet, type Field } from './surfaceNet.ts';

/** Finer across the fingers than along them; together they set the count of triangles. */
const CELL: Vec3 = [0.005, 0.005, 0.0078];
const FROM: Vec3 = [-0.11, -0.06, -0.21];
const TO: Vec3 = [0.085, 0.04, 0.05];

/** Metres of fillet within the palm, between palm and fingers, along a finger. */
const IN_PALM = 0.011;
const AT_KNUCKLES = 0.009;
const IN_FINGER = 0.003;
/** The wrist goes on behind its joint, broad and flat, and is cut off like that of a cast. Metres. */
const CUFF = 0.034;
const CUFF_EDGE = 0.02;
/** How much broader than thick it is. */
const CUFF_BREADTH = 1.5;
/** Metres over which the bones of the palm share its skin. */
const SHARED = 0.007;

const THUMB = 1;
/** Joints of the first bone of each finger but the thumb. */
const ROOTS = [5, 10, 15, 20];

interface Bone {
  readonly from: number;
  readonly to: number;
}

const PALM: readonly Bone[] = [
  ...ROOTS.flatMap((root) => [
    { from: 0, to: root },
    { from: root, to: root + 1 },
  ]),
  { from: 0, to: THUMB },
];
const CHAINS: readonly (readonly Bone[])[] = [chain(THUMB, 3), ...ROOTS.map((root) => chain(root + 1, 3))];

export interface HandShape {
  readonly geometry: BufferGeometry;
  /** From the space of the surface to that of each joint at rest. */
  readonly unbind: readonly Matrix4[];
  readonly radii: readonly number[];
}

/** The surface is made once; the left hand is its mirror image. */
export function makeHands(): { readonly left: HandShape; readonly right: HandShape } {
  const joints = restHand();
  const surface = surfaceNet(handField(joints), FROM, TO, CELL);
  const count = surface.positions.length / 3;
  const [skinJoints, skinWeights] = [new Uint8Array(count * 4), new Float32Array(count * 4)];
  for (let i = 0; i < count; i++) {
    const point = surface.positions.slice(i * 3, i * 3 + 3) as [number, number, number];
    skinOf(point, joints).forEach(([joint, weight], place) => {
      skinJoints[i * 4 + place] = joint;
      skinWeights[i * 4 + place] = weight;
    });
  }
  const shape = (side: 1 | -1): HandShape => {
    const mirrored = (numbers: number[]) => numbers.map((n, i) => (i % 3 === 0 ? n * side : n));
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(mirrored(surface.positions), 3));
    geometry.setAttribute('normal', new Float32BufferAttribute(mirrored(surface.normals), 3));
    geometry.setAttribute('skinJoints', new Uint8BufferAttribute(skinJoints, 4));
    geometry.setAttribute('skinWeights', new Float32BufferAttribute(skinWeights, 4));
    // A mirror turns triangles inside out.
    const indices = side === 1 ? surface.indices : surface.indices.toReversed();
    geometry.setIndex(new Uint16BufferAttribute(indices, 1));
    const mirror = new Matrix4().makeScale(side, 1, 1);
    const unbind = joints.map(({ matrix }) => mirror.clone().multiply(matrix).multiply(mirror).invert());
    return { geometry, unbind, radii: joints.map(({ radius }) => radius) };
  };
  return { left: shape(-1), right: shape(1) };
}

/** The joints that move a point of the skin and how much each does, four at most; the shares sum up to 1. */
export function skinOf(point: Vec3, joints: readonly RestingJoint[]): [joint: number, weight: number][] {
  const weights = new Float32Array(JOINTS.length);
  const palm = nearest(PALM, point, joints);
  const finger = CHAINS.map((bones) => nearest(bones, point, joints)).sort((a, b) => a.distance - b.distance)[0]!;
  // Palm and finger share the skin around a knuckle alone; fingers never share theirs.
  const ofFinger = 1 / (1 + Math.exp((finger.distance - palm.distance) / (SHARED / 2)));
  addBone(weights, finger.bone, finger.share, ofFinger);
  let sum = 0;
  const near = PALM.map((each) => {
    const weight = Math.exp((palm.distance - nearest([each], point, joints).distance) / SHARED);
    sum += weight;
    return { each, weight };
  });
  for (const { each, weight } of near) {
    const { share } = nearest([each], point, joints);
    addBone(weights, each, share, ((1 - ofFinger) * weight) / sum);
  }
  const strongest = [...weights.entries()].sort((a, b) => b[1] - a[1]).slice(0, 4);
  const total = strongest.reduce((all, [, weight]) => all + weight, 0);
  return strongest.map(([joint, weight]) => [joint, weight / total]);
}

/** The skin of a bone follows its own joint, and towards its ends half of each neighbour: joints bend, bones do not. */
function addBone(weights: Float32Array, { from, to }: Bone, share: number, weight: number): void {
  const isTip = JOINTS[to]!.endsWith('tip');
  const isRoot = JOINTS[from]!.endsWith('proximal') && from !== THUMB + 1;
  const ahead = isTip ? share : 0.5 * smooth((share - 0.6) / 0.4);
  const behind = isTip || isRoot || from === THUMB || from === 0 ? 0 : 0.5 * smooth((0.4 - share) / 0.4);
  weights[to]! += weight * ahead;
  if (from > 0) weights[from - 1]! += weight * behind;
  weights[from]! += weight * (1 - ahead - (from > 0 ? behind : 0));
}

function handField(joints: readonly RestingJoint[]): Field {
  return (x, y, z) => {
    const of = ({ from, to }: Bone): number => {
      const [a, b] = [joints[from]!, joints[to]!];
      return bone(x, y, z, a.at, b.at, a.radius, b.radius);
    };
    let palm = bone(x / CUFF_BREADTH, y, z, [0, 0, 0], [0, 0, 0.09], 0.0165, 0.0195);
    for (const each of PALM) palm = melt(palm, of(each), IN_PALM);
    let fingers = Infinity;
    for (const bones of CHAINS) {
      let finger = Infinity;
      for (const each of bones) finger = melt(finger, of(each), IN_FINGER);
      fingers = Math.min(fingers, finger);
    }
    // The edge of the cut is rounded as if it had been worn.
    return -melt(-melt(palm, fingers, AT_KNUCKLES), CUFF - z, CUFF_EDGE);
  };
}

function nearest(bones: readonly Bone[], [x, y, z]: Vec3, joints: readonly RestingJoint[]) {
  let best: { readonly bone: Bone; readonly distance: number; readonly share: number } | null = null;
  for (const each of bones) {
    const [a, b] = [joints[each.from]!, joints[each.to]!];
    const distance = bone(x, y, z, a.at, b.at, a.radius, b.radius);
    if (!best || distance < best.distance) best = { bone: each, distance, share: along(x, y, z, a.at, b.at) };
  }
  return best!;
}

function chain(first: number, count: number): Bone[] {
  return Array.from({ length: count }, (_, i) => ({ from: first + i, to: first + i + 1 }));
}

function smooth(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
}
