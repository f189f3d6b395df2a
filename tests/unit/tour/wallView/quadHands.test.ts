import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import {
  createQuadHands, dragQuad, firstFrame, gripQuad, releaseAll, releaseQuad, scaleQuad, type Piece,
} from '#tour/wallView/quadHands.ts'; // prettier-ignore
import {
  AWAY, createQuad, distanceOf, FARTHEST_QUAD, FIRST_DISTANCE, NEAREST_QUAD, pushQuad, returnQuad, standQuad,
} from '#tour/wallView/quadPlace.ts'; // prettier-ignore
import type { Wall } from '#tour/wallView/state.ts';

const WALL: Wall = {
  normal: [0, 0, -1],
  right: [1, 0, 0],
  up: [0, 1, 0],
  distance: 3,
  flatness: 0.001,
  scaleError: 0.001,
  extent: { left: -4, right: 4, bottom: -3, top: 3 },
};
const QUAD = { width: 1.6, height: 1.1 };
const MIN_FOV = toRadians(2);

function piece(width: number, minFov = MIN_FOV): Piece {
  return { wall: WALL, frame: { x: 0.2, y: -0.1, width }, quad: QUAD, minFov };
}

/** What of the wall is at a point of the board, metres. */
function wallAt({ frame, quad }: Piece, x: number, y: number): readonly [number, number] {
  return [frame.x + (x * frame.width) / quad.width, frame.y + (y * frame.width) / quad.width];
}

describe('one hand', () => {
  it.each([0.4, 1.6, 3.2])('keeps what it holds, %f m of wall across', (width) => {
    const hands = createQuadHands();
    const held = piece(width);
    const grabbed = wallAt(held, 0.3, 0.2);
    expect(gripQuad(hands, 7, 0.3, 0.2)).toBe(true);
    expect(dragQuad(hands, held, 7, -0.1, 0.35)).toBe(true);
    expect(dragQuad(hands, held, 7, -0.4, 0.1)).toBe(true);
    const under = wallAt(held, -0.4, 0.1);
    expect(under[0]).toBeCloseTo(grabbed[0], 9);
    expect(under[1]).toBeCloseTo(grabbed[1], 9);
    expect(held.frame.width).toBe(width);
  });

  it('moves nothing before it holds, once it has let go, or where it rests', () => {
    const hands = createQuadHands();
    const held = piece(1.6);
    expect(dragQuad(hands, held, 7, 0.5, 0)).toBe(false);
    gripQuad(hands, 7, 0, 0);
    expect(dragQuad(hands, held, 7, 0, 0)).toBe(false);
    releaseQuad(hands, 7);
    expect(dragQuad(hands, held, 7, 0.5, 0)).toBe(false);
    expect(held.frame).toEqual({ x: 0.2, y: -0.1, width: 1.6 });
  });

  it('ends at the edge of the wall', () => {
    const hands = createQuadHands();
    const held = piece(1.6);
    gripQuad(hands, 1, 0, 0);
    dragQuad(hands, held, 1, -40, 0);
    expect(held.frame.x).toBeCloseTo(4 - 1.6 * 0.4, 6);
  });
});

describe('two hands', () => {
  it('scale: what each holds stays under it', () => {
    const hands = createQuadHands();
    const held = piece(1.6);
    const left = wallAt(held, -0.2, 0);
    const right = wallAt(held, 0.2, 0.1);
    gripQuad(hands, 1, -0.2, 0);
    gripQuad(hands, 2, 0.2, 0.1);
    dragQuad(hands, held, 1, -0.4, -0.1);
    dragQuad(hands, held, 2, 0.4, 0.1);
    expect(held.frame.width).toBeCloseTo((1.6 * Math.hypot(0.4, 0.1)) / Math.hypot(0.8, 0.2), 9);
    const ends = [wallAt(held, -0.4, -0.1), wallAt(held, 0.4, 0.1)];
    // Turned is nothing, so what they hold stays between them: its middle is theirs.
    expect((ends[0]![0] + ends[1]![0]) / 2).toBeCloseTo((left[0] + right[0]) / 2, 2);
  });

  it('are the same whichever comes first, and a third holds nothing', () => {
    const [one, other] = [piece(2), piece(2)];
    for (const [held, order] of [[one, [1, 2]], [other, [2, 1]]] as const) {
      const hands = createQuadHands();
      gripQuad(hands, 1, -0.3, 0);
      gripQuad(hands, 2, 0.3, 0);
      expect(gripQuad(hands, 3, 0, 0)).toBe(false);
      for (const id of order) dragQuad(hands, held, id, id === 1 ? -0.5 : 0.5, 0);
    } // prettier-ignore
    expect(one.frame.width).toBeCloseTo(2 * 0.6, 9);
    expect(one.frame.width).toBeCloseTo(other.frame.width, 9);
    expect(one.frame.x).toBeCloseTo(other.frame.x, 9);
  });

  it('say nothing about a scale where they meet, and let go together', () => {
    const hands = createQuadHands();
    const held = piece(1.6);
    gripQuad(hands, 1, -0.2, 0);
    gripQuad(hands, 2, 0.2, 0);
    dragQuad(hands, held, 1, 0.2, 0);
    expect(held.frame.width).toBe(1.6);
    releaseAll(hands);
    expect(dragQuad(hands, held, 1, 0.5, 0)).toBe(false);
  });
});

