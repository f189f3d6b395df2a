/** Where a sound is heard from that was asked for: a relic that is struck, or all around. */
import { directionOf, lengthOf, normalize, subtract, type Vec3 } from '#shared/vec.ts';
import { HALL_EYE_HEIGHT } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { listMarks } from '#tour/marks.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import type { Ring } from '#tour/sound/state.ts';
import type { Stand, TourState } from '#tour/state.ts';
import { gainAt, type Source } from './mix.ts';

/** A struck relic is as loud as its file within this distance, metres. */
const FULL_WITHIN = 2;
/** Metres, where nobody says how far it is. */
const USUAL_DISTANCE = 2;
const AHEAD: Vec3 = [0, 0, -1];

/** In the place's frame; straight ahead of the visitor, however one looks, where the relic is in the hand. */
export function ringSource(
  state: Pick<TourState, 'exhibition' | 'nodeId' | 'language' | 'relic'>,
  { serial, hotspotId, audioId }: Ring,
  stand: Stand | null,
): Source & { readonly isInHand: boolean } {
  const isAround = hotspotId === null;
  const isInHand = !isAround && state.relic?.hotspotId === hotspotId;
  const at = isAround || isInHand ? AHEAD : placeOf(state, hotspotId, stand);
  const distance = lengthOf(at);
  return {
    key: `ring ${serial}`,
    audioId,
    isContinuous: false,
    gain: gainAt(distance, FULL_WITHIN),
    direction: distance > 0 ? normalize(at) : AHEAD,
    distance,
    spread: isAround ? 1 : 0,
    isMuffled: false,
    isInHand,
  };
}

function placeOf(
  { exhibition, nodeId, language }: Pick<TourState, 'exhibition' | 'nodeId' | 'language'>,
  hotspotId: string,
  stand: Stand | null,
): Vec3 {
  const node = findNode(exhibition, nodeId);
  const hall = planHall(exhibition, node);
  if (hall) {
    const exhibit = hall.exhibits.find((one) => one.hotspotId === hotspotId);
    const { x, z } = stand ?? hall.entrance;
    return exhibit ? subtract(exhibit.middle, [x, HALL_EYE_HEIGHT, z]) : AHEAD;
  }
  const mark = listMarks(exhibition, nodeId, language, stand).find((one) => one.key === `hotspot:${hotspotId}`);
  if (!mark) return AHEAD;
  const [x, y, z] = directionOf(mark.yaw, mark.pitch);
  const distance = mark.distance ?? USUAL_DISTANCE;
  return [x * distance, y * distance, z * distance];
}
