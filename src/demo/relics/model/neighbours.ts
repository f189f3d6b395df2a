/** Which triangles share edges, and which way each faces once small relief is evened out. */

/** Three values a triangle: the triangle across each of its edges, −1 where there is none. */
export function findNeighbours(indices: Uint32Array, vertexCount: number): Int32Array {
  const sides = indices.length;
  const low = (side: number) => Math.min(indices[side]!, indices[after(side)]!);
  const high = (side: number) => Math.max(indices[side]!, indices[after(side)]!);
  const start = new Uint32Array(vertexCount + 1);
  for (let side = 0; side < sides; side++) start[low(side) + 1]!++;
  for (let v = 0; v < vertexCount; v++) start[v + 1]! += start[v]!;
  const listed = new Uint32Array(sides);
  const cursor = start.slice();
  for (let side = 0; side < sides; side++) listed[cursor[low(side)]!++] = side;
  const across = new Int32Array(sides).fill(-1);
  for (let v = 0; v < vertexCount; v++)
    for (let i = start[v]!; i < start[v + 1]!; i++)
      for (let j = i + 1; j < start[v + 1]!; j++) {
        const a = listed[i]!;
        const b = listed[j]!;
        if (across[a]! >= 0 || across[b]! >= 0 || high(a) !== high(b) || indices[a] === indices[b]) continue;
        across[a] = Math.floor(b / 3);
        across[b] = Math.floor(a / 3);
      }
  return across;
}

/** The next corner of the same triangle. */
function after(side: number): number {
  return side % 3 === 2 ? side - 2 : side + 1;
}

/** Three values a triangle: normals by area, not of unit length. */
export function measureFaces(positions: Float32Array, indices: Uint32Array): Float32Array {
  const faces = new Float32Array(indices.length);
  for (let t = 0; t < indices.length; t += 3) {
    const a = indices[t]! * 3;
    const b = indices[t + 1]! * 3;
    const c = indices[t + 2]! * 3;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    faces[t] = (uy * vz - uz * vy) / 2;
    faces[t + 1] = (uz * vx - ux * vz) / 2;
    faces[t + 2] = (ux * vy - uy * vx) / 2;
  }
  return faces;
}

/** The same after `rounds` of averaging with the neighbours. */
export function smoothFaces(faces: Float32Array, across: Int32Array, rounds: number): Float32Array {
  let from = faces.slice();
  let to = new Float32Array(faces.length);
  for (let round = 0; round < rounds; round++) {
    for (let t = 0; t < faces.length; t += 3)
      for (let axis = 0; axis < 3; axis++) {
        let sum = from[t + axis]!;
        for (let edge = 0; edge < 3; edge++) {
          const other = across[t + edge]!;
          if (other >= 0) sum += from[other * 3 + axis]!;
        }
        to[t + axis] = sum / 4;
      }
    [from, to] = [to, from];
  }
  return from;
}
