/** How much memory the page's process takes at most, as Linux counts it; not known elsewhere. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Page } from 'playwright-core';

export interface MemoryWatch {
  /** From here on. */
  begin(): void;
  /** Bytes, the most at one moment since then, less those at its beginning; null where the system does not say. */
  most(): number | null;
}

export async function watchMemory(page: Page): Promise<MemoryWatch> {
  const browser = page.context().browser();
  if (process.platform !== 'linux' || !browser) return { begin: () => undefined, most: () => null };
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  // Of several, one that began earlier waits for the next page.
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const read = (field: string): number => Math.max(...pids.map((pid) => bytesOf(pid, field)));
  let before = 0;
  return {
    begin() {
      // The highest mark falls to what is there now.
      for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
      before = read('VmRSS');
    },
    most: () => read('VmHWM') - before,
  };
}

function bytesOf(pid: number, field: string): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (!line) throw new Error(`/proc/${pid}/status has no ${field}`);
  return Number(line[1]) * 1024;
}
