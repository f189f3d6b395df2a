import type { WorkerMessage } from '#offline/messages.ts';

/** A worker that hangs keeps nobody from loading anew, milliseconds. */
const ANSWERS_WITHIN_MS = 2_000;

/** Tells the service worker, where one answers for this page, that the visit did not begin and is about to be tried again. */
export async function tellStartAgain({ controller }: Pick<ServiceWorkerContainer, 'controller'>): Promise<void> {
  if (!controller) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => (port1.onmessage = resolve));
  const message: WorkerMessage = { kind: 'again' };
  controller.postMessage(message, [port2]);
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS))]);
}
