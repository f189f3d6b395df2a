import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { PARTS, makeController } from '#xr/hands/controllerGeometry.ts';
import { makeHands, skinOf } from '#xr/hands/handGeometry.ts';
import { restHand } from '#xr/hands/restingHand.ts';
import { bone } from '#xr/hands/solid.ts';
import { surfaceNet, type Surface } from '#xr/hands/surfaceNet.ts';
import { JOINTS, jointIndex, type Joint } from '#xr/input/handJoints.ts';

/** Six times the volume within triangles that face outward; negative where they face inward. */
function volume(positions: ArrayLike<number>, indices: ArrayLike<number>): number {
  const at = (i: number) => new Vector3().fromArray(positions, indices[i]! * 3);
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) sum += at(i).dot(at(i + 1).cross(at(i + 2)));
  return sum;
}

/** Edges that do not have exactly one triangle on either side. */
function openEdges({ indices }: Pick<Surface, 'indices'>): number {
  const edges = new Map<string, number>();
  for (let i = 0; i < indices.length; i += 3) {
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const [from, to] = [indices[i + a]!, indices[i + b]!];
      edges.set(`${from}>${to}`, (edges.get(`${from}>${to}`) ?? 0) + 1);
    }
  }
  let open = 0;
  for (const [edge, count] of edges) if (count !== 1 || !edges.has(edge.split('>').reverse().join('>'))) open += 1;
  return open;
}

describe('the surface of a solid', () => {
  const ball = surfaceNet((x, y, z) => Math.hypot(x, y, z) - 1, [-1.3, -1.3, -1.3], [1.3, 1.3, 1.3], [0.1, 0.1, 0.15]);

  it('lies where the solid ends, closed, facing outward', () => {
    for (let i = 0; i < ball.positions.length; i += 3) {
      const [point, normal] = [ball.positions, ball.normals].map((all) => new Vector3().fromArray(all, i));
      expect(point!.length()).toBeCloseTo(1, 3);
      expect(point!.dot(normal!)).toBeCloseTo(1, 2);
    }
    expect(openEdges(ball)).toBe(0);
    expect(volume(ball.positions, ball.indices) / 6).toBeCloseTo((4 / 3) * Math.PI, 1);
  });

  it('of a bone is as thick as its ends', () => {
    expect(bone(0, 2, 0, [0, 0, 0], [4, 0, 0], 1, 0.5)).toBeCloseTo(1, 6);
    expect(bone(5, 0, 0, [0, 0, 0], [4, 0, 0], 1, 0.5)).toBeCloseTo(0.5, 6);
    expect(bone(2, 0, 0, [0, 0, 0], [4, 0, 0], 1, 0.5)).toBeCloseTo(-0.75, 6);
  });
});

describe('hands', () => {
  const { left, right } = makeHands();

  it.each([
    ['left', left, -1],
    ['right', right, 1],
  ] as const)('have a closed surface of at most 4,000 triangles: the %s', (_side, { geometry, unbind }, sign) => {
    const indices = [...geometry.index!.array];
    expect(indices.length / 3).toBeLessThanOrEqual(4_000);
    expect(openEdges({ indices })).toBe(0);
    expect(volume(geometry.attributes.position!.array, indices)).toBeGreaterThan(0);
    expect(unbind).toHaveLength(JOINTS.length);
    geometry.computeBoundingBox();
    // The thumb of a right hand that lies on its palm is on the left.
    const { min, max } = geometry.boundingBox!;
    expect(Math.sign(min.x + max.x)).toBe(-sign);
  });

  it('share the skin among four joints at most, and wholly', () => {
    const weights = right.geometry.attributes.skinWeights!;
    for (let i = 0; i < weights.count; i++) {
      const sum = weights.getX(i) + weights.getY(i) + weights.getZ(i) + weights.getW(i);
      expect(sum).toBeCloseTo(1, 5);
    }
  });

  const joints = restHand();
  const at = (joint: Joint) => joints[jointIndex(joint)]!.at;
  it.each<[string, Joint, Joint, string]>([
    ['a fingertip', 'index-finger-phalanx-distal', 'index-finger-tip', 'index'],
    ['a thumb', 'thumb-phalanx-proximal', 'thumb-phalanx-distal', 'thumb'],
    ['the middle of a finger', 'ring-finger-phalanx-intermediate', 'ring-finger-phalanx-distal', 'ring'],
    ['a little finger', 'pinky-finger-phalanx-proximal', 'pinky-finger-phalanx-intermediate', 'pinky'],
  ])('let only its own joints move %s', (_what, from, to, finger) => {
    const [a, b] = [at(from), at(to)];
    const skin = skinOf([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 0.008, (a[2] + b[2]) / 2], joints);
    for (const [joint, weight] of skin) if (weight > 0.05) expect(JOINTS[joint]).toContain(finger);
  });
});

describe('a controller', () => {
  it.each(['left', 'right', 'none'] as const)('has at most 3,000 triangles and every part: %s', (handedness) => {
    const { geometry, frames } = makeController(handedness);
    expect(geometry.index!.count / 3).toBeLessThanOrEqual(3_000);
    const found = new Set(geometry.attributes.part!.array);
    expect([...found].sort((a, b) => a - b)).toEqual(PARTS.map((_, i) => i));
    // The outer hand side has the stick, the inner the buttons.
    const stick = new Vector3().setFromMatrixPosition(frames.stick);
    const upper = new Vector3().setFromMatrixPosition(frames.upper);
    expect(Math.sign(stick.x - upper.x)).toBe(handedness === 'left' ? -1 : 1);
  });
});
