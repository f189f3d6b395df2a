/**
 * Signed distances, metres, negative inside; scalar and free of allocation, because meshing calls them by the million.
 * Point first, then the shape. Exact unless said otherwise. Formulas after Inigo Quilez, "Distance functions".
 */

/** A point of a chain and its radius. */
export type ChainPoint = readonly [x: number, y: number, z: number, radius: number];

export function sphere(x: number, y: number, z: number, cx: number, cy: number, cz: number, radius: number): number {
  const px = x - cx;
  const py = y - cy;
  const pz = z - cz;
  return Math.sqrt(px * px + py * py + pz * pz) - radius;
}

/** Approximate: right on the surface, good near it. */
export function ellipsoid(
  x: number,
  y: number,
  z: number,
  cx: number,
  cy: number,
  cz: number,
  rx: number,
  ry: number,
  rz: number,
): number {
  const px = (x - cx) / rx;
  const py = (y - cy) / ry;
  const pz = (z - cz) / rz;
  const k0 = Math.sqrt(px * px + py * py + pz * pz);
  const gx = px / rx;
  const gy = py / ry;
  const gz = pz / rz;
  const k1 = Math.sqrt(gx * gx + gy * gy + gz * gz);
  return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
}

/** A capsule whose radius goes from `ra` at a to `rb` at b; approximate where the radii differ much. */
export function roundCone(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  ra: number,
  rb: number,
): number {
  const px = x - ax;
  const py = y - ay;
  const pz = z - az;
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  let h = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
  h = h < 0 ? 0 : h > 1 ? 1 : h;
  const qx = px - dx * h;
  const qy = py - dy * h;
  const qz = pz - dz * h;
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - (ra + (rb - ra) * h);
}

/** Half sizes hx, hy, hz include the rounding. */
export function roundBox(
  x: number,
  y: number,
  z: number,
  cx: number,
  cy: number,
  cz: number,
  hx: number,
  hy: number,
  hz: number,
  rounding: number,
): number {
  const qx = Math.abs(x - cx) - hx + rounding;
  const qy = Math.abs(y - cy) - hy + rounding;
  const qz = Math.abs(z - cz) - hz + rounding;
  const ox = qx > 0 ? qx : 0;
  const oy = qy > 0 ? qy : 0;
  const oz = qz > 0 ? qz : 0;
  return Math.sqrt(ox * ox + oy * oy + oz * oz) + Math.min(Math.max(qx, qy, qz), 0) - rounding;
}

/** About the y axis at the origin. */
export function torus(x: number, y: number, z: number, ringRadius: number, tubeRadius: number): number {
  const q = Math.sqrt(x * x + z * z) - ringRadius;
  return Math.sqrt(q * q + y * y) - tubeRadius;
}

/** Union with a fillet of about `k` metres; never larger than the smaller of the two. */
export function smoothMin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return (a < b ? a : b) - (h > 0 ? (h * h * 0.25) / k : 0);
}

/** Intersection with a rounded edge. */
export function smoothMax(a: number, b: number, k: number): number {
  return -smoothMin(-a, -b, k);
}

/** Round cones from point to point, joined with fillets of `k` metres. */
export function chain(x: number, y: number, z: number, points: readonly ChainPoint[], k = 0): number {
  let nearest = 1e9;
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1]!;
    const d = roundCone(x, y, z, a[0], a[1], a[2], b[0], b[1], b[2], a[3], b[3]);
    nearest = k > 0 ? smoothMin(nearest, d, k) : Math.min(nearest, d);
  }
  return nearest;
}
