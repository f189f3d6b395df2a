import type { Object3D, Scene } from 'three';
import type { Vec3 } from '#shared/vec.ts';

/** What hangs in the picture of a place, by the names of its groups in the scene. */
const IN_PICTURE: ReadonlySet<string> = new Set(['marks', 'areas', 'names of layers']);

/**
 * Moves what hangs in a picture along with it: a picture without depth goes along with the head, one with depth does
 * beyond a head's reach. Metres.
 */
export function shiftPictures(scene: Scene, [x, y, z]: Vec3): void {
  for (const object of scene.children) if (isInPicture(object)) object.position.set(x, y, z);
}

function isInPicture({ name }: Object3D): boolean {
  return IN_PICTURE.has(name);
}
