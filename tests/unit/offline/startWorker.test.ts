import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '#app/offline/startWorker.ts';

type Fate = 'stands' | 'killed' | 'gone' | 'refused' | 'unreachable';

class ComingWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** Registers one worker after the other, to each its fate; the last for ever after. */
function browserWith(...fates: readonly Fate[]) {
  let asked = 0;
  const register = (): Promise<ServiceWorkerRegistration> => {
    const fate = fates[Math.min(asked++, fates.length - 1)];
    if (fate === 'refused') return Promise.reject(new DOMException('no cookies', 'SecurityError'));
    if (fate === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
    const coming = new ComingWorker();
    if (fate === 'gone') coming.state = 'redundant';
    else setTimeout(() => coming.become(fate === 'killed' ? 'redundant' : 'activated'), 10);
    return Promise.resolve({ active: null, installing: coming, waiting: null } as unknown as ServiceWorkerRegistration);
  };
  return { register, asked: () => asked };
}

const start = (browser: ReturnType<typeof browserWith>) => {
  const started = startWorker(browser, 'service-worker.js').then(
    ({ active }) => active.state,
    (error: unknown) => String(error),
  );
  return vi.runAllTimersAsync().then(() => started);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a service worker', () => {
  it('that is killed while it comes is asked for again, by the same page', async () => {
    const browser = browserWith('killed', 'gone', 'unreachable', 'stands');
    expect(await start(browser)).toBe('activated');
    expect(browser.asked()).toBe(4);
  });

  it('that never stands is given up, and the last reason told', async () => {
    const browser = browserWith('killed');
    expect(await start(browser)).toBe('Error: the service worker did not start');
    expect(browser.asked()).toBe(8);
  });

  it('that the browser refuses is asked for once', async () => {
    const browser = browserWith('refused');
    expect(await start(browser)).toBe('SecurityError: no cookies');
    expect(browser.asked()).toBe(1);
  });
});
