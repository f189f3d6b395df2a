/** Who names whom: takes out what leads nowhere, and finds the nodes that have lost their panorama. */
import type { Fault, FaultList } from '../fault.ts';
import { suggest } from '../nearest.ts';
import type { Asset, Exhibition, ExhibitionNode, Hotspot } from '../schema.ts';
import { safeLinkUrl } from '../uri.ts';
import { layerKey } from './gateAssets.ts';
import { NO_ASSET } from './mend.ts';
import { isFlat } from '../isFlat.ts';
import { placeIn, type Places } from './places.ts';
import { keepFirst } from './keepFirst.ts';
import type { Losses } from './prune.ts';
import { settleArea } from './settleAreas.ts';
import { settleEmbed } from './settleEmbed.ts';
import { settleKiosk } from './settleKiosk.ts';
import { settleLight } from './settleLight.ts';
import { settleModel } from './settleModels.ts';
import { settleSounds } from './settleSounds.ts';
import { settleTours } from './settleTours.ts';

/** Beyond this many faults no more names are compared: a hostile document must not make the comparing long. */
const MAX_SUGGESTIONS = 50;

/** Returns the nodes that can only be shown as a card, by id. */
export function settleReferences(
  exhibition: Exhibition,
  places: Places,
  faults: FaultList,
  losses: Losses,
): Map<string, readonly Fault[]> {
  const add = (path: string, code: string, message: string, remedy?: string): Fault =>
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });
  const suggestId = (id: string, known: ReadonlyMap<string, unknown>): string | undefined =>
    faults.faults.length < MAX_SUGGESTIONS ? suggest(id, known.keys()) : undefined;

  exhibition.assets = keepFirst(exhibition.assets, 'asset', places, faults);
  exhibition.nodes = keepFirst(exhibition.nodes, 'node', places, faults);
  if (exhibition.plans) exhibition.plans = keepFirst(exhibition.plans, 'plan', places, faults);
  const assets = new Map(exhibition.assets.map((asset) => [asset.id, asset]));
  const nodes = new Map(exhibition.nodes.map((node) => [node.id, node]));
  for (const asset of exhibition.assets) {
    if (asset.kind === 'panorama') {
      asset.layers = keepFirst(asset.layers, 'layer', places, faults);
      settleLight(asset, places, faults, suggestId);
    }
    if (asset.kind === 'model') settleModel(asset, assets, places, faults, suggestId);
  }

  function isOfKind(owner: object, kind: 'image' | 'model', id: string): boolean {
    const asset = assets.get(id);
    if (asset?.kind === kind) return true;
    const lost = losses.lostAssets.has(id);
    const what = asset ? `"${id}" is no ${kind}` : lost ? `the ${kind} "${id}" cannot be shown` : `no asset "${id}"`;
    add(placeIn(places, owner, kind), 'unknown-asset', what, asset || lost ? undefined : suggestId(id, assets));
    return false;
  }

  function hasItsAsset(hotspot: Hotspot): boolean {
    if (hotspot.kind === 'image') return isOfKind(hotspot, 'image', hotspot.image);
    if (hotspot.kind !== 'relic') return true;
    return assets.get(hotspot.model)?.kind === 'tileset' || isOfKind(hotspot, 'model', hotspot.model);
  }

  /** In a gallery the hall places its relics; else a hotspot says where its mark is, what it outlines or its position. */
  function isPlaced(hotspot: Hotspot, node: ExhibitionNode): boolean {
    if (hotspot.region && isFlat(assets.get(node.asset))) return true;
    if (hotspot.target || hotspot.area || (hotspot.kind === 'relic' && isInGallery(node))) return true;
    const isOnSite = hotspot.kind === 'relic' ? hotspot.stands : hotspot.position;
    if (isOnSite && node.position) return true;
    const message = `"${hotspot.id}" is nowhere in this place`;
    const onSite = hotspot.kind === 'relic' ? 'the relic ("stands")' : 'it ("position")';
    const remedy = `say where its mark is ("target"), what it outlines ("area"), or where ${onSite} and the node ("position") are`;
    return !add(placeIn(places, hotspot), 'no-target', message, remedy);
  }

  function isInGallery(node: ExhibitionNode): boolean {
    return assets.get(node.asset)?.kind === 'gallery';
  }

  function settleNode(node: ExhibitionNode): void {
    for (const hotspot of node.hotspots ?? []) settleArea(hotspot, isInGallery(node), places, faults);
    settleSounds(node, { assets, isInGallery: isInGallery(node) }, places, faults, suggestId);
    node.links &&= node.links.filter((link) => {
      if (link.to === node.id)
        return !add(placeIn(places, link, 'to'), 'link-to-itself', `"${link.to}" leads to itself`);
      if (nodes.has(link.to)) return true;
      return !add(placeIn(places, link, 'to'), 'unknown-node', `no node "${link.to}"`, suggestId(link.to, nodes));
    });
    node.hotspots &&= keepFirst(node.hotspots, 'hotspot', places, faults)
      .filter(hasItsAsset)
      .filter((hotspot) => isPlaced(hotspot, node));
  }

  const broken = new Map<string, readonly Fault[]>();
  for (const node of exhibition.nodes) {
    settleNode(node);
    const reasons = losses.brokenNodes.get(node) ?? findPictureFaults(node);
    if (reasons.length > 0) broken.set(node.id, reasons);
  }

  function findPictureFaults(node: ExhibitionNode): readonly Fault[] {
    const asset: Asset | undefined = assets.get(node.asset);
    const path = placeIn(places, node, 'asset');
    if (!asset && node.asset !== NO_ASSET && losses.lostAssets.has(node.asset)) {
      const message = `the panorama "${node.asset}" cannot be shown`;
      return [add(path, 'lost-asset', message), ...(losses.lostAssets.get(node.asset) ?? [])];
    }
    if (!asset) return [add(path, 'unknown-asset', `no asset "${node.asset}"`, suggestId(node.asset, assets))];
    if (asset.kind === 'gallery' || isFlat(asset)) return [];
    if (asset.kind !== 'panorama')
      return [add(path, 'wrong-asset', `"${node.asset}" is no panorama, no flat picture and no gallery`)];
    if (node.layer === undefined || asset.layers.some((layer) => layer.id === node.layer)) return [];
    // Another layer in its place would show the ruin under the name of the restoration.
    const layers = new Map(asset.layers.map((layer) => [layer.id, layer]));
    const message = `"${asset.id}" has no layer "${node.layer}" that can be shown`;
    const reason = add(placeIn(places, node, 'layer'), 'unknown-layer', message, suggestId(node.layer, layers));
    return [reason, ...(losses.lostAssets.get(layerKey(asset.id, node.layer)) ?? [])];
  }

  exhibition.plans &&= exhibition.plans.filter((plan) => isOfKind(plan, 'image', plan.image));
  if (exhibition.tours) exhibition.tours = settleTours(exhibition.tours, { nodes, assets }, places, faults, suggestId);
  settleKiosk(exhibition, places, faults, suggestId);
  settleEmbed(exhibition, places, faults);
  if (exhibition.start !== undefined && !nodes.has(exhibition.start)) {
    const remedy = suggestId(exhibition.start, nodes);
    add(placeIn(places, exhibition, 'start'), 'unknown-node', `no node "${exhibition.start}"`, remedy);
    delete exhibition.start;
  }
  if (exhibition.homepage !== undefined && safeLinkUrl(exhibition.homepage) === null) {
    const message = 'expected a link that begins with https://, http:// or mailto:';
    add(placeIn(places, exhibition, 'homepage'), 'unsafe-link', message);
    delete exhibition.homepage;
  }
  if (!exhibition.languages.includes(exhibition.defaultLanguage)) {
    const message = `"${exhibition.defaultLanguage}" is not among "languages"`;
    add(placeIn(places, exhibition, 'defaultLanguage'), 'unlisted-language', message);
    exhibition.languages.unshift(exhibition.defaultLanguage);
  }
  return broken;
}
