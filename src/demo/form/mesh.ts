/** The pieces a scene is put together from: a sampled sheet, a solid that stands somewhere. */
import type { Sheet, SheetPoint, Statue } from '#demo/cave/cave.ts';
import { placeStatue } from '#demo/form/placement.ts';
import type { FieldMesh } from '#demo/form/surfaceNets.ts';

export interface Piece {
  positions: Float32Array;
  normals: Float32Array;
  uvs: Float32Array;
  parameters: Float32Array;
  indices: Uint32Array;
}

/** Step in s and t for slopes of a sheet. */
const STEP = 1e-3;

/** A grid of `columns` × `rows` quadrilaterals, turned to the side the sheet faces. */
export function meshSheet(sheet: Sheet, columns: number, rows: number): Piece {
  const count = (columns + 1) * (rows + 1);
  const piece: Piece = {
    positions: new Float32Array(count * 3),
    normals: new Float32Array(count * 3),
    uvs: new Float32Array(count * 2),
    parameters: new Float32Array(count * 2),
    indices: new Uint32Array(columns * rows * 6),
  };
  const point: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  for (let j = 0, i = 0; j <= rows; j++)
    for (let column = 0; column <= columns; column++, i++) {
      const s = column / columns;
      const t = j / rows;
      sheet.at(s, t, point);
      piece.positions.set([point.x, point.y, point.z], i * 3);
      piece.uvs.set([point.u, point.v], i * 2);
      piece.parameters.set([s, t], i * 2);
      piece.normals.set(sheetNormal(sheet, s, t), i * 3);
    }
  for (let j = 0, n = 0; j < rows; j++)
    for (let column = 0; column < columns; column++, n += 6) {
      const a = j * (columns + 1) + column;
      const c = a + columns + 1;
      piece.indices.set([a, a + 1, c, a + 1, c + 1, c], n);
    }
  if (isTurnedAway(piece, sheet)) {
    for (let i = 0; i < piece.normals.length; i++) piece.normals[i] = -piece.normals[i]!;
    turnTriangles(piece.indices);
  }
  return piece;
}

/** Cross product of the slopes along s and t, one-sided at the edges; steps aside from poles, where a slope vanishes. */
export function sheetNormal(sheet: Sheet, s: number, t: number): [number, number, number] {
  const a: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const b: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  for (const aside of [0, 2 * STEP, 8 * STEP]) {
    const s0 = Math.min(1 - STEP, Math.max(STEP, s));
    const t0 = Math.min(1 - STEP - aside, Math.max(STEP + aside, t));
    sheet.at(s0 - STEP, t0, a);
    sheet.at(s0 + STEP, t0, b);
    const [sx, sy, sz] = [b.x - a.x, b.y - a.y, b.z - a.z];
    sheet.at(s0, t0 - STEP, a);
    sheet.at(s0, t0 + STEP, b);
    const [tx, ty, tz] = [b.x - a.x, b.y - a.y, b.z - a.z];
    const x = sy * tz - sz * ty;
    const y = sz * tx - sx * tz;
    const z = sx * ty - sy * tx;
    const length = Math.hypot(x, y, z);
    if (length > 1e-5 * Math.hypot(sx, sy, sz) * Math.hypot(tx, ty, tz) && length > 1e-16)
      return [x / length, y / length, z / length];
  }
  return [0, 1, 0];
}

/** Judged where the sheet looks straightest and nearest at the point it faces, so bodies of revolution work too. */
function isTurnedAway(piece: Piece, sheet: Sheet): boolean {
  let clearest = 0;
  for (let i = 0; i < piece.positions.length; i += 3) {
    const x = sheet.facing[0] - piece.positions[i]!;
    const y = sheet.facing[1] - piece.positions[i + 1]!;
    const z = sheet.facing[2] - piece.positions[i + 2]!;
    const away = piece.normals[i]! * x + piece.normals[i + 1]! * y + piece.normals[i + 2]! * z;
    const clear = away / (x * x + y * y + z * z + 1e-12);
    if (Math.abs(clear) > Math.abs(clearest)) clearest = clear;
  }
  return clearest < 0;
}

function turnTriangles(indices: Uint32Array): void {
  for (let i = 0; i < indices.length; i += 3) {
    const b = indices[i + 1]!;
    indices[i + 1] = indices[i + 2]!;
    indices[i + 2] = b;
  }
}

/** A solid's mesh where a statue stands; mirrored ones are turned so that they still face outward. */
export function meshStatue(mesh: FieldMesh, statue: Statue): Piece {
  const placement = placeStatue(statue);
  const count = mesh.positions.length / 3;
  const piece: Piece = {
    positions: new Float32Array(count * 3),
    normals: new Float32Array(count * 3),
    uvs: new Float32Array(count * 2),
    parameters: new Float32Array(count * 2),
    indices: mesh.indices.slice(),
  };
  const { positions: p, normals: n } = mesh;
  for (let i = 0; i < p.length; i += 3) {
    placement.pointToCave(p[i]!, p[i + 1]!, p[i + 2]!, piece.positions, i);
    placement.directionToCave(n[i]!, n[i + 1]!, n[i + 2]!, piece.normals, i);
  }
  if (statue.mirrored) turnTriangles(piece.indices);
  return piece;
}
