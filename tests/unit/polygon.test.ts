import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { isInside, middleOf, readPolygon, sizeSeen, solidAngleOf, type SphericalPolygon } from '#shared/polygon.ts';
import { directionOf, yawPitchOf } from '#shared/vec.ts';

type Degrees = readonly [yaw: number, pitch: number];

const at = ([yaw, pitch]: Degrees) => directionOf(toRadians(yaw), toRadians(pitch));

function polygon(corners: readonly Degrees[]): SphericalPolygon {
  const reading = readPolygon(corners.map(at));
  if (reading.fault) throw new Error(reading.fault.kind);
  return reading.polygon;
}

const faultOf = (corners: readonly Degrees[]) => readPolygon(corners.map(at)).fault;

function angles(direction: readonly [number, number, number]): number[] {
  const { yaw, pitch } = yawPitchOf(direction);
  return [toDegrees(yaw), toDegrees(pitch)];
}

const SQUARE: readonly Degrees[] = [[-10, -10], [10, -10], [10, 10], [-10, 10]]; // prettier-ignore
const BEHIND: readonly Degrees[] = [[170, -5], [190, -5], [-170, 15], [-190, 15]]; // prettier-ignore
const ABOVE: readonly Degrees[] = [[0, 70], [90, 75], [180, 70], [-90, 75]]; // prettier-ignore
const BELOW: readonly Degrees[] = [[20, -60], [140, -60], [-100, -60]]; // prettier-ignore
/** A U, open upwards. */
const HOLLOW: readonly Degrees[] = [[-20, -15], [20, -15], [20, 15], [12, 15], [12, -8], [-12, -8], [-12, 15], [-20, 15]]; // prettier-ignore

describe('pointing into a polygon on the sphere', () => {
  it.each<[string, readonly Degrees[], Degrees, boolean]>([
    ['its middle', SQUARE, [0, 0], true],
    ['beside it', SQUARE, [11, 0], false],
    // An edge between two corners at a pitch of 10° is an arc that rises to 10.15°.
    ['just beneath the arc of its upper edge, above both of its corners', SQUARE, [0, 10.1], true],
    ['just above that arc', SQUARE, [0, 10.2], false],
    ['the opposite of its middle', SQUARE, [180, 0], false],
    ['at its back', SQUARE, [-175, 8], false],
    ['the line where yaw changes from 180 to −180, inside', BEHIND, [180, 5], true],
    ['beyond that line, inside', BEHIND, [-172, 5], true],
    ['before that line, by its other yaw', BEHIND, [-188, 5], true],
    ['beside it, on either side of that line', BEHIND, [168, 5], false],
    ['beside it there', BEHIND, [-168, 5], false],
    ['the pole that it goes around', ABOVE, [0, 90], true],
    ['near the pole', ABOVE, [77, 86], true],
    ['off that', ABOVE, [45, 65], false],
    ['the nadir', BELOW, [0, -90], true],
    ['the zenith, for one around the nadir', BELOW, [0, 90], false],
    ['the left arm of a U', HOLLOW, [-16, 10], true],
    ['its foot', HOLLOW, [0, -12], true],
    ['its hollow', HOLLOW, [0, 5], false],
    ['level with a corner, outside', HOLLOW, [30, 15], false],
    ['level with a corner, in the hollow', HOLLOW, [0, -7.9], false],
  ])('%s', (_name, corners, point, isIn) => {
    expect(isInside(polygon(corners), at(point))).toBe(isIn);
    expect(isInside(polygon([...corners].reverse()), at(point))).toBe(isIn);
    // Whichever corner comes first.
    expect(isInside(polygon([...corners.slice(2), ...corners.slice(0, 2)]), at(point))).toBe(isIn);
  });

  it('agrees with the area that random directions find', () => {
    const COUNT = 20_000;
    for (const corners of [SQUARE, BEHIND, ABOVE, BELOW, HOLLOW]) {
      const one = polygon(corners);
      let inside = 0;
      for (let i = 0; i < COUNT; i++) {
        const y = 1 - (2 * (i + 0.5)) / COUNT;
        const flat = Math.sqrt(1 - y * y);
        if (isInside(one, [Math.cos(i * 2.399963) * flat, y, Math.sin(i * 2.399963) * flat])) inside++;
      }
      expect(solidAngleOf(one)).toBeCloseTo((inside / COUNT) * 4 * Math.PI, 2);
    }
  });
});

describe('the measures of a polygon on the sphere', () => {
  it('are exact for an eighth of the sphere', () => {
    const eighth = polygon([[0, 0], [90, 0], [0, 90]]); // prettier-ignore
    expect(solidAngleOf(eighth)).toBeCloseTo(Math.PI / 2, 12);
    expect(angles(middleOf(eighth)).map((angle) => Number(angle.toFixed(6)))).toEqual([45, 35.26439]);
  });

  it('put the middle in the middle, over the line of ±180° too', () => {
    expect(angles(middleOf(polygon(SQUARE)))).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
    const [yaw, pitch] = angles(middleOf(polygon(BEHIND)));
    expect(Math.abs(yaw ?? 0)).toBeCloseTo(180, 6);
    expect(pitch).toBeCloseTo(5, 1);
    expect(angles(middleOf(polygon(ABOVE)))[1]).toBeCloseTo(90, 6);
  });

  it('keep the middle inside where the centroid is not', () => {
    const one = polygon(HOLLOW);
    const middle = middleOf(one);
    expect(isInside(one, middle)).toBe(true);
  });

  it('say how wide and how high it looks', () => {
    const size = (corners: readonly Degrees[]) => {
      const one = polygon(corners);
      const { width, height } = sizeSeen(one, middleOf(one));
      return [width, height].map((angle) => toDegrees(angle).toFixed(1));
    };
    expect(size([[-6, 0], [6, 0], [6, 4], [-6, 4]])).toEqual(['12.0', '4.0']); // prettier-ignore
    // Twelve degrees of yaw are fewer degrees to the eye, the higher they lie.
    expect(Number(size([[-6, 58], [6, 58], [6, 62], [-6, 62]])[0])).toBeLessThan(7); // prettier-ignore
  });
});

describe('corners that outline nothing', () => {
  it.each<[string, readonly Degrees[], ReturnType<typeof faultOf>]>([
    ['two directions', [[0, 0], [10, 0], [10, 0], [360, 0]], { kind: 'too-few' }],
    ['one line', [[0, 0], [10, 0], [20, 0], [5, 0]], { kind: 'flat' }],
    ['all around', [[0, 0], [120, 0], [240, 0]], { kind: 'too-wide' }],
    ['more than a half sphere', [[-100, 0], [0, -40], [100, 0], [0, 40]], { kind: 'too-wide' }],
    ['a bow tie', [[0, 0], [10, 10], [10, 0], [0, 10]], { kind: 'crossing', edges: [0, 2] }],
    ['a bow tie with a corner said twice', [[0, 0], [0, 0], [10, 10], [10, 0], [0, 10]], { kind: 'crossing', edges: [0, 3] }],
    ['a bow tie over ±180°', [[175, 0], [-175, 10], [-175, 0], [175, 10]], { kind: 'crossing', edges: [0, 2] }],
  ])('%s', (_name, corners, fault) => {
    expect(faultOf(corners)).toEqual(fault);
  }); // prettier-ignore

  it('are not those whose last repeats the first, as in other formats', () => {
    expect(polygon([...SQUARE, SQUARE[0] ?? [0, 0]]).corners).toHaveLength(4);
    expect(polygon([[-75, 0], [0, -60], [75, 0], [0, 60]]).corners).toHaveLength(4); // prettier-ignore
  });
});
