import type { Desk } from '#offline/createDesk.ts';

/** Null where no list lies beside the page, or the browser has no service workers; else the way to the desk. */
export function awaitOffline(): (() => Promise<Desk>) | null {
  const version = Number(document.querySelector<HTMLMetaElement>('meta[name=grotto-pack]')?.content);
  if (!version || !('serviceWorker' in navigator)) return null;
  let desk: Promise<Desk> | null = null;
  const open = async (): Promise<Desk> => {
    try {
      const { openOffline } = await import('./openOffline.ts');
      return await openOffline(version);
    } catch (error) {
      // A worker that was killed before it stood may stand the next time.
      desk = null;
      throw error;
    }
  };
  return () => (desk ??= open());
}
