/** The tape at the walls of a place: where a press meets them, the lines, and the lengths written beside them. */
import { Color, Group } from 'three';
import { describeMeasured } from '#i18n/measured.ts';
import { PLASTER } from '#scene/hotspot/colours.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { wallsOf } from '#scene/hotspot/wallsOf.ts';
import type { LayerFrame, SceneLayer } from '#scene/frame/layer.ts';
import type { Pointing } from '#scene/look/desk.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import { labelStyle } from '#scene/sign/labelStyle.ts';
import { ScreenLines, type Segment } from '#scene/sign/screenLines.ts';
import { Tag } from '#scene/sign/tag.ts';
import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { depthFile } from '#sources/depth/depthFile.ts';
import { loadDepth } from '#sources/depth/loadDepth.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { type DepthAccuracy, readDistance } from '#sources/depth/readDistance.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import type { PanoramaAsset } from '#document/schema.ts';
import { middleOf, measure } from '#tour/measure/measure.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Tour } from '#tour/store.ts';
import type { TourState } from '#tour/state.ts';

export interface WallTapeOptions {
  readonly tour: Tour;
  /** Hears of the depth of every place that it loads. */
  readonly walls?: KnownWalls;
  readonly requestFrame: () => void;
  readonly resolve: (uri: string) => string | null;
  readonly deviceClass: DeviceClass;
  /** A worker on `sources/depth/depthWorker.ts`; the bundler must see its address where the page is wired. */
  readonly createDepthWorker: () => Worker;
  readonly onFault: (path: string, message: string) => void;
}

export interface WallTapeLayer extends SceneLayer {
  /** A press at a direction of the view; says whether it was the tape's. */
  pick(pointing: Pointing): boolean;
}

/** Cells across a depth picture, at most: half floats of 8192 × 4096 are 64 MB, of 4096 × 2048 16, of 2048 × 1024 4. */
const MOST_WIDTH = { desktop: 8_192, phone: 2_048, headset: 4_096 } satisfies Record<DeviceClass, number>;
const LINE_PX = 2;
const RISE_PX = 20;

interface Walls extends DepthAccuracy {
  readonly grid: DepthGrid;
  readonly toPanorama: Mat3;
}

