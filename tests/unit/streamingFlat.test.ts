/** How a flat picture hangs before the eyes, against its own geometry taken point by point. */
import { describe, expect, it } from 'vitest';
import { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import { Density } from '#streaming/policy/density.ts';
import { Eye, IDENTITY } from '#streaming/policy/eye.ts';
import type { EyeView } from '#streaming/ports.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';

/** A handscroll on a wall, and the same bent round a seated visitor. */
function hang(bend: number): HangingSheet {
  const sheet = new HangingSheet(12, 0.512);
  sheet.distance = 0.6;
  sheet.bend = bend;
  sheet.along = 2.5;
  sheet.up = -0.1;
  [sheet.from, sheet.to] = bend === 0 ? [0, 1] : [0.65, 0.77];
  return sheet;
}

function eyeAt(position: Vec3, yaw: number, pitch: number, tan = 0.7): Eye {
  const eye = new Eye();
  const view: EyeView = {
    right: directionOf(yaw + Math.PI / 2, 0),
    up: directionOf(yaw, pitch + Math.PI / 2),
    forward: directionOf(yaw, pitch),
    tanLeft: tan,
    tanRight: tan * 1.3,
    tanTop: tan,
    tanBottom: tan * 0.8,
    widthPx: 1_000,
    heightPx: 900,
    position,
  };
  eye.set(view, IDENTITY);
  return eye;
}

const EYES = [
  eyeAt([0, 0, 0], 0, 0),
  eyeAt([0.032, 0.02, -0.1], 0.6, -0.3),
  eyeAt([-0.2, 0, 0.1], -1.1, 0.1),
  eyeAt([0, 0.3, 0.2], 2.8, 0),
  eyeAt([0.1, -0.1, -0.3], 0.2, 0.2, 0.05),
];
const COUNT = 60;
const point = new Float64Array(9);

function isSeen(eye: Eye, sheet: HangingSheet, u: number, v: number): boolean {
  if (u <= sheet.from || u >= sheet.to) return false;
  sheet.write(u, v, eye.position, point);
  const [x = 0, y = 0, z = 0] = point;
  const along = (row: number): number =>
    (eye.basis[row] ?? 0) * x + (eye.basis[row + 1] ?? 0) * y + (eye.basis[row + 2] ?? 0) * z;
  const ahead = along(6);
  const [right, up] = [along(0) / ahead, along(3) / ahead];
  return ahead > 0 && right > -eye.tanLeft && right < eye.tanRight && up > -eye.tanBottom && up < eye.tanTop;
}

describe.each([
  ['on a wall', 0],
  ['bent round the visitor', 1 / 0.6],
])('a flat picture %s', (_name, bend) => {
  const sheet = hang(bend);

  it('moves as its derivatives say', () => {
    const [a, b] = [new Float64Array(9), new Float64Array(9)];
    for (const eye of EYES) {
      for (const [u, v] of [[0.7, 0.2], [0.71, 0.9], [0.66, 0.5]] as const) {
        const step = 1e-6;
        sheet.write(u, v, eye.position, point);
        const written = [...point];
        sheet.write(u + step, v, eye.position, a);
        sheet.write(u, v + step, eye.position, b);
        for (let k = 0; k < 3; k++) {
          expect(((a[k] ?? 0) - (written[k] ?? 0)) / step).toBeCloseTo(written[3 + k] ?? NaN, 3);
          expect(((b[k] ?? 0) - (written[k] ?? 0)) / step).toBeCloseTo(written[6 + k] ?? NaN, 3);
        }
      }
    }
  }); // prettier-ignore

  it('is met by the ray to each of its points there, and nowhere behind the eye', () => {
    const at = new Float64Array(2);
    for (const eye of EYES) {
      for (const [u, v] of [[0.655, 0.01], [0.7, 0.5], [0.765, 0.99]] as const) {
        sheet.write(u, v, eye.position, point);
        const ray = new Float64Array([9, point[0] ?? 0, point[1] ?? 0, point[2] ?? 0]);
        expect(sheet.hit(eye.position, ray, 1, at)).toBe(true);
        expect(at[0]).toBeCloseTo(u, 9);
        expect(at[1]).toBeCloseTo(v, 9);
        expect(sheet.hit(eye.position, new Float64Array([0, 1, 0]), 0, at)).toBe(false);
      }
    }
  }); // prettier-ignore

  it('never hides a rectangle of which an eye sees a point, and hides most of the others', () => {
    let [shown, seen] = [0, 0];
    for (const eye of EYES) {
      for (let column = 0; column < COUNT; column++) {
        const [u0, u1] = [column / COUNT, (column + 1) / COUNT];
        let isAnySeen = false;
        for (let i = 0; i <= 20; i++) {
          for (let j = 0; j <= 8; j++) isAnySeen ||= isSeen(eye, sheet, u0 + ((u1 - u0) * i) / 20, j / 8);
        }
        const isVisible = sheet.isVisible(eye, u0, 0, u1, 1);
        if (isAnySeen) expect(isVisible, `column ${column}`).toBe(true);
        shown += Number(isVisible);
        seen += Number(isAnySeen);
      }
    }
    expect(seen).toBeGreaterThan(5);
    expect(shown - seen).toBeLessThanOrEqual(8);
  });

  it('is near an axis where a point of it is', () => {
    for (const eye of EYES) {
      for (const [u0, u1] of [[0.65, 0.68], [0.7, 0.72], [0.6, 0.8]] as const) {
        const angles = Array.from({ length: 41 * 21 }, (_, i) => {
          sheet.write(u0 + ((u1 - u0) * (i % 41)) / 40, Math.floor(i / 41) / 20, eye.position, point);
          const ahead = (eye.basis[6] ?? 0) * point[0]! + (eye.basis[7] ?? 0) * point[1]! + (eye.basis[8] ?? 0) * point[2]!;
          return Math.acos(ahead / Math.hypot(point[0]!, point[1]!, point[2]!));
        });
        const nearest = Math.min(...angles);
        if (nearest < 0.1 || nearest > 1.5) continue;
        expect(sheet.isWithin(eye, nearest + 0.05, u0, 0, u1, 1)).toBe(true);
        expect(sheet.isWithin(eye, nearest - 0.05, u0, 0, u1, 1)).toBe(false);
      }
    }
  }); // prettier-ignore
});

describe('the level of a flat picture', () => {
  it('follows from device pixels per pixel of the picture where the view is straight', () => {
    const sheet = new HangingSheet(12, 0.512);
    const eye = eyeAt([3, 0, 0], 0, 0);
    // At a metre 1,000 device pixels are 1.61 m across; the picture has 5,000 pixels to the metre.
    const ratio = new Density().pixelsPerTexel(eye, sheet, 0, 0.7, 0.4, 0.8, 0.6, 60_000, 2_560);
    const perMetre = Math.max(1_000 / (0.7 * 2.3), 900 / (0.7 * 1.8));
    expect(ratio).toBeCloseTo(perMetre / 5_000, 6);
  });

  it('is asked of where the eyes will be', () => {
    const sheet = new HangingSheet(12, 0.512);
    const eye = eyeAt([0, 0, 0], 0, 0, 0.2);
    sheet.speed = 2;
    expect(sheet.isVisible(eye, 0.6, 0, 0.61, 1)).toBe(false);
    sheet.lookAhead(0.6);
    expect(sheet.isVisible(eye, 0.6, 0, 0.61, 1)).toBe(true);
    sheet.lookAhead(0);
    expect(sheet.isVisible(eye, 0.6, 0, 0.61, 1)).toBe(false);
  });
});
