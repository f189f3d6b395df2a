/** Tells when something in an exhibition's folder has changed, on any system, without a watcher for every tile. */
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders beyond these are not watched; those nearer to the document come first. */
const MOST_FOLDERS = 512;
/** The tiler writes it last, beside its tiles: watching the folders below would tell nothing more. */
const TILED = 'panorama.json';
/** What editors and systems leave beside a file while they write it. */
const PASSING = /^\.|~$|\.(?:tmp|swp|swx|part|crdownload)$|^4913$/;
/** An edit is several events; after the last of them it is over, milliseconds. */
const QUIET_MS = 150;

export interface Watch {
  close(): void;
}

/** Resolves once the folders that are there are watched. `onChange` is told once per edit. */
export async function watchFolder(root: string, onChange: () => void, quietMs = QUIET_MS): Promise<Watch> {
  const watchers = new Map<string, FSWatcher>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const noticed = (folder: string, name: string | null): void => {
    if (isClosed || (name !== null && PASSING.test(name))) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
    // What is new may be a folder.
    void watchBelow(folder);
  };

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function add(folder: string): void {
    if (isClosed || watchers.has(folder) || watchers.size >= MOST_FOLDERS) return;
    try {
      const watcher = watch(folder, (_, name) => noticed(folder, name));
      // A folder that was taken away says so as an error on some systems.
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    } catch {
      // It went while it was looked at, or there are no more watchers to be had.
    }
  }

  /** Breadth first, so that what is near is watched where not all can be. */
  async function watchBelow(start: string): Promise<void> {
    for (let folders = [start]; folders.length > 0;) {
      const next: string[] = [];
      for (const folder of folders) {
        add(folder);
        const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
        if (entries.some(({ name }) => name === TILED)) continue;
        for (const entry of entries) {
          if (entry.isDirectory() && !entry.name.startsWith('.')) next.push(path.join(folder, entry.name));
        }
        if (watchers.size >= MOST_FOLDERS) return;
      }
      folders = next;
    }
  }

  await watchBelow(root);
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}
