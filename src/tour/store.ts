import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#document/fault.ts';
import type { Exhibition, StepLayers } from '#document/schema.ts';
import { closePanel } from './commands/closePanel.ts';
import type { CommandContext } from './commands/context.ts';
import { enter } from './commands/enter.ts';
import { goTo, type GoToOptions } from './commands/goTo.ts';
import { look } from './commands/look.ts';
import { noteAttributions } from './commands/noteAttributions.ts';
import { openPanel } from './commands/openPanel.ts';
import { report } from './commands/report.ts';
import { setLanguage } from './commands/setLanguage.ts';
import { settle } from './commands/settle.ts';
import { stand } from './commands/stand.ts';
import { arriveInHall } from './gallery/arrive.ts';
import type { Vec3 } from '#shared/vec.ts';
import * as compare from './compare/commands.ts';
import { setOnlyFound } from './compare/onlyFound.ts';
import type { CompareMode, Comparison } from './compare/state.ts';
import * as headset from './headset/commands.ts';
import type { ComfortSettings, HeadsetMenu } from './headset/state.ts';
import { COMFORTABLE } from './locomotion/state.ts';
import * as light from './light/commands.ts';
import type { TourLight } from './light/state.ts';
import * as tape from './measure/commands.ts';
import type { TapeKind } from './measure/state.ts';
import type { WallPoint } from './measure/wall.ts';
import * as relic from './relic/commands.ts';
import type { RelicSettings } from './relic/commands.ts';
import type { Orbit, RelicFacts } from './relic/state.ts';
import * as wall from './wallView/commands.ts';
import type { Wall, WallDirection, WallFrame, WallRefusal } from './wallView/state.ts';
import { hint } from './hint.ts';
import { findNode, hasNode, nodeIds, startNodeId } from './selectors/findNode.ts';
import type { Panel, Stand, TourState, View } from './state.ts';
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
  /** Where in a hall; its entrance by default. */
  readonly stand?: Stand | null;
  readonly panel?: Panel | null;
  readonly isTitleOpen: boolean;
  /** Where the visitor looks at this moment; the view at rest by default. The scene's live view belongs here. */
  readonly currentView?: () => View;
  /** Where in a hall the visitor is at this moment; where one last came to rest by default. */
  readonly currentStand?: () => Stand | null;
}

/** The only writers of the tour's state; each is documented in its own file under `commands`. */
export interface TourCommands {
  goTo(nodeId: string, options?: GoToOptions): void;
  look(view: Partial<View>, options: { isEased: boolean }): void;
  settle(view: View): void;
  /** Of the visitor's own spot it notes a rest, of another one it is a wish to be there. Metres, halls only. */
  stand(stand: Stand): void;
  openPanel(panel: Panel): void;
  closePanel(): void;
  setLanguage(tag: string): void;
  enter(): void;
  report(faults: readonly Fault[]): void;
  noteAttributions(assetId: string, lines: readonly string[]): void;
  /** Of the layers that are seen together; see `tour/compare`. */
  readonly compare: CompareCommands;
  /** Of the light of places; see `tour/light`. */
  readonly light: LightCommands;
  /** Of the tape at the walls; see `tour/measure`. */
  readonly tape: TapeCommands;
  /** Of a wall brought closer; see `tour/wallView`. */
  readonly wall: WallCommands;
  /** Of the visit in a headset; see `tour/headset`. */
  readonly headset: HeadsetCommands;
  /** Of the relic in the visitor's hands; see `tour/relic`. */
  readonly relic: RelicCommands;
}

export interface CompareCommands {
  open(layerId: string, mode?: CompareMode): void;
  /** As a step of a tour says. */
  present(layers: StepLayers): void;
  close(): void;
  set(settings: Partial<Omit<Comparison, 'layerId'>>): void;
  /** Hides all conjecture, or shows it again. */
  setOnlyFound(isOn: boolean): void;
}

export interface LightCommands {
  set(settings: Partial<TourLight>): void;
  /** As photographed. */
  reset(): void;
}

export interface TapeCommands {
  open(): void;
  close(): void;
  choose(kind: TapeKind): void;
  note(isReady: boolean | null): void;
  add(point: WallPoint | null): void;
  finish(): void;
  undo(): void;
  clear(index?: number): void;
}

export interface WallCommands {
  ask(direction: WallDirection, frame?: WallFrame | null): void;
  note(found: { readonly wall: Wall; readonly frame: WallFrame } | WallRefusal): void;
  settle(frame: WallFrame): void;
  close(): void;
}

