/**
 * Revolved forms: the signed distance to a closed outline in the half plane (r, y), kept on a grid and read by
 * bilinear interpolation, because vases and bells are asked millions of times.
 */
export type OutlinePoint = readonly [r: number, y: number];

/** A smooth curve through points (Catmull-Rom), `steps` pieces for each. */
export function smoothOutline(points: readonly OutlinePoint[], steps: number): OutlinePoint[] {
  const result: OutlinePoint[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[i]!;
    const c = points[i + 1]!;
    const d = points[Math.min(points.length - 1, i + 2)]!;
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const blend = (q: 0 | 1) =>
        0.5 *
        (2 * b[q] +
          (c[q] - a[q]) * t +
          (2 * a[q] - 5 * b[q] + 4 * c[q] - d[q]) * t * t +
          (3 * b[q] - a[q] - 3 * c[q] + d[q]) * t * t * t);
      result.push([Math.max(0, blend(0)), blend(1)]);
    }
  }
  result.push(points[points.length - 1]!);
  return result;
}

/**
 * Distance of the solid made by turning the closed outline about the y axis. `cell` is the side of the grid, metres;
 * the outline may run along the axis, which is then inside.
 */
export function revolve(outline: readonly OutlinePoint[], cell: number): (r: number, y: number) => number {
  const margin = 0.02;
  const right = Math.max(...outline.map(([r]) => r)) + margin;
  const low = Math.min(...outline.map(([, y]) => y)) - margin;
  const high = Math.max(...outline.map(([, y]) => y)) + margin;
  const columns = Math.ceil(right / cell) + 2;
  const rows = Math.ceil((high - low) / cell) + 2;
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = distanceToOutline(outline, column * cell, low + row * cell);
  return (r, y) => {
    let u = r / cell;
    let v = (y - low) / cell;
    let beyond = 0;
    // Outside the grid: the value at its border and the way to it.
    if (u > columns - 1.001) {
      beyond += (u - columns + 1.001) * cell;
      u = columns - 1.001;
    }
    if (v < 0) {
      beyond += -v * cell;
      v = 0;
    } else if (v > rows - 1.001) {
      beyond += (v - rows + 1.001) * cell;
      v = rows - 1.001;
    }
    const column = Math.floor(u);
    const row = Math.floor(v);
    const fu = u - column;
    const fv = v - row;
    const at = row * columns + column;
    const below = values[at]! * (1 - fu) + values[at + 1]! * fu;
    const above = values[at + columns]! * (1 - fu) + values[at + columns + 1]! * fu;
    return below + (above - below) * fv + beyond;
  };
}

function distanceToOutline(outline: readonly OutlinePoint[], r: number, y: number): number {
  let nearest = 1e9;
  let isInside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[j]!;
    const b = outline[i]!;
    if (b[1] > y !== a[1] > y && r < ((a[0] - b[0]) * (y - b[1])) / (a[1] - b[1]) + b[0]) isInside = !isInside;
    // The part along the axis is no surface.
    if (a[0] < 1e-9 && b[0] < 1e-9) continue;
    const dr = b[0] - a[0];
    const dy = b[1] - a[1];
    const t = Math.min(1, Math.max(0, ((r - a[0]) * dr + (y - a[1]) * dy) / (dr * dr + dy * dy || 1e-12)));
    nearest = Math.min(nearest, Math.hypot(r - a[0] - dr * t, y - a[1] - dy * t));
  }
  return isInside ? -nearest : nearest;
}
