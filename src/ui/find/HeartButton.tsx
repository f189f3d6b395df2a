import { useMemo } from 'react';
import { favouriteKey, MOST_FAVOURITES } from '#tour/find/favouriteKeys.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { useFavourites } from './useFind.ts';

interface HeartButtonProps {
  readonly nodeId: string;
  readonly hotspotId?: string;
  /** What it is, as the page names it. */
  readonly name: string;
}

/** Puts a place or a thing on the visitor's own list, or takes it off. */
export function HeartButton({ nodeId, hotspotId, name }: HeartButtonProps) {
  const t = useTexts();
  const { find } = useUi();
  const whole = useTour((state) => state.wholeExhibition);
  const key = useMemo(
    () => favouriteKey(whole, hotspotId === undefined ? { nodeId } : { nodeId, hotspotId }),
    [whole, nodeId, hotspotId],
  );
  const isOn = useFavourites(({ keys }) => keys.includes(key));
  const isFull = useFavourites(({ keys }) => keys.length >= MOST_FAVOURITES);
  if (!find) return null;
  return (
    <button
      type="button"
      className="round heart"
      aria-pressed={isOn}
      aria-label={t('find.favourite', { name })}
      disabled={isFull && !isOn}
      onClick={() => find.favourites.toggle(key)}
    >
      <Icon name="heart" />
    </button>
  );
}
