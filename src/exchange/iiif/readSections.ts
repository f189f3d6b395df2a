/** Ranges whose parts are all of one flat picture, and say nothing but their names, as its sections. */
import type { ExhibitionNode, FlatAsset } from '#document/schema.ts';
import { isFlat } from '#document/isFlat.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty } from '../text/words.ts';
import { readTarget } from './region.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import { type Frame, pixelsOf } from './spots.ts';

export interface FlatPlaces {
  /** Places by the addresses of their canvases. */
  readonly nodes: ReadonlyMap<string, ExhibitionNode>;
  readonly frames: ReadonlyMap<ExhibitionNode, Frame>;
}

type Section = NonNullable<FlatAsset['sections']>[number];

const MOST_SECTIONS = 200;

interface Sections {
  readonly node: ExhibitionNode;
  readonly sections: readonly Section[];
}

/** Whether a range that nobody has opened yet is one of sections. */
export function isSections(range: unknown, places: FlatPlaces): boolean {
  return isJsonObject(range) && read(createLedger().open(range, ''), places) !== null;
}

/** Adds the sections of a range to its flat picture. */
export function addSections(draft: Draft, range: Foreign, places: FlatPlaces): void {
  const found = read(range, places);
  const asset = draft.assets.find((one): one is FlatAsset => isFlat(one) && one.id === found?.node.asset);
  if (!found || !asset) return;
  const all = [...(asset.sections ?? []), ...found.sections];
  if (all.length > MOST_SECTIONS) draft.ledger.lose(range.path, `of ${all.length} sections ${MOST_SECTIONS} are kept`);
  asset.sections = all.slice(0, MOST_SECTIONS);
}

function read(range: Foreign, { nodes, frames }: FlatPlaces): Sections | null {
  idOf(range);
  typeOf(range);
  range.ignore('behavior', 'label');
  if (range.has('summary')) return null;
  const ids = createIdMaker();
  const sections: Section[] = [];
  let at: ExhibitionNode | null = null;
  for (const part of range.objects('items')) {
    if (typeOf(part) !== 'Range' || part.has('summary')) return null;
    const name = idOf(part);
    const label = wordsOf(part, 'label');
    const items = part.list('items');
    const region = items.length === 1 ? readTarget(part.ledger.open({ target: items[0]?.value }, part.at('items')), 'target') : null; // prettier-ignore
    const node = region && nodes.get(region.source);
    const frame = node && frames.get(node);
    const corners = region?.box && frame ? pixelsOf(region, frame) : null;
    if (!node || !corners || (at && at !== node) || isEmpty(label)) return null;
    at = node;
    const [from = 0, to = 0] = corners.map(([x]) => Math.round(x));
    if (from >= to) return null;
    sections.push({ id: ids.make(/[^/#]+$/.exec(name)?.[0] ?? '', 'section'), label, from, to });
  }
  return at && { node: at, sections };
}
