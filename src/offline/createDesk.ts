/**
 * Keeping a visit, as a page does it: looks at what is here and what the server offers, fetches, stops, goes on, takes a
 * newer version beside the old one, and takes everything away again.
 */
import type { DeskState, DeskTrouble, DeskView } from './deskState.ts';
import { fetchList, type ListAnswer } from './fetchList.ts';
import { type KnownList } from './judgeList.ts';
import {
  isQuotaError,
  keepFiles,
  type KeepOutcome,
  type KeepPorts,
  listMissing,
  type Progress,
  sumBytes,
} from './keepFiles.ts';
import type { WorkerMessage } from './messages.ts';
import type { PackFile, PackList } from './packList.ts';
import type { Shelf } from './shelf.ts';
import { newestOf, type ShelfState } from './shelfState.ts';

export interface DeskPorts extends Omit<KeepPorts, 'shelf'> {
  readonly shelf: Shelf;
  /** The version that the page itself is of. */
  readonly pageVersion: number;
  /** Answered by the service worker. */
  tell(message: WorkerMessage): Promise<boolean>;
  /** Asks the browser not to throw away what is kept. */
  persist(): Promise<unknown>;
  reload(): void;
  readonly silenceMs?: number;
}

export interface Desk {
  readonly view: DeskView;
  subscribe(listener: () => void): () => void;
  /** What is here, and what the server offers at this moment. */
  look(): Promise<void>;
  /** Fetches what is missing of the newest version; fulfilled when it is here, was stopped, or failed. */
  fetch(): Promise<void>;
  stop(): void;
  remove(): Promise<void>;
  /** Shows the newer version at once. */
  showNewer(): Promise<void>;
  /** Keeps the page and its scripts, so that a reload without a network is no blank page. */
  keepShell(): Promise<void>;
}

export function createDesk(ports: DeskPorts): Desk {
  return new VisitDesk(ports);
}

/** Scripts, styles and the page: typefaces and pictures are for who keeps the whole. */
const isShell = ({ path, isViewer }: PackFile): boolean => isViewer === true && /\.(html|js|css)$/.test(path);

class VisitDesk implements Desk {
  readonly #ports: DeskPorts;
  readonly #listeners = new Set<() => void>();
  #view: DeskView = { state: { kind: 'looking' }, trouble: null };
  #stopping: AbortController | null = null;
  /** The page and its scripts are being kept; whoever wants the whole waits, or would ask for them twice. */
  #shell: Promise<void> | null = null;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  get view(): DeskView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async look(): Promise<void> {
    if (this.#stopping) return;
    const { kept, answer } = await this.#ask();
    const trouble = answer.kind === 'taken' ? null : troubleOf(answer);
    // Whoever has it whole needs no server.
    this.#show(await this.#describe(kept, answer), newestOf(kept) && trouble?.kind === 'unreachable' ? null : trouble);
  }

