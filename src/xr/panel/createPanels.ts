import { Group } from 'three';
import { loadLocale } from '#i18n/loadLocale.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Vec3 } from '#shared/vec.ts';
import { listMarks } from '#tour/marks.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { Ray } from '../input/pointer.ts';
import type { PanelAction } from './action.ts';
import { contentsOf } from './contents/contentsOf.ts';
import { createPanelType } from './draw/panelType.ts';
import { PanelPictures } from './draw/pictures.ts';
import { PanelFace } from './face/panelFace.ts';
import type { PanelPage } from './layout/ink.ts';
import { layPanel } from './layout/layPanel.ts';
import { PIXELS_PER_METRE } from './layout/measures.ts';
import { performAction } from './performAction.ts';
import { type HeadPlace, isAside, placeBefore, placeBeside, type Subject } from './placing.ts';
import { type PanelHit, PanelPointing } from './pointing.ts';

export interface PanelsOptions {
  readonly tour: Tour;
  /** The address of a file of the exhibition; null where it may not be asked for. */
  resolve(uri: string): string | null;
  requestFrame(): void;
  /** The visitor ends the session. */
  onLeave(): void;
  /** Takes a relic of the place into the hand; labels offer it where this is given. */
  takeUp?(hotspotId: string): void;
  /** Has the relic go home that is out of its place. */
  putBack?(): void;
  /** Says a language's name in that language; offered where this is given. */
  speakLanguage?(tag: string): void;
}

/**
 * The panel before a visitor in a headset: `TourState.headset.menu`, else `TourState.panel`, while there is a session.
 * In every frame: `step`, then `hover`, `touch` and what is pressed. Pointers are known by their ids.
 */
export interface Panels {
  /** To be added to the scene as it is, outside the rig: panels stand in the place. */
  readonly group: Group;
  readonly isOpen: boolean;
  /** Draws what has changed, places what was opened, fades it in. */
  step(head: HeadPlace, deltaSeconds: number): void;
  /** Places what is open before the head again. */
  place(head: HeadPlace): void;
  pick(ray: Ray): PanelHit | null;
  /** Null for a pointer that is gone or points elsewhere. */
  hover(pointerId: number, ray: Ray | null): void;
  /** Returns whether a panel was in the way of the ray, so that nothing behind it is meant. */
  press(pointerId: number, ray: Ray): boolean;
  /** While it is pressed. Returns whether the pointer holds something of a panel. */
  drag(pointerId: number, ray: Ray): boolean;
  release(pointerId: number): void;
  /** Null while the tip is not known. Returns whether the panel is within reach of the finger. */
  touch(pointerId: number, fingertip: Vec3 | null): boolean;
  turnPage(by: 1 | -1): void;
  /**
   * The relic that is out of its place, by its hotspot; null for none. It stands before panels, which nothing hides at
   * other times, and its label offers to put it back.
   */
  setTakenUp(hotspotId: string | null): void;
  /** At the end of a session, after the tour knows of it: nothing is open, held or lit, and the next one begins so. */
  close(): void;
  stats(): { readonly draws: number; readonly gpuBytes: number };
  dispose(): void;
}

/** Type comes in many small files; a panel is drawn for it no more often than this. */
const TYPE_SECONDS = 0.2;

/** What is drawn at this moment. */
interface Shown {
  readonly key: string;
  readonly pages: readonly PanelPage[];
  readonly arrival: number;
  readonly recentring: number;
  /** Where the visitor looked when it was opened. */
  readonly yaw: number;
}

