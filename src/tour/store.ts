import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import { closePanel } from './commands/closePanel.ts';
import type { CommandContext } from './commands/context.ts';
import { enter } from './commands/enter.ts';
import { goTo } from './commands/goTo.ts';
import { look } from './commands/look.ts';
import { noteAttributions } from './commands/noteAttributions.ts';
import { openPanel } from './commands/openPanel.ts';
import { report } from './commands/report.ts';
import { setLanguage } from './commands/setLanguage.ts';
import { settle } from './commands/settle.ts';
import { stand } from './commands/stand.ts';
import * as guide from './guide/commands.ts';
import { arriveInHall } from './gallery/arrive.ts';
import { setAccess } from './access/commands.ts';
import { FIRST_ACCESS } from './access/state.ts';
import * as captions from './captions/commands.ts';
import { FIRST_CAPTIONS } from './captions/state.ts';
import * as compare from './compare/commands.ts';
import { setOnlyFound } from './compare/onlyFound.ts';
import * as headset from './headset/commands.ts';
import { COMFORTABLE } from './locomotion/state.ts';
import * as light from './light/commands.ts';
import * as tape from './measure/commands.ts';
import * as relic from './relic/commands.ts';
import * as sound from './sound/commands.ts';
import { FIRST_SOUND } from './sound/state.ts';
import * as wall from './wallView/commands.ts';
import type { AddressedStep } from './guide/guideAddress.ts';
import { showFlat } from './flat/commands.ts';
import type { WallFrame } from './wallView/state.ts';
import { hint } from './hint.ts';
import { findNode, hasNode, nodeIds, startNodeId } from './selectors/findNode.ts';
import type { Panel, Stand, TourState, View } from './state.ts';
import type { TourCommands } from './tourCommands.ts';
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
  /** Which part of a flat picture; where it begins by default. */
  readonly flat?: WallFrame | null;
  readonly panel?: Panel | null;
  readonly isTitleOpen: boolean;
  /** The step of a guided tour to begin at, once the visitor wants to. */
  readonly guide?: AddressedStep | null;
  /** Where the visitor looks at this moment; the view at rest by default. The scene's live view belongs here. */
  readonly currentView?: () => View;
  /** Where in a hall the visitor is at this moment; where one last came to rest by default. */
  readonly currentStand?: () => Stand | null;
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
    guide: null,
    isTitleOpen,
    relic: null,
    comparison: null,
    light: null,
    tape: null,
    wallView: null,
    headset: null,
    visitor: 0,
    comfort: COMFORTABLE,
    captions: [],
    captionSettings: FIRST_CAPTIONS,
    access: FIRST_ACCESS,
    sound: FIRST_SOUND,
    stand: hall && (options.stand ?? hall.stand),
    flat: options.flat ?? null,
    attributions: new Map(),
  }));
  const currentView = options.currentView ?? (() => store.getState().settledView);
  const currentStand = options.currentStand ?? (() => store.getState().stand);
  const commands = bindCommands({ store, currentView, currentStand });
  if (options.guide) commands.guide.start(options.guide.tourId, { ...options.guide, isWaiting: true });
  return { store, commands };
}

function bindCommands(context: CommandContext): TourCommands {
  return {
    goTo: (nodeId, options) => goTo(context, nodeId, options),
    look: (view, options) => look(context, view, options),
    settle: (view) => settle(context, view),
    stand: (spot) => stand(context, spot),
    showFlat: (frame) => showFlat(context, frame),
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
    access: { set: (settings) => setAccess(context, settings) },
    guide: {
      start: (tourId, options) => guide.startGuide(context, tourId, options),
      pause: () => guide.tellGuide(context, { kind: 'pause' }),
      resume: () => guide.tellGuide(context, { kind: 'resume' }),
      back: () => guide.tellGuide(context, { kind: 'back' }),
      skip: () => guide.tellGuide(context, { kind: 'skip' }),
      setRate: (rate) => guide.tellGuide(context, { kind: 'rate', rate }),
      choose: (choice) => guide.tellGuide(context, { kind: 'choose', choice }),
      leave: () => guide.leaveGuide(context),
      note: (event, seconds) => guide.tellGuide(context, event, seconds),
    },
    captions: {
      show: (caption) => captions.showCaption(context, caption),
      clear: (source) => captions.clearCaptions(context, source),
      set: (settings) => captions.setCaptions(context, settings),
    },
    sound: {
      set: (settings) => sound.setSound(context, settings),
      ring: (hotspotId) => sound.ring(context, hotspotId),
      play: (audioId) => sound.play(context, audioId),
      noteTeller: (teller) => sound.noteTeller(context, teller),
      noteHeard: (heard) => sound.noteHeard(context, heard),
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
