/** The walk itself, counted in frames of the session, never in seconds. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openExhibition } from '#document/open.ts';
import { toDegrees } from '#shared/angle.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { EmulatedHeadset, headsetScript } from '../../e2e/xr/headset.ts';
import { WALK } from '../../e2e/xr/walk.ts';
import { openVisit } from '../../e2e/visit.ts';
import type { Stop } from './tally.ts';
import { watchGl } from '../../e2e/xr/watchGl.ts';

/** Of each eye: a Quest 3's, as its browser recommends it. */
export const EYE = { widthPx: 1_680, heightPx: 1_760 };
const FIRST = 'hall-as-found';
const HALL = 'gallery';
const HEAD_YAWS = [0, 90, 180, 270];
const EXHIBITS = 2;
/** Until one stop is given up. */
const MOST_FRAMES = 4_000;
/** Frames without an upload after which a sharp picture counts as settled. */
const QUIET_FRAMES = 8;
/** Frames until a walk has arrived. */
const WALK_FRAMES = 4_000;

export interface WalkOptions {
  /** Where the walk begins; at its first place by default. */
  readonly from?: string;
  /** Ways in which the head is turned at each place, degrees; `HEAD_YAWS` by default. */
  readonly yaws?: readonly number[];
  /** Places after that; all by default. */
  readonly places?: number;
  /** Of each edge of a picture, how much is rasterised on the way. */
  readonly rasterised: number;
  /** Where to keep a picture of both eyes at each place, in full; nowhere by default. */
  readonly pictures?: string;
  onStop(stop: Stop): void;
}

interface HeadsetPage {
  headsetFrames(count: number): Promise<void>;
  headset: { fovy: number; quaternion: { set(x: number, y: number, z: number, w: number): void } };
}

/** Radians from top to bottom of an eye: tangents of 1.1, as a Quest 3's of 1 and 1.2 come to together. */
const FOV = 2 * Math.atan(1.1);

/** Runs in the page; must not refer to anything outside of itself. */
function shapeDevice(fov: number): void {
  (globalThis as unknown as HeadsetPage).headset.fovy = fov;
  // One picture in two seconds is what this device says it draws: no frame is late, and nothing is given up for speed.
  Object.defineProperty(XRSession.prototype, 'frameRate', { get: () => 0.5, configurable: true });
}

export async function walk(browser: Browser, options: WalkOptions): Promise<void> {
  const { from = FIRST, yaws: headYaws = HEAD_YAWS } = options;
  const start = from === FIRST ? 0 : WALK.findLastIndex(([to]) => to === from) + 1;
  if (start === 0 && from !== FIRST) throw new Error(`the walk does not come by ${from}`);
  const script = [
    headsetScript(),
    `(${watchGl.toString()})(${options.rasterised})`,
    `(${shapeDevice.toString()})(${FOV})`,
  ].join(';');
  const visit = await openVisit(browser, {
    path: `#at=${from}&view=0,0,60&lang=en`,
    viewport: { width: 2 * EYE.widthPx, height: EYE.heightPx },
    initScript: script,
  });
  const { page } = visit;
  page.setDefaultTimeout(300_000);
  const headset = new EmulatedHeadset(page);
  if (options.pictures !== undefined) await mkdir(options.pictures, { recursive: true });
  const lookAbout = async (place: string, yaws: readonly number[]): Promise<void> => {
    for (const headYaw of yaws) {
      options.onStop(await standStill(page, headset, place, headYaw));
      if (options.pictures !== undefined && headYaw === yaws[0]) await keepPicture(page, headset, options.pictures, place); // prettier-ignore
    }
    await headset.turnHead({ yaw: 0, pitch: 0 });
  };
  await headset.enter();
  await lookAbout(from, headYaws);
  for (const [to, sign] of WALK.slice(start, options.places === undefined ? undefined : start + options.places)) {
    await headset.point(sign);
    await headset.press();
    await arrive(headset, to);
    await lookAbout(to, headYaws);
    if (to === HALL) await walkUp(page, headset, lookAbout);
  }
  await visit.close();
  visit.expectQuiet();
}

