/**
 * The part of the relics that is there from the start: it knows when they are needed and sends for the rest. Until that
 * is here, nothing of it can be pointed at.
 */
import type { Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Stand, TourState } from '#tour/state.ts';
import type { Relics, RelicsOptions } from './openRelics.ts';

/** Before what is due and could not be had is asked for again, milliseconds. */
const PAUSE_MS = 4_000;

export interface AwaitedRelics {
  readonly stand: Stand | null;
  readonly isWalked: boolean;
  pick(pointing: Pointing): boolean;
  hover(pointing: Pointing | null): boolean;
  /** Those that are here, sent for where they are not; null where the exhibition has none. */
  get(): Promise<Relics> | null;
}

export function awaitRelics(options: RelicsOptions): AwaitedRelics {
  const { tour, scene } = options;
  const { store } = tour;
  let relics: Relics | null = null;
  let coming: Promise<Relics> | null = null;
  let isReported = false;

  const get = (): Promise<Relics> | null => {
    if (!hasRelics(store.getState().exhibition)) return null;
    if (!coming) {
      coming = import('./openRelics.ts').then(({ openRelics }) => {
        relics = openRelics(options);
        scene.invalidate();
        return relics;
      });
      coming.catch((error: unknown) => {
        // What could not be had is asked for again when it is next needed, and while it is.
        coming = null;
        if (!isReported) tour.commands.report([missing(error)]);
        isReported = true;
        setTimeout(() => getIfDue(store.getState()), PAUSE_MS);
      });
    }
    return coming;
  };
  const getIfDue = (state: TourState): void => {
    if (!coming && isDue(state)) void get()?.catch(() => undefined);
  };
  getIfDue(store.getState());
  store.subscribe(getIfDue);
  // What is likely to be wanted soon comes when nothing else has to.
  void scene.whenSharp().then(() => get()?.catch(() => undefined));
  return {
    get stand() {
      return relics?.stand ?? null;
    },
    get isWalked() {
      return relics?.isWalked ?? false;
    },
    pick: (pointing) => relics?.pick(pointing) ?? false,
    hover: (pointing) => relics?.hover(pointing) ?? false,
    get,
  };
}

function missing(error: unknown): Fault {
  return {
    severity: 'warning',
    path: '',
    code: 'missing-relics',
    message: `what shows relics could not be loaded: ${String(error)}`,
    remedy: 'see whether the connection is there; it is asked for again when it is next needed',
  };
}

function hasRelics({ nodes, assets }: Exhibition): boolean {
  return (
    nodes.some(({ hotspots = [] }) => hotspots.some(({ kind }) => kind === 'relic')) ||
    assets.some(({ kind }) => kind === 'gallery')
  );
}

/** Whether something of them shows at this moment. */
function isDue(state: TourState): boolean {
  if (state.relic) return true;
  const node = selectNode(state);
  return node !== undefined && findAsset(state.exhibition, node.asset)?.kind === 'gallery';
}