export function createWallTape(options: WallTapeOptions): WallTapeLayer {
  const { tour, requestFrame } = options;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'tape at the walls';
  group.visible = false;
  const lines = new ScreenLines();
  group.add(lines.group);
  const tags: Tag[] = [];
  const colour = new Color(PLASTER);
  let walls: Walls | null = null;
  let leaving: AbortController | null = null;
  let isStale = true;
  let bytes = 0;
  let requests = 0;

  const leave = (): void => {
    leaving?.abort();
    leaving = null;
    walls = null;
  };

  /** Sends for the distances of the place's walls, once. */
  const arrive = (state: TourState): void => {
    if (leaving) return;
    const node = selectNode(state);
    const asset = node && findAsset(state.exhibition, node.asset);
    const { depth } = asset?.kind === 'panorama' ? asset : {};
    const file = depth && depthFile(depth, MOST_WIDTH[options.deviceClass]);
    const url = file && options.resolve(file.uri);
    if (asset?.kind !== 'panorama' || !depth || !file || !url) {
      commands.tape.note(null);
      return;
    }
    const mine = new AbortController();
    leaving = mine;
    void take(asset, depth, { ...file, url }, mine).catch((error: unknown) => {
      if (mine.signal.aborted) return;
      options.onFault(`assets.${asset.id}.depth`, error instanceof Error ? error.message : String(error));
      commands.tape.note(null);
    });
  };

  const take = async (
    { id, pose }: PanoramaAsset,
    { metresPerUnit = 0.001, error, errorShare, errorNearness }: NonNullable<PanoramaAsset['depth']>,
    { url, width, height }: { url: string; width: number; height: number },
    mine: AbortController,
  ): Promise<void> => {
    requests++;
    const request = { url, width, height, metresPerUnit, mostWidth: MOST_WIDTH[options.deviceClass] };
    const { bytes: loaded, ...grid } = await loadDepth(request, options.createDepthWorker, mine.signal);
    bytes += loaded;
    if (mine.signal.aborted) return;
    const toPanorama = rotationToPanorama(pose);
    const accuracy = { metresPerUnit, error, errorShare, errorNearness };
    walls = { grid, toPanorama, ...accuracy };
    options.walls?.tell(id, wallsOf(grid, toPanorama, accuracy));
    commands.tape.note(true);
  };

  const follow = (state: TourState, before: TourState | null): void => {
    if (before && (state.nodeId !== before.nodeId || (before.tape && !state.tape))) leave();
    if (state.tape && (!before?.tape || state.nodeId !== before.nodeId)) arrive(state);
    if (before && state.tape === before.tape && state.language === before.language) return;
    isStale = true;
    requestFrame();
  };
  const unsubscribe = store.subscribe(follow);
  follow(store.getState(), null);

  const draw = (pixelRatio: number): void => {
    const { tape, language } = store.getState();
    const style = labelStyle(pixelRatio);
    const segments: Segment[] = [];
    let used = 0;
    const all = tape ? [...tape.done, { kind: tape.kind, points: tape.points }] : [];
    for (const [index, measurement] of all.entries()) {
      const { kind, points } = measurement;
      const at = points.map(({ position }) => position);
      const isDone = index < all.length - 1;
      for (const [i, from] of at.entries()) {
        const to = at[i + 1] ?? (kind === 'area' && isDone ? at[0] : undefined);
        if (to) segments.push({ from, to, colour, widthPx: LINE_PX });
        else if (at.length === 1) segments.push(...dotAt(from, colour));
      }
      if (!isDone) continue;
      const tag = (tags[used] ??= new Tag(group, requestFrame));
      tag.say(describeMeasured(kind, measure(measurement), { tag: language }), language, style);
      tag.place(middleOf(measurement), RISE_PX);
      used++;
    }
    for (const tag of tags.slice(used)) tag.say('', language, style);
    lines.show(segments);
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    get isSettled() {
      const { tape } = store.getState();
      return !tape || tape.isReady !== false;
    },
    aim: () => undefined,
    pick({ yaw, pitch }) {
      const { tape, panel } = store.getState();
      if (!tape || panel?.kind !== 'measure') return false;
      if (!walls) return tape.isReady !== null;
      const direction = directionOf(yaw, pitch);
      const own = yawPitchOf(turn(walls.toPanorama, direction));
      const wall = readDistance(walls.grid, own.yaw, own.pitch, walls);
      const [x, y, z] = direction;
      const position = wall && ([x * wall.metres, y * wall.metres, z * wall.metres] as const);
      commands.tape.add(position && { position, error: wall.error });
      return true;
    },
    frame({ renderer, sample }: LayerFrame) {
      const { tape, relic } = store.getState();
      const eye = sample.eyes[0];
      group.visible = tape !== null && relic === null && eye !== undefined;
      if (!group.visible || !eye) return false;
      const pixelRatio = renderer.getPixelRatio();
      if (isStale) draw(pixelRatio);
      isStale = false;
      lines.follow(eye.widthPx, eye.heightPx, pixelRatio);
      const unitsPerPx = ((eye.tanTop + eye.tanBottom) / eye.heightPx) * pixelRatio;
      for (const tag of tags) tag.follow(unitsPerPx);
      return false;
    },
    stats: () => ({ gpuBytes: {}, bytes, requests, longestUploadMs: 0 }),
    restoreContext() {
      isStale = true;
    },
    dispose() {
      unsubscribe();
      leave();
      lines.dispose();
      for (const tag of tags) tag.dispose();
    },
  };
}

/** A small cross where the first point is. */
function dotAt(at: Vec3, colour: Color): Segment[] {
  const arm = 0.006 * Math.hypot(...at);
  return [0, 1, 2].map((axis) => {
    const ends = [-arm, arm].map(
      (step) => at.map((value, i) => (i === axis ? value + step : value)) as unknown as Vec3,
    );
    return { from: ends[0] ?? at, to: ends[1] ?? at, colour, widthPx: LINE_PX };
  });
}

function turn(m: Mat3, [x, y, z]: Vec3): Vec3 {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}
