/** Cloth that clings: cords of clay laid side by side, with a cut line between. */

/** Height of a cord at a phase, 0…1, one for every unit; narrower than the space between. */
export function cord(phase: number): number {
  const t = phase - Math.floor(phase) - 0.5;
  return Math.exp(-t * t * 22);
}

/** Folds in arcs around a point of the front (x, y), `pitch` metres apart, flattened sideways by `wide`. */
export function arcs(x: number, y: number, cx: number, cy: number, pitch: number, wide: number): number {
  const dx = (x - cx) * wide;
  const dy = y - cy;
  return cord(Math.sqrt(dx * dx + dy * dy) / pitch);
}

/** Folds around a limb from a to b, `pitch` metres apart, sagging away from its middle. */
export function hoops(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  pitch: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const along = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length;
  const px = x - ax - (dx / length) * along;
  return cord((along - Math.abs(px) * 0.55) / pitch);
}
