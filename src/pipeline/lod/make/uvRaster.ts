/** Triangles laid out on a texture: which one, and where on it, lies under a texel's middle. */

import type { Mesh } from '../look/frame.ts';

/** Calls `visit` for every texel under the triangle, with the weights of its second and third corner. */
export function forEachTexel(
  { uvs, indices }: Mesh,
  first: number,
  width: number,
  height: number,
  visit: (texel: number, u: number, v: number) => void,
): void {
  const [a, b, c] = [indices[first]! * 2, indices[first + 1]! * 2, indices[first + 2]! * 2];
  const ax = uvs[a]! * width - 0.5;
  const ay = uvs[a + 1]! * height - 0.5;
  const abx = uvs[b]! * width - 0.5 - ax;
  const aby = uvs[b + 1]! * height - 0.5 - ay;
  const acx = uvs[c]! * width - 0.5 - ax;
  const acy = uvs[c + 1]! * height - 0.5 - ay;
  const area = abx * acy - acx * aby;
  if (area === 0) return;
  const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx)));
  const right = Math.min(width - 1, Math.floor(ax + Math.max(0, abx, acx)));
  const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy)));
  const bottom = Math.min(height - 1, Math.floor(ay + Math.max(0, aby, acy)));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const u = ((x - ax) * acy - acx * (y - ay)) / area;
      const v = (abx * (y - ay) - (x - ax) * aby) / area;
      if (u >= 0 && v >= 0 && u + v <= 1) visit(y * width + x, u, v);
    }
  }
}

/** Of all triangles, in textures. */
export function measureUvArea({ uvs, indices }: Mesh): number {
  let area = 0;
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 2, indices[i + 1]! * 2, indices[i + 2]! * 2];
    const [abx, aby] = [uvs[b]! - uvs[a]!, uvs[b + 1]! - uvs[a + 1]!];
    area += Math.abs(abx * (uvs[c + 1]! - uvs[a + 1]!) - aby * (uvs[c]! - uvs[a]!)) / 2;
  }
  return area;
}
