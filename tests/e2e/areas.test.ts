/** Outlines of areas, pixel by pixel: where they are, how wide, for one eye and for two. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import { toRadians } from '#shared/angle.ts';
import { isInside, type SphericalPolygon } from '#shared/polygon.ts';
import { cross, dot, normalize, type Vec3 } from '#shared/vec.ts';
import { type Corners, DEER, difference, mixed, polygonOf, rgb } from './areas/deer.ts';
import { PLUM } from './panorama/charts.ts';
import { directionOfRay, directionThrough, type Point } from './panorama/directions.ts';
import type { PlayView } from './panorama/play.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

/** Radians between a direction and the nearest point of a polygon's outline. */
function toOutline({ corners }: SphericalPolygon, direction: Vec3): number {
  const between = (a: Vec3, b: Vec3) => Math.acos(Math.min(1, Math.max(-1, dot(a, b))));
  return Math.min(
    ...corners.map((from, i) => {
      const to = corners[(i + 1) % corners.length] ?? from;
      const normal = normalize(cross(from, to));
      const isBeside = dot(cross(normal, from), direction) > 0 && dot(cross(to, normal), direction) > 0;
      return isBeside ? Math.abs(Math.asin(dot(normal, direction))) : Math.min(between(from, direction), between(to, direction)); // prettier-ignore
    }),
  );
}

/** The pitch, degrees, of the arc between the two lower corners of the deer. */
function lowestPitchAt(yaw: number): number {
  // On the great circle through two points of pitch p, δ to either side of their middle: tan(pitch) = tan p / cos δ · cos.
  const tangent = (Math.tan(toRadians(-12)) / Math.cos(toRadians(15))) * Math.cos(toRadians(yaw - 17));
  return (Math.atan(tangent) * 180) / Math.PI;
}

