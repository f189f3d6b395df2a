/** Flat pictures as places: their files listed, their size on the original, the ways from one to the next. */
import { MOST_METRES_PER_PIXEL } from '#document/flatSchema.ts';
import type { ExhibitionNode, FlatAsset, FlatSource, LanguageMap } from '#document/schema.ts';
import { openedFlatOf, type WrittenFlat } from '#sources/flat/foreign.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { isEmpty } from '../text/words.ts';
import type { Draft } from './draft.ts';
import { listUpToMost } from './sources.ts';

/** Where nobody says how large the original is: 300 pixels an inch, as most are scanned. */
const TAKEN_METRES_PER_PIXEL = 0.0254 / 300;

export interface FlatDescription {
  readonly wish: string;
  readonly label: LanguageMap;
  readonly summary?: LanguageMap;
  readonly source: WrittenFlat;
  /** Null where it is not said. */
  readonly metresPerPixel: number | null;
  /** All else that is known of it. */
  readonly more?: Partial<FlatAsset>;
  /** Where the picture was named, for what is lost. */
  readonly path: string;
  /** Where a file of the source lies beside the foreign document; under the same name by default. */
  readonly from?: (file: string) => string;
}

export interface FlatPlace {
  readonly node: ExhibitionNode;
  readonly asset: FlatAsset;
}

/** The place, or null with a loss where its tiles are of no kind that is shown. */
export function addFlat(draft: Draft, description: FlatDescription): FlatPlace | null {
  const { wish, label, summary, source, metresPerPixel, more, path, from = (file) => file } = description;
  const found = listFlatFiles(source);
  if ('reason' in found) {
    draft.ledger.lose(path, `the flat picture is left out: ${found.reason}`, source);
    return null;
  }
  for (const file of found.files) draft.addFile({ from: from(file), to: file });
  const isSaid = metresPerPixel !== null && metresPerPixel > 0 && metresPerPixel <= MOST_METRES_PER_PIXEL;
  if (!isSaid)
    draft.ledger.lose(path, 'nothing says how large the original is; it is taken to be scanned at 300 pixels an inch');
  const asset: FlatAsset = {
    kind: 'picture',
    id: draft.assetIds.make(wish, 'picture'),
    label,
    // The draft is a document that will be written; types are those of opened ones.
    source: source as unknown as FlatSource,
    metresPerPixel: Number((isSaid ? metresPerPixel : TAKEN_METRES_PER_PIXEL).toPrecision(6)),
    ...more,
  };
  const node: ExhibitionNode = {
    id: draft.nodeIds.make(wish, 'picture'),
    label,
    ...(!isEmpty(summary) && { summary }),
    asset: asset.id,
  };
  draft.assets.push(asset);
  draft.nodes.push(node);
  return { node, asset };
}

/** Every file of it, or why it cannot be shown. */
function listFlatFiles(written: WrittenFlat): { readonly files: readonly string[] } | { readonly reason: string } {
  if (written.type === 'flat-image') return { files: [written.uri] };
  const source = flatFilesOf(openedFlatOf(written));
  const [fault] = source.faults;
  if (fault) return { reason: `its “${fault.key}” ${fault.fault}` };
  const files = listUpToMost(source);
  return files ? { files } : { reason: 'its tiles are too many to be listed' };
}

/**
 * One after the other, as leaves lie, where nothing else leads from place to place; the hall with what is said about the
 * whole has a door to the first.
 */
export function linkInOrder(draft: Draft, flats: readonly ExhibitionNode[]): void {
  flats.forEach((node, index) => {
    const near = [flats[index - 1], flats[index + 1]].filter((other) => other !== undefined);
    if (near.length > 0) node.links = [...(node.links ?? []), ...near.map(({ id }) => ({ to: id }))];
  });
  const [first] = flats;
  const hall = draft.nodes.find(({ asset }) => draft.assets.some(({ id, kind }) => id === asset && kind === 'gallery'));
  if (!first || !hall) return;
  first.links = [...(first.links ?? []), { to: hall.id }];
  hall.links = [...(hall.links ?? []), { to: first.id, target: { yaw: 180, pitch: 0 } }];
}
