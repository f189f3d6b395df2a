import { useEffect, useState } from 'react';
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import { useUi } from '../../context.ts';
import type { ArWay } from '../../ports.ts';

export interface Takeable {
  /** Whether the rights allow copies to be given away. */
  readonly allowsCopies: boolean;
  /** How this device can place the relic in one's own room; none until it is known. */
  readonly arWays: readonly ArWay[];
  readonly isAny: boolean;
}

/** What a visitor may take along, and how it can be seen at home. */
export function useTakeable(asset: ModelAsset | TilesetAsset): Takeable {
  const { relicTools } = useUi();
  const [arWays, setArWays] = useState<readonly ArWay[]>([]);
  useEffect(() => {
    let isWanted = true;
    setArWays([]);
    // Without an answer there is no way.
    relicTools?.arWays?.().then(
      (ways) => {
        if (isWanted) setArWays(ways);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [relicTools, asset.id]);
  const allowsCopies = relicTools?.allowsCopies?.(asset.id) ?? false;
  const hasFiles =
    (asset.kind === 'model' && (asset.downloads?.length ?? 0) > 0) ||
    relicTools?.exportStl !== undefined ||
    relicTools?.export3mf !== undefined;
  return { allowsCopies, arWays, isAny: arWays.length > 0 || (allowsCopies && hasFiles) };
}
