/** A canvas with one flat picture as a place of its own: what is said of a part of it stands on that part. */
import type { FlatAsset, LanguageMap } from '#document/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import type { WrittenFlat } from '#sources/flat/foreign.ts';
import type { Draft } from '../making/draft.ts';
import { addFlat, type FlatPlace } from '../making/flats.ts';
import { findPicture } from '../making/pictures.ts';
import type { Foreign } from '../reading/foreign.ts';
import { nameOfAddress } from '../text/ids.ts';
import { addText, isEmpty, joinTexts } from '../text/words.ts';
import type { Body } from './bodies.ts';
import { findService, takeService } from './imageService.ts';
import { pickFlat, sizeOf } from './paintings.ts';
import { OWN_SERVICES, readFlatSource, takeOwnService } from './ownService.ts';
import { isPhysicalScale, readPhysicalScale } from './physicalScale.ts';
import type { Canvas, CanvasContext } from './canvas.ts';
import type { Note } from './note.ts';
import { createNoteReader } from './readNotes.ts';
import { type Fact, wordsOf } from './resource.ts';
import { type Frame, flatSpots } from './spots.ts';
import { readStatement } from './statement.ts';

export interface ReadFlat extends FlatPlace {
  readonly frame: Frame;
}

/** The one picture that is painted, or the first to choose; null where there are none or several, or words are painted. */
export function findOnePicture(painted: readonly Note[]): { note: Note; body: Body } | null {
  const bodies = painted.flatMap((note) => note.bodies.map((body) => ({ note, body })));
  const [only, ...others] = bodies;
  if (!only || others.length > 0 || painted.some(({ said }) => !isEmpty(said.text))) return null;
  const isPicture = only.body.type === 'Image' || only.body.choices[0]?.type === 'Image';
  return isPicture && !only.note.region?.polygon && !only.note.region?.point ? only : null;
}

/** Whether the picture stands for a thing in the round, which another file of the canvas holds. */
export function isPictureOfModel(canvas: Foreign): boolean {
  const renderings = canvas.peek('rendering');
  return Array.isArray(renderings) && renderings.some((one) => isJsonObject(one) && one['type'] === 'Model');
}

/** Null where no file of the picture is here; its loss has been told. */
export async function readFlat(
  { draft, links, direction }: CanvasContext,
  canvas: Canvas,
  { note, body }: { note: Note; body: Body },
  notes: readonly Note[],
): Promise<ReadFlat | null> {
  const picture = pickFlat(draft, body);
  if (!picture) return null;
  const { resource } = picture;
  resource.ignore('format');
  // The picture's own size counts; one that is none is told.
  sizeOf(resource);
  const own = wordsOf(resource, 'label');
  const told = readStatement(resource);
  if (told.facts.length > 0) draft.ledger.lose(note.annotation.path, 'facts about a picture’s file are left out');
  const ours = takeOurs(canvas.resource);
  const source = ours?.source ?? (await findSource(draft, picture));
  if (!source) return null;
  const { width, height } = source;
  const isPoster = ours && source.type !== 'flat-image' && source.type !== 'iiif-image' && picture.id !== '';
  const poster = isPoster ? await findPicture(draft, picture.id, resource.at('id')) : null;
  if (ours) resource.ignore('service');
  const { x, y, ...size } = note.region?.box ?? { x: 0, y: 0, ...(canvas.size ?? { width, height }) };
  const frame: Frame = { box: { x, y, ...size }, picture: { width, height } };
  const scale = takeScale(canvas.resource);
  const label = canvas.label;
  const place = addFlat(draft, {
    wish: nameOfAddress(canvas.id) || 'picture',
    label,
    summary: joinTexts(canvas.summary, sayFacts(canvas.facts)),
    source,
    metresPerPixel: ours?.metresPerPixel ?? (scale === null ? null : (scale * size.width) / width),
    more: {
      ...(!isEmpty(own) && { label: own }),
      ...(direction && !ours && { direction }),
      ...ours?.more,
      ...(poster && { poster }),
      ...canvas.statement,
      ...told.statement,
    },
    path: canvas.resource.path,
  });
  if (!place) return null;
  if (canvas.facts.length > 0)
    draft.ledger.lose(canvas.resource.at('metadata'), 'a place has no facts of its own; they stand below its summary');
  const read = createNoteReader({ draft, node: place.node, spots: flatSpots(frame), links });
  for (const one of notes) await read(one);
  return { ...place, frame };
}

/** What an export of ours said beside the words of IIIF. */
function takeOurs(canvas: Foreign): { source: WrittenFlat; metresPerPixel?: number; more: Partial<FlatAsset> } | null {
  const service = takeOwnService(canvas, 'flat');
  const source = service && readFlatSource(service);
  if (!service || !source) {
    if (service) canvas.ledger.lose(service.path, 'how the flat picture lies on disk could not be read');
    return null;
  }
  const [kind, direction] = [service.text('kind'), service.text('direction')];
  const metresPerPixel = service.number('metresPerPixel');
  const alt = wordsOf(service, 'alt');
  return {
    source,
    ...(metresPerPixel !== undefined && { metresPerPixel }),
    more: {
      ...(kind === 'scroll' && { kind }),
      ...((direction === 'rtl' || direction === 'ltr') && { direction }),
      ...(!isEmpty(alt) && { alt }),
    },
  };
}

/** Tiles where the service's description lies here, else the picture in one file; null with a loss where neither does. */
async function findSource(draft: Draft, { resource, id }: Body): Promise<WrittenFlat | null> {
  const service = await findService(draft, resource);
  if (service?.info) {
    takeService(resource);
    return service.info;
  }
  const found = await findPicture(draft, id, resource.path);
  return found && { type: 'flat-image', ...found };
}

/** The services count as read where they say nothing else. */
function takeScale(resource: Foreign): number | null {
  const written = resource.peek('service');
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (list.every((one) => isPhysicalScale(one) || isOwn(one))) resource.ignore('service');
  return readPhysicalScale(written);
}

function isOwn(service: unknown): boolean {
  return isJsonObject(service) && service['type'] === OWN_SERVICES.flat;
}

/** A line for each, in every language that its value has. */
function sayFacts(facts: readonly Fact[]): LanguageMap {
  const lines: LanguageMap = {};
  for (const { label, value } of facts)
    for (const [tag, text] of Object.entries(value))
      addText(lines, tag, `${label[tag] ?? Object.values(label)[0] ?? ''}: ${text}`);
  return lines;
}
