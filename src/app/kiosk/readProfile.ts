import type { Exhibition } from '#document/schema.ts';

/** Whether many share this screen: the document says so, or the address does (`?profile=kiosk`). */
export function isKiosk(search: string, { kiosk }: Pick<Exhibition, 'kiosk'>): boolean {
  return kiosk?.isAlways === true || new URLSearchParams(search).get('profile') === 'kiosk';
}
