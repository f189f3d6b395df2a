import type { Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import { useTour } from '../context.ts';
import { useRelic } from './inHand.ts';

/** What was found wrong with one relic: faults of the document name it by its place there, faults of files by its id. */
export function faultsOf(faults: readonly Fault[], exhibition: Exhibition, assetId: string): Fault[] {
  const index = exhibition.assets.findIndex(({ id }) => id === assetId);
  const isOf = (path: string, name: string) =>
    path === name || (path.startsWith(name) && /[./]/.test(path.charAt(name.length)));
  return faults.filter(({ path }) => isOf(path, assetId) || isOf(path, `assets.${index}`));
}

export function useRelicFaults(): readonly Fault[] {
  const { asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const faults = useTour((state) => state.faults);
  return faultsOf(faults, exhibition, asset.id);
}
