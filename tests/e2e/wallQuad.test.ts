/** A piece of wall on a board in the place, as two eyes see it: the right piece, as fine as they see the board. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, normalize, type Vec3 } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { axesOf } from '#tour/wallView/fitWall.ts';
import { assumedWall, meetQuad, type Quad } from '#tour/wallView/quad.ts';
import { createQuad, standQuad } from '#tour/wallView/quadPlace.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';
import { colourOf, LEVEL_COLOURS } from './panorama/charts.ts';
import { directionOfRay } from './panorama/directions.ts';
import type { PlayView } from './panorama/play.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

const SIZE = { width: 480, height: 360 };
/** The board stands there; the wall that it shows lies elsewhere, so that nothing but the board asks for it. */
const VIEW: PlayView = { yaw: 120, pitch: 0, fov: 100 };
const EYE = 0.032;
const TANGENT = 0.8;
const LEAN = 0.1;

let stage: Stage;
let opened: StagePage;

beforeAll(async () => {
  stage = await openStage();
  opened = await stage.open(SIZE);
});
afterAll(async () => {
  await opened?.page.close();
  await stage?.close();
});

describe('a piece of wall on a board', () => {
  it('is the piece it should be for each of two eyes, on any wall, and nothing beyond its edges', async () => {
    for (const source of [cubeChart('direction', 256, 3), EQUIRECT]) {
      await open(source);
      const quad = standing();
      for (const [yaw, pitch] of [[0, 0], [-30, 12], [150, -18], [20, 80]] as const) {
        const wall = wallTowards(yaw, pitch);
        const frame = { x: 0.4, y: -0.2, width: 1.3 };
        await opened.page.evaluate(([w, f, q]) => window.play.board(w, f, q), [wall, frame, quad] as const);
        const seen = await stereo();
        let [on, beside] = [0, 0];
        for (const { colour, eye, direction } of seen) {
          const shown = shownAt(wall, frame, quad, eye, direction);
          if (shown === 'edge') continue;
          if (shown) on++;
          else beside++;
          const expected = colourOf(normalize(shown ?? direction));
          for (const k of [0, 1, 2] as const) {
            const away = Math.abs((colour[k] ?? 0) - expected[k]);
            expect(away, `${source.type} ${yaw} ${pitch} ${direction.join(" ")}`).toBeLessThanOrEqual(3);
          }
        }
        expect(on).toBeGreaterThan(60);
        expect(beside).toBeGreaterThan(30);
      }
    } // prettier-ignore
    expect(opened.complaints).toEqual([]);
  });

  it('is as fine as the eyes see the board: the very level whose texels are no larger than a pixel', async () => {
    const sizes = [256, 512, 1_024, 2_048, 4_096];
    await open(cubeChart('level', 256, sizes.length));
    const wall = wallTowards(0, 0);
    const quad = standing();
    const levels: number[] = [];
    for (const scale of [3.4, 2, 1, 0.5]) {
      const frame = { x: 0.05, y: 0.1, width: scale * quad.width };
      const pxPerMetre = await opened.page.evaluate(([w, f, q]) => window.play.board(w, f, q), [
        wall,
        frame,
        quad,
      ] as const);
      const pxPerWallMetre = pxPerMetre / scale;
      const due = sizes.findIndex((size) => size / 2 / wall.distance >= pxPerWallMetre);
      levels.push(due);
      for (const { colour, eye, direction } of await stereo()) {
        const shown = shownAt(wall, frame, quad, eye, direction);
        if (shown && shown !== 'edge') expect(colour, `scale ${scale}`).toEqual(LEVEL_COLOURS[due]);
      }
    }
    expect(levels).toEqual([0, 1, 2, 3]);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the board of a headset', () => {
  it('is pulled up with the piece that was meant, held, scaled, put away by its button and by a push', async () => {
    await open(cubeChart('direction', 256, 4));
    const told = await opened.page.evaluate(async () => {
      const near = window.play.nearWall();
      const head = { x: 0, y: 0, z: 0, yaw: 0 };
      const towards = (x: number, y: number, z: number) => {
        const size = Math.hypot(x, y, z);
        return { origin: [0, 0, 0] as const, direction: [x / size, y / size, z / size] as const };
      };
      const metOf = (x: number, y: number) => near.pick(towards(x, y, -1.2))?.part ?? null;
      const shut = [near.isOpen, near.layer.quad ?? null, metOf(0, 0)];
      near.open(towards(1, 0, 0), head);
      near.frame(head, 0);
      const ahead = () => near.layer.quad?.toQuad.elements.slice() ?? [];
      const first = ahead();
      const parts = [metOf(0, 0), metOf(0.9, 0.4), metOf(0, -0.75), metOf(0, 1)];
      near.press(1, towards(0, -0.08, -1.2));
      near.drag(1, towards(0.4, -0.08, -1.2));
      near.release(1);
      near.drag(1, towards(-0.4, -0.08, -1.2));
      near.frame(head, 0);
      const dragged = ahead();
      near.stick(-1, 0, towards(0, -0.08, -1.2));
      near.frame(head, 0.5);
      near.frame(head, 0.5);
      const scaled = ahead();
      const hasHeld = near.isOpen;
      near.press(1, towards(0.9, 0.4, -1.2));
      const isOpenAfterButton = near.isOpen;
      near.open(towards(1, 0, 0), head);
      for (let i = 0; i < 20; i++) {
        near.stick(0, 1, towards(0, -0.08, -1.2));
        near.frame(head, 0.1);
      }
      const isOpenAfterPush = near.isOpen;
      near.dispose();
      return { shut, parts, first, dragged, scaled, hasHeld, isOpenAfterButton, isOpenAfterPush };
    });
    expect(told.shut).toEqual([false, null, null]);
    expect(told.parts).toEqual(['picture', 'close', 'board', null]);
    // Where the direction that was meant lies on the board, ±1 at its edges: in its middle, then where the hand took it.
    const across = (m: number[]) => (m[0] ?? 0) / (m[2] ?? 0);
    expect(across(told.first)).toBeCloseTo(0, 6);
    expect(across(told.dragged)).toBeCloseTo(0.5, 6);
    expect(across(told.scaled)).toBeCloseTo(0.5 * Math.exp(-0.45), 6);
    expect([told.hasHeld, told.isOpenAfterButton, told.isOpenAfterPush]).toEqual([true, false, false]);
    expect(opened.complaints).toEqual([]);
  });
});

const EQUIRECT: PanoramaSource = { type: 'equirect-image', uri: '/chart/equirect/1024.png', width: 1024, height: 512 };

function cubeChart(kind: string, tileSize: number, levelCount: number): PanoramaSource {
  return {
    type: 'cube-tiles',
    template: `/chart/${kind}/${tileSize}/256/{z}/{f}/{y}_{x}.png`,
    tileSize,
    levels: Array.from({ length: levelCount }, (_, z) => 256 * 2 ** z),
  };
}

async function open(source: PanoramaSource): Promise<void> {
  await opened.page.evaluate(([s, v]) => window.play.open({ chart: s }, v), [source, VIEW] as const);
}

function standing(): Quad {
  const quad = createQuad();
  standQuad(quad, [0, 0, 0], toRadians(VIEW.yaw));
  return quad;
}

function wallTowards(yaw: number, pitch: number): Wall {
  const at = { yaw: toRadians(yaw), pitch: toRadians(pitch) };
  const normal = directionOf(at.yaw, at.pitch);
  return assumedWall(normal, axesOf(normal, at));
}

/** The direction of the panorama that a ray sees on the board; null beside it, 'edge' within a pixel of its rim. */
function shownAt(wall: Wall, frame: WallFrame, quad: Quad, eye: Vec3, direction: Vec3): Vec3 | null | 'edge' {
  const hit = { x: 0, y: 0, distance: 0 };
  if (!meetQuad(hit, quad, eye, normalize(direction))) return null;
  const inside = Math.min(quad.width / 2 - Math.abs(hit.x), quad.height / 2 - Math.abs(hit.y));
  if (Math.abs(inside) < 0.012) return 'edge';
  if (inside < 0) return null;
  const scale = frame.width / quad.width;
  const [x, y] = [frame.x + hit.x * scale, frame.y + hit.y * scale];
  const at = (k: 0 | 1 | 2): number => wall.normal[k] * wall.distance + wall.right[k] * x + wall.up[k] * y;
  return [at(0), at(1), at(2)];
}

const POINTS = Array.from({ length: 14 }, (_, i) =>
  Array.from({ length: 14 }, (__, j) => [(i + 0.5) / 14, (j + 0.5) / 14] as const),
).flat();

/** Every point of both eyes with the ray that it shows. */
async function stereo(): Promise<{ colour: number[]; eye: Vec3; direction: Vec3 }[]> {
  const colours = await opened.page.evaluate(([points, tangent, lean]) => window.play.stereo(points, tangent, lean), [
    POINTS,
    TANGENT,
    LEAN,
  ] as const);
  const half = SIZE.width / 2;
  const yaw = toRadians(VIEW.yaw);
  return colours.map((colour, i) => {
    const side = i >= POINTS.length ? 1 : -1;
    const [x = 0, y = 0] = POINTS[i % POINTS.length] ?? [];
    const wide = (TANGENT * half) / SIZE.height;
    const right = ((2 * (Math.floor(x * half) + 0.5)) / half - 1) * wide + side * LEAN;
    const up = (1 - (2 * (Math.floor(y * SIZE.height) + 0.5)) / SIZE.height) * TANGENT;
    const eye: Vec3 = [Math.cos(yaw) * side * EYE, 0, Math.sin(yaw) * side * EYE];
    return { colour, eye, direction: directionOfRay(right, up, VIEW) };
  });
}
