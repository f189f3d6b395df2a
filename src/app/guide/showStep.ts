/** A step of a guided tour on the page or in a headset: the way there, and what it shows once one is there. */
import type { TourStep } from '#document/tourSchema.ts';
import { toRadians } from '#shared/angle.ts';
import { normalize } from '#shared/vec.ts';
import { listMarks, type Mark } from '#tour/marks.ts';
import { orbitOf } from '#tour/relic/commands.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import type { TourState, View } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { startViewOf, viewOfStart } from '#tour/view.ts';

/** In a headset one is turned only by coming out of the dark, and only when one would have to look behind oneself. */
const BEHIND = toRadians(60);

export interface StepStage {
  readonly tour: Tour;
  /** Where one looks at this moment. */
  readonly currentView: () => View;
  readonly isMotionReduced: () => boolean;
}

/** Goes to the step's place and view; answers the view one comes to. Light goes along, whatever else was open is put away. */
export function goToStep(step: TourStep, { tour, currentView, isMotionReduced }: StepStage): View {
  const { store, commands } = tour;
  const state = store.getState();
  const isStaying = state.nodeId === step.at;
  const view = step.look
    ? viewOfStart(step.look)
    : isStaying
      ? currentView()
      : startViewOf(findNode(state.exhibition, step.at));
  putAway(step, state, tour);
  if (step.light) {
    const { hour = 0.5, lamp = 0 } = step.light;
    commands.light.set({ time: hour, isLampLit: lamp > 0, lampStrength: lamp, isLampCarried: false });
  } else commands.light.reset();
  if (!isStaying) commands.goTo(step.at, { view });
  else if (state.headset) {
    if (isBehind(view, currentView())) commands.goTo(step.at, { view, isAnew: true });
  } else if (step.relic && isMotionReduced()) commands.look(view, { isEased: false });
  else commands.look(view, { isEased: !isMotionReduced(), isGuided: true });
  return store.getState().lookRequest.view;
}

/** Opens what the step is about. @param layTape Lays the tape along the walls, once their distance is known. */
export function openStep(
  step: TourStep,
  { store, commands }: Tour,
  layTape: (measure: NonNullable<TourStep['measure']>) => void,
): void {
  const state = store.getState();
  if (step.layers) commands.compare.present(step.layers);
  const isInHeadset = state.headset !== null;
  // In a headset a relic is taken up by hand: its label says so, and stands beside it.
  const show = step.relic && isInHeadset ? step.relic.hotspot : step.show;
  if (step.relic && !isInHeadset) openRelic(step.relic, { store, commands });
  else if (show !== undefined) commands.openPanel({ kind: 'hotspot', hotspotId: show });
  if (isInHeadset) return;
  if (step.wall) {
    const { yaw, pitch, frame } = step.wall;
    commands.wall.ask({ yaw: toRadians(yaw), pitch: toRadians(pitch) }, frame ?? null);
  }
  if (step.measure) {
    commands.tape.open();
    commands.openPanel({ kind: 'measure' });
    layTape(step.measure);
  }
}

/** The mark of what the step is about; null where it is about no one thing. */
export function markOf(step: TourStep, { exhibition, nodeId, language, stand }: TourState): Mark | null {
  const id = step.relic?.hotspot ?? step.show;
  const marks = id === undefined ? [] : listMarks(exhibition, nodeId, language, stand);
  return marks.find((mark) => mark.kind === 'hotspot' && mark.id === id) ?? null;
}

function putAway(step: TourStep, state: TourState, { commands }: Tour): void {
  const isSameRelic = state.nodeId === step.at && state.relic?.hotspotId === step.relic?.hotspot;
  if (state.relic && !isSameRelic) commands.relic.close();
  if (state.wallView) commands.wall.close();
  commands.tape.close();
  commands.closePanel();
  if (state.headset?.menu) commands.headset.openMenu(null);
  commands.compare.close();
}

function openRelic(relic: NonNullable<TourStep['relic']>, { store, commands }: Tour): void {
  const { hotspot, state = '', against, view, lamp, section, surface, annotation } = relic;
  commands.relic.open(hotspot);
  const before = store.getState().relic;
  if (!before) return;
  commands.relic.set({
    states: { stateId: state, otherId: against ?? null, curtain: 0.5 },
    section: section ? { normal: normalize(section.normal), offset: section.offset } : null,
    surface: surface ?? 'textured',
    ...(lamp && {
      lamp: { yaw: toRadians(lamp.yaw), pitch: toRadians(lamp.pitch), mix: lamp.mix ?? before.lamp.mix },
    }),
  });
  commands.relic.openAnnotation(annotation ?? null);
  if (view) commands.relic.orbit(orbitOf(view), { isEased: true });
}

function isBehind(view: View, now: View): boolean {
  const cos =
    Math.sin(view.pitch) * Math.sin(now.pitch) +
    Math.cos(view.pitch) * Math.cos(now.pitch) * Math.cos(view.yaw - now.yaw);
  return Math.acos(Math.min(1, Math.max(-1, cos))) > BEHIND;
}
