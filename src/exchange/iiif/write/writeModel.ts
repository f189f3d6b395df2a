/** A relic's files as a model of IIIF, or as a choice of them where it has a ladder. */
import type { ModelAsset, ModelLod } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { OWN_SERVICES } from '../ownService.ts';
import type { WriteContext } from './context.ts';
import { formatOf, writeStatement, writeWords } from './words.ts';

export function writeModel(context: WriteContext, model: ModelAsset): JsonObject {
  const { teller, base } = context;
  teller.say(model, 'kind', 'id', 'label', 'alt', 'lods', 'boundingBox', 'poster');
  const about = {
    label: writeWords(model.label),
    ...(model.alt && { summary: writeWords(model.alt) }),
    ...(model.poster && {
      thumbnail: [
        {
          id: base + model.poster.uri,
          type: 'Image',
          ...formatOf(model.poster.uri),
          width: model.poster.width,
          height: model.poster.height,
        },
      ],
    }),
    ...writeStatement(model, teller),
  };
  const steps = model.lods.map((lod) => writeStep(context, model, lod));
  return steps.length === 1 ? { ...steps[0], ...about } : { type: 'Choice', items: steps, ...about };
}

/** What a step weighs is measured again by whoever reads it, but for what only its maker knows. */
function writeStep({ base, teller }: WriteContext, model: ModelAsset, lod: ModelLod): JsonObject {
  const { quality, uri, ...weights } = lod;
  teller.say(lod, ...Object.keys(lod));
  return {
    id: base + uri,
    type: 'Model',
    ...formatOf(uri),
    label: { none: [quality] },
    service: [{ id: `${base}step/${model.id}/${quality}`, type: OWN_SERVICES.step, quality, ...weights }],
  };
}
