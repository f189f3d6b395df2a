/**
 * Drives a guided tour: carries out what follows from each change of `TourState.guide`, and tells it what has happened. It
 * goes by timers and by what the visit tells of itself; where nothing moves, nothing runs.
 */
import { toRadians } from '#shared/angle.ts';
import { isAstray, isOffPath, looksAlong } from '#tour/guide/astray.ts';
import { wayOf } from '#tour/guide/commands.ts';
import { effectsBetween, type GuideEffect } from '#tour/guide/effects.ts';
import type { Captionist, Narrator, Told } from '#tour/guide/ports.ts';
import { currentStep } from '#tour/guide/stations.ts';
import type { GuideEvent } from '#tour/guide/stepGuide.ts';
import { tellingOf } from '#tour/guide/tellingOf.ts';
import type { Mark } from '#tour/marks.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { TourState, View } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { WallDirection } from '#tour/wallView/state.ts';
import type { TourStep } from '#document/tourSchema.ts';
import { goToStep, markOf, openStep } from './showStep.ts';
import { createSilentNarrator } from './silentNarrator.ts';
import { PAGE_TIMERS, type Timers } from './timers.ts';
import { hasGoneElsewhere } from './elsewhere.ts';
import { createWholeCaption } from './wholeCaption.ts';

export interface GuideOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Null where nothing can be drawn: then one is there at once. */
  readonly scene: { whenSharp(): Promise<void> } | null;
  /** Lights the mark of what is told of. */
  readonly focus?: { set(mark: Mark | null): void };
  /** Presses a wall with the tape in the hand. */
  readonly pressWall?: (direction: WallDirection) => void;
  readonly isMotionReduced: () => boolean;
  /** Whether nobody sees the page, now and whenever that changes. */
  readonly watchHidden?: (onHidden: () => void) => () => void;
  /** By default silence that lasts as long as reading does. */
  readonly narrator?: Narrator;
  /** By default the whole narration at once. */
  readonly captionist?: Captionist;
  /** Sounds once, when a step begins. */
  readonly sound?: (assetId: string) => void;
  readonly timers?: Timers;
}

/** A picture that does not come must not hold the tour up, seconds. */
const PATIENCE = 6;

