/** A canvas as a place, where it is a picture of the whole sphere or one flat picture; else as pictures and words in a hall. */
import type { ExhibitionNode, LanguageMap } from '#document/schema.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { addImage, findPicture } from '../making/pictures.ts';
import { isWholeSphere } from '../making/wholeSphere.ts';
import type { Foreign } from '../reading/foreign.ts';
import { nameOfAddress } from '../text/ids.ts';
import { inLanguage, isEmpty, joinTexts } from '../text/words.ts';
import type { Body } from './bodies.ts';
import type { Canvas, CanvasContext } from './canvas.ts';
import { findService } from './imageService.ts';
import { listAnnotations } from './pages.ts';
import { losePainting, pickFlat, readLayers, signOfSphere, sizeOf } from './paintings.ts';
import { type Note, readNote } from './note.ts';
import { createNoteReader, labelFrom, type PendingLink } from './readNotes.ts';
import { readPhysicalScale } from './physicalScale.ts';
import { findOnePicture, isPictureOfModel, readFlat } from './readFlat.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import { readStatement, type Statement } from './statement.ts';
import { type Frame, sphereSpots } from './spots.ts';

export interface ReadCanvas {
  readonly id: string;
  /** Where it is shown. */
  readonly node: ExhibitionNode;
  /** How it lies on its picture, where it is a flat place. */
  readonly frame?: Frame;
}

export async function readCanvas(
  context: CanvasContext,
  resource: Foreign,
  number: number,
): Promise<ReadCanvas | null> {
  const { draft, links, pool } = context;
  const id = idOf(resource);
  typeOf(resource);
  const own = wordsOf(resource, 'label');
  const summary = { ...wordsOf(resource, resource.has('summary') ? 'summary' : 'description') };
  const { statement, facts } = readStatement(resource);
  const label = isEmpty(own) ? inLanguage(String(number)) : own;
  const size = sizeOf(resource);
  if (id === '') draft.ledger.lose(resource.path, 'it has no id: no way and no tour can lead to it');
  if (isEmpty(own)) draft.ledger.lose(resource.path, `it has no label: it is called by its number, ${number}`);
  if (!size && !resource.has('duration'))
    draft.ledger.lose(resource.path, 'it says no size: that of its picture is taken');
  const canvas: Canvas = { resource, id, label, summary, size, statement, facts };
  const painted = (await listAnnotations(draft, resource, ['items', 'images'])).map(readNote);
  for (const { annotation, motivations } of painted) {
    if (motivations.length > 0 && !motivations.includes('painting'))
      draft.ledger.lose(annotation.at('motivation'), `it is painted for another motivation than painting: ${quote(motivations.join(', '))}`); // prettier-ignore
  }
  const listed = await listAnnotations(draft, resource, ['annotations', 'otherContent']);
  const notes = [...listed.map(readNote), ...pool.take(id)];
  const spheres = painted
    .flatMap(({ bodies }) => bodies)
    .map((body) => ({ body, sign: signOfSphere(body, canvas.size) }));
  const shaped = spheres.find(({ sign }) => sign === 'shape');
  const sphere =
    spheres.find(({ sign }) => sign === 'said') ??
    (shaped && !(await isToldFlat(draft, resource, shaped.body)) ? shaped : undefined);
  if (sphere) {
    const node = await readPlace(draft, canvas, painted, sphere.body, notes, links);
    if (node) {
      if (sphere.sign === 'shape')
        draft.ledger.lose(
          resource.path,
          'nothing says that the picture is a panorama; it is shown as one, since it is twice as wide as high',
        );
      return { id, node };
    }
  }
  const one = sphere || isPictureOfModel(resource) ? null : findOnePicture(painted);
  const flat = one && (await readFlat(context, canvas, one, notes));
  if (flat) return { id, node: flat.node, frame: flat.frame };
  const node = await hang(draft, canvas, painted, notes, one?.body);
  return node && { id, node };
}

/** Where the size of the original is told, or the picture itself has another shape, the canvas’s own means nothing. */
async function isToldFlat(draft: Draft, canvas: Foreign, body: Body): Promise<boolean> {
  if (readPhysicalScale(canvas.peek('service')) !== null) return true;
  const info = (await findService(draft, body.resource))?.info;
  return info !== null && info !== undefined && !isWholeSphere(info);
}

