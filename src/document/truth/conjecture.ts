/** What of an exhibition shows how things may have been, rather than how they were found. */
import type { AudioAsset, DigitalSourceType, ModelAsset, PanoramaLayer } from '../schema.ts';
import type { RelicState } from '../relicSchema.ts';
import { madeLabelOf } from '../sourceType.ts';

export function isConjecturalLayer({ kind, digitalSourceType }: Pick<PanoramaLayer, 'kind' | 'digitalSourceType'>) {
  return kind === 'restored' || isMadeByAi(digitalSourceType);
}

export function isConjecturalState({ kind, digitalSourceType }: Pick<RelicState, 'kind' | 'digitalSourceType'>) {
  return kind === 'restored' || kind === 'conjectural' || isMadeByAi(digitalSourceType);
}

/** Of the model itself, its states aside. */
export function isConjecturalModel({ stateKind, digitalSourceType }: ModelAsset): boolean {
  return stateKind === 'restored' || stateKind === 'conjectural' || isMadeByAi(digitalSourceType);
}

/** A sound that a trained model made shows how something may have sounded. */
export function isConjecturalAudio({ digitalSourceType }: AudioAsset): boolean {
  return isMadeByAi(digitalSourceType);
}

function isMadeByAi(sourceType: DigitalSourceType | undefined): boolean {
  const made = madeLabelOf(sourceType);
  return made === 'ai' || made === 'partlyAi';
}
