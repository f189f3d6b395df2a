import { toRadians } from '#shared/angle.ts';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import type { Stand, View } from '../state.ts';
import { DEFAULT_FOV, normalizeView } from '../view.ts';
import { planHall } from './planHall.ts';

export interface HallArrival {
  readonly stand: Stand;
  readonly view: View;
}

/**
 * Where one stands and looks on coming to a hall: inside the door that leads back to where one was, facing in; at the
 * entrance for those who come from nowhere. What the document says of its first view goes before. Null for no hall.
 */
export function arriveInHall(
  exhibition: Exhibition,
  node: ExhibitionNode | undefined,
  fromNodeId: string | null,
): HallArrival | null {
  const plan = planHall(exhibition, node);
  if (!plan) return null;
  const door = plan.doorways.find(({ to }) => to === fromNodeId);
  const { x, z, yaw, pitch } = door?.arrival ?? plan.entrance;
  const { start } = node ?? {};
  const isAsWritten = door === undefined && start !== undefined;
  return {
    stand: { x, z },
    view: normalizeView({
      yaw: isAsWritten ? toRadians(start.yaw) : yaw,
      pitch: isAsWritten ? toRadians(start.pitch ?? 0) : pitch,
      fov: start?.fov === undefined ? DEFAULT_FOV : toRadians(start.fov),
    }),
  };
}
