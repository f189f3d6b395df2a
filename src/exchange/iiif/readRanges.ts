/** Ranges as sections of flat pictures, or as guided tours, where every step of them says something; a bare table of contents is a loss. */
import type { ExhibitionNode } from '#document/schema.ts';
import { isFlat } from '#document/isFlat.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import type { TourStep } from '#document/tourSchema.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty } from '../text/words.ts';
import { readFragment, readTarget, type Region } from './region.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import { addSections, type FlatPlaces, isSections } from './readSections.ts';
import { directionsOf, type CanvasSize } from './sphere.ts';

export function readRanges(draft: Draft, root: Foreign, places: FlatPlaces): void {
  const { nodes } = places;
  const structures = root.peek('structures');
  if (!Array.isArray(structures)) return;
  const sections = new Set(
    structures.flatMap((one, index) => (isSections(one, places) ? [`/structures/${index}`] : [])),
  );
  if (sections.size === 0 && !structures.some(tellsSomething)) return;
  const ids = createIdMaker();
  const sizes = sizesOf(root);
  for (const range of root.objects('structures')) {
    if (sections.has(range.path)) {
      addSections(draft, range, places);
      continue;
    }
    const id = idOf(range);
    typeOf(range);
    range.ignore('behavior');
    const label = wordsOf(range, 'label');
    const summary = wordsOf(range, 'summary');
    const steps = range.objects('items').flatMap((step) => readStep(draft, step, nodes, sizes));
    if (steps.length === 0) {
      draft.ledger.lose(
        range.path,
        'the table of contents is left out: none of its parts says anything, or leads to a place',
      );
      continue;
    }
    const name = ids.make(/[^/#]+$/.exec(id)?.[0] ?? '', 'tour');
    draft.tours.push({
      id: name,
      label: isEmpty(label) ? { und: name } : label,
      ...(!isEmpty(summary) && { summary }),
      steps,
    });
  }
}

function tellsSomething(range: unknown): boolean {
  return isJsonObject(range) && Array.isArray(range['items']) && range['items'].some((one) => isJsonObject(one) && 'summary' in one); // prettier-ignore
}

function readStep(
  draft: Draft,
  step: Foreign,
  nodes: ReadonlyMap<string, ExhibitionNode>,
  sizes: ReadonlyMap<string, CanvasSize>,
): TourStep[] {
  if (typeOf(step) !== 'Range') {
    draft.ledger.lose(step.path, 'a part of a tour that says nothing is left out', idOf(step));
    step.ignore(...step.keys());
    return [];
  }
  idOf(step);
  const label = wordsOf(step, 'label');
  const narration = wordsOf(step, 'summary');
  const target = readItem(step, sizes);
  const node = target && nodes.get(target.region.source);
  if (!node) {
    draft.ledger.lose(step.path, 'the step leads to no place of the exhibition');
    return [];
  }
  const isFlatPlace = draft.assets.some((asset) => asset.id === node.asset && isFlat(asset));
  const { region } = target;
  if (isFlatPlace && (region.box || region.point))
    draft.ledger.lose(step.at('items'), 'a tour does not say which part of a flat picture is looked at', region);
  return [{ at: node.id, narration: isEmpty(narration) ? label : narration, ...(!isFlatPlace && lookOf(target)) }];
}

interface Item {
  readonly region: Region;
  readonly size: CanvasSize | null;
}

/** Of the canvases of a manifest, by their ids. */
function sizesOf(root: Foreign): ReadonlyMap<string, CanvasSize> {
  const items = root.peek('items');
  return new Map(
    (Array.isArray(items) ? items : []).filter(isJsonObject).flatMap((canvas) => {
      const size = sizeIn(canvas);
      return size ? [[String(canvas['id']), size] as const] : [];
    }),
  );
}

function sizeIn({ width, height }: JsonObject): CanvasSize | null {
  const size = { width: Number(width), height: Number(height) };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** A canvas, or a part of one; its size stands with the canvas, if a range does not repeat it. */
function readItem(step: Foreign, sizes: ReadonlyMap<string, CanvasSize>): Item | null {
  const [item] = step.list('items');
  if (!item) return null;
  if (typeof item.value === 'string') return { region: readFragment(item.value), size: null };
  if (!isJsonObject(item.value)) return null;
  const source = item.value['source'];
  const size = isJsonObject(source) ? sizeIn(source) : null;
  const opened = step.ledger.open({ target: item.value }, step.at('items'));
  const region = readTarget(opened, 'target');
  return region && { region, size: size ?? sizes.get(region.source) ?? null };
}

function lookOf({ region, size }: Item): Pick<TourStep, 'look'> {
  if (!size || (!region.point && !region.box)) return {};
  const { target } = directionsOf(region.point ? { source: '', point: region.point } : region, size);
  const fov = region.box && (region.box.height / size.height) * 180;
  return {
    look: { ...target, ...(fov !== undefined && fov >= 1 && fov <= 120 && { fov: Math.round(fov * 1e4) / 1e4 }) },
  };
}
