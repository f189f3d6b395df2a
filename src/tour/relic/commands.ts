/** The only writers of `TourState.relic`. Each does nothing while no relic is open, unless it opens one. */
import type { Exhibition, ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { RelicStep } from '#document/relicSchema.ts';
import { toRadians } from '#shared/angle.ts';
import { normalize, type Vec3 } from '#shared/vec.ts';
import type { CommandContext } from '../commands/context.ts';
import { settle } from '../commands/settle.ts';
import { hint } from '../hint.ts';
import { findHotspot, selectNode } from '../selectors/findNode.ts';
import type { Orbit, RelicFacts, RelicVisit } from './state.ts';

/** What `setRelic` may change. */
export type RelicSettings = Pick<
  RelicVisit,
  'lamp' | 'surface' | 'section' | 'states' | 'variant' | 'tool' | 'scale' | 'clip'
>;

/** Light from the upper left, as a museum would set it; mostly daylight. */
export const FIRST_LAMP = { yaw: -0.7, pitch: 0.6, mix: 0.25 };

/** The model or tileset of a relic hotspot. */
export function findRelicAsset(exhibition: Exhibition, assetId: string): ModelAsset | TilesetAsset | undefined {
  const asset = exhibition.assets.find(({ id }) => id === assetId);
  return asset?.kind === 'model' || asset?.kind === 'tileset' ? asset : undefined;
}

/** Takes a relic of the place up. Throws where the place has no relic of that id. Opening the open one does nothing. */
export function openRelic(context: CommandContext, hotspotId: string): void {
  const { store, currentView } = context;
  const state = store.getState();
  if (state.relic?.hotspotId === hotspotId) return;
  const node = selectNode(state);
  const hotspot = findHotspot(node, hotspotId);
  if (hotspot?.kind !== 'relic') {
    const relics = node?.hotspots?.filter(({ kind }) => kind === 'relic').map(({ id }) => id) ?? [];
    throw new Error(`openRelic: no relic "${hotspotId}" in node "${state.nodeId}"${hint(hotspotId, relics)}`);
  }
  // The place keeps the view it was left with, so that Back returns to it.
  settle(context, currentView());
  const asset = findRelicAsset(state.exhibition, hotspot.model);
  const serial = (state.relic?.serial ?? 0) + 1;
  const relic: RelicVisit = {
    hotspotId,
    assetId: hotspot.model,
    serial,
    orbitRequest: { serial: 0, orbit: asset?.start ? orbitOf(asset.start) : null, isEased: false },
    settledOrbit: null,
    lamp: FIRST_LAMP,
    surface: 'textured',
    section: null,
    states: { stateId: '', otherId: null, curtain: 0.5 },
    variant: null,
    annotationId: null,
    tool: 'orbit',
    measurements: [],
    scale: 'none',
    clip: null,
    step: null,
    facts: null,
  };
  store.setState({ relic, panel: null });
}

/** Puts the relic back: the place is as it was left. */
export function closeRelic({ store }: CommandContext): void {
  if (store.getState().relic !== null) store.setState({ relic: null });
}

/** Asks the camera to go somewhere; null shows the whole relic. What is left out stays as it is. */
export function orbitRelic(context: CommandContext, orbit: Partial<Orbit> | null, isEased: boolean): void {
  change(context, ({ orbitRequest }) => ({ orbitRequest: { serial: orbitRequest.serial + 1, orbit, isEased } }));
}

/** Written by the scene when the camera comes to rest. */
export function settleOrbit(context: CommandContext, settledOrbit: Orbit): void {
  change(context, () => ({ settledOrbit }));
}

export function setRelic(context: CommandContext, settings: Partial<RelicSettings>): void {
  change(context, () => settings);
}

/** Opens an annotation of the relic, in place of the open one, and looks at it; null closes it. */
export function openAnnotation(context: CommandContext, annotationId: string | null): void {
  change(context, (relic, exhibition) => {
    if (annotationId === null) return { annotationId };
    const asset = findRelicAsset(exhibition, relic.assetId);
    const annotations = asset?.kind === 'model' ? (asset.annotations ?? []) : [];
    const annotation = annotations.find(({ id }) => id === annotationId);
    if (!annotation) {
      const ids = annotations.map(({ id }) => id);
      throw new Error(`openAnnotation: no annotation "${annotationId}"${hint(annotationId, ids)}`);
    }
    const { serial } = relic.orbitRequest;
    const orbit = annotation.view && orbitOf(annotation.view);
    return { annotationId, ...(orbit && { orbitRequest: { serial: serial + 1, orbit, isEased: true } }) };
  });
}

/** Sets one end of the tape: the first of a new length, or the second of the one that was begun. */
export function measure(context: CommandContext, point: Vec3): void {
  change(context, ({ measurements }) => {
    const last = measurements.at(-1);
    if (last?.to === null) return { measurements: [...measurements.slice(0, -1), { ...last, to: point }] };
    return { measurements: [...measurements, { from: point, to: null }] };
  });
}

/** Takes one length away, or all of them. */
export function clearMeasurements(context: CommandContext, index?: number): void {
  change(context, ({ measurements }) => ({
    measurements: index === undefined ? [] : measurements.filter((_, at) => at !== index),
  }));
}

/** Goes to a step of the relic's own tour and sets what the step says; null leaves the tour, everything as it is. */
export function goToRelicStep(context: CommandContext, index: number | null): void {
  change(context, (relic, exhibition) => {
    if (index === null) return { step: null };
    const asset = findRelicAsset(exhibition, relic.assetId);
    const step = asset?.kind === 'model' ? asset.steps?.[index] : undefined;
    if (!step) throw new Error(`goToRelicStep: the relic's tour has no step ${index}`);
    return { step: index, ...settingsOf(step, relic) };
  });
}

/** Written by the scene when it knows more of the file. */
export function noteRelicFacts(context: CommandContext, facts: RelicFacts): void {
  change(context, () => ({ facts }));
}

function change(
  { store }: CommandContext,
  make: (relic: RelicVisit, exhibition: Exhibition) => Partial<RelicVisit>,
): void {
  const { relic, exhibition } = store.getState();
  if (relic) store.setState({ relic: { ...relic, ...make(relic, exhibition) } });
}

/** What the document says in degrees and optional parts: without a distance the whole relic is meant. */
export function orbitOf(view: NonNullable<ModelAsset['start']>): Partial<Orbit> {
  const { yaw, pitch = 0, distance = Infinity, target } = view;
  return { yaw: toRadians(yaw), pitch: toRadians(pitch), distance, ...(target && { target }) };
}

function settingsOf(step: RelicStep, relic: RelicVisit): Partial<RelicVisit> {
  const { view, lamp, section, surface, variant, state, show } = step;
  const { serial } = relic.orbitRequest;
  return {
    annotationId: show ?? null,
    ...(view && { orbitRequest: { serial: serial + 1, orbit: orbitOf(view), isEased: true } }),
    ...(lamp && {
      lamp: { yaw: toRadians(lamp.yaw), pitch: toRadians(lamp.pitch), mix: lamp.mix ?? relic.lamp.mix },
    }),
    ...(section !== undefined && {
      section: section && { normal: normalize(section.normal), offset: section.offset },
    }),
    ...(surface && { surface }),
    ...(variant !== undefined && { variant }),
    ...(state !== undefined && { states: { stateId: state, otherId: null, curtain: relic.states.curtain } }),
  };
}
