import type { Page } from 'playwright-core';

const TIMES = 3;

/** Kills the page's service worker a few times while it is being installed; answers how often it has done so. */
export async function killComingWorkers(page: Page): Promise<() => number> {
  let kills = 0;
  const devtools = await page.context().newCDPSession(page);
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const isComing = versions.some(({ status }) => status === 'new' || status === 'installing');
    if (!isComing || kills >= TIMES) return;
    kills++;
    void devtools.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
  });
  await devtools.send('ServiceWorker.enable');
  return () => kills;
}
