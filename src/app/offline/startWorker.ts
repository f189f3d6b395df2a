import { bringPatiently } from '#shared/bringPatiently.ts';

/** Within about half a minute. */
const MOST_STARTS = 8;

/** Never given however often one asks: cookies are forbidden, or the page is not the browser's to trust. */
const isRefusal = (error: unknown): boolean => error instanceof DOMException && error.name === 'SecurityError';

/**
 * Brings the service worker to where it answers. One that is killed while it comes, as a system short of memory does, is
 * gone with its registration, and is asked for again.
 * @throws where this browser has none for this page, or it did not come at all.
 */
export async function startWorker(
  container: Pick<ServiceWorkerContainer, 'register'>,
  script: string,
): Promise<{ readonly registration: ServiceWorkerRegistration; readonly active: ServiceWorker }> {
  const started = await bringPatiently(async () => {
    try {
      const registration = await container.register(script, { scope: './' });
      return { registration, active: await whenActive(registration) };
    } catch (error) {
      if (isRefusal(error)) return { error };
      throw error;
    }
  }, MOST_STARTS);
  if ('error' in started) throw started.error;
  return started;
}

function whenActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const { active, installing, waiting } = registration;
  if (active) return Promise.resolve(active);
  const coming = installing ?? waiting;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (coming?.state === 'activated') resolve(coming);
      else if (!coming || coming.state === 'redundant') reject(new Error('the service worker did not start'));
    };
    coming?.addEventListener('statechange', look);
    look();
  });
}
