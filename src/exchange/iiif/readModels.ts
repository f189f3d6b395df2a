/** Models of IIIF as relics: one file, or a choice of files as a ladder. */
import type { LanguageMap, ModelLod } from '#document/schema.ts';
import { LOD_QUALITIES } from '#document/schema.ts';
import { IDENTITY, type Matrix } from '#sources/relic/geometry/matrix.ts';
import type { Box } from '../gltf/matrix.ts';
import type { Draft } from '../making/draft.ts';
import { findModel, findPicture, roundBox } from '../making/pictures.ts';
import type { FoundPicture } from '../making/pictures.ts';
import type { Foreign } from '../reading/foreign.ts';
import { isEmpty } from '../text/words.ts';
import type { Body } from './bodies.ts';
import { takeOwnService } from './ownService.ts';
import { idOf, wordsOf } from './resource.ts';
import { readStatement } from './statement.ts';

/** Where models are known by the files of their ladders, so that one that is shown twice is one relic. */
const known = new WeakMap<Draft, Map<string, string>>();

/** The id of the model asset; null with a loss where none of its files is there. */
export async function addModel(
  draft: Draft,
  body: Body,
  fallback: LanguageMap,
  matrix: Matrix = IDENTITY,
): Promise<string | null> {
  const steps = body.type === 'Choice' ? body.choices : [body];
  const own = wordsOf(body.resource, 'label');
  const label = isEmpty(own) ? fallback : own;
  const alt = wordsOf(body.resource, 'summary');
  const { statement, facts } = readStatement(body.resource);
  if (facts.length > 0)
    draft.ledger.lose(body.resource.at('metadata'), 'facts stand in a label, not at the model itself');
  const key = JSON.stringify([steps.map(({ id }) => id), matrix]);
  const models = known.get(draft) ?? new Map<string, string>();
  known.set(draft, models);
  const same = models.get(key);
  const lods: ModelLod[] = [];
  let bounds: Box | null = null;
  for (const [index, step] of steps.entries()) {
    const { resource } = step;
    resource.ignore('format', 'label');
    const service = takeOwnService(resource, 'step');
    const weights = readWeights(service);
    if (same !== undefined) continue;
    const found = await findModel(draft, step.id, resource.path, matrix);
    if (!found) continue;
    bounds ??= found.bounds;
    const quality =
      LOD_QUALITIES.find((one) => one === service?.peek('quality')) ?? LOD_QUALITIES[Math.min(index, 3)] ?? 'high';
    lods.push({
      quality: steps.length === 1 ? 'whole' : quality,
      ...found.lod,
      ...weights,
    });
  }
  if (same !== undefined) {
    body.resource.ignore('thumbnail');
    return same;
  }
  if (lods.length === 0) return null;
  const poster = await readPoster(draft, body);
  lods.sort((one, other) => one.triangles - other.triangles);
  const id = draft.assetIds.make(label['en'] ?? Object.values(label)[0] ?? 'model', 'model');
  draft.assets.push({
    kind: 'model',
    id,
    label,
    lods,
    ...(bounds && { boundingBox: roundBox(bounds) }),
    ...(!isEmpty(alt) && { alt }),
    ...(poster && { poster }),
    ...statement,
  });
  models.set(key, id);
  return id;
}

/** What only its maker knows of a step. */
function readWeights(service: Foreign | null): Partial<ModelLod> {
  service?.ignore('quality', 'bytes', 'triangles', 'draws');
  const textureSize = service?.number('textureSize', 0, 65_536);
  const gpuBytes = service?.number('gpuBytes', 0, Number.MAX_SAFE_INTEGER);
  const error = service?.number('error', 0, 1e6);
  const sharpTo = service?.number('sharpTo', 0, 65_536);
  return {
    ...(textureSize !== undefined && { textureSize: Math.round(textureSize) }),
    ...(gpuBytes !== undefined && { gpuBytes: Math.round(gpuBytes) }),
    ...(error !== undefined && { error }),
    ...(sharpTo !== undefined && { sharpTo }),
  };
}

/** A relic's small picture is its poster; nothing else can stand in for it. */
async function readPoster(draft: Draft, { resource }: Body): Promise<FoundPicture | null> {
  const [thumbnail] = resource.objects('thumbnail', true);
  if (!thumbnail) return null;
  thumbnail.ignore('type', '@type', 'format', 'width', 'height', 'service');
  return findPicture(draft, idOf(thumbnail), thumbnail.path);
}
