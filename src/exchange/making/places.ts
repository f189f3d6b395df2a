/** Panoramas of foreign tours as places: their pictures found and measured, their tiles listed. */
import type { Coverage, ExhibitionNode, LanguageMap, PanoramaAsset, PanoramaSource } from '#document/schema.ts';
import { findAssetUriFault } from '#document/uri.ts';
import type { PanoramaTiles, SixFaces } from '../panoramaTiles.ts';
import { sourceOf } from '../panoramaTiles.ts';
import type { Draft } from './draft.ts';
import { findPicture, type FoundPicture } from './pictures.ts';
import { listSourceFiles } from './sources.ts';
import { isWholeSphere } from './wholeSphere.ts';

export interface PlaceDescription {
  readonly wish: string;
  readonly label: LanguageMap;
  readonly tiles: PanoramaTiles;
  /** Where the picture was named, for what is lost. */
  readonly path: string;
  readonly coverage?: Coverage | undefined;
  readonly pose?: PanoramaAsset['pose'] | undefined;
  readonly poster?: FoundPicture | null;
  /** Where a file of the source lies beside the foreign document; under the same name by default. */
  readonly from?: (file: string) => string;
}

/** The place, or null with a loss where its picture is of no kind that is shown. */
export function addPlace(draft: Draft, description: PlaceDescription): ExhibitionNode | null {
  const { wish, label, tiles, path, coverage, pose, poster, from = (file) => file } = description;
  const found = sourceOf(tiles);
  const files = 'source' in found ? listSourceFiles(found.source, coverage) : null;
  if ('reason' in found || !files) {
    const layout = tiles.format === 'as-written' ? tiles.source.type : tiles.format;
    const reason = 'reason' in found ? found.reason : 'they are too many to be listed';
    draft.ledger.lose(path, `tiles laid out as “${layout}” are left out: ${reason}`, tiles);
    return null;
  }
  const { source } = found;
  for (const file of files) draft.addFile({ from: from(file), to: file });
  const asset = draft.assetIds.make(wish, 'panorama');
  // The draft is a document that will be written; types are those of opened ones.
  const written = source as unknown as PanoramaSource;
  const layer = { id: 'as-found', kind: 'as-found' as const, label, source: written };
  draft.assets.push({
    kind: 'panorama',
    id: asset,
    label,
    layers: [layer],
    ...(pose && { pose }),
    ...(coverage && { coverage }),
    ...(poster && { poster }),
  });
  const node: ExhibitionNode = { id: draft.nodeIds.make(wish, 'place'), label, asset };
  draft.nodes.push(node);
  return node;
}

/** One equirectangular picture, measured; null with a loss where it is missing or shows only a part. */
export async function findSphere(draft: Draft, address: string, path: string): Promise<PanoramaTiles | null> {
  const picture = await findPicture(draft, address, path);
  if (!picture) return null;
  if (isWholeSphere(picture)) return { format: 'equirect', ...picture };
  const reason = `it is ${picture.width}×${picture.height}, and a picture of the whole sphere is twice as wide as high`;
  draft.ledger.lose(path, `the panorama is left out: ${reason}; make a pyramid of it with “grotto tile”`, address);
  return null;
}

/** Six faces in our order, of one size; null with a loss. */
export async function findFaces(
  draft: Draft,
  addresses: readonly string[],
  path: string,
): Promise<PanoramaTiles | null> {
  const faces: FoundPicture[] = [];
  for (const address of addresses) {
    const face = await findPicture(draft, address, path);
    if (!face) return null;
    faces.push(face);
  }
  const [first] = faces;
  const isEven = faces.every(({ width, height }) => width === first?.width && height === first.width);
  if (!first || faces.length !== 6 || !isEven) {
    draft.ledger.lose(path, 'the panorama is left out: it takes six square faces of one size', addresses);
    return null;
  }
  return { format: 'faces', size: first.width, faces: faces.map(({ uri }) => uri) as unknown as SixFaces };
}

/** A template beside the document, {x} for the column, {00x} where it has three digits; null with a loss if elsewhere. */
export function findTemplate(draft: Draft, written: string, path: string): string | null {
  // Placeholders would be escaped where an address is put together, so they are kept out of it.
  const marked = written.replace(/\{(0*[a-z])\}/g, 'PLACE-$1-HOLDER');
  const file = draft.locate(marked);
  const template = 'path' in file ? file.path.replace(/PLACE-(0*[a-z])-HOLDER/g, '{$1}') : '';
  const reason = 'reason' in file ? file.reason : findAssetUriFault(template);
  if (reason === null) return template;
  draft.ledger.lose(path, `the tiles are left out: ${reason}`, written);
  return null;
}

/** Ways and labels whose ends are known once all places are. */
export interface PendingWay {
  readonly node: ExhibitionNode;
  readonly to: string;
  readonly path: string;
  readonly target: { readonly yaw: number; readonly pitch: number } | null;
  readonly label: LanguageMap | null;
}

export function settleWays(
  draft: Draft,
  ways: readonly PendingWay[],
  nodes: ReadonlyMap<string, ExhibitionNode>,
): void {
  for (const { node, to, path, target, label } of ways) {
    const end = nodes.get(to);
    if (!end) draft.ledger.lose(path, `the way to “${to.slice(0, 100)}” leads to no place that is shown`, to);
    else if (end === node) draft.ledger.lose(path, 'the way leads to where it begins', to);
    else node.links = [...(node.links ?? []), { to: end.id, ...(target && { target }), ...(label && { label }) }];
  }
}
