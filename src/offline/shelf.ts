/** What a device keeps of the visit at one address: files by path and hash, lists, and the state, in one browser cache. */
import { PACK_LIST, type PackFile, PAGE, packUrl, type PackList, readPackList } from './packList.ts';
import { EMPTY_SHELF, listHeld, type ShelfState } from './shelfState.ts';

/** What an answer is given with again; a policy is part of the file it came with. */
const KEPT_HEADERS = [
  'content-type',
  'content-security-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
];

export interface ShelfPorts {
  /** The folder of the page, with a slash at its end. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly locks: LockManager;
}

export class Shelf {
  readonly scope: string;
  readonly #ports: ShelfPorts;
  readonly #name: string;

  constructor(ports: ShelfPorts) {
    this.scope = ports.scope;
    this.#ports = ports;
    this.#name = `grotto ${new URL(ports.scope).pathname}`;
  }

  async readState(): Promise<ShelfState> {
    const kept = await (await this.#open()).match(this.#stateKey);
    return kept ? { ...EMPTY_SHELF, ...((await kept.json()) as Partial<ShelfState>) } : EMPTY_SHELF;
  }

  /** Page and service worker both write it, one after the other. */
  changeState(change: (state: ShelfState) => ShelfState): Promise<ShelfState> {
    return this.#ports.locks.request(this.#name, async () => {
      const state = await this.readState();
      const changed = change(state);
      if (changed !== state) await (await this.#open()).put(this.#stateKey, Response.json(changed));
      return changed;
    });
  }

  async readList(digest: string): Promise<PackList | null> {
    const kept = await (await this.#open()).match(this.#listKey(digest));
    return kept ? readPackList(new Uint8Array(await kept.arrayBuffer())) : null;
  }

  async putList(digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await (await this.#open()).put(this.#listKey(digest), new Response(bytes));
  }

  /** Every key that is taken; `keysOf` tells those of a file. */
  async listKeys(): Promise<Set<string>> {
    const requests = await (await this.#open()).keys();
    return new Set(requests.map(({ url }) => url));
  }

  async get(key: string): Promise<Response | undefined> {
    return (await this.#open()).match(key);
  }

  /** Rejects with a `QuotaExceededError` where the device has no more room. */
  async put(key: string, bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void> {
    const kept = new Headers({ 'content-length': String(bytes.length) });
    for (const name of KEPT_HEADERS) {
      const value = headers.get(name);
      if (value !== null) kept.set(name, value);
    }
    await (await this.#open()).put(key, new Response(bytes, { headers: kept }));
  }

  /** Takes away what no list holds that the state still names. */
  async sweep(): Promise<void> {
    const cache = await this.#open();
    const held = new Set([this.#stateKey]);
    for (const { digest } of listHeld(await this.readState())) {
      held.add(this.#listKey(digest));
      const list = await this.readList(digest);
      for (const file of list?.files ?? []) for (const key of this.keysOf(file)) held.add(key);
    }
    for (const request of await cache.keys()) if (!held.has(request.url)) await cache.delete(request);
  }

  async clear(): Promise<void> {
    await this.#ports.locks.request(this.#name, () => this.#ports.caches.delete(this.#name));
  }

  /** Where the pieces of a file lie, in order; the addresses lead to the very file, past any cache of another content. */
  keysOf({ path, sha256, pieces }: PackFile): string[] {
    const url = path === PAGE ? this.scope : packUrl(path, this.scope);
    return (pieces ?? [sha256]).map((hash) => `${url}?sha256=${hash}`);
  }

  get #stateKey(): string {
    return `${this.scope}${PACK_LIST}?state`;
  }

  #listKey(digest: string): string {
    return `${this.scope}${PACK_LIST}?sha256=${digest}`;
  }

  #open(): Promise<Cache> {
    return this.#ports.caches.open(this.#name);
  }
}
