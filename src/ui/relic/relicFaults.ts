import { type Fault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';

/** What was found wrong with one relic: faults of the document name it by its place there, faults of files by its id. */
export function faultsOf(faults: readonly Fault[], exhibition: Exhibition, assetId: string): Fault[] {
  const index = exhibition.assets.findIndex(({ id }) => id === assetId);
  const names = [assetId, `assets.${index}`];
  return faults.filter(({ path }) =>
    names.some((name) => path === name || (/^[./]/.test(path.slice(name.length)) && path.startsWith(name))),
  );
}
