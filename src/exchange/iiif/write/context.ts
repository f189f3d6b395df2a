/** What every part of a IIIF export needs. */
import type { Asset, Exhibition, ExhibitionNode, Hotspot, ImageAsset, ModelAsset } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import type { Teller } from '../../writing.ts';
import type { CanvasSize } from '../sphere.ts';

export type Version = 3 | 4;

/** A hundredth of a degree each way, so that directions come back as they went. */
export const CANVAS: CanvasSize = { width: 36_000, height: 18_000 };

export interface WriteContext {
  readonly exhibition: Exhibition;
  readonly version: Version;
  /** Where the exhibition's folder is on the web, with a slash at its end. */
  readonly base: string;
  readonly teller: Teller;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Assets that were written. */
  readonly used: Set<string>;
}

/** The address of a node: of its canvas or scene; in version 3 a hall is entered at the canvas of its first relic. */
export function addressOf(
  { base, assets, version }: Pick<WriteContext, 'base' | 'assets' | 'version'>,
  node: ExhibitionNode,
): { id: string; type: string } {
  const isHall = assets.get(node.asset)?.kind === 'gallery';
  if (isHall && version === 4) return { id: `${base}scene/${node.id}`, type: 'Scene' };
  const first = isHall ? node.hotspots?.find((hotspot) => hasPoster(assets, hotspot)) : undefined;
  return { id: `${base}canvas/${node.id}${first ? `/${first.id}` : ''}`, type: 'Canvas' };
}

/** Whether there is a canvas or scene of it that a way can lead to. */
export function isWritten({ assets, version }: WriteContext, node: ExhibitionNode): boolean {
  if (assets.get(node.asset)?.kind !== 'gallery' || version === 4) return true;
  return node.hotspots?.some((hotspot) => hasPoster(assets, hotspot)) ?? false;
}

/** Whether there is a picture of it that a canvas can show. */
export function hasPoster(assets: ReadonlyMap<string, Asset>, hotspot: Hotspot): boolean {
  const asset = hotspot.kind === 'relic' ? assets.get(hotspot.model) : undefined;
  return asset?.kind === 'model' && asset.poster !== undefined;
}

export function findImage({ assets, used }: WriteContext, id: string): ImageAsset | null {
  const asset = assets.get(id);
  if (asset?.kind !== 'image') return null;
  used.add(id);
  return asset;
}

export function findModel({ assets, used }: WriteContext, id: string): ModelAsset | null {
  const asset = assets.get(id);
  if (asset?.kind !== 'model') return null;
  used.add(id);
  return asset;
}

export function makePage(id: string, items: readonly JsonObject[]): JsonObject {
  return { id, type: 'AnnotationPage', items };
}
