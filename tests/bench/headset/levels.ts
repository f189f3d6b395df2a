/** The level that the pixels of each eye show, read back from a pyramid whose levels are coloured. */
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { LEVEL_COLOURS } from '../../e2e/panorama/charts.ts';
import type { HeadPose } from '../../e2e/panorama/headset.ts';
import { difference, SHAPE, sightsOf } from '../../e2e/panorama/sights.ts';
import { openStage } from '../../e2e/panorama/stage.ts';
import { type EyeAxes, pixelsPerTexel } from '../../replay/sharpness.ts';

/** Of the pixels of an eye that were looked at. */
export interface LevelShares {
  readonly eye: 'left' | 'right';
  readonly head: string;
  readonly pixels: number;
  /** Within 30° of the lens's axis, of the very level due there; and of it or a finer one, as tiles are finer as a whole. */
  readonly exactly: number;
  readonly middle: number;
  /** Beyond: of the level due there, a finer one, or one level coarser. */
  readonly beyond: number;
  /** Pixels in which nothing was drawn. */
  readonly empty: number;
}

/** As in the demonstration. */
const TILE = 512;
const FACES = [512, 1_024, 2_048, 4_096];
/** Every so many pixels are looked at, each way. */
const STEP_PX = 8;
/** The policy measures a tile at some of its points, so that between them a pixel may want a little more. */
const MEASURED = 1.01;
const BESIDE = 1.1;
const HEADS: readonly HeadPose[] = [
  { position: [0, 0, 0], yaw: 0, pitch: 0 },
  { position: [0, 0, 0], yaw: 45, pitch: 0 },
  { position: [0, 0, 0], yaw: 45, pitch: 35 },
  { position: [0, 0, 0], yaw: -110, pitch: -50 },
];

export async function readLevels({ widthPx, heightPx }: { widthPx: number; heightPx: number }): Promise<LevelShares[]> {
  const shape = { ...SHAPE, widthPx, heightPx };
  const points = listPoints(widthPx, heightPx);
  const source: PanoramaSource = {
    type: 'cube-tiles',
    template: `/chart/level/${TILE}/${TILE}/{z}/{f}/{y}_{x}.png`,
    tileSize: TILE,
    levels: FACES,
  };
  const stage = await openStage();
  try {
    const { page, complaints } = await stage.open({ width: 2 * widthPx, height: heightPx });
    page.setDefaultTimeout(600_000);
    await page.evaluate(
      async ([nodes, worn]) => {
        await window.play.openEyes(nodes, { yaw: 0, pitch: 0, fov: 60 });
        window.play.wear(worn);
      },
      [[{ id: 'place', layers: { only: source } }], shape] as const,
    );
    const shares: LevelShares[] = [];
    for (const head of HEADS) {
      await page.evaluate((pose) => window.play.stepTo(pose), head);
      const pictures = await page.evaluate((at) => window.play.seen(at), points);
      const sights = sightsOf(pictures, head, shape, points);
      for (const [index, eye] of (['left', 'right'] as const).entries()) {
        const own = sights.filter(({ isRight }) => isRight === (eye === 'right'));
        shares.push({ eye, head: `${head.yaw}°, ${head.pitch}°`, pixels: own.length, ...sharesOf(own, head, focalOf(shape)), empty: pictures.empty[index] ?? 0 }); // prettier-ignore
      }
    }
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('\n')}`);
    return shares;
  } finally {
    await stage.close();
  }
}

function sharesOf(
  sights: ReturnType<typeof sightsOf>,
  head: HeadPose,
  focal: number,
): Pick<LevelShares, 'exactly' | 'middle' | 'beyond'> {
  const axes = axesOf(head);
  const counts = { inMiddle: 0, exactly: 0, middle: 0, isBeyond: 0, beyond: 0 };
  for (const { colour, direction, aside } of sights) {
    const level = LEVEL_COLOURS.findIndex((known) => difference(colour, known) <= 2);
    const isMiddle = aside <= Math.PI / 6;
    const tolerance = isMiddle ? MEASURED : BESIDE;
    const wanted = FACES.findIndex((texels) => pixelsPerTexel(axes, focal, direction, texels) <= tolerance);
    const due = wanted < 0 ? FACES.length - 1 : wanted;
    if (isMiddle) {
      counts.inMiddle++;
      if (level === due) counts.exactly++;
      if (level >= due) counts.middle++;
    } else {
      counts.isBeyond++;
      if (level >= 0 && level >= due - 1) counts.beyond++;
    }
  }
  return {
    exactly: counts.exactly / counts.inMiddle,
    middle: counts.middle / counts.inMiddle,
    beyond: counts.beyond / counts.isBeyond,
  };
}

function axesOf({ yaw, pitch }: HeadPose): EyeAxes {
  const [a, b] = [toRadians(yaw), toRadians(pitch)];
  return { right: directionOf(a + Math.PI / 2, 0), up: directionOf(a, b + Math.PI / 2), forward: directionOf(a, b) };
}

function focalOf({ widthPx, tangents: [left, right] }: typeof SHAPE): number {
  return widthPx / (left + right);
}

function listPoints(widthPx: number, heightPx: number): [number, number][] {
  const [columns, rows] = [Math.floor(widthPx / STEP_PX), Math.floor(heightPx / STEP_PX)];
  return Array.from({ length: columns * rows }, (_, i): [number, number] => [
    ((i % columns) + 0.5) / columns,
    (Math.floor(i / columns) + 0.5) / rows,
  ]);
}
