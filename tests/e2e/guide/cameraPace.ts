/** How a guided tour has moved the camera, from moments between which one picture at most was drawn. */
import { wrapAngle } from '#shared/angle.ts';
import type { ViewInDegrees } from '#embed/protocol.ts';
import type { Moment } from './tourLog.ts';

/** Degrees a second, at most; coming to another place is no turn. A picture that was turned in no time counts as Infinity. */
export function fastestTurn(moments: readonly Moment[]): number {
  let fastest = 0;
  pairs(moments, (before, now) => {
    const turned = angleBetween(before.view, now.view);
    if (turned > 0) fastest = Math.max(fastest, turned / (now.seconds - before.seconds));
  });
  return fastest;
}

/** How often the camera was on its way in two pictures that follow each other: a cut, which stands still after it, is none. */
export function countTurning(moments: readonly Moment[]): number {
  let wasTurned = false;
  let turning = 0;
  pairs(moments, (before, now) => {
    const isTurned = angleBetween(before.view, now.view) > 0 || before.view.fov !== now.view.fov;
    if (isTurned && wasTurned) turning++;
    wasTurned = isTurned;
  });
  return turning;
}

function pairs(moments: readonly Moment[], visit: (before: Moment, now: Moment) => void): void {
  for (const [index, now] of moments.entries()) {
    const before = moments[index - 1];
    if (before && before.nodeId === now.nodeId) visit(before, now);
  }
}

/** Of a camera that keeps the horizon level: it turns about two axes that stand upright on each other. Degrees. */
function angleBetween(a: ViewInDegrees, b: ViewInDegrees): number {
  const yaw = (wrapAngle(((b.yaw - a.yaw) * Math.PI) / 180) * 180) / Math.PI;
  const angle = Math.hypot(yaw, b.pitch - a.pitch);
  return angle < 1e-6 ? 0 : angle;
}
