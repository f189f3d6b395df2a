/** A flat place as a canvas of the picture's own pixels: its labels on parts of it, its sections as a range. */
import type { ExhibitionNode, FlatAsset, Hotspot } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { sizeOfFlat } from '#sources/flat/flatFiles.ts';
import type { WrittenFlat } from '#sources/flat/foreign.ts';
import { writtenFlatOf } from '../../making/written.ts';
import { OWN_SERVICES } from '../ownService.ts';
import { PHYSICAL_CONTEXT, PHYSICAL_PROFILE } from '../physicalScale.ts';
import { addressOf, makePage, type WriteContext } from './context.ts';
import { writeNote, writeNotes } from './writeNotes.ts';
import { formatOf, writeStatement, writeWords } from './words.ts';

export function writeFlat(context: WriteContext, node: ExhibitionNode, flat: FlatAsset): JsonObject {
  const { teller, base, used } = context;
  used.add(flat.id);
  teller.say(node, 'id', 'label', 'summary', 'asset', 'subjects', 'links', 'hotspots');
  teller.say(flat, 'kind', 'id', 'label', 'alt', 'source', 'metresPerPixel', 'direction', 'sections', 'poster');
  const { id } = addressOf(context, node);
  const { width, height } = sizeOfFlat(flat.source);
  const { kind, alt, direction, metresPerPixel } = flat;
  const source = writtenFlatOf(flat.source);
  if (kind === 'scroll' || direction || alt)
    teller.lose(flat, `how “${flat.id}” is unrolled and told has no word in IIIF; it travels in a service of our own`);
  const own = {
    id: `${base}flat/${flat.id}`,
    type: OWN_SERVICES.flat,
    kind,
    source,
    metresPerPixel,
    ...(direction && { direction }),
    ...(alt && { alt }),
  };
  const physical = {
    '@context': PHYSICAL_CONTEXT,
    id: `${id}/size`,
    type: 'Service',
    profile: PHYSICAL_PROFILE,
    physicalScale: Number((metresPerPixel * 100).toPrecision(9)),
    physicalUnits: 'cm',
  };
  const painting = writeNote(context, node, 'picture', 'painting', { body: writePicture(context, flat), target: id });
  const notes = [
    ...writeNotes(context, node, id, {
      ofLink: () => id,
      ofHotspot: (hotspot) => writeRegion(hotspot, id),
      keys: ['region'],
    }),
  ];
  return {
    id,
    type: 'Canvas',
    label: writeWords(node.label),
    ...(node.summary && { summary: writeWords(node.summary) }),
    width,
    height,
    ...writeStatement(flat, teller),
    service: [own, physical],
    items: [makePage(`${id}/page`, [painting])],
    ...(notes.length > 0 && { annotations: [makePage(`${id}/notes`, notes)] }),
  };
}

/** What other viewers can show of it: a service, the whole picture, or a small one of it. */
function writePicture({ base, teller }: WriteContext, flat: FlatAsset): JsonObject {
  const source = writtenFlatOf(flat.source) as unknown as WrittenFlat;
  const label = writeWords(flat.label);
  const { poster } = flat;
  if (source.type === 'iiif-image') {
    const { version, width, height, format = 'jpg', profile = 'level0' } = source;
    const id = base + source.uri.replace(/\/+$/, '');
    const full = `${id}/full/${version === 2 ? 'full' : 'max'}/0/default.${format}`;
    const service =
      version === 2
        ? { '@id': id, '@type': 'ImageService2', profile: `http://iiif.io/api/image/2/${profile}.json` }
        : { id, type: 'ImageService3', profile };
    return { id: full, type: 'Image', ...formatOf(full), width, height, label, service: [service] };
  }
  const picture = source.type === 'flat-image' ? source : poster;
  if (source.type !== 'flat-image')
    teller.lose(
      flat,
      `“${flat.id}” has no whole picture: others see ${poster ? 'its small one' : 'nothing'}, and how its tiles lie travels in a service of our own`,
    );
  if (!picture) return { type: 'Image', label };
  const { uri, width, height } = picture;
  return { id: base + uri, type: 'Image', ...formatOf(uri), width, height, label };
}

function writeRegion({ region }: Hotspot, canvas: string): JsonObject | string {
  if (!region) return canvas;
  const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = region;
  if (region.length === 2) {
    const box = [Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top)];
    return `${canvas}#xywh=${box.map((value) => Math.round(value * 100) / 100).join(',')}`;
  }
  const points = region.map(([x, y]) => `${x},${y}`).join(' ');
  const value = `<svg xmlns="http://www.w3.org/2000/svg"><polygon points="${points}"/></svg>`;
  return { type: 'SpecificResource', source: canvas, selector: [{ type: 'SvgSelector', value }] };
}

/** Null where it has none. */
export function writeSections(context: WriteContext, node: ExhibitionNode, flat: FlatAsset): JsonObject | null {
  const { sections = [] } = flat;
  if (sections.length === 0) return null;
  const { id } = addressOf(context, node);
  const { height } = sizeOfFlat(flat.source);
  const range = `${context.base}range/${node.id}-sections`;
  return {
    id: range,
    type: 'Range',
    label: writeWords(flat.label),
    items: sections.map(({ id: name, label, from, to }) => ({
      id: `${range}/${name}`,
      type: 'Range',
      label: writeWords(label),
      items: [
        {
          type: 'SpecificResource',
          source: id,
          selector: {
            type: 'FragmentSelector',
            conformsTo: 'http://www.w3.org/TR/media-frags/',
            value: `xywh=${from},0,${to - from},${height}`,
          },
        },
      ],
    })),
  };
}
