/** Keeping the visit on the device: the shelf, the service worker, and the desk that the interface shows. */
import { createDesk, type Desk } from '#offline/createDesk.ts';
import type { WorkerMessage } from '#offline/messages.ts';
import { SERVICE_WORKER } from '#offline/packList.ts';
import { Shelf } from '#offline/shelf.ts';
import { startWorker } from './startWorker.ts';

/** The first places of a visit have the network to themselves, milliseconds. */
const SHELL_WAITS_MS = 5_000;

/** @throws where this browser keeps nothing: on an insecure page, in some private windows. */
export async function openOffline(pageVersion: number): Promise<Desk> {
  const { serviceWorker, locks, storage } = navigator;
  const scope = new URL('.', location.href.split(/[?#]/, 1)[0]).href;
  const shelf = new Shelf({ scope, caches, locks });
  await shelf.readState();
  const { registration, active } = await startWorker(serviceWorker, SERVICE_WORKER);
  const tell = (message: WorkerMessage): Promise<boolean> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data === true);
      (registration.active ?? active).postMessage(message, [port2]);
    });
  // Whoever calls has a visit that stands.
  await tell({ kind: 'started' });
  const desk = createDesk({
    shelf,
    pageVersion,
    tell,
    fetch: (input, init) => fetch(input, init),
    estimate: async () => {
      const { usage = 0, quota } = await storage.estimate();
      return quota === undefined ? null : { usage, quota };
    },
    persist: () => storage.persist(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    reload: () => location.reload(),
  });
  setTimeout(() => void desk.keepShell(), SHELL_WAITS_MS);
  return desk;
}
