/** Where the exhibition is published is an address of the web. */
import type { FaultList } from '../fault.ts';
import type { Exhibition } from '../schema.ts';
import { safeLinkUrl } from '../uri.ts';
import { placeIn, type Places } from './places.ts';

export function settleEmbed({ embed }: Exhibition, places: Places, faults: FaultList): void {
  if (embed?.publicUrl === undefined || /^https?:/.test(safeLinkUrl(embed.publicUrl) ?? '')) return;
  const message = 'expected an address that begins with https:// or http://';
  faults.add({ severity: 'error', path: placeIn(places, embed, 'publicUrl'), code: 'unsafe-link', message });
  delete embed.publicUrl;
}
