/** What is said of a place as annotations of its canvas: subjects, ways, labels. Where on it is the canvas's own matter. */
import type { ExhibitionNode, Hotspot, Link } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { TRANSCRIPTION, TRANSLATION } from '../bodies.ts';
import { addressOf, findImage, findModel, isWritten, type WriteContext } from './context.ts';
import { writeModel } from './writeModel.ts';
import { formatOf, writeBodies, writeStatement, writeTags, writeWords } from './words.ts';

export interface NoteSpots {
  readonly ofLink: (link: Link) => JsonObject | string;
  readonly ofHotspot: (hotspot: Hotspot) => JsonObject | string;
  /** Keys of links and labels that these say. */
  readonly keys: readonly string[];
}

export function writeNote(
  { base, version }: WriteContext,
  node: ExhibitionNode,
  name: string,
  motivation: string,
  more: JsonObject,
): JsonObject {
  return {
    id: `${base}annotation/${node.id}/${name}`,
    type: 'Annotation',
    motivation: version === 4 ? [motivation] : motivation,
    ...more,
  };
}

export function* writeNotes(
  context: WriteContext,
  node: ExhibitionNode,
  canvas: string,
  spots: NoteSpots,
): Generator<JsonObject> {
  const { teller, exhibition } = context;
  for (const [index, tag] of writeTags(node.subjects).entries())
    yield writeNote(context, node, `subject-${index + 1}`, 'tagging', { body: tag, target: canvas });
  for (const [index, link] of (node.links ?? []).entries()) {
    const end = exhibition.nodes.find(({ id }) => id === link.to);
    if (!end) continue;
    teller.say(link, 'to', 'label', ...spots.keys);
    if (!isWritten(context, end)) {
      teller.lose(link, `the way from “${node.id}” to “${end.id}” is left out: there is no canvas of that hall`);
      continue;
    }
    yield writeNote(context, node, `way-${index + 1}`, 'linking', {
      ...(link.label && { label: writeWords(link.label) }),
      body: { ...addressOf(context, end) },
      target: spots.ofLink(link),
    });
  }
  for (const hotspot of node.hotspots ?? [])
    yield writeNote(context, node, hotspot.id, 'commenting', writeHotspot(context, hotspot, node, spots));
}

function writeHotspot(context: WriteContext, hotspot: Hotspot, node: ExhibitionNode, spots: NoteSpots): JsonObject {
  const { teller } = context;
  teller.say(hotspot, 'kind', 'id', 'label', 'subjects', 'body', 'facts', 'image', 'model', ...spots.keys);
  const bodies = writeBodies(hotspot.body);
  if (hotspot.kind === 'text') {
    teller.say(hotspot, 'transcription', 'translation');
    bodies.push(...writeBodies(hotspot.transcription, TRANSCRIPTION));
    bodies.push(...writeBodies(hotspot.translation, TRANSLATION));
  }
  bodies.push(...writeTags(hotspot.subjects));
  if (hotspot.kind === 'image') {
    const image = findImage(context, hotspot.image);
    if (image) bodies.push(writeImage(context, image));
  } else if (hotspot.kind === 'relic') {
    const model = findModel(context, hotspot.model);
    if (model) bodies.push(writeModel(context, model));
    else
      teller.lose(hotspot, `the relic “${hotspot.id}” of “${node.id}” is no model in a file, and has no word in IIIF`);
  }
  return {
    label: writeWords(hotspot.label),
    ...(hotspot.facts && {
      metadata: hotspot.facts.map(({ label, value }) => ({ label: writeWords(label), value: writeWords(value) })),
    }),
    body: bodies,
    target: spots.ofHotspot(hotspot),
  };
}

function writeImage(
  { base, teller }: WriteContext,
  image: Parameters<typeof writeStatement>[0] & {
    uri: string;
    width: number;
    height: number;
    alt: Record<string, string>;
  },
): JsonObject {
  teller.say(image, 'kind', 'id', 'label', 'uri', 'width', 'height', 'alt');
  const { uri, width, height, alt } = image;
  return {
    id: base + uri,
    type: 'Image',
    ...formatOf(uri),
    width,
    height,
    label: writeWords(alt),
    ...writeStatement(image, teller),
  };
}
