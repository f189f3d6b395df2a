import type { Related } from '#tour/find/relations.ts';
import type { Spot } from '#tour/find/things.ts';
import type { TourState } from '#tour/state.ts';

export interface RelatedHere {
  /** To be told of every state. */
  follow(state: TourState): void;
  /** What is related to the label that is open, as far as that is known. */
  readonly things: readonly Related[];
}

/** Asks what is related to every label that is opened in a headset; a slow answer to another one is forgotten. */
export function createRelatedHere(
  relatedTo: (spot: Spot) => Promise<readonly Related[]>,
  onChange: () => void,
): RelatedHere {
  let asked: { readonly spot: Spot; readonly exhibition: TourState['exhibition'] } | null = null;
  let things: readonly Related[] = [];
  return {
    follow({ panel, nodeId, exhibition, headset }) {
      const hotspotId = headset && panel?.kind === 'hotspot' ? panel.hotspotId : null;
      const isSame = asked?.spot.nodeId === nodeId && asked.spot.hotspotId === hotspotId;
      if (isSame && asked?.exhibition === exhibition) return;
      things = [];
      asked = hotspotId === null ? null : { spot: { nodeId, hotspotId }, exhibition };
      const mine = asked;
      if (!mine) return;
      relatedTo(mine.spot).then(
        (found) => {
          if (asked !== mine) return;
          things = found;
          if (found.length > 0) onChange();
        },
        // A label stands without what is related to it, too.
        () => undefined,
      );
    },
    get things() {
      return things;
    },
  };
}