export function createPanels(options: PanelsOptions): Panels {
  const { tour, requestFrame } = options;
  const { store } = tour;
  const group = new Group();
  const face = new PanelFace();
  group.add(face.mesh);
  let head: HeadPlace | null = null;
  let locale: { readonly of: string; readonly texts: Locale } | null = null;
  let planId: string | null = null;
  let takenUp: string | null = null;
  let shown: Shown | null = null;
  let page = 0;
  let drawn = '';
  let isDue = true;
  let isDisposed = false;
  let isTypeNew = false;
  let isBeside = false;
  let secondsSinceDrawn = 0;

  const redraw = (): void => {
    drawn = '';
    isDue = true;
    requestFrame();
  };
  const noteType = (): void => {
    isTypeNew = true;
    requestFrame();
  };
  const type = createPanelType(PIXELS_PER_METRE, noteType);
  const pictures = new PanelPictures(options.resolve, redraw);
  const act = (action: PanelAction): void => performAction(action, tour, ports);
  const pointing = new PanelPointing({
    face,
    page: () => shown?.pages[page] ?? null,
    head: () => head,
    act,
    requestFrame,
  });
  const turnPage = (by: 1 | -1): void => {
    const last = (shown?.pages.length ?? 1) - 1;
    page = Math.min(last, Math.max(0, page + by));
    redraw();
  };
  const ports = {
    leave: options.onLeave,
    ...(options.takeUp && { takeUp: options.takeUp }),
    ...(options.putBack && { putBack: options.putBack }),
    ...(options.speakLanguage && { speakLanguage: options.speakLanguage }),
    turnPage,
    choosePlan: (id: string) => {
      planId = id;
      redraw();
    },
  };

  const learn = (language: string): void => {
    void loadLocale(language, store.getState().exhibition.wording).then((texts) => {
      // A slow answer must not undo a later choice.
      if (isDisposed || store.getState().language !== language) return;
      locale = { of: language, texts };
      redraw();
    });
  };

  const close = (): void => {
    if (!shown) return;
    shown = null;
    drawn = '';
    face.close();
    pictures.keep([]);
    pointing.letGo();
  };

  /** Draws again where anything that is said or chosen has changed. */
  const refresh = (at: HeadPlace): void => {
    const state = store.getState();
    // The words of a language that was just chosen are on their way.
    if (!locale || locale.of !== state.language) return;
    isDue = false;
    // A plan that follows every move of the head would be drawn all the time.
    const yaw = shown?.key === 'plan' && shown.arrival === state.arrival ? shown.yaw : at.yaw;
    const model =
      state.headset &&
      contentsOf({
        state,
        locale: locale.texts,
        yaw,
        planId,
        canSpeak: options.speakLanguage !== undefined,
        canTakeUp: options.takeUp !== undefined,
        takenUp,
      });
    if (!model || !state.headset) return close();
    const before = shown;
    const isNew = before?.key !== model.key;
    if (isNew) page = 0;
    if (model.key !== 'plan') planId = null;
    const said = JSON.stringify([model, page]);
    const { arrival } = state;
    const { recentring } = state.headset;
    if (said !== drawn) {
      drawn = said;
      const pages = layPanel(model, type.measure, locale.texts.direction);
      page = Math.min(page, pages.length - 1);
      shown = { key: model.key, pages, arrival, recentring, yaw };
      draw();
    } else if (before) shown = { ...before, arrival, recentring, yaw };
    const isMoved = before !== null && (before.arrival !== arrival || before.recentring !== recentring);
    if (isNew) {
      pointing.letGo();
      face.centre();
    }
    const subject = isMoved ? null : subjectOf(state);
    // What follows a label that stood beside its subject comes before the head again.
    if (before === null || isMoved || (isNew && (subject !== null || isBeside || isAside(at, face.at)))) {
      put(at, subject);
    }
    face.open();
    if (isNew || isMoved) face.renew();
  };

  const draw = (): void => {
    const sheet = shown?.pages[page];
    if (!sheet) return;
    secondsSinceDrawn = 0;
    pictures.keep(sheet.inks.flatMap((ink) => (ink.kind === 'picture' ? [ink.uri] : [])));
    face.draw(sheet, { fontOf: type.fontOf, pictureOf: (uri) => pictures.get(uri) });
    void type.load(sheet).then((isNew) => {
      if (isNew && !isDisposed && shown?.pages[page] === sheet) noteType();
    });
  };

  const put = (at: HeadPlace, subject: Subject | null): void => {
    isBeside = subject !== null;
    // Whoever held it or had a finger before it has nothing to do with where it is now.
    pointing.letGo();
    face.place(subject ? placeBeside(at, subject) : placeBefore(at));
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.language !== before.language) learn(state.language);
    isDue = true;
    requestFrame();
    const menu = state.headset?.menu;
    const isLaidOver = menu === 'menu' || menu === 'comfort';
    // What is opened in the place comes before what lies at hand.
    if (isLaidOver && menu === before.headset?.menu && state.panel !== null && state.panel !== before.panel) {
      tour.commands.headset.openMenu(null);
    }
  });
  learn(store.getState().language);

  return {
    group,
    get isOpen() {
      return face.isOpen;
    },
    step(at, deltaSeconds) {
      head = at;
      secondsSinceDrawn += deltaSeconds;
      if (isTypeNew && secondsSinceDrawn >= TYPE_SECONDS) {
        isTypeNew = false;
        redraw();
      }
      if (isDue) refresh(at);
      if (face.fade(deltaSeconds) || isTypeNew) requestFrame();
    },
    place(at) {
      head = at;
      if (face.isOpen) put(at, null);
      requestFrame();
    },
    pick: (ray) => pointing.pick(ray),
    hover: (pointerId, ray) => pointing.hover(pointerId, ray),
    press(pointerId, ray) {
      if (isDue && head) refresh(head);
      return pointing.press(pointerId, ray);
    },
    drag: (pointerId, ray) => pointing.drag(pointerId, ray),
    release: (pointerId) => pointing.release(pointerId),
    touch: (pointerId, fingertip) => pointing.touch(pointerId, fingertip),
    turnPage,
    setTakenUp(hotspotId) {
      if (hotspotId === takenUp) return;
      takenUp = hotspotId;
      face.setDepthTest(hotspotId !== null);
      isDue = true;
      requestFrame();
    },
    close() {
      close();
      head = null;
    },
    stats: () => ({ draws: face.isOpen ? 1 : 0, gpuBytes: face.gpuBytes }),
    dispose() {
      isDisposed = true;
      unsubscribe();
      close();
      type.dispose();
      pictures.dispose();
      face.dispose();
    },
  };
}

/** What the open panel is about, where that has a direction in the place. A guided tour's question is about the way on. */
function subjectOf({ exhibition, nodeId, language, stand, panel, headset, guide }: TourState): Subject | null {
  if (headset?.menu || panel?.kind !== 'hotspot' || guide?.phase === 'choosing') return null;
  const mark = listMarks(exhibition, nodeId, language, stand).find(
    ({ kind, id }) => kind === 'hotspot' && id === panel.hotspotId,
  );
  return mark ? { yaw: mark.yaw, halfWidth: (mark.area?.width ?? 0) / 2 } : null;
}
