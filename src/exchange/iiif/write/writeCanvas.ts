/** A place as a canvas of the whole sphere: its layers to choose from, its labels, ways and first view as annotations. */
import type { ExhibitionNode, Hotspot, PanoramaAsset, PanoramaLayer } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { toDegrees } from '#shared/angle.ts';
import { subtract, yawPitchOf } from '#shared/vec.ts';
import { writtenSourceOf } from '../../making/written.ts';
import { OWN_SERVICES } from '../ownService.ts';
import { type Direction, pixelAt } from '../sphere.ts';
import { addressOf, CANVAS, makePage, type WriteContext } from './context.ts';
import { writeNote, writeNotes } from './writeNotes.ts';
import { formatOf, writeStatement, writeWords } from './words.ts';

type StartView = NonNullable<ExhibitionNode['start']>;

export function writeCanvas(context: WriteContext, node: ExhibitionNode, panorama: PanoramaAsset): JsonObject {
  const { teller, base, used } = context;
  used.add(panorama.id);
  teller.say(node, 'id', 'label', 'summary', 'asset', 'layer', 'subjects', 'start', 'links', 'hotspots');
  teller.say(panorama, 'kind', 'id', 'label', 'layers', 'poster');
  const { id } = addressOf(context, node);
  const layers = [...panorama.layers].sort(
    (one, other) => Number(other.id === node.layer) - Number(one.id === node.layer),
  );
  const bodies = layers.map((layer) => writeLayer(context, layer, panorama));
  const isWhole = layers[0]?.source.type === 'equirect-image';
  const painting = {
    id: `${base}annotation/${node.id}/picture`,
    type: 'Annotation',
    motivation: context.version === 4 ? ['painting'] : 'painting',
    body: bodies.length === 1 ? bodies[0] : { type: 'Choice', items: bodies },
    target: isWhole ? id : `${id}#xywh=${writeBox(node.start ?? { yaw: 0 }, posterAspect(layers[0]))}`,
  };
  const notes = [
    ...writeStart(context, node, id),
    ...writeNotes(context, node, id, {
      ofLink: ({ target }) => (target ? writeSpot(id, target) : id),
      ofHotspot: (hotspot) => writePlace(hotspot, node, id),
      keys: ['target', 'area'],
    }),
  ];
  return {
    id,
    type: 'Canvas',
    label: writeWords(node.label),
    ...(node.summary && { summary: writeWords(node.summary) }),
    ...CANVAS,
    ...writeStatement(panorama, teller),
    items: [makePage(`${id}/page`, [painting])],
    ...(notes.length > 0 && { annotations: [makePage(`${id}/notes`, notes)] }),
  };
}

/** What other viewers can show of it: the whole picture, or the small flat one of its first view. */
function writeLayer({ base, teller }: WriteContext, layer: PanoramaLayer, panorama: PanoramaAsset): JsonObject {
  const source = writtenSourceOf(layer.source);
  const poster = layer.poster ?? panorama.poster;
  teller.say(layer, 'id', 'kind', 'label', 'source', 'poster');
  const picture = source.type === 'equirect-image' ? source : poster;
  if (source.type !== 'equirect-image')
    teller.lose(
      layer,
      `the layer “${panorama.id}/${layer.id}” has no whole picture: others see ${poster ? 'its small one' : 'nothing'}, and how its tiles lie travels in a service of our own`,
    );
  return {
    ...(picture && { id: base + picture.uri }),
    type: 'Image',
    ...(picture && formatOf(picture.uri)),
    ...(picture && { width: picture.width, height: picture.height }),
    ...(source.type === 'equirect-image' && { profile: 'equirectangular' }),
    label: writeWords(layer.label),
    service: [
      {
        id: `${base}layer/${panorama.id}/${layer.id}`,
        type: OWN_SERVICES.layer,
        layer: layer.id,
        kind: layer.kind,
        source,
      },
    ],
    ...writeStatement(layer, teller),
  };
}

function posterAspect(layer: PanoramaLayer | undefined): number {
  return layer?.poster ? layer.poster.width / layer.poster.height : 16 / 10;
}

/** About as much of the sphere as one sees at first, moved into the canvas where it would reach beyond. */
export function writeBox({ yaw, pitch = 0, fov = 70 }: StartView, aspect: number): string {
  const { x, y } = pixelAt({ yaw, pitch }, CANVAS);
  const height = (fov / 180) * CANVAS.height;
  const width = Math.min(CANVAS.width, ((fov * aspect) / 360) * CANVAS.width);
  const left = Math.max(0, Math.min(CANVAS.width - width, x - width / 2));
  const top = Math.max(0, Math.min(CANVAS.height - height, y - height / 2));
  return [left, top, width, height].map((value) => Math.round(value)).join(',');
}

/** A point, and around it as much as is seen; the height of the box is the field of view. */
export function writeView(source: string | JsonObject, view: StartView): JsonObject {
  const { yaw, pitch = 0, fov } = view;
  const point = { type: 'PointSelector', ...pixelAt({ yaw, pitch }, CANVAS) };
  const box = {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: `xywh=${writeBox(view, 16 / 9)}`,
  };
  return {
    type: 'SpecificResource',
    source,
    selector: fov === undefined ? [point] : [point, box],
  };
}

function* writeStart(context: WriteContext, node: ExhibitionNode, canvas: string): Generator<JsonObject> {
  if (node.start) yield writeNote(context, node, 'start-view', 'highlighting', { target: writeView(canvas, node.start) }); // prettier-ignore
}

function writeSpot(source: string, target: Direction): JsonObject {
  return { type: 'SpecificResource', source, selector: [{ type: 'PointSelector', ...pixelAt(target, CANVAS) }] };
}

/** Where its mark stands and what it outlines; by the site where it says neither. */
function writePlace(hotspot: Hotspot, node: ExhibitionNode, canvas: string): JsonObject | string {
  const site = hotspot.kind === 'relic' ? hotspot.stands?.position : hotspot.position;
  const seen = site && node.position ? yawPitchOf(subtract(site, node.position)) : null;
  const target =
    hotspot.target ?? (!hotspot.area && seen ? { yaw: toDegrees(seen.yaw), pitch: toDegrees(seen.pitch) } : null);
  const selector: JsonObject[] = target ? [{ type: 'PointSelector', ...pixelAt(target, CANVAS) }] : [];
  if (hotspot.area) {
    const round = (value: number) => Math.round(value * 100) / 100;
    const points = hotspot.area.map(([yaw, pitch]) => `${round((yaw + 180) * 100)},${round((90 - pitch) * 100)}`);
    selector.push({
      type: 'SvgSelector',
      value: `<svg xmlns="http://www.w3.org/2000/svg"><polygon points="${points.join(' ')}"/></svg>`,
    });
  }
  return selector.length === 0 ? canvas : { type: 'SpecificResource', source: canvas, selector };
}