describe('an area in the picture', () => {
  const SIZE = { width: 640, height: 360 };
  const VIEW: PlayView = { yaw: 20, pitch: -4, fov: 60 };
  const POINTS: readonly Point[] = Array.from({ length: 128 * 72 }, (_, i) => [
    ((i % 128) + 0.5) / 128,
    (Math.floor(i / 128) + 0.5) / 72,
  ]);
  const SOURCE = {
    type: 'cube-tiles' as const,
    template: '/chart/plum/128/256/{z}/{f}/{y}_{x}.png',
    tileSize: 128,
    levels: [256, 512],
  };
  const FILLED = mixed(PLUM, rgb(PLASTER), 0.14);
  /** A colour and a half of the light line, its dark neighbour, and a pixel for softness, device pixels. */
  const LINE_PX = 4;
  let stage: Stage;
  let opened: StagePage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.page.close();
  });

  const openArea = async (view: PlayView, corners: Corners, metres?: number): Promise<void> => {
    opened = await stage.open(SIZE);
    await opened.page.evaluate(([source, area, seen, wall]) => window.play.openArea(source, area, seen, wall), [
      SOURCE,
      corners,
      view,
      metres,
    ] as const);
  };

  const expectPicture = (
    seen: readonly { readonly colour: number[]; readonly direction: Vec3 }[],
    corners: Corners,
    pixel: number,
  ): void => {
    const polygon = polygonOf(corners);
    const counts = { inside: 0, outside: 0, line: 0 };
    for (const { colour, direction } of seen) {
      const away = toOutline(polygon, direction) / pixel;
      if (away < 0.3) {
        counts.line++;
        expect(difference(colour, rgb(OCHRE))).toBeLessThanOrEqual(60);
      }
      if (away < LINE_PX) continue;
      const isIn = isInside(polygon, direction);
      counts[isIn ? 'inside' : 'outside']++;
      expect(difference(colour, isIn ? FILLED : PLUM), JSON.stringify(direction)).toBeLessThanOrEqual(2);
    }
    expect(counts.inside).toBeGreaterThan(200);
    expect(counts.outside).toBeGreaterThan(200);
    expect(counts.line).toBeGreaterThan(5);
  };

  const lookAt = async (view: PlayView) => {
    const colours = await opened.page.evaluate(
      async ([seen, points]) => {
        await window.play.look(seen);
        return window.play.colours(points);
      },
      [view, POINTS] as const,
    );
    return POINTS.map((point, i) => ({
      colour: colours[i] ?? [],
      direction: normalize(directionThrough(point, view, SIZE.width, SIZE.height)),
    }));
  };
  const pixelOf = ({ fov }: PlayView) => (2 * Math.tan(toRadians(fov) / 2)) / SIZE.height;

  it.each<[string, Corners, PlayView]>([
    ['concave', DEER, VIEW],
    ['over the line of ±180°', [[165, -15], [-165, -15], [-170, 15], [170, 12]], { yaw: 178, pitch: 2, fov: 60 }],
    ['around the pole', [[0, 70], [90, 65], [180, 72], [-90, 68]], { yaw: 30, pitch: 82, fov: 70 }],
    ['so wide that its ends lie behind the eye', [[-75, -8], [75, -8], [75, 10], [-75, 10]], { yaw: 40, pitch: 0, fov: 50 }],
  ])('is outlined and filled exactly where it is: %s', async (_name, corners, view) => {
    await openArea(view, corners);
    expectPicture(await lookAt(view), corners, pixelOf(view));
    expect(await opened.page.evaluate(() => window.play.stats().drawCalls)).toBe(2);
  }); // prettier-ignore

  it('shows nothing to whoever looks the other way', async () => {
    const away = { yaw: -160, pitch: 4, fov: 60 };
    await openArea(away, DEER);
    for (const { colour } of await lookAt(away)) expect(difference(colour, PLUM)).toBeLessThanOrEqual(1);
  });

  it('has a light line of constant width between two dark ones, however near one is', async () => {
    await openArea(VIEW, DEER);
    const sumOf = (colour: readonly number[]) => colour.reduce((sum, value) => sum + value, 0);
    const widths: number[] = [];
    for (const fov of [70, 35, 12]) {
      // Across the lower edge, upright, in the middle of the picture.
      const rows = Array.from({ length: 41 }, (_, i): Point => [0.5, (SIZE.height / 2 - 20 + i + 0.5) / SIZE.height]);
      const colours = await opened.page.evaluate(
        async ([seen, points]) => {
          await window.play.look(seen);
          return window.play.colours(points);
        },
        [{ yaw: 17, pitch: lowestPitchAt(17), fov }, rows] as const,
      );
      const isTouched = (colour: number[]) => Math.min(difference(colour, PLUM), difference(colour, FILLED)) > 12;
      const touched = colours.flatMap((colour, row) => (isTouched(colour) ? [row] : []));
      const light = colours.flatMap((colour, row) => (difference(colour, rgb(OCHRE)) < 40 ? [row] : []));
      const darkness = (rows: readonly number[]) => Math.min(...rows.map((row) => sumOf(colours[row] ?? [])));
      widths.push(touched.length);
      expect(light.length, `at ${fov}°`).toBeGreaterThanOrEqual(1);
      expect(light.length, `at ${fov}°`).toBeLessThanOrEqual(3);
      expect(darkness(touched.filter((row) => row < Math.min(...light)))).toBeLessThan(0.75 * sumOf(PLUM));
      expect(darkness(touched.filter((row) => row > Math.max(...light)))).toBeLessThan(0.75 * sumOf(PLUM));
    }
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  });

  const TANGENT = Math.tan(toRadians(26));
  const LEAN = 0.06;
  const EYE = 0.032;

  /** Every point of both eyes, with the ray that it shows; `isRight` for those of the right eye. */
  const stereo = async () => {
    const colours = await opened.page.evaluate(([points, tangent, lean]) => window.play.stereo(points, tangent, lean), [
      POINTS,
      TANGENT,
      LEAN,
    ] as const);
    const half = SIZE.width / 2;
    return colours.map((colour, i) => {
      const isRight = i >= POINTS.length;
      const [x = 0, y = 0] = POINTS[i % POINTS.length] ?? [];
      const wide = (TANGENT * half) / SIZE.height;
      const right = ((2 * (Math.floor(x * half) + 0.5)) / half - 1) * wide + (isRight ? LEAN : -LEAN);
      const up = (1 - (2 * (Math.floor(y * SIZE.height) + 0.5)) / SIZE.height) * TANGENT;
      return { colour, isRight, direction: normalize(directionOfRay(right, up, VIEW)) };
    });
  };

  it('is seen in the same directions by each of two eyes, where nobody knows how far the wall is', async () => {
    await openArea(VIEW, DEER);
    const seen = await stereo();
    for (const isRight of [false, true]) {
      expectPicture(seen.filter((one) => one.isRight === isRight), DEER, (2 * TANGENT) / SIZE.height); // prettier-ignore
    }
  });

  it('lies on the wall for each of two eyes, where its distance is known', async () => {
    const metres = 1.2;
    await openArea(VIEW, DEER, metres);
    const yaw = toRadians(VIEW.yaw);
    const seen = (await stereo()).map(({ colour, isRight, direction }) => {
      // Where the eye's ray meets the sphere of that radius about the place's own middle.
      const side = isRight ? EYE : -EYE;
      const eye: Vec3 = [Math.cos(yaw) * side, 0, Math.sin(yaw) * side];
      const along = dot(eye, direction);
      const way = -along + Math.sqrt(along * along - EYE * EYE + metres * metres);
      const at = [0, 1, 2].map((k) => (eye[k] ?? 0) + way * (direction[k] ?? 0)) as unknown as Vec3;
      return { colour, isRight, direction: normalize(at) };
    });
    for (const isRight of [false, true]) {
      expectPicture(seen.filter((one) => one.isRight === isRight), DEER, (2 * TANGENT) / SIZE.height); // prettier-ignore
    }
  });
});
