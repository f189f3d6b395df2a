import { listMarks } from '../marks.ts';
import { findNode, hasNode } from '../selectors/findNode.ts';
import { findHotspot } from '../selectors/findNode.ts';
import type { Tour } from '../store.ts';
import { startViewOf } from '../view.ts';
import { nearestSpot, type Spot, type Thing, tourIdOf } from './things.ts';

/**
 * Goes to a thing: to its place, the view turned to it, its label open; to a detail with its relic in the hand. A guided tour
 * begins.
 */
export function openThing(tour: Pick<Tour, 'store' | 'commands'>, thing: Thing): void {
  const tourId = tourIdOf(thing);
  if (tourId === null) {
    openSpot(tour, nearestSpot(thing, tour.store.getState().nodeId));
    return;
  }
  tour.commands.closePanel();
  tour.commands.guide.start(tourId);
}

/** The same for a spot; one that is not there any more does nothing. @param isAnew As in `goTo`. */
export function openSpot(
  { store, commands }: Pick<Tour, 'store' | 'commands'>,
  spot: Spot,
  { isAnew = false }: { readonly isAnew?: boolean } = {},
): void {
  const { exhibition, brokenNodes, nodeId, language, stand, settledView } = store.getState();
  if (!hasNode({ exhibition, brokenNodes }, spot.nodeId)) return;
  const node = findNode(exhibition, spot.nodeId);
  const hotspot = spot.hotspotId === undefined ? undefined : findHotspot(node, spot.hotspotId);
  if (!hotspot) {
    commands.goTo(spot.nodeId, { isFresh: true });
    return;
  }
  const isHere = spot.nodeId === nodeId;
  // In a hall one arrives at its entrance, and sees things from there.
  const marks = listMarks(exhibition, spot.nodeId, language, isHere ? stand : null);
  const mark = marks.find(({ kind, id }) => kind === 'hotspot' && id === hotspot.id);
  const fov = isHere ? settledView.fov : startViewOf(node).fov;
  const panel = { kind: 'hotspot', hotspotId: hotspot.id } as const;
  const view = mark && { view: { yaw: mark.yaw, pitch: mark.pitch, fov } };
  commands.goTo(spot.nodeId, { isFresh: !isHere, isAnew, panel, ...view });
  if (spot.annotationId === undefined || hotspot.kind !== 'relic') return;
  commands.relic.open(hotspot.id);
  commands.relic.openAnnotation(spot.annotationId);
}
