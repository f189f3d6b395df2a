/** The `model` asset entry of the exhibition document for a finished ladder. */
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
    lods: facts.steps.map(({ quality, bytes, triangles, draws, textureSize, gpuBytes, errorMetres }) => ({
      quality,
      uri: `${facts.folder}${quality}.glb`,
      bytes,
      triangles,
      draws,
      textureSize,
      gpuBytes,
      ...(errorMetres > 0 && { error: Number(errorMetres.toPrecision(3)) }),
    })),
    boundingBox: { min: toPosition(facts.bounds.min), max: toPosition(facts.bounds.max) },
    ...facts.statement,
  };
}

/** A tenth of a millimetre is more than a frame around a relic needs. */
function toPosition([x = 0, y = 0, z = 0]: readonly number[]): [number, number, number] {
  const round = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
  return [round(x), round(y), round(z)];
}
