/** What is painted on a canvas, told apart: a picture of the whole sphere, flat pictures, sounds, words, the rest. */
import type { LanguageMap, PanoramaLayer } from '#document/schema.ts';
import { LAYER_KINDS } from '#document/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { findPicture } from '../making/pictures.ts';
import { listSourceFiles } from '../making/sources.ts';
import { isWholeSphere } from '../making/wholeSphere.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty } from '../text/words.ts';
import type { Body } from './bodies.ts';
import { findImageService } from './imageService.ts';
import { OWN_SERVICES, readSource, takeOwnService } from './ownService.ts';
import { wordsOf } from './resource.ts';
import { readStatement } from './statement.ts';
import type { CanvasSize } from './sphere.ts';

export type SphereSign = 'said' | 'shape' | null;

const EQUIRECTANGULAR = /equirectangular/i;

/** IIIF has no word for a picture of the whole sphere; this is how one is told. */
export function signOfSphere(body: Body, canvas: CanvasSize | null): SphereSign {
  const { resource } = body;
  if (body.type === 'Choice')
    return body.choices.map((choice) => signOfSphere(choice, canvas)).find((sign) => sign) ?? null;
  if (body.type !== 'Image') return null;
  const services = resource.peek('service');
  const list: readonly unknown[] = Array.isArray(services) ? services : [];
  const isSaid =
    EQUIRECTANGULAR.test(resource.glance('profile')) ||
    list.some(
      (one) =>
        isJsonObject(one) &&
        (one['type'] === OWN_SERVICES.layer || EQUIRECTANGULAR.test(JSON.stringify(one['profile'] ?? ''))),
    );
  if (isSaid) return 'said';
  const [width, height] = [Number(resource.peek('width') ?? canvas?.width), Number(resource.peek('height') ?? canvas?.height)]; // prettier-ignore
  return width === 2 * height && width >= 1_024 ? 'shape' : null;
}

/** The layers of a panorama: of a choice, each. */
export async function readLayers(draft: Draft, body: Body, label: LanguageMap): Promise<PanoramaLayer[]> {
  const ids = createIdMaker();
  const layers: PanoramaLayer[] = [];
  for (const one of body.type === 'Choice' ? body.choices : [body]) {
    const layer = await readLayer(draft, one, label);
    if (layer) layers.push({ ...layer, id: ids.make(layer.id, 'layer') });
  }
  if (body.type === 'Choice') body.resource.ignore('label', 'value');
  return layers.slice(0, 32);
}

async function readLayer(
  draft: Draft,
  { resource, id: address }: Body,
  canvasLabel: LanguageMap,
): Promise<PanoramaLayer | null> {
  const own = wordsOf(resource, 'label');
  const label = isEmpty(own) ? canvasLabel : own;
  const { statement, facts } = readStatement(resource);
  if (facts.length > 0)
    draft.ledger.lose(resource.at('metadata'), 'facts about a layer have no place in an exhibition');
  resource.ignore('format', 'profile');
  // The picture's own size counts; one that is none is told.
  sizeOf(resource);
  const service = takeOwnService(resource, 'layer');
  if (service) {
    const id = service.text('layer') ?? 'layer';
    const kind = LAYER_KINDS.find((known) => known === service.peek('kind')) ?? 'other';
    service.ignore('kind');
    const source = readSource(service);
    const files = source && listSourceFiles(source);
    if (!source || !files) {
      draft.ledger.lose(service.path, 'how the layer lies on disk could not be read');
      return null;
    }
    for (const file of files) draft.addFile({ from: file, to: file });
    const isPoster = source.type !== 'equirect-image' && address !== '';
    const poster = isPoster ? await findPicture(draft, address, resource.at('id')) : null;
    return { id, kind, label, source, ...(poster && { poster }), ...statement };
  }
  const tiles = await findImageService(draft, resource);
  if (tiles) return { id: layerName(own), kind: 'other', label, source: tiles, ...statement };
  const picture = await findPicture(draft, address, resource.has('id') ? resource.at('id') : resource.at('@id'));
  if (!picture) return null;
  if (!isWholeSphere(picture)) {
    const reason = `a picture of the whole sphere is twice as wide as high, this one is ${picture.width}×${picture.height}`;
    draft.ledger.lose(resource.path, `the layer is left out: ${reason}`, address);
    return null;
  }
  return {
    id: layerName(own),
    kind: 'other',
    label,
    source: { type: 'equirect-image', ...picture },
    ...statement,
  };
}

function layerName(label: LanguageMap): string {
  return Object.values(label)[0] ?? 'layer';
}

/** What a painting that becomes nothing was, as a loss. */
export function losePainting(draft: Draft, { type, id, resource }: Body): void {
  const what = type === '' ? 'what is painted' : `the ${type}`;
  draft.ledger.lose(resource.path, `${what} ${quote(id)} is left out: an exhibition has no place for it`, id);
  resource.ignore(...resource.keys());
}

/** The whole picture of a flat body, or of the first choice; the others are told. */
export function pickFlat(draft: Draft, body: Body): Body | null {
  if (body.type === 'Image' || body.type === 'Audio' || body.type === 'Sound') return body;
  if (body.type !== 'Choice') return null;
  const [first, ...others] = body.choices;
  body.resource.ignore('label');
  for (const other of others) losePainting(draft, other);
  return first ?? null;
}

export function sizeOf(owner: Foreign): CanvasSize | null {
  const width = owner.number('width', 1, 1e9);
  const height = owner.number('height', 1, 1e9);
  return width !== undefined && height !== undefined ? { width, height } : null;
}