describe('a stick', () => {
  it('scales about the point it aims at', () => {
    const held = piece(1.6);
    const aimed = wallAt(held, 0.5, -0.3);
    expect(scaleQuad(held, Math.log(2), 0.5, -0.3)).toBe(true);
    expect(held.frame.width).toBeCloseTo(0.8, 9);
    const still = wallAt(held, 0.5, -0.3);
    expect(still[0]).toBeCloseTo(aimed[0], 9);
    expect(still[1]).toBeCloseTo(aimed[1], 9);
  });

  it('comes no nearer than the picture is worth, and no farther than a quarter of the size', () => {
    const held = piece(1.6);
    scaleQuad(held, 9, 0, 0);
    expect(held.frame.width).toBeCloseTo(2 * 3 * Math.tan(MIN_FOV / 2) * (1.6 / 1.1), 9);
    expect(scaleQuad(held, 1, 0, 0)).toBe(false);
    scaleQuad(held, -9, 0, 0);
    expect(held.frame.width).toBeCloseTo(4 * 1.6, 9);
    expect(scaleQuad(held, -1, 0, 0)).toBe(false);
  });

  it('neither moves the picture when the board comes nearer nor lets it grow then', () => {
    const held = { ...piece(0.4), minFov: toRadians(20) };
    expect(scaleQuad(held, 0.5, 0, 0)).toBe(false);
    expect(held.frame.width).toBe(0.4);
    expect(scaleQuad(held, -0.5, 0, 0)).toBe(true);
    expect(held.frame.width).toBeGreaterThan(0.4);
  });
});

describe('to begin with', () => {
  it('a wall has its true size, or as much of it as its picture is worth', () => {
    expect(firstFrame(piece(1), 0.5, 0.2)).toEqual({ x: 0.5, y: 0.2, width: 1.6 });
    const coarse = firstFrame(piece(1, toRadians(40)), 0, 0).width;
    expect(coarse).toBeCloseTo(2 * 3 * Math.tan(toRadians(20)) * (1.6 / 1.1), 9);
  });
});

describe('the board', () => {
  const HEAD: Vec3 = [0.5, 1.6, -0.2];

  it.each([0, 90, -135])('stands upright before the head and faces it, at %d°', (yaw) => {
    const quad = createQuad();
    standQuad(quad, HEAD, toRadians(yaw));
    expect(distanceOf(quad, HEAD)).toBeCloseTo(FIRST_DISTANCE, 9);
    expect(quad.centre[0]).toBeCloseTo(HEAD[0] + FIRST_DISTANCE * Math.sin(toRadians(yaw)), 9);
    expect(quad.centre[2]).toBeCloseTo(HEAD[2] - FIRST_DISTANCE * Math.cos(toRadians(yaw)), 9);
    expect(quad.up).toEqual([0, 1, 0]);
    expect(Math.hypot(...quad.right)).toBeCloseTo(1, 12);
  });

  it('comes as near as half a metre, comes back from beyond two, and goes away at two and a half', () => {
    const quad = createQuad();
    standQuad(quad, HEAD, 1);
    for (let i = 0; i < 90; i++) pushQuad(quad, HEAD, -1, 1 / 60);
    expect(distanceOf(quad, HEAD)).toBeCloseTo(NEAREST_QUAD, 9);
    for (let i = 0; i < 105; i++) pushQuad(quad, HEAD, 1, 1 / 60);
    expect(distanceOf(quad, HEAD)).toBeCloseTo(NEAREST_QUAD + 1.75, 9);
    let frames = 1;
    while (returnQuad(quad, HEAD, 1 / 60)) frames++;
    expect(distanceOf(quad, HEAD)).toBeCloseTo(FARTHEST_QUAD, 9);
    expect(frames).toBeGreaterThan(3);
    for (let i = 0; i < 60; i++) pushQuad(quad, HEAD, 1, 1 / 60);
    expect(distanceOf(quad, HEAD)).toBeCloseTo(AWAY, 9);
  });

  it('stays where it is when the visitor walks up to it or away from it', () => {
    const quad = createQuad();
    standQuad(quad, HEAD, 0);
    const near: Vec3 = [0.5, 1.6, -1.2];
    pushQuad(quad, near, -1, 1);
    expect(distanceOf(quad, near)).toBeCloseTo(0.2, 9);
    const far: Vec3 = [0.5, 1.6, 3];
    pushQuad(quad, far, 1, 1);
    expect(distanceOf(quad, far)).toBeCloseTo(4.4, 9);
  });
});
