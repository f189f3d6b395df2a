/** Cameras of a scene, as a visitor's view of a relic. */
import type { OrbitView } from '#document/relicSchema.ts';
import { toDegrees } from '#shared/angle.ts';
import { add, dot, lengthOf, normalize, subtract, times, type Vec3 } from '#shared/vec.ts';
import { type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { invert, transformPoint, translation } from '../gltf/matrix.ts';
import type { Foreign } from '../reading/foreign.ts';
import type { Body } from './bodies.ts';
import type { Region } from './region.ts';
import { idOf, typeOf } from './resource.ts';
import { pointOf, readTransforms } from './transforms.ts';

/** In the scene's frame. */
export interface Camera {
  readonly at: Vec3;
  /** Along −Z unless it is turned. */
  readonly forward: Vec3;
  /** What it looks at, where it says so: a point, or the id of what is painted. */
  readonly lookAt: Vec3 | string | null;
  /** The annotation that paints it. */
  readonly id: string;
  readonly isHidden: boolean;
}

export function readCamera({ resource, wrapper }: Body, region: Region | null, id: string, isHidden: boolean): Camera {
  resource.ignore('label');
  resource.lose(
    'fieldOfView',
    'how wide the camera sees is left out: a relic is seen at the viewer’s own field of view',
  );
  const lookAt = readLookAt(resource);
  const place = multiply(translation(pointOf(region)), readTransforms(wrapper));
  const at = transformPoint(place, [0, 0, 0]);
  const forward = normalize(subtract(transformPoint(place, [0, 0, -1]), at));
  return { at, forward, lookAt, id, isHidden };
}

function readLookAt(camera: Foreign): Vec3 | string | null {
  const target = camera.object('lookAt');
  if (!target) return null;
  const id = idOf(target);
  if (typeOf(target) !== 'PointSelector') {
    target.ignore('label', 'source', 'selector');
    return id;
  }
  const [x = 0, y = 0, z = 0] = [target.number('x'), target.number('y'), target.number('z')];
  return [x, y, z];
}

export interface Seen {
  /** From the relic's frame to the scene's. */
  readonly frame: Matrix;
  readonly middle: Vec3;
}

/** The camera about a relic, in the relic's frame; null where it stands in what it looks at. */
export function viewOf(camera: Camera, { frame, middle }: Seen): OrbitView | null {
  const into = invert(frame);
  if (!into) return null;
  // Without a point to look at, the nearest to the relic's middle on the way it looks.
  const along = Math.max(0.01, dot(subtract(middle, camera.at), camera.forward));
  const looked = Array.isArray(camera.lookAt)
    ? (camera.lookAt as unknown as Vec3)
    : camera.lookAt === null
      ? add(camera.at, times(camera.forward, along))
      : middle;
  const target = transformPoint(into, looked);
  const away = subtract(transformPoint(into, camera.at), target);
  const distance = lengthOf(away);
  if (distance < 1e-6 || distance > 1e6) return null;
  const round = (value: number) => Math.round(value * 1e5) / 1e5 || 0;
  return {
    yaw: round(toDegrees(Math.atan2(away[0], away[2]))),
    pitch: round(toDegrees(Math.asin(Math.max(-1, Math.min(1, away[1] / distance))))),
    distance: round(distance),
    target: [round(target[0]), round(target[1]), round(target[2])],
  };
}
