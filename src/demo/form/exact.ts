/**
 * Rays against the exact surfaces: the mesh says which one and about where, a few Newton steps say where to the
 * micrometre. Pictures and depth use it, so facets are never seen and the two agree.
 */
import type { Cave, Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { createTracer } from '#demo/form/bvh.ts';
import { placeStatue } from '#demo/form/placement.ts';
import type { Part, Scene } from '#demo/form/sceneTypes.ts';

/** Furthest the exact surface may lie from the mesh hit along the ray, metres; beyond it the mesh is believed. */
const FARTHEST_CORRECTION = 0.05;
/** Step in s and t for slopes. */
const STEP = 1e-4;

/** What a ray met, rewritten by every `trace`. */
export interface ExactTracer {
  /** True where something is hit; the fields below are then set. The direction must have unit length. */
  trace(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, detail?: number): boolean;
  /** Metres along the ray. */
  distance: number;
  /** Triangle of the mesh, and the weights of its second and third corner: where vertex light is read. */
  triangle: number;
  weightB: number;
  weightC: number;
  part: Part;
  /** Metres on the painting, on painted parts. */
  u: number;
  v: number;
  /** Metres in the cave. */
  x: number;
  y: number;
  z: number;
  /** Unit normal of the exact surface, on the side it faces. */
  nx: number;
  ny: number;
  nz: number;
  /** The point in the solid's own frame, on statues. */
  ownX: number;
  ownY: number;
  ownZ: number;
}

export function createExactTracer(cave: Cave, scene: Scene): ExactTracer {
  const tracer = createTracer(scene.bvh);
  const placements = cave.statues.map(placeStatue);
  const here: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const alongS: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const alongT: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const own = new Float64Array(3);
  const ownDirection = new Float64Array(3);
  const { normals, uvs, parameters, indices, parts, partOfTriangle } = scene;

  function blend(values: Float32Array, stride: number, offset: number): number {
    const corner = hit.triangle * 3;
    return (
      values[indices[corner]! * stride + offset]! * (1 - hit.weightB - hit.weightC) +
      values[indices[corner + 1]! * stride + offset]! * hit.weightB +
      values[indices[corner + 2]! * stride + offset]! * hit.weightC
    );
  }

  function takeMesh(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number) {
    hit.x = ox + dx * hit.distance;
    hit.y = oy + dy * hit.distance;
    hit.z = oz + dz * hit.distance;
    hit.u = blend(uvs, 2, 0);
    hit.v = blend(uvs, 2, 1);
    setNormal(blend(normals, 3, 0), blend(normals, 3, 1), blend(normals, 3, 2));
  }

  function setNormal(x: number, y: number, z: number) {
    const scale = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
    hit.nx = x * scale;
    hit.ny = y * scale;
    hit.nz = z * scale;
  }

  /** Newton in s and t: the point of the sheet that does not lie beside the ray. */
  function refineSheet(sheet: Sheet, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number) {
    let s = blend(parameters, 2, 0);
    let t = blend(parameters, 2, 1);
    // Two directions across the ray, after T. Duff et al., "Building an orthonormal basis, revisited", 2017.
    const sign = dz >= 0 ? 1 : -1;
    const a = -1 / (sign + dz);
    const b = dx * dy * a;
    const px = 1 + sign * dx * dx * a;
    const py = sign * b;
    const pz = -sign * dx;
    const qx = b;
    const qy = sign + dy * dy * a;
    const qz = -dy;
    const stepS = s > 0.5 ? -STEP : STEP;
    const stepT = t > 0.5 ? -STEP : STEP;
    for (let round = 0; round < 3; round++) {
      sheet.at(s, t, here);
      const rx = here.x - ox;
      const ry = here.y - oy;
      const rz = here.z - oz;
      const missP = rx * px + ry * py + rz * pz;
      const missQ = rx * qx + ry * qy + rz * qz;
      if (round > 0 && missP * missP + missQ * missQ < 1e-9) break;
      if (round < 2) {
        sheet.at(s + stepS, t, alongS);
        sheet.at(s, t + stepT, alongT);
      }
      const sP = ((alongS.x - here.x) * px + (alongS.y - here.y) * py + (alongS.z - here.z) * pz) / stepS;
      const sQ = ((alongS.x - here.x) * qx + (alongS.y - here.y) * qy + (alongS.z - here.z) * qz) / stepS;
      const tP = ((alongT.x - here.x) * px + (alongT.y - here.y) * py + (alongT.z - here.z) * pz) / stepT;
      const tQ = ((alongT.x - here.x) * qx + (alongT.y - here.y) * qy + (alongT.z - here.z) * qz) / stepT;
      const determinant = sP * tQ - sQ * tP;
      if (Math.abs(determinant) < 1e-12 || round === 2) break;
      s = Math.min(1, Math.max(0, s - (missP * tQ - missQ * tP) / determinant));
      t = Math.min(1, Math.max(0, t - (missQ * sP - missP * sQ) / determinant));
    }
    sheet.at(s, t, here);
    const distance = (here.x - ox) * dx + (here.y - oy) * dy + (here.z - oz) * dz;
    if (!(Math.abs(distance - hit.distance) < FARTHEST_CORRECTION)) return;
    const beside = Math.hypot(here.x - ox - dx * distance, here.y - oy - dy * distance, here.z - oz - dz * distance);
    if (beside > 0.004) return;
    sheet.at(s + (s > 0.5 ? -STEP : STEP), t, alongS);
    sheet.at(s, t + (t > 0.5 ? -STEP : STEP), alongT);
    const sx = alongS.x - here.x;
    const sy = alongS.y - here.y;
    const sz = alongS.z - here.z;
    const tx = alongT.x - here.x;
    const ty = alongT.y - here.y;
    const tz = alongT.z - here.z;
    const nx = sy * tz - sz * ty;
    const ny = sz * tx - sx * tz;
    const nz = sx * ty - sy * tx;
    const side = nx * hit.nx + ny * hit.ny + nz * hit.nz < 0 ? -1 : 1;
    if (nx * nx + ny * ny + nz * nz > 1e-24) setNormal(nx * side, ny * side, nz * side);
    hit.distance = distance;
    hit.x = here.x;
    hit.y = here.y;
    hit.z = here.z;
    hit.u = here.u;
    hit.v = here.v;
  }

  /** Newton along the ray with the field's gradient, whose direction is the normal. `detail` is its step, metres. */
  function refineStatue(part: Part & { kind: 'statue' }, dx: number, dy: number, dz: number, detail: number) {
    const placement = placements[part.statue]!;
    const solid = cave.solids[part.solid]!;
    placement.pointToOwn(hit.x, hit.y, hit.z, own, 0);
    placement.directionToOwn(dx, dy, dz, ownDirection, 0);
    const [ex, ey, ez] = [ownDirection[0]!, ownDirection[1]!, ownDirection[2]!];
    const e = detail / placement.scale;
    let x = own[0]!;
    let y = own[1]!;
    let z = own[2]!;
    const start = solid.distance(x, y, z);
    // The four corners of a tetrahedron give the gradient.
    const a = solid.distance(x + e, y - e, z - e);
    const b = solid.distance(x - e, y - e, z + e);
    const c = solid.distance(x - e, y + e, z - e);
    const d = solid.distance(x + e, y + e, z + e);
    const gx = (a - b - c + d) / (4 * e);
    const gy = (c - a - b + d) / (4 * e);
    const gz = (b - a - c + d) / (4 * e);
    const slope = gx * ex + gy * ey + gz * ez;
    let moved = 0;
    if (slope < -0.15) {
      const limit = solid.cell;
      moved = Math.max(-limit, Math.min(limit, -start / slope));
      const rest = solid.distance(x + ex * moved, y + ey * moved, z + ez * moved);
      moved = Math.max(-limit, Math.min(limit, moved - rest / slope));
      x += ex * moved;
      y += ey * moved;
      z += ez * moved;
    }
    if (gx * gx + gy * gy + gz * gz > 1e-6) {
      placement.directionToCave(gx, gy, gz, ownDirection, 0);
      setNormal(ownDirection[0]!, ownDirection[1]!, ownDirection[2]!);
    }
    const along = moved * placement.scale;
    hit.distance += along;
    hit.x += dx * along;
    hit.y += dy * along;
    hit.z += dz * along;
    hit.ownX = x;
    hit.ownY = y;
    hit.ownZ = z;
  }

  function trace(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, detail = 0.001): boolean {
    if (!tracer.closest(ox, oy, oz, dx, dy, dz)) return false;
    hit.distance = tracer.distance;
    hit.triangle = tracer.triangle;
    hit.weightB = tracer.u;
    hit.weightC = tracer.v;
    hit.part = parts[partOfTriangle[tracer.triangle]!]!;
    takeMesh(ox, oy, oz, dx, dy, dz);
    if (hit.part.kind === 'statue') refineStatue(hit.part, dx, dy, dz, detail);
    else refineSheet(cave.sheets[hit.part.sheet]!, ox, oy, oz, dx, dy, dz);
    return true;
  }

  const hit: ExactTracer = {
    trace,
    distance: 0,
    triangle: -1,
    weightB: 0,
    weightC: 0,
    part: parts[0]!,
    u: 0,
    v: 0,
    x: 0,
    y: 0,
    z: 0,
    nx: 0,
    ny: 0,
    nz: 0,
    ownX: 0,
    ownY: 0,
    ownZ: 0,
  };
  return hit;
}
