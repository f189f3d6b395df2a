import { LOD_QUALITIES } from '#document/schema.ts';
import { useTexts } from '../../context.ts';
import { useRelic } from '../inHand.ts';

export interface ShownQuality {
  readonly name: string;
  readonly isRefining: boolean;
  /** How far along the way to the finest step, 0 to 1. */
  readonly share: number;
}

/** How fine what is shown is; null before anything is, and for what comes in no such steps. */
export function useQuality(): ShownQuality | null {
  const t = useTexts();
  const { visit, asset } = useRelic();
  const quality = LOD_QUALITIES.find((one) => one === visit.facts?.quality);
  if (!visit.facts || quality === undefined || asset.kind !== 'model') return null;
  const state = asset.states?.find(({ id }) => id === visit.states.stateId);
  const steps = state?.lods ?? asset.lods;
  const index = steps.findIndex((step) => step.quality === quality);
  return { name: t(`relic.quality.${quality}`), isRefining: visit.facts.isRefining, share: (index + 1) / steps.length };
}
