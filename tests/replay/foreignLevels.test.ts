/** Pyramids as other tilers make them: sizes that neither halve nor fill their tiles, tiles of another size per level. */
import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { columnCount, levelOf, type Pyramid, rowCount, tileRectangle } from '#streaming/pyramid/pyramid.ts';
import { eyeOf, Stage } from './stage.ts';

const cube = (id: string, tileSize: number, levels: Pyramid['levels']): Pyramid => ({
  id,
  projection: 'cube',
  tileSize,
  levels,
});
const square = (size: number, tile?: number) => ({
  widthPx: size,
  heightPx: size,
  ...(tile !== undefined && { tileWidthPx: tile, tileHeightPx: tile }),
});

const PYRAMIDS: Pyramid[] = [
  cube('face sizes of krpano', 512, [square(640), square(1_152), square(2_304), square(4_736)]),
  cube('a tile size for each level', 512, [square(500, 500), square(1_500, 375), square(3_072, 384)]),
  {
    id: 'tiles that are not square',
    projection: 'equirect',
    tileSize: 500,
    levels: [
      { widthPx: 1_000, heightPx: 500, tileWidthPx: 250, tileHeightPx: 500 },
      { widthPx: 4_000, heightPx: 2_000, tileWidthPx: 250, tileHeightPx: 500 },
    ],
  },
];

describe.each(PYRAMIDS)('an engine over $id', (pyramid) => {
  it('comes to rest with every direction in view on one tile of the level due or finer', async () => {
    for (const fov of [100, 40, 12]) {
      const pose = { yaw: toRadians(47), pitch: toRadians(-31), fov: toRadians(fov) };
      const stage = new Stage();
      stage.show(pyramid);
      const eyes = [eyeOf(pose, 900, 900)];
      await stage.settle(eyes);
      const report = stage.frame(eyes);
      expect(report.isSharp).toBe(true);
      expect(report.isCovered).toEqual([true]);
      for (let i = 0; i < 200; i++) {
        const [a, b] = [((i % 20) / 19 - 0.5) * 0.9, (Math.floor(i / 20) / 9 - 0.5) * 0.9];
        const direction = directionOf(pose.yaw + a * pose.fov * 0.7, pose.pitch + b * pose.fov * 0.7);
        const { yaw, pitch } = { yaw: Math.atan2(direction[0], -direction[2]), pitch: Math.asin(direction[1]) };
        const at =
          pyramid.projection === 'cube'
            ? facePoint(direction)
            : { face: 0, u: yaw / (2 * Math.PI) + 0.5, v: 0.5 - pitch / Math.PI };
        const over = report.draws.slice(0, report.drawCount).filter(({ tile }) => {
          const { u0, v0, u1, v1 } = tileRectangle(pyramid, tile);
          return tile.face === at.face && at.u >= u0 && at.u <= u1 && at.v >= v0 && at.v <= v1;
        });
        expect(over.length).toBeGreaterThan(0);
        // Where two meet on an edge both may hold the point; of one level there is never a second one inside.
        const inside = over.filter(({ tile }) => {
          const { u0, v0, u1, v1 } = tileRectangle(pyramid, tile);
          return at.u > u0 && at.u < u1 && at.v > v0 && at.v < v1;
        });
        expect(new Set(inside.map(({ tile }) => tile.level)).size).toBe(inside.length);
      }
      for (const name of stage.requested.keys()) {
        const [level = 0, , ...place] = name.slice(pyramid.id.length + 1).split('/');
        const [y = 0, x = 0] = String(place[0]).split('_').map(Number);
        expect(x).toBeLessThan(columnCount(pyramid, Number(level)));
        expect(y).toBeLessThan(rowCount(pyramid, Number(level)));
      }
    }
  });

  it('asks for the finest level close by, and for the tiles in view alone', async () => {
    const stage = new Stage();
    stage.show(pyramid);
    await stage.settle([eyeOf({ yaw: 0.3, pitch: 0.2, fov: toRadians(3) }, 900, 900)]);
    const last = pyramid.levels.length - 1;
    expect(stage.engine.stats.finestLevelShown).toBe(last);
    const ofLast = [...stage.requested.keys()].filter((name) => name.startsWith(`${pyramid.id}/${last}/`));
    const { widthPx } = levelOf(pyramid, last);
    expect(ofLast.length).toBeLessThanOrEqual(Math.ceil(widthPx / 1_000) + 4);
  });
});
