import { readAddress, writeAddress, type Address } from './address.ts';
import { layersOf } from './compare/layers.ts';
import { isWallWanted } from './wallView/wallAddress.ts';
import { isSamePanel } from './selectors/isSamePanel.ts';
import { startNodeId } from './selectors/findNode.ts';
import type { Fault } from '#document/fault.ts';
import type { TourState } from './state.ts';
import type { Tour } from './store.ts';

/** The parts of `window` that the address bar needs. */
export interface AddressWindow {
  readonly location: { readonly pathname: string; readonly search: string; readonly hash: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

export interface AddressBarOptions {
  readonly tour: Tour;
  readonly window: AddressWindow;
  /** Told what an address said that could not be used. */
  readonly onFaults?: (faults: readonly Fault[]) => void;
}

/**
 * Ties the tour to the browser's history: a new entry for every change of place, relic, wall or panel, the current one rewritten
 * when the view comes to rest or the language changes. Back, Forward and a hand-edited address bring the state back.
 * The query part stays as it is. Answers a function that unties it.
 */
export function bindAddressBar({ tour, window, onFaults }: AddressBarOptions): () => void {
  const { store } = tour;
  let isRestoring = false;

  const replace = (state: TourState) => write(window, 'replaceState', state);
  const unsubscribe = store.subscribe((state, before) => {
    if (isRestoring || writeAddress(state) === writeAddress(before)) return;
    // A wall that was asked for and is found, or not, is still the same wish.
    const isAnswer = before.wallView?.kind === 'asked' && state.wallView !== null && state.wallView !== before.wallView;
    // A guided tour is one entry, so that Back leads to where one was before it.
    const isGuided = state.guide !== null && before.guide !== null && state.guide.phase !== 'paused';
    const isNewEntry =
      !isGuided &&
      ((state.guide !== null && before.guide === null) ||
        state.nodeId !== before.nodeId ||
        state.relic?.hotspotId !== before.relic?.hotspotId ||
        (!isAnswer && isWallWanted(state.wallView) !== isWallWanted(before.wallView)) ||
        (!isAnswer && !isSamePanel(state.panel, before.panel)));
    write(window, isNewEntry ? 'pushState' : 'replaceState', state);
  });

  const restore = () => {
    const { address, faults } = readAddress(window.location.hash, store.getState());
    isRestoring = true;
    try {
      restoreState(tour, address);
    } finally {
      isRestoring = false;
    }
    if (faults.length > 0) {
      replace(store.getState());
      onFaults?.(faults);
    }
  };
  window.addEventListener('popstate', restore);
  replace(store.getState());
  return () => {
    unsubscribe();
    window.removeEventListener('popstate', restore);
  };
}

function restoreState(tour: Tour, address: Address): void {
  const { store, commands } = tour;
  if (!address.guide) commands.guide.leave();
  const { exhibition, nodeId } = store.getState();
  const target = address.nodeId ?? startNodeId(exhibition);
  const { view, stand } = address;
  if (target !== nodeId)
    commands.goTo(target, view ? { view, stand, panel: address.panel } : { isFresh: true, panel: address.panel });
  else {
    if (stand) commands.stand(stand);
    if (view) commands.look(view, { isEased: true });
    if (address.relicId === null) commands.relic.close();
    if (address.panel) commands.openPanel(address.panel);
    else commands.closePanel();
  }
  restoreLayers(tour, address);
  restoreWall(tour, address);
  // A relic is taken up in front of whatever was open, and what is open with it comes after it.
  if (address.relicId !== null) {
    commands.relic.open(address.relicId);
    if (address.panel) commands.openPanel(address.panel);
  }
  if (address.language !== null) commands.setLanguage(address.language);
  const { guide } = store.getState();
  const isThere = guide?.tourId === address.guide?.tourId && guide?.stepIndex === address.guide?.stepIndex;
  if (address.guide && !isThere) {
    commands.guide.start(address.guide.tourId, { stepIndex: address.guide.stepIndex, isWaiting: true });
  }
}

/** The wall of the place one is at that an address brings closer; none where it has none. */
export function restoreWall({ commands }: Pick<Tour, 'commands'>, { wall }: Pick<Address, 'wall'>): void {
  if (wall) commands.wall.ask(wall.direction, wall.frame);
  else commands.wall.close();
}

/** The layers of the place one is at and the light they are seen in, as an address has them. */
export function restoreLayers({ store, commands }: Tour, { comparison, isOnlyFound, light }: Address): void {
  if (light) commands.light.set(light);
  else commands.light.reset();
  commands.compare.setOnlyFound(isOnlyFound);
  if (!comparison) {
    commands.compare.close();
    return;
  }
  // What hides conjecture hides a lens onto it too.
  const { exhibition, nodeId } = store.getState();
  if (!layersOf(exhibition, nodeId).others.some(({ id }) => id === comparison.layerId)) return;
  commands.compare.open(comparison.layerId, comparison.mode);
  commands.compare.set(comparison.settings);
}

function write(window: AddressWindow, method: 'pushState' | 'replaceState', state: TourState): void {
  const { pathname, search } = window.location;
  try {
    window.history[method](null, '', `${pathname}${search}#${writeAddress(state)}`);
  } catch {
    // Safari refuses more than a hundred entries in half a minute; the visit matters more than its address.
  }
}
