/** Annotations about a canvas that is a place: labels, outlines, ways to other places, where one looks at first. */
import type { ExhibitionNode, Hotspot, LanguageMap } from '#document/schema.ts';
import { quote } from '../loss.ts';
import { readArea } from '#document/area.ts';
import type { Draft } from '../making/draft.ts';
import { addImage, findPicture } from '../making/pictures.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty, joinTexts } from '../text/words.ts';
import type { Note } from './note.ts';
import { addModel } from './readModels.ts';
import { factsOf, wordsOf } from './resource.ts';
import { readStatement } from './statement.ts';
import { isWhole, type Spots } from './spots.ts';

/** A way whose end is known once all canvases are read. */
export interface PendingLink {
  readonly node: ExhibitionNode;
  readonly to: string;
  readonly path: string;
  readonly link: Omit<NonNullable<ExhibitionNode['links']>[number], 'to'>;
}

/** The first line of what is said, where nothing is called anything. */
export function labelFrom(label: LanguageMap, text: LanguageMap, fallback: LanguageMap): LanguageMap {
  if (!isEmpty(label)) return label;
  const lines = Object.entries(text).map(([tag, words]): [string, string] => {
    const [line = ''] = words.trim().split('\n');
    return [tag, line.length > 80 ? `${line.slice(0, 79).replace(/\s+\S*$/, '')}…` : line];
  });
  const map = Object.fromEntries(lines.filter(([, line]) => line !== ''));
  return isEmpty(map) ? fallback : map;
}

export interface NoteContext {
  readonly draft: Draft;
  readonly node: ExhibitionNode;
  readonly spots: Spots;
  readonly links: PendingLink[];
}

export function createNoteReader({ draft, node, spots, links }: NoteContext): (note: Note) => Promise<void> {
  const ids = createIdMaker();
  return async (note) => {
    const { annotation, motivations, region, said, label, bodies } = note;
    if (motivations.includes('highlighting') && spots.begin(note)) return;
    if (motivations.includes('linking')) {
      const spot = isWhole(region) ? null : spots.find(note);
      if (spot && !spot.target)
        draft.ledger.lose(annotation.path, 'where on the flat picture the way begins is left out', region);
      for (const { id: to, resource } of bodies) {
        resource.ignore('type', 'label', 'partOf');
        links.push({
          node,
          to,
          path: resource.path,
          link: { ...(spot?.target && { target: spot.target }), ...(!isEmpty(label) && { label }) },
        });
      }
      return;
    }
    if (motivations.includes('tagging') && bodies.length === 0) {
      const subjects = said.tags.length > 0 ? said.tags : [said.text];
      node.subjects = [...(node.subjects ?? []), ...subjects].slice(0, 50);
      return;
    }
    const where = spots.find(note);
    if (!where) {
      sayOfWhole(node, note);
      return;
    }
    const facts = factsOf(annotation);
    const [first] = bodies;
    const title = labelFrom(
      label,
      said.text,
      first && first.resource.has('label') ? wordsOf(first.resource, 'label') : node.label,
    );
    if (where.area && !readArea(where.area).polygon) {
      draft.ledger.lose(annotation.path, 'its outline is none on the sphere: only its middle is marked');
      delete where.area;
    }
    const base = {
      id: ids.make(nameOf(note, title), 'label'),
      label: title,
      ...where,
      ...(said.tags.length > 0 && { subjects: said.tags.slice(0, 50) }),
      ...(facts.length > 0 && { facts }),
    };
    const hotspots = (node.hotspots ??= []);
    if (hotspots.length >= 500) draft.ledger.lose(annotation.path, 'a place has no more than 500 labels');
    else hotspots.push(await makeHotspot(draft, base, note));
  };
}

/** What is said of a flat picture as a whole is what is said of the place. */
function sayOfWhole(node: ExhibitionNode, { annotation, bodies, label, said }: Note): void {
  const text = isEmpty(label) ? said.text : joinTexts(label, said.text);
  if (!isEmpty(text)) node.summary = joinTexts(node.summary, text);
  if (said.tags.length > 0) node.subjects = [...(node.subjects ?? []), ...said.tags].slice(0, 50);
  for (const { resource, type, id } of bodies) {
    annotation.ledger.lose(resource.path, `the ${type || 'body'} ${quote(id)} has no place: it is about no part`, id);
    resource.ignore(...resource.keys());
  }
}

function nameOf({ id }: Note, title: LanguageMap): string {
  const name = /[^/#?]+$/.exec(id)?.[0] ?? '';
  return /^[a-z][a-z0-9._-]{2,}$/i.test(name) ? name : (title['en'] ?? Object.values(title)[0] ?? '');
}

async function makeHotspot(
  draft: Draft,
  base: Omit<Hotspot & { kind: 'text' }, 'kind' | 'body'>,
  { bodies, said }: Note,
): Promise<Hotspot> {
  let hotspot: Hotspot | null = null;
  const body = !isEmpty(said.text) && { body: said.text };
  for (const one of bodies) {
    const isModel = one.type === 'Model' || one.choices[0]?.type === 'Model';
    if (one.type === 'Image' && !hotspot) {
      const picture = await findPicture(draft, one.id, one.resource.path);
      one.resource.ignore('format', 'width', 'height', 'service');
      const label = wordsOf(one.resource, 'label');
      const alt = isEmpty(label) ? base.label : label;
      const { statement } = readStatement(one.resource);
      if (picture)
        hotspot = { ...base, kind: 'image', image: addImage(draft, picture, base.id, alt, statement), ...body };
    } else if (isModel && !hotspot) {
      const model = await addModel(draft, one, base.label);
      if (model !== null) hotspot = { ...base, kind: 'relic', model, ...body };
    } else {
      draft.ledger.lose(
        one.resource.path,
        `the ${one.type || 'body'} ${quote(one.id)} has no place in a label`,
        one.id,
      );
      one.resource.ignore(...one.resource.keys());
    }
  }
  const { body: plain, transcription, translation } = said.parts;
  return (
    hotspot ?? {
      ...base,
      kind: 'text',
      body: plain,
      ...(!isEmpty(transcription) && { transcription }),
      ...(!isEmpty(translation) && { translation }),
    }
  );
}
