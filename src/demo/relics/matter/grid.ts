/** A function of the plane kept on a grid: for what is asked millions of times and costs much. */

/** Bilinear over −width/2…width/2 and −height/2…height/2, held at the borders; `cell` in metres. */
export function keepOnGrid(
  width: number,
  height: number,
  cell: number,
  f: (x: number, y: number) => number,
): (x: number, y: number) => number {
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = f(column * cell - width / 2, row * cell - height / 2);
  return (x, y) => {
    const u = Math.min(columns - 1.001, Math.max(0, (x + width / 2) / cell));
    const v = Math.min(rows - 1.001, Math.max(0, (y + height / 2) / cell));
    const column = Math.floor(u);
    const row = Math.floor(v);
    const at = row * columns + column;
    const fu = u - column;
    const top = values[at]! * (1 - fu) + values[at + 1]! * fu;
    const bottom = values[at + columns]! * (1 - fu) + values[at + columns + 1]! * fu;
    return top + (bottom - top) * (v - row);
  };
}