async function readPlace(
  draft: Draft,
  canvas: Canvas,
  painted: readonly Note[],
  body: Body,
  notes: readonly Note[],
  links: PendingLink[],
) {
  const { label, summary, statement, facts, id: address, resource } = canvas;
  const layers = await readLayers(draft, body, label);
  const [first] = layers;
  if (!first) return null;
  const name = nameOfAddress(address) || (label['en'] ?? 'place');
  const asset = draft.assetIds.make(name, 'panorama');
  draft.assets.push({
    kind: 'panorama',
    id: asset,
    label,
    layers,
    ...statement,
    ...(first.poster && { poster: first.poster }),
  });
  const node: ExhibitionNode = {
    id: draft.nodeIds.make(name, 'place'),
    label,
    asset,
    ...(!isEmpty(summary) && { summary }),
  };
  draft.nodes.push(node);
  for (const { bodies, said, annotation } of painted) {
    if (!isEmpty(said.text)) draft.ledger.lose(annotation.path, 'words painted on a panorama are left out', said.text);
    for (const other of bodies) if (other !== body) losePainting(draft, other);
  }
  const spots = sphereSpots(node, canvas.size ?? { width: 2, height: 1 });
  const read = createNoteReader({ draft, node, spots, links });
  for (const note of notes) await read(note);
  if (facts.length > 0) {
    node.hotspots = [
      ...(node.hotspots ?? []),
      { kind: 'text', id: 'facts-of-place', label, target: { yaw: 0, pitch: -30 }, body: summary, facts: [...facts] },
    ];
    draft.ledger.lose(resource.at('metadata'), 'a place has no facts of its own; they stand in a label at its foot');
  }
  return node;
}

/**
 * Several pictures on one canvas are no single one to walk along, that of a thing in the round is no work itself, and words
 * alone have no picture: they hang in a hall, with what is said about them below. `missing` is no file here, and has been
 * told.
 */
async function hang(
  draft: Draft,
  canvas: Canvas,
  painted: readonly Note[],
  notes: readonly Note[],
  missing?: Body,
): Promise<ExhibitionNode | null> {
  const { label, summary, statement, facts, resource, id } = canvas;
  let body = summary;
  let isPlaceTold = false;
  for (const note of notes) {
    if (note.motivations.includes('linking'))
      draft.ledger.lose(note.annotation.path, 'a way from a flat picture leads nowhere');
    const text = isEmpty(note.label) ? note.said.text : joinTexts(note.label, note.said.text);
    body = joinTexts(body, text);
    for (const tag of note.said.tags)
      draft.ledger.lose(
        note.annotation.path,
        `the tag ${quote(Object.values(tag)[0])} is left out: a picture has none`,
      );
    for (const other of note.bodies) losePainting(draft, other);
    const { region } = note;
    if (region?.box || region?.point || region?.polygon) {
      if (!isPlaceTold)
        draft.ledger.lose(
          note.annotation.path,
          'where on the flat picture it was said is left out; so for all that is said of it',
          region,
        );
      isPlaceTold = true;
    }
  }
  const pictures: { image: string; picture: Body }[] = [];
  for (const { bodies, said, annotation, region } of painted) {
    body = joinTexts(body, said.text);
    if (region?.box) draft.ledger.lose(annotation.path, 'where on the canvas it is painted is left out: each picture hangs by itself', region); // prettier-ignore
    for (const choice of bodies) {
      if (choice === missing) continue;
      const flat = pickFlat(draft, choice);
      if (flat?.type !== 'Image') {
        losePainting(draft, flat ?? choice);
        continue;
      }
      flat.resource.ignore('format');
      // The picture's own size counts; one that is none is told.
      sizeOf(flat.resource);
      const own = wordsOf(flat.resource, 'label');
      const picture = await findPicture(draft, flat.id, flat.resource.path);
      const title = isEmpty(own) ? label : own;
      const told = readStatement(flat.resource);
      if (told.facts.length > 0) draft.ledger.lose(annotation.path, 'facts about a picture’s file are left out');
      if (picture)
        pictures.push({
          picture: flat,
          image: addImage(draft, picture, nameOfAddress(id), title, { ...statement, ...told.statement }),
        });
    }
  }
  const said = { ...(!isEmpty(body) && { body }), ...(facts.length > 0 && { facts: [...facts] }) };
  const name = nameOfAddress(id) || 'picture';
  const title = labelFrom(label, body, label);
  const [first, ...others] = pictures;
  if (!first) {
    if (!isEmpty(statementText(statement))) body = joinTexts(body, statementText(statement));
    if (isEmpty(body) && facts.length === 0) {
      draft.ledger.lose(
        resource.path,
        `${quote(Object.values(label)[0])} is left out: nothing of it is here to be shown`,
      );
      return null;
    }
    return draft.halls.add({ kind: 'text', label: title, ...said, body }, name).node;
  }
  const { node } = draft.halls.add({ kind: 'image', label: title, image: first.image, ...said }, name);
  for (const { image } of others) draft.halls.add({ kind: 'image', label: title, image }, name);
  return node;
}

/** Without a picture there is no place for what must be said of it but its words. */
function statementText({ requiredStatement }: Statement): LanguageMap {
  return requiredStatement?.value ?? {};
}
