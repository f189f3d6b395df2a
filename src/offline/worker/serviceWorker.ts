/**
 * The service worker: answers for a visit that the device keeps. It fetches nothing by itself; what is kept, and which
 * version is shown, stands on the shelf. Without a kept visit it only stands in with the viewer's own files.
 */
import { fetchBody } from '../fetchBody.ts';
import { toHex } from '../judgeList.ts';
import type { WorkerMessage } from '../messages.ts';
import { type PackFile, PACK_LIST, PACK_SIGNATURE, packPath, PAGE, PIECE_BYTES } from '../packList.ts';
import { Shelf } from '../shelf.ts';
import { adoptFirst, beginVisit, confirmStart } from '../shelfState.ts';
import { answerFile } from './answerFile.ts';
import type { ServiceWorkerScope } from './scope.ts';

interface Shown {
  readonly files: ReadonlyMap<string, PackFile>;
  /** Whether the whole visit is kept, not the viewer alone. */
  readonly isWhole: boolean;
}

/** A built file whose name holds the hash of its content never changes. */
const HASHED_NAME = /^app\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

const worker = globalThis as unknown as ServiceWorkerScope;
const { scope } = worker.registration;
const shelf = new Shelf({ scope, caches: worker.caches, locks: worker.navigator.locks });
/** Read once, and again after every change. */
const memory: { shown: Promise<Shown> | null } = { shown: null };

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = packPath(request.url, scope);
  if (request.method !== 'GET' || path === null || path === PACK_LIST || path === PACK_SIGNATURE) return;
  // Asked for by its hash: to be kept, not to be shown.
  if (new URL(request.url).searchParams.has('sha256')) return;
  event.respondWith(answer(request, path));
});

worker.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  event.waitUntil(obey(message).then((isDone) => event.ports[0]?.postMessage(isDone)));
});

async function answer(request: Request, path: string): Promise<Response> {
  const isStart = request.mode === 'navigate' && path === PAGE;
  if (isStart && (await countWindows()) === 0) {
    await shelf.changeState(beginVisit);
    memory.shown = null;
  }
  const { files, isWhole } = await readShown();
  const file = files.get(path);
  if (!file) return fetch(request);
  if (isWhole) return answerFile(shelf, file, request.headers.get('range'), restore);
  // The page itself may be newer on the server; scripts have a new name whenever they are.
  const isSettled = HASHED_NAME.test(path);
  const fetched = isSettled ? null : await fetch(request).catch(() => null);
  if (fetched) return fetched;
  const kept = await shelf.get(shelf.keysOf(file)[0] ?? '');
  return kept && file.pieces === undefined && request.headers.get('range') === null ? kept : fetch(request);
}

async function obey(message: WorkerMessage): Promise<boolean> {
  memory.shown = null;
  switch (message.kind) {
    case 'look':
      return true;
    case 'adopt':
      if ((await countWindows()) <= 1) await shelf.changeState((state) => adoptFirst(state, message.version));
      await worker.clients.claim();
      return true;
    case 'started':
      await shelf.changeState(confirmStart);
      await shelf.sweep();
      return true;
    case 'again':
    case 'switch':
      if ((await countWindows()) > 1) return false;
      await shelf.changeState(beginVisit);
      return true;
    default:
      message satisfies never;
      return false;
  }
}

function readShown(): Promise<Shown> {
  memory.shown ??= (async () => {
    const { current, shell } = await shelf.readState();
    const list = current ?? shell;
    const files = list ? ((await shelf.readList(list.digest))?.files ?? []) : [];
    return { files: new Map(files.map((file) => [file.path, file])), isWhole: current !== null };
  })();
  return memory.shown;
}

/** Windows that show this visit at this moment; one that is only being opened does not count yet. */
async function countWindows(): Promise<number> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => packPath(url, scope) === PAGE).length;
}

/** From the network, if that still has the very piece. */
async function restore(file: PackFile, index: number): Promise<Response | null> {
  const key = shelf.keysOf(file)[index] ?? '';
  const hash = file.pieces?.[index] ?? file.sha256;
  const start = index * PIECE_BYTES;
  const bytes = Math.min(PIECE_BYTES, file.bytes - start);
  const signal = new AbortController().signal;
  const headers = file.pieces ? { range: `bytes=${start}-${start + bytes - 1}` } : {};
  const answered = await fetchBody(fetch, key, { signal, bytes: { [file.pieces ? 206 : 200]: bytes }, headers });
  if (answered.kind !== 'body' || toHex(await crypto.subtle.digest('SHA-256', answered.bytes)) !== hash) return null;
  await shelf.put(key, answered.bytes, answered.headers).catch(() => undefined);
  return (await shelf.get(key)) ?? null;
}
