/**
 * A hall as a scene of version 4. Where the viewer sets relics up itself they stand in a row, far enough from each other
 * for words to be told apart.
 */
import type { OrbitView } from '#document/relicSchema.ts';
import type { ExhibitionNode, GalleryAsset, Hotspot, ModelAsset, NodeSound } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { toRadians } from '#shared/angle.ts';
import { add, lengthOf, subtract, times, type Vec3 } from '#shared/vec.ts';
import { OWN_SERVICES } from '../ownService.ts';
import { addressOf, findModel, makePage, type WriteContext } from './context.ts';
import { writeModel } from './writeModel.ts';
import { writeBodies, writePair, writeStatement, writeTags, writeWords } from './words.ts';

type Relic = Hotspot & { kind: 'relic' };

const UNKNOWN = { min: [-0.25, 0, -0.25] as Vec3, max: [0.25, 0.5, 0.25] as Vec3 };

export function writeScene(context: WriteContext, node: ExhibitionNode, hall: GalleryAsset): JsonObject {
  const { teller, base, used, exhibition } = context;
  used.add(hall.id);
  teller.say(node, 'id', 'label', 'summary', 'asset', 'hotspots', 'links', 'sounds', 'subjects');
  teller.say(hall, 'kind', 'id', 'label', 'layout', 'poster');
  const { id } = addressOf(context, node);
  const at = (point: Vec3) => ({
    type: 'SpecificResource',
    source: { id, type: 'Scene' },
    selector: [{ type: 'PointSelector', x: round(point[0]), y: round(point[1]), z: round(point[2]) }],
  });
  const make = (name: string, motivation: string, more: JsonObject) => ({
    id: `${base}annotation/${node.id}/${name}`,
    type: 'Annotation',
    motivation: [motivation],
    ...more,
  });
  const painted: JsonObject[] = [];
  const notes: JsonObject[] = [];
  let edge = 0;
  for (const hotspot of node.hotspots ?? []) {
    teller.say(hotspot, 'kind', 'id', 'label', 'target', 'body', 'facts', 'subjects', 'model', 'image', 'stands');
    const words = {
      label: writeWords(hotspot.label),
      body: [...writeBodies(hotspot.body), ...writeTags(hotspot.subjects)],
      ...(hotspot.facts && { metadata: hotspot.facts.map(writePair) }),
    };
    const model = hotspot.kind === 'relic' ? findModel(context, hotspot.model) : null;
    if (hotspot.kind !== 'relic' || !model) {
      if (hotspot.kind === 'image')
        teller.lose(hotspot, `the picture of “${hotspot.id}” is left out: a scene holds models`);
      notes.push(make(hotspot.id, 'commenting', { ...words, target: id }));
      continue;
    }
    const half = halfOf(model);
    const stands: Vec3 = hotspot.stands?.position ?? [edge + half, 0, 0];
    edge = stands[0] + half + 1;
    const name = make(hotspot.id, 'painting', {
      label: words.label,
      body: placeModel(context, model, hotspot),
      target: at(stands),
    });
    painted.push(name);
    if (words.body.length > 0 || hotspot.facts)
      notes.push(
        make(`${hotspot.id}-words`, 'commenting', {
          body: words.body,
          ...(hotspot.facts && { metadata: words.metadata }),
          target: name.id,
        }),
      );
    if (!hotspot.stands) writeAnnotations(context, model, hotspot.id, stands, { at, make, painted, notes });
  }
  for (const [index, link] of (node.links ?? []).entries()) {
    const end = exhibition.nodes.find(({ id: other }) => other === link.to);
    if (!end) continue;
    teller.say(link, 'to', 'label');
    notes.push(
      make(`way-${index + 1}`, 'linking', {
        ...(link.label && { label: writeWords(link.label) }),
        body: addressOf(context, end),
        target: id,
      }),
    );
  }
  for (const [index, sound] of (node.sounds ?? []).entries()) {
    const emitter = writeSound(context, sound);
    if (emitter)
      painted.push(
        make(`sound-${index + 1}`, 'painting', {
          body: emitter,
          target: sound.kind === 'point' && sound.position ? at(sound.position) : { id, type: 'Scene' },
        }),
      );
  }
  return {
    id,
    type: 'Scene',
    label: writeWords(node.label),
    ...(node.summary && { summary: writeWords(node.summary) }),
    ...writeStatement(hall, teller),
    service: [{ id: `${base}hall/${hall.id}`, type: OWN_SERVICES.hall, layout: hall.layout ?? 'rows' }],
    items: [makePage(`${id}/page`, painted)],
    ...(notes.length > 0 && { annotations: [makePage(`${id}/notes`, notes)] }),
  };
}

