type Flat = readonly [x: number, y: number];

/**
 * A polygon that does not cross itself as triangles, three corners each, by index: ears are cut off until a triangle is
 * left (Meisters 1975). Corners run either way; n corners give n − 2 triangles.
 */
export function triangulate(corners: readonly Flat[]): number[] {
  const way = Math.sign(signedArea(corners)) || 1;
  const left = corners.map((_, index) => index);
  const triangles: number[] = [];
  while (left.length > 3) {
    const ear = Math.max(0, findEar(corners, left, way));
    triangles.push(at(left, ear - 1), at(left, ear), at(left, ear + 1));
    left.splice(ear, 1);
  }
  triangles.push(...left);
  return triangles;
}

/** Where in `left` a corner can be cut off; −1 where rounding leaves none, then any will do. */
function findEar(corners: readonly Flat[], left: readonly number[], way: number): number {
  return left.findIndex((here, place) => {
    const [before, after] = [at(left, place - 1), at(left, place + 1)];
    if (way * turn(corners, before, here, after) <= 0) return false;
    return left.every((other) => {
      if (other === before || other === here || other === after) return true;
      const isBeside =
        way * turn(corners, before, here, other) < 0 ||
        way * turn(corners, here, after, other) < 0 ||
        way * turn(corners, after, before, other) < 0;
      return isBeside;
    });
  });
}

function at(list: readonly number[], place: number): number {
  return list[(place + list.length) % list.length] ?? 0;
}

/** Positive where the way from a over b to c turns left. */
function turn(corners: readonly Flat[], a: number, b: number, c: number): number {
  const [ax, ay] = corners[a] ?? ORIGIN;
  const [bx, by] = corners[b] ?? ORIGIN;
  const [cx, cy] = corners[c] ?? ORIGIN;
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

const ORIGIN: Flat = [0, 0];

function signedArea(corners: readonly Flat[]): number {
  return corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? ORIGIN;
    return sum + x * nextY - nextX * y;
  }, 0);
}
