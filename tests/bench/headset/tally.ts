/** What the frames of a walk come to, place by place, against what a headset may be asked for. */
import type { WatchedFrame, WatchedUpload } from '../../e2e/xr/watchGl.ts';

/** Over both eyes; bytes of all textures together; an upload of a single call. */
export const BUDGETS = { draws: 80, triangles: 600_000, textureBytes: 192 * 2 ** 20, uploadBytes: 512 * 512 * 4 };

/** Somewhere on the walk, with the head turned one way. */
export interface Stop {
  readonly place: string;
  /** Degrees. */
  readonly headYaw: number;
  readonly isSharp: boolean;
  readonly frames: readonly WatchedFrame[];
  /** What the viewer itself says it holds on the GPU, geometry of relics included; and that by what it is for. */
  readonly statedBytes: number;
  readonly statedParts: Readonly<Record<string, number>>;
  readonly tilesWanted: number;
  readonly tilesEvicted: number;
  /** 1 while nothing has been given up for speed. */
  readonly density: number;
}

export interface Tally {
  readonly place: string;
  readonly frames: number;
  readonly draws: number;
  readonly triangles: number;
  readonly textureBytes: number;
  readonly statedBytes: number;
  readonly largest: WatchedUpload | null;
  readonly uploadsAFrame: number;
  readonly uploadedBytesAFrame: number;
  readonly largestBufferBytes: number;
  readonly tilesWanted: number;
  /** Stops that never became sharp. */
  readonly blurred: number;
}

export function tally(place: string, stops: readonly Stop[]): Tally {
  const frames = stops.flatMap((stop) => stop.frames);
  const most = (of: (frame: WatchedFrame) => number): number =>
    frames.reduce((so, frame) => Math.max(so, of(frame)), 0);
  return {
    place,
    frames: frames.length,
    draws: most(({ draws }) => draws),
    triangles: most(({ triangles }) => triangles),
    textureBytes: most(({ textureBytes }) => textureBytes),
    statedBytes: Math.max(0, ...stops.map(({ statedBytes }) => statedBytes)),
    largest: frames.reduce<WatchedUpload | null>(
      (so, { largest }) => ((largest?.bytes ?? 0) > (so?.bytes ?? 0) ? largest : so),
      null,
    ),
    uploadsAFrame: most(({ uploads }) => uploads),
    uploadedBytesAFrame: most(({ uploadedBytes }) => uploadedBytes),
    largestBufferBytes: most(({ largestBufferBytes }) => largestBufferBytes),
    tilesWanted: Math.max(0, ...stops.map(({ tilesWanted }) => tilesWanted)),
    blurred: stops.filter(({ isSharp }) => !isSharp).length,
  };
}

/** One line for each budget that is broken; none where all are kept. */
export function listBreaches(whole: Tally, stops: readonly Stop[]): string[] {
  const breaches = [
    [whole.draws, BUDGETS.draws, 'draw calls'],
    [whole.triangles, BUDGETS.triangles, 'triangles'],
    [Math.max(whole.textureBytes, whole.statedBytes), BUDGETS.textureBytes, 'texture bytes'],
    [whole.largest?.bytes ?? 0, BUDGETS.uploadBytes, 'bytes in one upload'],
  ].flatMap(([found, most, what]) => (Number(found) > Number(most) ? [`${found} ${what}, at most ${most}`] : []));
  for (const { place, headYaw, isSharp, frames, density } of stops) {
    if (!isSharp) breaches.push(`${place}, head at ${headYaw}°: not sharp after ${frames.length} frames`);
    if (density < 1) breaches.push(`${place}, head at ${headYaw}°: pictures chosen for ${density} of the pixels`);
  }
  return breaches;
}

/** What the stop with the most bytes holds, by what it is for. */
export function listParts(stops: readonly Stop[]): string {
  const worst = stops.reduce<Stop | null>((so, stop) => (stop.statedBytes > (so?.statedBytes ?? 0) ? stop : so), null);
  const parts = Object.entries(worst?.statedParts ?? {}).sort(([, a], [, b]) => b - a);
  return `${worst?.place}: ${parts.map(([kind, bytes]) => `${kind} ${(bytes / 2 ** 20).toFixed(1)} MiB`).join(', ')}`;
}

/** Uploads above the budget, each once, the largest first. */
export function listOversize(stops: readonly Stop[]): string[] {
  const found = new Map<string, number>();
  for (const { place, frames } of stops) {
    for (const { largest } of frames) {
      if (!largest || largest.bytes <= BUDGETS.uploadBytes) continue;
      found.set(`${largest.bytes} B in ${place}: ${largest.call} from ${largest.from}`, largest.bytes);
    }
  }
  return [...found].sort(([, a], [, b]) => b - a).map(([line]) => line);
}

export function printTable(rows: readonly Tally[]): string {
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  const cells = rows.map((row) => [
    row.place, row.frames, row.draws, Math.round(row.triangles), megabytes(row.textureBytes), megabytes(row.statedBytes),
    Math.round((row.largest?.bytes ?? 0) / 1024), row.uploadsAFrame, megabytes(row.uploadedBytesAFrame),
    Math.round(row.largestBufferBytes / 1024), row.tilesWanted, row.blurred,
  ].map(String)); // prettier-ignore
  const lines = [
    ['place', 'frames', 'draws', 'triangles', 'textures MiB', 'stated MiB', 'upload KiB', 'uploads/frame', 'MiB/frame', 'buffer KiB', 'tiles', 'not sharp'],
    ...cells,
  ]; // prettier-ignore
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const show = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(show).join('  ')).join('\n');
}
