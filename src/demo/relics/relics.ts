/** All relics: who makes them, and from which files. */
import { createBell } from './bell.ts';
import { createBodhisattva } from './bodhisattva.ts';
import { createCasket } from './casket.ts';
import { createDisc } from './disc.ts';
import { createFragment } from './fragment.ts';
import { createHorse } from './horse.ts';
import { RESTORATION_STATES } from './relic.ts';
import type { Relic, RelicId } from './relic.ts';
import { createScroll } from './scroll.ts';
import { createTripod } from './tripod.ts';
import { createVase } from './vase.ts';

/** Every model that is made: one for each relic, three for the vase. */
const MAKERS: Readonly<Record<RelicId, readonly (() => Relic)[]>> = {
  'ritual-tripod': [createTripod],
  'celadon-vase': RESTORATION_STATES.map((state) => () => createVase(state)),
  'jade-disc': [createDisc],
  'gilt-casket': [createCasket],
  'clay-bodhisattva': [createBodhisattva],
  'glazed-horse': [createHorse],
  'bronze-bell': [createBell],
  'mural-fragment': [createFragment],
  'manuscript-scroll': [createScroll],
};

/** Files and folders that only this relic follows from, relative to `src/demo`. */
export const RELIC_SOURCES: Readonly<Record<RelicId, readonly string[]>> = {
  'ritual-tripod': ['relics/tripod.ts', 'relics/taotie.ts', 'relics/taotieBands.ts'],
  'celadon-vase': ['relics/vase.ts'],
  'jade-disc': ['relics/disc.ts'],
  'gilt-casket': ['relics/casket.ts', 'relics/casketRelief.ts', 'paint'],
  'clay-bodhisattva': [
    'relics/bodhisattva.ts',
    'relics/figureShape.ts',
    'relics/figureScarves.ts',
    'statues/parts',
    'paint/pigments.ts',
  ],
  'glazed-horse': ['relics/horse.ts', 'relics/horseShape.ts'],
  'bronze-bell': ['relics/bell.ts'],
  'mural-fragment': ['relics/fragment.ts', 'paint'],
  'manuscript-scroll': ['relics/scroll.ts', 'relics/writing.ts', 'paint'],
};

/** Makes the relic anew, in all its states: drawings and noise are prepared, nothing is meshed. */
export function createRelics(id: RelicId): Relic[] {
  return MAKERS[id].map((create) => create());
}
