import type { Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import { useTour } from '../context.ts';
import { useRelic } from './inHand.ts';

/**
 * What was found wrong with one relic: faults of the document name it by its place there, faults of its files by its id
 * or by the address of the file.
 */
export function faultsOf(faults: readonly Fault[], exhibition: Exhibition, assetId: string): Fault[] {
  const index = exhibition.assets.findIndex(({ id }) => id === assetId);
  const isOf = (path: string, name: string) =>
    path === name || (path.startsWith(name) && /[./]/.test(path.charAt(name.length)));
  const asset = findRelicAsset(exhibition, assetId);
  const states = asset?.kind === 'model' ? (asset.states ?? []) : [];
  const steps = asset?.kind === 'model' ? [asset, ...states].flatMap(({ lods }) => lods ?? []) : [];
  return faults.filter(
    ({ path }) =>
      [assetId, `assets.${assetId}`, `assets.${index}`].some((name) => isOf(path, name)) ||
      (path.startsWith('/') && steps.some(({ uri }) => path.endsWith(`/${uri}`))),
  );
}

export function useRelicFaults(): readonly Fault[] {
  const { asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const faults = useTour((state) => state.faults);
  return faultsOf(faults, exhibition, asset.id);
}