export function openGuide(options: GuideOptions): () => void {
  const { tour, liveView, scene, timers = PAGE_TIMERS } = options;
  const { store, commands } = tour;
  const narrator = options.narrator ?? createSilentNarrator(timers);
  const captionist = options.captionist ?? createWholeCaption(commands);
  let told: Told | null = null;
  let stopWaiting = (): void => undefined;
  /** Whether what changes in the tour is the guide's own doing. */
  let isOwn = false;
  /** On the way: from where to where. At rest: where. Null while the view is the visitor's. */
  let path: { readonly from: View; readonly to: View } | null = null;
  let rest: View | null = null;
  /** Told or waited since the guide was last told of it, seconds at the ordinary rate, and since when on the clock. */
  let spent = 0;
  let since = timers.now();

  const doing = (act: () => void): void => {
    const was = isOwn;
    isOwn = true;
    try {
      act();
    } finally {
      isOwn = was;
    }
  };
  const note = (event: GuideEvent): void => {
    count(store.getState());
    const seconds = spent;
    spent = 0;
    commands.guide.note(event, seconds);
  };
  const count = ({ guide }: Pick<TourState, 'guide'>): void => {
    const now = timers.now();
    if (guide?.phase === 'telling' || guide?.phase === 'waiting') spent += (now - since) * guide.rate;
    since = now;
  };

  const isStill = (serial: number): boolean => store.getState().guide?.serial === serial;

  const present = (): void => {
    const state = store.getState();
    const step = currentStep(state);
    const serial = state.guide?.serial ?? 0;
    spent = 0;
    rest = path = null;
    options.focus?.set(null);
    if (!step) return note({ kind: 'broken', serial });
    const from = { ...liveView.current };
    let to = from;
    try {
      doing(() => {
        const { isMotionReduced } = options;
        to = goToStep(step, { tour, currentView: () => liveView.current, isMotionReduced });
      });
    } catch (error) {
      return fail(serial, error);
    }
    const { lookRequest, headset, relic } = store.getState();
    path = { from: lookRequest.isEased ? from : to, to };
    if (!scene || headset || relic || looksAlong(liveView.current, to)) awaitPicture(serial, step);
  };
  const fail = (serial: number, error: unknown): void => {
    reportError(error);
    note({ kind: 'broken', serial });
  };

  let awaited = 0;
  /** The view is there; what it shows follows, sharp or after a while. */
  const awaitPicture = (serial: number, step: TourStep): void => {
    if (awaited === serial) return;
    awaited = serial;
    const arrive = (): void => {
      cancel();
      if (!isStill(serial) || awaited !== serial) return;
      awaited = 0;
      const end = step.relic && path && looksAlong(liveView.current, path.to) ? path.to : null;
      path = null;
      rest = end ?? { ...liveView.current };
      try {
        doing(() => {
          // A relic takes the camera, and what is left of the turn would never come.
          if (end) commands.look(end, { isEased: false });
          openStep(step, tour, layTape);
        });
      } catch (error) {
        return fail(serial, error);
      }
      options.focus?.set(markOf(step, store.getState()));
      if (store.getState().guide?.phase === 'moving') for (const id of step.sounds ?? []) options.sound?.(id);
      note({ kind: 'arrived', serial });
    };
    const cancel = timers.after(PATIENCE, arrive);
    if (scene) void scene.whenSharp().then(arrive);
    else arrive();
  };

  const layTape = ({ from, to }: NonNullable<TourStep['measure']>): void => {
    const { pressWall } = options;
    if (!pressWall) return;
    const serial = store.getState().guide?.serial;
    const press = (): boolean => {
      const { tape, guide } = store.getState();
      if (!tape || guide?.serial !== serial || tape.isReady === null) return true;
      if (!tape.isReady) return false;
      doing(() => {
        for (const { yaw, pitch } of [from, to]) pressWall({ yaw: toRadians(yaw), pitch: toRadians(pitch) });
      });
      return true;
    };
    if (press()) return;
    const unsubscribe = store.subscribe((state, before) => {
      if (state.tape?.isReady === before.tape?.isReady && state.guide === before.guide) return;
      // Whoever else hears of the change first must not be overtaken.
      queueMicrotask(() => press() && unsubscribe());
    });
  };

  const tell = (): void => {
    const state = store.getState();
    const step = currentStep(state);
    const { guide } = state;
    if (!step || !guide) return;
    const telling = tellingOf(step, state);
    const number = guide.tellings;
    spent = 0;
    captionist.begin(telling);
    told = narrator.tell(
      telling,
      { rate: guide.rate },
      {
        onProgress: (seconds, total) => captionist.at(seconds, total),
        onEnd: () => {
          if (store.getState().guide?.tellings !== number) return;
          told = null;
          captionist.end();
          note({ kind: 'told', telling: number });
        },
      },
    );
  };

  const carryOut = (effect: GuideEffect): void => {
    switch (effect.kind) {
      case 'present':
        return present();
      case 'tell':
        return tell();
      case 'pauseTelling':
        return told?.pause();
      case 'resumeTelling':
        return told?.resume();
      case 'setRate':
        return told?.setRate(store.getState().guide?.rate ?? 1);
      case 'stopTelling':
        told?.stop();
        told = null;
        return captionist.end();
      case 'wait':
        stopWaiting();
        stopWaiting = timers.after(Math.max(0, effect.seconds - spent), () => note({ kind: 'waited' }));
        return;
      case 'stopWaiting':
        return stopWaiting();
      case 'noteMissed':
        return;
      case 'clear':
        path = rest = null;
        return options.focus?.set(null);
    }
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.guide !== before.guide) {
      count(before);
      for (const effect of effectsBetween(before.guide, state.guide, wayOf(state, state.guide?.tourId ?? ''))) {
        carryOut(effect);
        // What it led to has been carried out meanwhile.
        if (store.getState().guide !== state.guide) return;
      }
    }
    if (!state.guide || isOwn) return;
    if (state.exhibition !== before.exhibition) note({ kind: 'changed' });
    else if (state.language !== before.language) note({ kind: 'retell' });
    else if (hasGoneElsewhere(state, before, path?.to ?? null)) note({ kind: 'interrupted' });
  });
  const stopLooking = liveView.subscribe((view) => {
    const state = store.getState();
    const { guide, headset, relic, wallView } = state;
    if (isOwn || !guide || headset || wallView) return;
    if (path) {
      const step = currentStep(state);
      if (isOffPath(view, path.from, path.to)) {
        path = null;
        note({ kind: 'interrupted' });
      } else if (step && looksAlong(view, path.to)) awaitPicture(guide.serial, step);
    } else if (rest && !relic && guide.phase !== 'choosing' && isAstray(view, rest)) {
      rest = null;
      note({ kind: 'interrupted' });
    }
  });
  const stopHiding = options.watchHidden?.(() => note({ kind: 'interrupted' }));

  const { guide } = store.getState();
  if (guide) {
    const state = store.getState();
    const step = currentStep(state);
    // An address may lead elsewhere than to its tour's step: one stays there until the tour goes on.
    const isElsewhere = guide.pause === 'begin' && step !== null && step.at !== state.nodeId;
    for (const effect of effectsBetween(null, guide, wayOf(state, guide.tourId))) {
      if (effect.kind !== 'present' || !isElsewhere) carryOut(effect);
    }
  }
  return () => {
    unsubscribe();
    stopLooking();
    stopHiding?.();
    told?.stop();
    stopWaiting();
    captionist.end();
  };
}
