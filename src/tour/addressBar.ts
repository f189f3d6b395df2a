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
  /** The part behind `#` that the tour was made from; another one that came meanwhile is carried out at once. */
  readonly readHash?: string;
  /** Told what an address said that could not be used. */
  readonly onFaults?: (faults: readonly Fault[]) => void;
}

/**
 * Ties the tour to the browser's history: a new entry for every change of place, relic, wall or panel, the current one rewritten
 * when the view comes to rest or the language changes. A wall counts once it is found; while it is looked for the address
 * waits. In a headset nothing makes an entry, so that Back leads to where the visitor came from. Back, Forward and a hand-edited address bring the state back.
 * The query part stays as it is. Answers a function that unties it.
 */
export function bindAddressBar({ tour, window, readHash, onFaults }: AddressBarOptions): () => void {
  const { store } = tour;
  let isRestoring = false;
  /** The state that the address stands for. */
  let written = store.getState();
  /** What stood behind `#` when it was last written or read. */
  let hash = window.location.hash;

  const put = (method: 'pushState' | 'replaceState', state: TourState): void => {
    written = state;
    write(window, method, state);
    ({ hash } = window.location);
  };
  const unsubscribe = store.subscribe((state) => {
    // An address that has just been entered is about to be read, and must not be written over before.
    if (isRestoring || state.wallView?.kind === 'asked' || window.location.hash !== hash) return;
    if (writeAddress(state) === writeAddress(written)) {
      written = state;
      return;
    }
    put(isNewEntry(state, written) ? 'pushState' : 'replaceState', state);
  });

  const restore = () => {
    ({ hash } = window.location);
    const { address, faults } = readAddress(window.location.hash, store.getState());
    isRestoring = true;
    try {
      restoreState(tour, address);
    } finally {
      isRestoring = false;
    }
    written = store.getState();
    if (faults.length > 0) {
      put('replaceState', written);
      onFaults?.(faults);
    }
  };
  window.addEventListener('popstate', restore);
  if (readHash !== undefined && window.location.hash !== readHash) restore();
  put('replaceState', store.getState());
  return () => {
    unsubscribe();
    window.removeEventListener('popstate', restore);
  };
}

function isNewEntry(state: TourState, written: TourState): boolean {
  if (state.headset || written.headset) return false;
  // A guided tour is one entry, so that Back leads to where one was before it.
  if (state.guide && written.guide) return state.guide.phase === 'paused' && isElsewhere(state, written);
  return (state.guide !== null && written.guide === null) || isElsewhere(state, written);
}

function isElsewhere(state: TourState, written: TourState): boolean {
  // An address brought the question along, and is put right by the answer.
  const isAnswer = written.wallView?.kind === 'asked' && state.wallView !== null;
  return (
    state.nodeId !== written.nodeId ||
    state.relic?.hotspotId !== written.relic?.hotspotId ||
    (!isAnswer && isWallWanted(state.wallView) !== isWallWanted(written.wallView)) ||
    (!isAnswer && !isSamePanel(state.panel, written.panel))
  );
}

function restoreState(tour: Tour, address: Address): void {
  const { store, commands } = tour;
  if (!address.guide) commands.guide.leave();
  const { exhibition, nodeId } = store.getState();
  const target = address.nodeId ?? startNodeId(exhibition);
  const { view, stand, flat } = address;
  if (target !== nodeId)
    commands.goTo(target, { ...(view ? { view, stand } : { isFresh: true }), flat, panel: address.panel });
  else {
    if (flat) commands.showFlat(flat);
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
