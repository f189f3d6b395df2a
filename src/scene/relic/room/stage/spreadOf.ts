import { Vector3 } from 'three';
import { listMeshes } from '#scene/relic/measure/listMeshes.ts';
import type { RelicContent } from '#scene/relic/relicContent.ts';

/** Vertices that are looked at; a relic's outline from above is known well enough by them. */
const SAMPLES = 3_000;

/** How far a relic reaches from the upright axis through its middle, metres. */
export function spreadOf({ root, bounds }: RelicContent): number {
  const middle = bounds.getCenter(new Vector3());
  const half = bounds.getSize(new Vector3()).multiplyScalar(0.5);
  const most = Math.hypot(half.x, half.z);
  const at = new Vector3();
  let spread = Math.max(half.x, half.z);
  root.updateMatrixWorld();
  for (const mesh of listMeshes(root)) {
    const position = mesh.geometry.getAttribute('position');
    const stride = Math.max(1, Math.floor(position.count / SAMPLES));
    for (let vertex = 0; vertex < position.count; vertex += stride) {
      at.fromBufferAttribute(position, vertex).applyMatrix4(mesh.matrixWorld);
      spread = Math.max(spread, Math.hypot(at.x - middle.x, at.z - middle.z));
    }
  }
  // Bounds are kept in bounds; a file's vertices may lie anywhere.
  return Math.min(spread, most);
}