/** Turns the head and waits until the picture is sharp and nothing more comes. */
async function standStill(page: Page, headset: EmulatedHeadset, place: string, headYaw: number): Promise<Stop> {
  const { isSharp, frames } = await page.evaluate(
    async ([yaw, most, quiet]) => {
      const { grotto, headsetWatch } = window;
      const { headset: device, headsetFrames } = globalThis as unknown as HeadsetPage;
      // What came on the way counts too.
      const before = (window as { stopsAt?: number }).stopsAt ?? 0;
      const half = (-yaw * Math.PI) / 360;
      device.quaternion.set(0, Math.sin(half), 0, Math.cos(half));
      await headsetFrames(2);
      let isThere = false;
      void grotto?.whenSharp().then(() => (isThere = true));
      let quietFor = 0;
      const from = headsetWatch.frames.length;
      while (quietFor < quiet && headsetWatch.frames.length - from < most) {
        await headsetFrames(1);
        quietFor = isThere && headsetWatch.frames.at(-1)?.uploads === 0 ? quietFor + 1 : 0;
      }
      (window as { stopsAt?: number }).stopsAt = headsetWatch.frames.length;
      return { isSharp: isThere, frames: headsetWatch.frames.slice(before) };
    },
    [headYaw, MOST_FRAMES, QUIET_FRAMES] as const,
  );
  const { textureBytes, tilesWanted, tilesEvicted, headset: session } = await headset.stats();
  const statedParts = { ...textureBytes, headset: session?.gpuBytes ?? 0 };
  const statedBytes = Object.values(statedParts).reduce((sum, bytes) => sum + bytes, 0);
  return {
    place,
    headYaw,
    isSharp,
    frames,
    statedBytes,
    statedParts,
    tilesWanted,
    tilesEvicted,
    density: session?.density ?? 0,
  };
}

async function arrive(headset: EmulatedHeadset, to: string): Promise<void> {
  for (let frames = 0; frames < WALK_FRAMES; frames += 4) {
    if ((await headset.state()).nodeId === to) return;
    await headset.frames(4);
  }
  throw new Error(`the walk never came to ${to}; is its sign where walk.ts says?`);
}

/** In the hall, to the nearest place before each of some exhibits. */
async function walkUp(
  page: Page,
  headset: EmulatedHeadset,
  lookAbout: (place: string, yaws: readonly number[]) => Promise<void>,
): Promise<void> {
  const file = join(import.meta.dirname, '../../../public/exhibition.json');
  const { exhibition } = openExhibition(await readFile(file));
  const node = exhibition?.nodes.find(({ id }) => id === HALL);
  const plan = exhibition && planHall(exhibition, node);
  for (const { hotspotId, viewpoint, middle } of plan?.exhibits.slice(0, EXHIBITS) ?? []) {
    // Half as far as a visitor on the page stands.
    const [x, z] = [(viewpoint.x + middle[0]) / 2, (viewpoint.z + middle[2]) / 2].map((metres) => metres.toFixed(2));
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#at=${HALL}&stand=${x},${z}&view=${toDegrees(viewpoint.yaw).toFixed(1)},0,60&lang=en`); // prettier-ignore
    await headset.frames(8);
    const { view } = await headset.state();
    await lookAbout(`${HALL}, ${hotspotId}`, [toDegrees(viewpoint.yaw) - view.yaw]);
  }
}

async function keepPicture(page: Page, headset: EmulatedHeadset, folder: string, place: string): Promise<void> {
  const rasterise = (share: number): Promise<number> =>
    page.evaluate((to) => {
      const before = window.headsetWatch.rasterised;
      window.headsetWatch.rasterised = to;
      return before;
    }, share);
  const before = await rasterise(1);
  // Whatever sets a viewport once a frame has to do so again.
  await headset.frames(1);
  await writeFile(join(folder, `${place.replaceAll(/\W+/g, '-')}.png`), await headset.picture());
  await rasterise(before);
}
