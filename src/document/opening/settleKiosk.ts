/** What a kiosk shows while nobody is there exists, its screen is not upside down, its code for phones leads somewhere. */
import type { FaultList } from '../fault.ts';
import type { Exhibition } from '../schema.ts';
import { safeLinkUrl } from '../uri.ts';
import { placeIn, type Places } from './places.ts';
import type { SuggestId } from './settleStep.ts';

export function settleKiosk(
  { kiosk, tours = [] }: Exhibition,
  places: Places,
  faults: FaultList,
  suggestId: SuggestId,
): void {
  if (!kiosk) return;
  const add = (path: string, code: string, message: string, remedy?: string) =>
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });
  const known = new Map(tours.map((tour) => [tour.id, tour]));
  if (kiosk.attract !== undefined && !known.has(kiosk.attract)) {
    const message = `no tour "${kiosk.attract}"`;
    add(placeIn(places, kiosk, 'attract'), 'unknown-tour', message, suggestId(kiosk.attract, known));
    delete kiosk.attract;
  }
  if (kiosk.screen && kiosk.screen.bottom >= kiosk.screen.top) {
    const message = 'the screen ends below where it begins';
    add(placeIn(places, kiosk, 'screen'), 'bad-order', message, '"bottom" and "top" are metres above the floor');
    delete kiosk.screen;
  }
  if (kiosk.publicUrl !== undefined && !/^https?:/.test(safeLinkUrl(kiosk.publicUrl) ?? '')) {
    const message = 'expected an address that begins with https:// or http://';
    add(placeIn(places, kiosk, 'publicUrl'), 'unsafe-link', message);
    delete kiosk.publicUrl;
  }
}
