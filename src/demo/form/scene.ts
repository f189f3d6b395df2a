/** A cave sampled into one mesh with a tree over it. */
import type { Cave, Solid } from '#demo/cave/cave.ts';
import { buildBvh } from '#demo/form/bvh.ts';
import { meshSheet, meshStatue, type Piece } from '#demo/form/mesh.ts';
import type { Part, Scene } from '#demo/form/sceneTypes.ts';
import { shareFloats, shareShorts, shareUints } from '#demo/form/share.ts';
import { surfaceNets, type FieldMesh } from '#demo/form/surfaceNets.ts';

/**
 * `fineness` 1 is what the cave asks for: mesh and exact surface agree within 3 mm. Smaller is coarser: 0.5 gives a
 * quarter of the triangles, enough to bake diffuse light.
 */
export function buildScene(cave: Cave, fineness = 1): Scene {
  const entries = [...listSheets(cave, fineness), ...listStatues(cave, fineness)];
  const sizes = { vertices: 0, indices: 0 };
  for (const { piece } of entries) {
    sizes.vertices += piece.positions.length / 3;
    sizes.indices += piece.indices.length;
  }
  const positions = shareFloats(new Float32Array(sizes.vertices * 3));
  const normals = shareFloats(new Float32Array(sizes.vertices * 3));
  const uvs = shareFloats(new Float32Array(sizes.vertices * 2));
  const parameters = shareFloats(new Float32Array(sizes.vertices * 2));
  const indices = shareUints(new Uint32Array(sizes.indices));
  const partOfTriangle = shareShorts(new Uint16Array(sizes.indices / 3));
  let firstFreeVertex = 0;
  let vertex = 0;
  let index = 0;
  entries.forEach(({ part, piece }, i) => {
    positions.set(piece.positions, vertex * 3);
    normals.set(piece.normals, vertex * 3);
    uvs.set(piece.uvs, vertex * 2);
    parameters.set(piece.parameters, vertex * 2);
    partOfTriangle.fill(i, index / 3, (index + piece.indices.length) / 3);
    for (const corner of piece.indices) indices[index++] = corner + vertex;
    vertex += piece.positions.length / 3;
    if (part.kind === 'painted') firstFreeVertex = vertex;
  });
  const parts = entries.map(({ part }) => part);
  const bvh = buildBvh(positions, indices);
  return { positions, normals, uvs, parameters, indices, partOfTriangle, parts, firstFreeVertex, bvh };
}

interface Entry {
  part: Part;
  piece: Piece;
}

/** Painted sheets first, then the finished ones. */
function listSheets(cave: Cave, fineness: number): Entry[] {
  const entries = cave.sheets.map((sheet, i): Entry => {
    const columns = Math.max(1, Math.ceil(sheet.columns * fineness));
    const rows = Math.max(1, Math.ceil(sheet.rows * fineness));
    const piece = meshSheet(sheet, columns, rows);
    const painting = cave.paintings.findIndex(({ id }) => id === sheet.surface);
    if (painting >= 0) return { part: { kind: 'painted', sheet: i, painting }, piece };
    const finish = cave.finishes.findIndex(({ id }) => id === sheet.surface);
    if (finish >= 0) return { part: { kind: 'finished', sheet: i, finish }, piece };
    throw new Error(`cave "${cave.id}", sheet ${i}: no painting and no finish is called "${sheet.surface}"`);
  });
  return [
    ...entries.filter(({ part }) => part.kind === 'painted'),
    ...entries.filter(({ part }) => part.kind === 'finished'),
  ];
}

/** Each solid is meshed once, however many statues it makes. */
function listStatues(cave: Cave, fineness: number): Entry[] {
  const meshes = new Map<string, FieldMesh>();
  return cave.statues.map((statue, i): Entry => {
    const index = cave.solids.findIndex(({ id }) => id === statue.solid);
    const solid = cave.solids[index];
    if (!solid) throw new Error(`cave "${cave.id}", statue ${i}: no solid is called "${statue.solid}"`);
    let mesh = meshes.get(solid.id);
    if (!mesh) meshes.set(solid.id, (mesh = meshSolid(solid, fineness)));
    return { part: { kind: 'statue', statue: i, solid: index }, piece: meshStatue(mesh, statue) };
  });
}

export function meshSolid(solid: Solid, fineness: number): FieldMesh {
  const cell = solid.cell / fineness;
  return surfaceNets((x, y, z) => solid.distance(x, y, z), solid.low, solid.high, cell);
}