export interface HeadsetCommands {
  begin(menu: HeadsetMenu | null): void;
  end(): void;
  noteVisible(isVisible: boolean): void;
  openMenu(menu: HeadsetMenu | null): void;
  recentre(): void;
  setComfort(settings: Partial<ComfortSettings>): void;
  /** To the next visitor. */
  handOver(): void;
}

export interface RelicCommands {
  open(hotspotId: string): void;
  close(): void;
  orbit(orbit: Partial<Orbit> | null, options: { isEased: boolean }): void;
  settle(orbit: Orbit): void;
  set(settings: Partial<RelicSettings>): void;
  openAnnotation(annotationId: string | null): void;
  measure(point: Vec3): void;
  clearMeasurements(index?: number): void;
  goToStep(index: number | null): void;
  noteFacts(facts: RelicFacts): void;
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
  const node = findNode(exhibition, nodeId);
  const hall = arriveInHall(exhibition, node, null);
  const view = options.view ? normalizeView(options.view) : (hall?.view ?? startViewOf(node));
  const store = createStore<TourState>(() => ({
    exhibition,
    wholeExhibition: exhibition,
    isOnlyFound: false,
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
    comparison: null,
    light: null,
    tape: null,
    wallView: null,
    headset: null,
    comfort: COMFORTABLE,
    stand: hall && (options.stand ?? hall.stand),
    attributions: new Map(),
  }));
  const currentView = options.currentView ?? (() => store.getState().settledView);
  const currentStand = options.currentStand ?? (() => store.getState().stand);
  return { store, commands: bindCommands({ store, currentView, currentStand }) };
}

function bindCommands(context: CommandContext): TourCommands {
  return {
    goTo: (nodeId, options) => goTo(context, nodeId, options),
    look: (view, options) => look(context, view, options),
    settle: (view) => settle(context, view),
    stand: (spot) => stand(context, spot),
    openPanel: (panel) => openPanel(context, panel),
    closePanel: () => closePanel(context),
    setLanguage: (tag) => setLanguage(context, tag),
    enter: () => enter(context),
    report: (faults) => report(context, faults),
    noteAttributions: (assetId, lines) => noteAttributions(context, assetId, lines),
    compare: {
      open: (layerId, mode) => compare.openComparison(context, layerId, mode),
      present: (layers) => compare.presentLayers(context, layers),
      close: () => compare.closeComparison(context),
      set: (settings) => compare.setComparison(context, settings),
      setOnlyFound: (isOn) => setOnlyFound(context, isOn),
    },
    light: {
      set: (settings) => light.setLight(context, settings),
      reset: () => light.resetLight(context),
    },
    tape: {
      open: () => tape.openTape(context),
      close: () => tape.closeTape(context),
      choose: (kind) => tape.chooseTape(context, kind),
      note: (isReady) => tape.noteTape(context, isReady),
      add: (point) => tape.addWallPoint(context, point),
      finish: () => tape.finishArea(context),
      undo: () => tape.undoTape(context),
      clear: (index) => tape.clearTape(context, index),
    },
    wall: {
      ask: (direction, frame) => wall.askForWall(context, direction, frame),
      note: (found) => wall.noteWall(context, found),
      settle: (frame) => wall.settleWall(context, frame),
      close: () => wall.closeWall(context),
    },
    headset: {
      begin: (menu) => headset.beginHeadset(context, menu),
      end: () => headset.endHeadset(context),
      noteVisible: (isVisible) => headset.noteHeadsetVisible(context, isVisible),
      openMenu: (menu) => headset.openHeadsetMenu(context, menu),
      recentre: () => headset.recentreHeadset(context),
      setComfort: (settings) => headset.setComfort(context, settings),
      handOver: () => headset.handOver(context),
    },
    relic: {
      open: (hotspotId) => relic.openRelic(context, hotspotId),
      close: () => relic.closeRelic(context),
      orbit: (orbit, { isEased }) => relic.orbitRelic(context, orbit, isEased),
      settle: (orbit) => relic.settleOrbit(context, orbit),
      set: (settings) => relic.setRelic(context, settings),
      openAnnotation: (annotationId) => relic.openAnnotation(context, annotationId),
      measure: (point) => relic.measure(context, point),
      clearMeasurements: (index) => relic.clearMeasurements(context, index),
      goToStep: (index) => relic.goToRelicStep(context, index),
      noteFacts: (facts) => relic.noteRelicFacts(context, facts),
    },
  };
}
