import { useEffect } from 'react';
import type { FlatNow, LiveFlat } from '#tour/flat/liveFlat.ts';

/** Calls `show` with the picture as it is, now and in every frame that changes it; React draws nothing for that. */
export function useFlatNow(live: LiveFlat, show: (now: FlatNow) => void): void {
  useEffect(() => {
    const tell = (now: FlatNow | null): void => {
      if (now) show(now);
    };
    tell(live.current);
    return live.subscribe(tell);
  }, [live, show]);
}
