/** What the worker uses of its scope; the DOM's types do not know service workers. */
export interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly caches: CacheStorage;
  readonly navigator: { readonly locks: LockManager };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  addEventListener(kind: 'fetch', listener: (event: FetchedEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent & LastingEvent) => void): void;
}

interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchedEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
