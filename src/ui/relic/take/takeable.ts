import { useEffect, useState } from 'react';
import { allowsCopies } from '#document/rights/allowsCopies.ts';
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { RelicVisit } from '#tour/relic/state.ts';
import { useTour, useUi } from '../../context.ts';
import type { ArWay } from '../../ports.ts';
import { listStates, shownStates } from '../caption/shownStates.ts';

export interface Takeable {
  /** The model's own files, as they are. */
  readonly files: boolean;
  /** Files for a printer, made from what is shown. */
  readonly prints: boolean;
  /** What has to be said beside them. */
  readonly isNonCommercial: boolean;
  /** How this device can place the relic in one's own room; none until it is known. */
  readonly arWays: readonly ArWay[];
  readonly isAny: boolean;
}

/** What a visitor may take along as the rights are, and how it can be seen at home. */
export function useTakeable(asset: ModelAsset | TilesetAsset, visit: RelicVisit): Takeable {
  const { relicTools, hasPicture } = useUi();
  const exhibition = useTour((state) => state.exhibition);
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
  const own = allowsCopies(asset.rights ?? exhibition.rights);
  const files = own.asIs && asset.kind === 'model' && (asset.downloads?.length ?? 0) > 0;
  const canPrint = relicTools?.exportStl !== undefined || relicTools?.export3mf !== undefined;
  // What is on the screen may be of two states; both have to allow it.
  const shown = shownStates(listStates(asset, exhibition), visit.states);
  const ofShown = shown.map(({ rights }) => allowsCopies(rights ?? undefined));
  const everyShown = ofShown.every(({ changed }) => changed);
  // Quick Look is handed a copy that can be kept and passed on, Scene Viewer one of the model's own files.
  const mayUse = (way: ArWay): boolean => way === 'webxr' || (way === 'quick-look' ? everyShown : own.asIs);
  // Of a tileset there is never all at once.
  const usable = asset.kind === 'model' ? arWays.filter(mayUse) : [];
  const prints = canPrint && hasPicture && asset.kind === 'model' && everyShown;
  return {
    files,
    prints,
    isNonCommercial: own.isNonCommercial || ofShown.some((permission) => permission.isNonCommercial),
    arWays: usable,
    isAny: usable.length > 0 || files || prints,
  };
}