/** Our turn is clockwise seen from above, a rotation about Y the other way round. */
function placeModel(context: WriteContext, model: ModelAsset, { stands }: Relic): JsonObject {
  const body = writeModel(context, model);
  const { turn = 0, scale = 1 } = stands ?? {};
  const transform = [
    ...(scale === 1 ? [] : [{ type: 'ScaleTransform', x: scale, y: scale, z: scale }]),
    ...(turn === 0 ? [] : [{ type: 'RotateTransform', x: 0, y: -turn, z: 0 }]),
  ];
  return transform.length === 0 ? body : { type: 'SpecificResource', source: body, transform };
}

interface Stage {
  readonly at: (point: Vec3) => JsonObject;
  readonly make: (name: string, motivation: string, more: JsonObject) => JsonObject & { id: string };
  readonly painted: JsonObject[];
  readonly notes: JsonObject[];
}

/** Words on the model, each with the camera that a touch on it switches to; and the camera one begins with. */
function writeAnnotations(
  { teller }: WriteContext,
  model: ModelAsset,
  name: string,
  origin: Vec3,
  { at, make, painted, notes }: Stage,
): void {
  teller.say(model, 'start', 'annotations');
  const camera = (view: OrbitView) => {
    const { eye, target } = placeCamera(model, view);
    const [x, y, z] = add(target, origin);
    return {
      body: { type: 'PerspectiveCamera', lookAt: { type: 'PointSelector', x: round(x), y: round(y), z: round(z) } },
      target: at(add(eye, origin)),
    };
  };
  if (model.start) painted.push(make(`${name}-camera`, 'painting', camera(model.start)));
  for (const annotation of model.annotations ?? []) {
    teller.say(annotation, 'id', 'label', 'body', 'view', 'target');
    const { target, view } = annotation;
    if (target.type === 'area')
      teller.lose(
        annotation,
        `the outline of “${annotation.id}” on “${model.id}” has no word in IIIF; its middle is marked`,
      );
    const point: Vec3 = target.type === 'point' ? target.at : middleOf(target.corners);
    const comment = make(`${name}-${annotation.id}`, 'commenting', {
      label: writeWords(annotation.label),
      body: writeBodies(annotation.body),
      target: at(add(point, origin)),
    });
    notes.push(comment);
    if (!view) continue;
    const seen = make(`${name}-${annotation.id}-camera`, 'painting', { behavior: ['hidden'], ...camera(view) });
    painted.push(seen);
    notes.push(
      make(`${name}-${annotation.id}-touch`, 'activating', {
        target: { id: comment.id, type: 'Annotation' },
        body: {
          type: 'SpecificResource',
          source: { id: seen.id, type: 'Annotation' },
          action: ['show', 'enable', 'select'],
        },
      }),
    );
  }
}

function placeCamera(model: ModelAsset, { yaw, pitch = 0, distance, target }: OrbitView): { eye: Vec3; target: Vec3 } {
  const { min, max } = model.boundingBox ?? UNKNOWN;
  const looked: Vec3 = target ?? [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
  const far = distance ?? 1.5 * lengthOf(subtract(max, min));
  const [y, p] = [toRadians(yaw), toRadians(pitch)];
  return {
    eye: add(looked, times([Math.sin(y) * Math.cos(p), Math.sin(p), Math.cos(y) * Math.cos(p)], far)),
    target: looked,
  };
}

function writeSound({ assets, used, teller, base }: WriteContext, sound: NodeSound): JsonObject | null {
  const audio = assets.get(sound.audio);
  const [file] = audio?.kind === 'audio' ? audio.sources : [];
  if (audio?.kind !== 'audio' || !file) return null;
  used.add(audio.id);
  teller.say(sound, 'kind', 'audio', 'position', 'level');
  teller.say(audio, 'kind', 'id', 'label', 'sources', 'seconds');
  if (sound.kind === 'area')
    teller.lose(sound, `the circle in which “${audio.id}” is heard has no word in IIIF; it is heard everywhere`);
  const source = {
    id: base + file.uri,
    type: 'Audio',
    format: file.type,
    duration: audio.seconds,
    label: writeWords(audio.label),
    ...writeStatement(audio, teller),
  };
  const volume =
    sound.level === undefined
      ? {}
      : {
          volume: {
            type: 'Quantity',
            unit: 'relative',
            quantityValue: Math.round(10 ** (sound.level / 20) * 1e5) / 1e5,
          },
        };
  return { type: sound.kind === 'point' && sound.position ? 'PointAudio' : 'AmbientAudio', source, ...volume };
}

function halfOf({ boundingBox }: ModelAsset): number {
  const { min, max } = boundingBox ?? UNKNOWN;
  return lengthOf(subtract(max, min));
}

function middleOf(corners: readonly Vec3[]): Vec3 {
  const sum = corners.reduce((total, corner) => add(total, corner), [0, 0, 0] as Vec3);
  return times(sum, 1 / Math.max(1, corners.length));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 || 0;
}
