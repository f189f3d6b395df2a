/** What one step of a tour names is there: else that part of it is left out, and the step goes on without it. */
import type { Fault } from '../fault.ts';
import type { Asset, ExhibitionNode, ModelAsset } from '../schema.ts';
import type { TourStep } from '../tourSchema.ts';
import { placeIn, type Places } from './places.ts';

export type SuggestId = (id: string, known: ReadonlyMap<string, unknown>) => string | undefined;

interface Desk {
  readonly places: Places;
  readonly add: (path: string, code: string, message: string, remedy?: string) => Fault;
  readonly suggestId: SuggestId;
}

type Assets = ReadonlyMap<string, Asset>;

export function settleStep(step: TourStep, node: ExhibitionNode, assets: Assets, desk: Desk): void {
  settleLayers(step, node, assets, desk);
  settleLight(step, node, assets, desk);
  settleShow(step, node, desk);
  settleRelic(step, node, assets, desk);
  settleDistances(step, node, assets, desk);
  settleSounds(step, assets, desk);
}

function settleLayers(step: TourStep, node: ExhibitionNode, assets: Assets, { places, add, suggestId }: Desk): void {
  if (!step.layers) return;
  const asset = assets.get(node.asset);
  const layers = new Map(asset?.kind === 'panorama' ? asset.layers.map((layer) => [layer.id, layer]) : []);
  const own = node.layer ?? (asset?.kind === 'panorama' ? asset.layers[0]?.id : undefined);
  layers.delete(own ?? '');
  const { layer } = step.layers;
  if (layers.has(layer)) return;
  const message =
    layer === own
      ? `"${layer}" is what the node "${step.at}" shows by itself`
      : `the node "${step.at}" has no layer "${layer}"`;
  const remedy = suggestId(layer, layers) ?? 'name another layer of its panorama';
  add(placeIn(places, step.layers, 'layer'), 'unknown-layer', message, remedy);
  delete step.layers;
}

function settleLight(step: TourStep, node: ExhibitionNode, assets: Assets, { places, add }: Desk): void {
  if (!step.light) return;
  const asset = assets.get(node.asset);
  if (asset?.kind === 'panorama' && asset.light) return;
  const message = `the place of "${step.at}" is recorded in one light alone`;
  add(placeIn(places, step, 'light'), 'no-light', message, 'leave "light" out, or say so in "light" of its panorama');
  delete step.light;
}

function settleShow(step: TourStep, node: ExhibitionNode, { places, add, suggestId }: Desk): void {
  if (step.show === undefined) return;
  const hotspots = new Map(node.hotspots?.map((hotspot) => [hotspot.id, hotspot]));
  if (hotspots.has(step.show)) return;
  const message = `the node "${step.at}" has no hotspot "${step.show}"`;
  add(placeIn(places, step, 'show'), 'unknown-hotspot', message, suggestId(step.show, hotspots));
  delete step.show;
}

function settleRelic(step: TourStep, node: ExhibitionNode, assets: Assets, { places, add, suggestId }: Desk): void {
  const { relic } = step;
  if (!relic) return;
  const relics = new Map(
    node.hotspots?.flatMap((hotspot) => (hotspot.kind === 'relic' ? [[hotspot.id, hotspot] as const] : [])),
  );
  const hotspot = relics.get(relic.hotspot);
  if (!hotspot) {
    const message = `the node "${step.at}" has no relic "${relic.hotspot}"`;
    add(placeIn(places, relic, 'hotspot'), 'unknown-relic', message, suggestId(relic.hotspot, relics));
    delete step.relic;
    return;
  }
  const asset = assets.get(hotspot.model);
  const model: ModelAsset | null = asset?.kind === 'model' ? asset : null;
  const states = new Map([['', true], ...(model?.states ?? []).map(({ id }) => [id, true] as const)]);
  for (const key of ['state', 'against'] as const) {
    const state = relic[key];
    if (state === undefined || states.has(state)) continue;
    const message = `the relic "${relic.hotspot}" has no state "${state}"`;
    add(placeIn(places, relic, key), 'unknown-state', message, suggestId(state, states));
    delete relic[key];
  }
  const annotations = new Map(model?.annotations?.map((annotation) => [annotation.id, annotation]));
  if (relic.annotation === undefined || annotations.has(relic.annotation)) return;
  const message = `the relic "${relic.hotspot}" has no annotation "${relic.annotation}"`;
  const remedy = suggestId(relic.annotation, annotations);
  add(placeIn(places, relic, 'annotation'), 'unknown-annotation', message, remedy);
  delete relic.annotation;
}

function settleDistances(step: TourStep, node: ExhibitionNode, assets: Assets, { places, add }: Desk): void {
  const asset = assets.get(node.asset);
  if (asset?.kind === 'panorama' && asset.depth) return;
  for (const key of ['measure', 'wall'] as const) {
    if (!step[key]) continue;
    const message = `how far the walls of "${step.at}" are has not been recorded`;
    add(placeIn(places, step, key), 'no-depth', message, `leave "${key}" out, or add "depth" to its panorama`);
    delete step[key];
  }
}

function settleSounds(step: TourStep, assets: Assets, { places, add, suggestId }: Desk): void {
  const sounds = new Map([...assets].filter(([, { kind }]) => kind === 'audio'));
  const isThere = (id: string, place: string): boolean =>
    sounds.has(id) || !add(place, 'unknown-audio', `no audio asset "${id}"`, suggestId(id, sounds));
  const { voice } = step;
  for (const [language, id] of Object.entries(voice ?? {})) {
    if (voice && !isThere(id, placeIn(places, voice, language))) delete voice[language];
  }
  const path = placeIn(places, step, 'sounds');
  step.sounds &&= step.sounds.filter((id, index) => isThere(id, `${path}.${index}`));
}
