import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import { closePanel } from './commands/closePanel.ts';
import type { CommandContext } from './commands/context.ts';
import { enter } from './commands/enter.ts';
import { goTo, type GoToOptions } from './commands/goTo.ts';
import { look } from './commands/look.ts';
import { openPanel } from './commands/openPanel.ts';
import { report } from './commands/report.ts';
import { setLanguage } from './commands/setLanguage.ts';
import { settle } from './commands/settle.ts';
import { hint } from './hint.ts';
import { findNode, hasNode, nodeIds, startNodeId } from './selectors/findNode.ts';
import type { Panel, TourState, View } from './state.ts';
import { normalizeView, startViewOf } from './view.ts';

export interface TourOptions {
  readonly exhibition: Exhibition;
  readonly faults: readonly Fault[];
  readonly brokenNodes: ReadonlyMap<string, readonly Fault[]>;
  /** One of the exhibition's languages. */
  readonly language: string;
  /** The exhibition's start by default. */
  readonly nodeId?: string;
  /** The node's start view by default. Radians. */
  readonly view?: View;
  readonly panel?: Panel | null;
  readonly isTitleOpen: boolean;
  /** Where the visitor looks at this moment; the view at rest by default. The scene's live view belongs here. */
  readonly currentView?: () => View;
}

/** The only writers of the tour's state; each is documented in its own file under `commands`. */
export interface TourCommands {
  goTo(nodeId: string, options?: GoToOptions): void;
  look(view: Partial<View>, options: { isEased: boolean }): void;
  settle(view: View): void;
  openPanel(panel: Panel): void;
  closePanel(): void;
  setLanguage(tag: string): void;
  enter(): void;
  report(faults: readonly Fault[]): void;
}

export interface Tour {
  /** To read and subscribe to; written by `commands` alone. */
  readonly store: StoreApi<TourState>;
  readonly commands: TourCommands;
}

export function createTour(options: TourOptions): Tour {
  const { exhibition, faults, brokenNodes, language, panel = null, isTitleOpen } = options;
  const nodeId = options.nodeId ?? startNodeId(exhibition);
  if (!hasNode(options, nodeId)) {
    throw new Error(`createTour: no node "${nodeId}"${hint(nodeId, nodeIds(options))}`);
  }
  const view = options.view ? normalizeView(options.view) : startViewOf(findNode(exhibition, nodeId));
  const store = createStore<TourState>(() => ({
    exhibition,
    faults,
    brokenNodes,
    nodeId,
    arrival: 0,
    lookRequest: { serial: 0, view, isEased: false },
    settledView: view,
    language,
    panel,
    isTitleOpen,
    relic: null,
    stand: null,
  }));
  const currentView = options.currentView ?? (() => store.getState().settledView);
  return { store, commands: bindCommands({ store, currentView }) };
}

function bindCommands(context: CommandContext): TourCommands {
  return {
    goTo: (nodeId, options) => goTo(context, nodeId, options),
    look: (view, options) => look(context, view, options),
    settle: (view) => settle(context, view),
    openPanel: (panel) => openPanel(context, panel),
    closePanel: () => closePanel(context),
    setLanguage: (tag) => setLanguage(context, tag),
    enter: () => enter(context),
    report: (faults) => report(context, faults),
  };
}
