/** The `model` asset entry of the exhibition document for a finished ladder. */
import type { ModelLod } from '#document/relicSchema.ts';
import type { LanguageMap, ModelAsset } from '#document/schema.ts';
import type { StepFacts } from '../make/makeStep.ts';

export interface LadderFacts {
  readonly id: string;
  readonly label: LanguageMap;
  /** The ladder's folder relative to the exhibition's, with a slash at its end, or empty. */
  readonly folder: string;
  readonly steps: readonly StepFacts[];
  readonly bounds: { readonly min: readonly number[]; readonly max: readonly number[] };
  readonly statement: Pick<ModelAsset, 'rights' | 'credit' | 'digitalSourceType'>;
}

export function describeModel(facts: LadderFacts): ModelAsset {
  return {
    kind: 'model',
    id: facts.id,
    label: facts.label,
    lods: facts.steps.map((step) => describeLod(facts.folder, step)),
    boundingBox: { min: toPosition(facts.bounds.min), max: toPosition(facts.bounds.max) },
    ...facts.statement,
  };
}

/** Where simplifier and measure disagree about the error, the larger counts. */
export function describeLod(folder: string, facts: StepFacts): ModelLod {
  const { quality, bytes, triangles, draws, textureSize, gpuBytes, sharpToPx } = facts;
  const error = Math.max(facts.boundMetres, facts.measuredMetres);
  return {
    quality,
    uri: `${folder}${quality}.glb`,
    bytes,
    triangles,
    draws,
    textureSize,
    gpuBytes,
    ...(error > 0 && Number.isFinite(error) && { error: Number(error.toPrecision(3)) }),
    ...(sharpToPx !== null && { sharpTo: sharpToPx }),
  };
}

/** A tenth of a millimetre is more than a frame around a relic needs. */
function toPosition([x = 0, y = 0, z = 0]: readonly number[]): [number, number, number] {
  const round = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
  return [round(x), round(y), round(z)];
}
