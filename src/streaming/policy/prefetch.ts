/** What to load when all is quiet: the previews of the places one may go to next, then their first levels. */
import type { PyramidEntry } from '../memory/entry.ts';
import type { TileRecord } from '../memory/record.ts';
import type { Pyramid } from '../pyramid/pyramid.ts';

export interface PrefetchPort {
  startPreview(entry: PyramidEntry): void;
  load(records: readonly TileRecord[]): void;
  /** Whether so many more tiles fit without evicting anything. */
  hasRoom(tileSize: number, count: number): boolean;
}

/** Starts the next thing worth having; called again once it is here. */
export function prefetchNext(
  pyramids: readonly Pyramid[],
  entryOf: (pyramid: Pyramid) => PyramidEntry,
  port: PrefetchPort,
): void {
  for (const pyramid of pyramids) {
    const entry = entryOf(pyramid);
    if (!entry.hasPreview || entry.previewState !== 'absent') continue;
    if (!port.hasRoom(pyramid.previewFaceSize ?? 0, 6)) return;
    port.startPreview(entry);
    return;
  }
  for (const pyramid of pyramids) {
    const { base } = entryOf(pyramid);
    const missing = base.filter((record) => record.state === 'absent');
    if (missing.length === 0) continue;
    if (!port.hasRoom(pyramid.tileSize, missing.length)) return;
    for (const record of missing) record.priority = 100;
    port.load(missing);
    return;
  }
}
