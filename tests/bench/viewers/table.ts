/** Medians, the printed table and the committed history. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ViewerName } from './pages.ts';
import { median } from './reading.ts';
import type { Figures } from './session.ts';

export interface ViewerResult {
  readonly viewer: ViewerName;
  readonly version: string;
  /** Medians over the runs; absent where every run failed. */
  readonly figures?: Figures;
  readonly fault?: string;
}

const ROOT = join(import.meta.dirname, '../../..');
const HISTORY = join(ROOT, 'tests/bench/history/viewers.jsonl');

const PACKAGES: Readonly<Record<ViewerName, string>> = {
  grotto: 'package.json',
  photoSphereViewer: 'node_modules/@photo-sphere-viewer/core/package.json',
  pannellum: 'node_modules/pannellum/package.json',
  marzipano: 'node_modules/marzipano/package.json',
};

export async function readVersion(viewer: ViewerName): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, PACKAGES[viewer]), 'utf8')) as { version: string };
  return version;
}

export function takeMedians(runs: readonly Figures[]): Figures {
  const result = { ...runs[0]! };
  for (const key of Object.keys(result) as (keyof Figures)[]) result[key] = round(median(runs.map((run) => run[key])));
  return result;
}

const COLUMNS: readonly { title: string; show: (figures: Figures) => string }[] = [
  { title: 'requests / kB to sharp', show: (f) => `${f.requests} / ${kilobytes(f.bytes)}` },
  { title: 'full', show: (f) => seconds(f.fullMs) },
  { title: 'sharp', show: (f) => seconds(f.sharpMs) },
  { title: 'uploads', show: (f) => String(f.uploads) },
  { title: '90° turn', show: (f) => `${f.turnRequests} / ${kilobytes(f.turnBytes)}, ${seconds(f.turnSharpMs)}` },
  { title: 'draws a frame', show: (f) => range(f.drawsLeast, f.drawsMost) },
  { title: 'sweep sharp', show: (f) => `${(100 * f.sweepSharp).toFixed(1)} %` },
  { title: 'sweep frame', show: (f) => `${f.sweepFrameMs.toFixed(0)} ms` },
  { title: 'sweep uploads / requests', show: (f) => `${f.sweepUploads} / ${f.sweepRequests}` },
  { title: 'idle frames', show: (f) => String(f.idleFrames) },
  { title: 'agreement', show: (f) => f.agreement.toFixed(2) },
];

export function printTable(results: readonly ViewerResult[]): string {
  const rows = [['viewer', ...COLUMNS.map((column) => column.title)]];
  for (const { viewer, version, figures } of results) {
    if (figures) rows.push([`${viewer} ${version}`, ...COLUMNS.map((column) => column.show(figures))]);
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  for (const { viewer, fault } of results) if (fault) lines.push(`${viewer}: ${fault}`);
  return lines.join('\n');
}

/** One line per call; nothing in it tells on which machine it was made. `load` is how busy that was beforehand. */
export async function appendHistory(
  circumstances: { runs: number; load: number },
  results: readonly ViewerResult[],
): Promise<void> {
  await mkdir(dirname(HISTORY), { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  await appendFile(HISTORY, `${JSON.stringify({ date, ...circumstances, results })}\n`);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function range(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}
