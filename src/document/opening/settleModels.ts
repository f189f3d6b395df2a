/** A model's states, annotations and steps speak of each other; what leads nowhere is left out. */
import type { FaultList } from '../fault.ts';
import type { Asset, ModelAsset } from '../schema.ts';
import { keepFirst } from './keepFirst.ts';
import { placeIn, type Places } from './places.ts';
import { audiosOf } from './settleSounds.ts';

type SuggestId = (id: string, known: ReadonlyMap<string, unknown>) => string | undefined;

export function settleModel(
  model: ModelAsset,
  assets: ReadonlyMap<string, Asset>,
  places: Places,
  faults: FaultList,
  suggestId: SuggestId,
): void {
  const add = (owner: object, key: string, code: string, message: string, remedy?: string): void =>
    void faults.add({
      severity: 'error',
      path: placeIn(places, owner, key),
      code,
      message,
      ...(remedy !== undefined && { remedy }),
    });

  model.states &&= keepFirst(model.states, 'state', places, faults);
  model.annotations &&= keepFirst(model.annotations, 'annotation', places, faults);
  const states = new Map(model.states?.map((state) => [state.id, state]));
  const annotations = new Map(model.annotations?.map((annotation) => [annotation.id, annotation]));
  for (const annotation of model.annotations ?? []) {
    const { image } = annotation;
    if (image === undefined || assets.get(image)?.kind === 'image') continue;
    const what = assets.has(image) ? `"${image}" is no image` : `no asset "${image}"`;
    add(annotation, 'image', 'unknown-asset', what, assets.has(image) ? undefined : suggestId(image, assets));
    delete annotation.image;
  }
  if (model.rings !== undefined && assets.get(model.rings)?.kind !== 'audio') {
    const known = assets.has(model.rings);
    const what = known ? `"${model.rings}" is no audio` : `no asset "${model.rings}"`;
    add(model, 'rings', 'unknown-asset', what, known ? undefined : suggestId(model.rings, audiosOf(assets)));
    delete model.rings;
  }
  for (const step of model.steps ?? []) {
    if (step.show !== undefined && !annotations.has(step.show)) {
      const message = `the model "${model.id}" has no annotation "${step.show}"`;
      add(step, 'show', 'unknown-annotation', message, suggestId(step.show, annotations));
      delete step.show;
    }
    if (step.state !== undefined && step.state !== '' && !states.has(step.state)) {
      const message = `the model "${model.id}" has no state "${step.state}"`;
      add(step, 'state', 'unknown-state', message, suggestId(step.state, states));
      delete step.state;
    }
  }
}
