/**
 * How much of the sky every part of a relic sees, as it stands on the ground: rays against a coarse stand-in of its
 * mesh, then carried over to any finer mesh of the same shape.
 */
import { buildBvh, createTracer } from '#demo/form/bvh.ts';
import type { FieldMesh } from '#demo/form/surfaceNets.ts';
import { createRandom } from '#demo/noise/random.ts';

const RAYS = 40;
/** The ground takes this share of the light from below away; it is a lit plinth. */
const GROUND_SHADE = 0.6;

/** A value a vertex, 0 shut in … 1 open. `reach` is how far away things count, metres. */
export function measureOpenness(mesh: FieldMesh, reach: number): Float32Array {
  const tracer = createTracer(buildBvh(mesh.positions, mesh.indices));
  const random = createRandom(11);
  const directions = spreadDirections(RAYS);
  const openness = new Float32Array(mesh.positions.length / 3);
  for (let v = 0; v < openness.length; v++) {
    const nx = mesh.normals[v * 3]!;
    const ny = mesh.normals[v * 3 + 1]!;
    const nz = mesh.normals[v * 3 + 2]!;
    const x = mesh.positions[v * 3]! + nx * reach * 0.008;
    const y = mesh.positions[v * 3 + 1]! + ny * reach * 0.008;
    const z = mesh.positions[v * 3 + 2]! + nz * reach * 0.008;
    // An orthonormal basis after T. Duff et al., "Building an orthonormal basis, revisited", 2017.
    const sign = nz >= 0 ? 1 : -1;
    const a = -1 / (sign + nz);
    const b = nx * ny * a;
    const turn = random() * 2 * Math.PI;
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    let shut = 0;
    for (let ray = 0; ray < RAYS; ray++) {
      const p = directions[ray * 3]!;
      const q = directions[ray * 3 + 1]!;
      const sx = p * cos - q * sin;
      const sy = p * sin + q * cos;
      const sz = directions[ray * 3 + 2]!;
      const dx = sx * (1 + sign * nx * nx * a) + sy * b + sz * nx;
      const dy = sx * sign * b + sy * (sign + ny * ny * a) + sz * ny;
      const dz = -sx * sign * nx - sy * ny + sz * nz;
      if (tracer.closest(x, y, z, dx, dy, dz, reach)) shut += 1 - (0.6 * tracer.distance) / reach;
      else if (dy < 0 && y < -dy * reach) shut += GROUND_SHADE * (1 - Math.max(0, y) / (-dy * reach));
    }
    openness[v] = 1 - shut / RAYS;
  }
  return openness;
}

/** Directions about +z, as many as the cosine says (a sunflower on the disc, lifted). */
function spreadDirections(count: number): Float32Array {
  const result = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const radius = Math.sqrt((i + 0.5) / count);
    const angle = i * 2.399963;
    result[i * 3] = Math.cos(angle) * radius;
    result[i * 3 + 1] = Math.sin(angle) * radius;
    result[i * 3 + 2] = Math.sqrt(1 - radius * radius);
  }
  return result;
}

/** Values of the vertices of one mesh for those of another: near ones that face the same way, by weight. */
export function carryOver(values: Float32Array, from: FieldMesh, to: FieldMesh, cell: number): Float32Array {
  const bins = new Map<number, number[]>();
  const key = (x: number, y: number, z: number) =>
    (Math.floor(x / cell) + 1024) * 4194304 + (Math.floor(y / cell) + 1024) * 2048 + Math.floor(z / cell) + 1024;
  for (let v = 0; v < values.length; v++) {
    const bin = key(from.positions[v * 3]!, from.positions[v * 3 + 1]!, from.positions[v * 3 + 2]!);
    const list = bins.get(bin);
    if (list) list.push(v);
    else bins.set(bin, [v]);
  }
  const result = new Float32Array(to.positions.length / 3);
  for (let v = 0; v < result.length; v++) {
    const x = to.positions[v * 3]!;
    const y = to.positions[v * 3 + 1]!;
    const z = to.positions[v * 3 + 2]!;
    let sum = 0;
    let weight = 0;
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (let k = -1; k <= 1; k++)
          for (const near of bins.get(key(x + i * cell, y + j * cell, z + k * cell)) ?? []) {
            const dx = from.positions[near * 3]! - x;
            const dy = from.positions[near * 3 + 1]! - y;
            const dz = from.positions[near * 3 + 2]! - z;
            const agree =
              from.normals[near * 3]! * to.normals[v * 3]! +
              from.normals[near * 3 + 1]! * to.normals[v * 3 + 1]! +
              from.normals[near * 3 + 2]! * to.normals[v * 3 + 2]!;
            const w = (agree > 0 ? agree * agree + 1e-3 : 1e-3) / (dx * dx + dy * dy + dz * dz + cell * cell * 0.02);
            sum += values[near]! * w;
            weight += w;
          }
    result[v] = weight > 0 ? sum / weight : 1;
  }
  return result;
}
