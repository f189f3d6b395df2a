import { createFindDesk, type FindDesk } from '#tour/find/desk.ts';
import type { Tour } from '#tour/store.ts';
import { createPauses } from './createPauses.ts';
import { openLibrary } from './openLibrary.ts';

/** What is related to what, read when it is first asked; for a visit that is not on the page. */
export function createRelations(tour: Tour): FindDesk['relatedTo'] {
  const desk = createFindDesk({ tour, pauses: createPauses(), openLibrary });
  return (spot) => desk.relatedTo(spot);
}