  async fetch(): Promise<void> {
    if (this.#stopping) return;
    const stopping = new AbortController();
    this.#stopping = stopping;
    try {
      await this.#shell;
      const { kept, answer } = await this.#ask();
      if (answer.kind !== 'taken') {
        this.#show(await this.#describe(kept, answer), troubleOf(answer));
        return;
      }
      await this.#ports.persist();
      const { bytes } = answer.list;
      const outcome = await this.#keep(answer, kept, stopping.signal).catch((error: unknown): KeepOutcome => {
        // Not even the list has room.
        if (isQuotaError(error)) return { kind: 'no-room', neededBytes: bytes, freeBytes: null };
        throw error;
      });
      const after = await this.#ports.shelf.readState();
      this.#show(await this.#describe(after, answer), troubleOfOutcome(outcome));
    } finally {
      this.#stopping = null;
    }
  }

  stop(): void {
    this.#stopping?.abort();
  }

  async remove(): Promise<void> {
    this.stop();
    await this.#ports.shelf.clear();
    await this.#ports.tell({ kind: 'look' });
    await this.look();
  }

  async showNewer(): Promise<void> {
    if (await this.#ports.tell({ kind: 'switch' })) this.#ports.reload();
    else this.#show(this.#view.state, { kind: 'other-window' });
  }

  async keepShell(): Promise<void> {
    if (this.#stopping) return;
    this.#shell ??= this.#keepShell()
      .catch((error: unknown) => {
        // Nobody asked for it; a device without room goes without.
        if (!isQuotaError(error)) throw error;
      })
      .finally(() => (this.#shell = null));
    await this.#shell;
  }

  async #keepShell(): Promise<void> {
    const { shelf, tell, pageVersion } = this.#ports;
    const { shell, current } = await shelf.readState();
    if (current) return;
    let list = shell?.version === pageVersion ? await shelf.readList(shell.digest) : null;
    if (!list) {
      const { answer } = await this.#ask();
      if (answer.kind !== 'taken') return;
      const { digest, bytes } = answer;
      ({ list } = answer);
      const known = knownOf(list, digest);
      await shelf.changeState((state) => ({ ...state, shell: known }));
      await shelf.putList(digest, bytes);
    }
    const options = { signal: new AbortController().signal, isBeside: false, onProgress: () => undefined };
    await keepFiles(list.files.filter(isShell), this.#ports, options);
    await tell({ kind: 'look' });
  }

  async #ask(): Promise<{ kept: ShelfState; answer: ListAnswer }> {
    const { shelf, fetch } = this.#ports;
    const kept = await shelf.readState();
    const answer = await fetchList(fetch, shelf.scope, newestOf(kept));
    if (answer.kind !== 'taken' || !kept.failed.includes(answer.digest)) return { kept, answer };
    const message = 'this version did not start before';
    return { kept, answer: { kind: 'refused', code: 'broken-list', message, bytes: answer.bytes } };
  }

  async #keep(
    answer: Extract<ListAnswer, { kind: 'taken' }>,
    kept: ShelfState,
    signal: AbortSignal,
  ): Promise<KeepOutcome> {
    const { shelf, tell, pageVersion, silenceMs } = this.#ports;
    const { list, digest, bytes } = answer;
    const known = knownOf(list, digest);
    // In this order: what the state does not name is swept away.
    await shelf.changeState((state) => ({ ...state, coming: known }));
    await shelf.putList(digest, bytes);
    const outcome = await keepFiles(list.files, this.#ports, {
      signal,
      isBeside: kept.current !== null,
      onProgress: (progress) => this.#show({ kind: 'fetching', ...progress }, null),
      ...(silenceMs !== undefined && { silenceMs }),
    });
    if (outcome.kind !== 'whole') return outcome;
    await shelf.changeState((state) => {
      const isShown = state.current?.digest === digest;
      return { ...state, coming: null, next: isShown ? null : known };
    });
    await tell({ kind: 'adopt', version: pageVersion });
    return outcome;
  }

  async #describe(kept: ShelfState, answer: ListAnswer): Promise<DeskState> {
    const { shelf } = this.#ports;
    const newest = newestOf(kept);
    const offered = answer.kind === 'taken' && answer.digest !== newest?.digest ? answer.list : null;
    const progress = offered && (await this.#progressOf(offered));
    if (!newest) return { kind: 'offered', ...(progress ?? { doneBytes: 0, totalBytes: 0 }) };
    const bytes = (await shelf.readList(newest.digest))?.bytes ?? 0;
    if (kept.next && !progress) return { kind: 'ready', bytes };
    return { kind: 'kept', bytes, newer: progress };
  }

  async #progressOf(list: PackList): Promise<Progress> {
    const { shelf } = this.#ports;
    const missing = listMissing(list.files, shelf, await shelf.listKeys());
    return { doneBytes: list.bytes - sumBytes(missing), totalBytes: list.bytes };
  }

  #show(state: DeskState, trouble: DeskTrouble | null): void {
    this.#view = { state, trouble };
    for (const listener of this.#listeners) listener();
  }
}

function knownOf({ version, key }: PackList, digest: string): KnownList {
  return { version, digest, ...(key !== undefined && { key }) };
}

function troubleOf(answer: Exclude<ListAnswer, { kind: 'taken' }>): DeskTrouble {
  return { kind: answer.kind === 'unreachable' ? 'unreachable' : 'refused' };
}

function troubleOfOutcome(outcome: KeepOutcome): DeskTrouble | null {
  switch (outcome.kind) {
    case 'whole':
    case 'stopped':
      return null;
    case 'wrong-file':
      return { kind: 'wrong-file' };
    default:
      return outcome;
  }
}
