/**
 * Fewer draws for the same picture: what stands in many places is drawn as instances, what shares a material as one
 * mesh. Things that are seen through keep their own draws, for they are sorted by where they are.
 */
import { POINTS, TRIANGLES, type Material } from '../gltf/shape.ts';
import { type Attribute, unitOf } from './attribute.ts';
import { type Matrix, IDENTITY, cofactors, determinant, movePoint, multiply } from './matrix.ts';
import { boxOf } from './mend.ts';
import type { Part } from './readParts.ts';
import type { StillMesh } from './placeParts.ts';

/** A part as it will be drawn: once by its matrix, or as instances below it. */
export interface Drawn {
  readonly part: Part;
  readonly matrix: Matrix;
  /** In the frame of `matrix`; null where it is drawn once. */
  readonly instances: readonly Matrix[] | null;
}

/** As many places of one part are worth instances; so are fewer, where the part is large. */
const MANY_PLACES = 8;
/** Vertices that a copy of every place may have together, before instances are better. */
const FEW_COPIED_VERTICES = 20_000;
/** A merged mesh has its numbers as floats, twice as large as quantized ones: more than this is left as it is... */
const MOST_MERGED_VERTICES = 300_000;
/** ...unless it saves as many draws as this. */
const MANY_DRAWS = 12;
/** Beyond it, what is seen through is gathered all the same. */
const MANY_SORTED = 32;
const MIRROR: Matrix = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const LINES = 1;

export function gather(
  still: readonly StillMesh[],
  partsOf: (mesh: number) => readonly Part[],
  materials: readonly Material[],
): Drawn[] {
  const drawn: Drawn[] = [];
  const single: Drawn[] = [];
  for (const [part, matrices] of placesOf(still, partsOf)) {
    const isSorted = materials[part.material ?? -1]?.['alphaMode'] === 'BLEND' && matrices.length < MANY_SORTED;
    const isLarge = matrices.length > 1 && part.vertexCount * matrices.length > FEW_COPIED_VERTICES;
    if (!isSorted && (isLarge || matrices.length >= MANY_PLACES)) drawn.push(...asInstances(part, matrices));
    else (isSorted ? drawn : single).push(...matrices.map((matrix) => ({ part, matrix, instances: null })));
  }
  for (const group of groupBy(single, ({ part }) => mergeKey(part))) {
    const vertices = group.reduce((sum, { part }) => sum + part.vertexCount, 0);
    const isWorth = group.length > 1 && (vertices <= MOST_MERGED_VERTICES || group.length >= MANY_DRAWS);
    if (isWorth && canMerge(group[0]?.part)) drawn.push({ part: merge(group), matrix: IDENTITY, instances: null });
    else drawn.push(...group);
  }
  return drawn;
}

/** Each part with all its places; a place that is named twice counts once. */
function placesOf(
  still: readonly StillMesh[],
  partsOf: (mesh: number) => readonly Part[],
): ReadonlyMap<Part, readonly Matrix[]> {
  const byMesh = new Map<number, { places: Matrix[]; known: Map<number, Matrix[]> }>();
  for (const { mesh, matrix } of still) {
    if (!matrix.every(Number.isFinite)) continue;
    const found = byMesh.get(mesh) ?? { places: [], known: new Map<number, Matrix[]>() };
    byMesh.set(mesh, found);
    // Equal matrices have equal sums; what else has is compared.
    const sum = matrix.reduce((total, value, index) => total + value * (index + 1.618), 0);
    const alike = found.known.get(sum) ?? [];
    if (alike.some((other) => other.every((value, index) => value === matrix[index]))) continue;
    alike.push(matrix);
    found.known.set(sum, alike);
    found.places.push(matrix);
  }
  const found = new Map<Part, readonly Matrix[]>();
  for (const [mesh, { places }] of byMesh) for (const part of partsOf(mesh)) found.set(part, places);
  return found;
}

function asInstances(part: Part, matrices: readonly Matrix[]): Drawn[] {
  // An instance cannot be mirrored on its own, since its winding would turn: mirrored ones share a mirrored frame.
  const plain = matrices.filter((matrix) => determinant(matrix) >= 0);
  const mirrored = matrices.filter((matrix) => determinant(matrix) < 0).map((matrix) => multiply(MIRROR, matrix));
  return [
    ...(plain.length > 0 ? [{ part, matrix: IDENTITY, instances: plain }] : []),
    ...(mirrored.length > 0 ? [{ part, matrix: MIRROR, instances: mirrored }] : []),
  ];
}

function mergeKey({ attributes, mode, material, variants }: Part): string {
  const names = Object.entries(attributes).map(([name, { itemSize }]) => `${name}${itemSize}`);
  return [mode, material ?? '', variants?.join(',') ?? '', ...names.sort()].join(' ');
}

function canMerge(part: Part | undefined): boolean {
  return part !== undefined && [POINTS, LINES, TRIANGLES].includes(part.mode);
}

function merge(group: readonly Drawn[]): Part {
  const parts = group.map(({ part }) => part);
  const [first] = parts as [Part];
  const vertexCount = parts.reduce((sum, part) => sum + part.vertexCount, 0);
  const attributes: Record<string, Attribute> = {};
  for (const [name, { itemSize }] of Object.entries(first.attributes)) {
    const array = new Float32Array(vertexCount * itemSize);
    let at = 0;
    for (const { part, matrix } of group) {
      const source = part.attributes[name];
      if (source) place(source, array, at * itemSize, name, matrix);
      at += part.vertexCount;
    }
    attributes[name] = { array, itemSize, stride: itemSize, count: vertexCount, normalized: false };
  }
  const box = boxOf(attributes['POSITION'] as Attribute) ?? first.box;
  return { ...first, attributes, index: mergeIndices(group, vertexCount), vertexCount, box };
}

function place(source: Attribute, target: Float32Array, at: number, name: string, matrix: Matrix): void {
  const { array, itemSize, stride, count } = source;
  const unit = unitOf(source);
  const turn = name === 'NORMAL' ? cofactors(matrix) : null;
  const isTangent = name === 'TANGENT';
  const mirror = isTangent && determinant(matrix) < 0 ? -1 : 1;
  for (let index = 0; index < count; index++) {
    const from = index * stride;
    const to = at + index * itemSize;
    const x = (array[from] ?? 0) * unit;
    const y = (array[from + 1] ?? 0) * unit;
    const z = (array[from + 2] ?? 0) * unit;
    if (name === 'POSITION') target.set(movePoint(matrix, x, y, z), to);
    else if (turn) target.set(direct(turn, x, y, z), to);
    else if (isTangent) {
      const [tx, ty, tz] = movePoint(matrix, x, y, z);
      const [ox, oy, oz] = movePoint(matrix, 0, 0, 0);
      target.set(unitVector(tx - ox, ty - oy, tz - oz), to);
      target[to + 3] = (array[from + 3] ?? 0) * unit * mirror;
    } else for (let item = 0; item < itemSize; item++) target[to + item] = (array[from + item] ?? 0) * unit;
  }
}

function direct(m: readonly number[], x: number, y: number, z: number): [number, number, number] {
  return unitVector(
    (m[0] ?? 0) * x + (m[3] ?? 0) * y + (m[6] ?? 0) * z,
    (m[1] ?? 0) * x + (m[4] ?? 0) * y + (m[7] ?? 0) * z,
    (m[2] ?? 0) * x + (m[5] ?? 0) * y + (m[8] ?? 0) * z,
  );
}

function unitVector(x: number, y: number, z: number): [number, number, number] {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

function mergeIndices(group: readonly Drawn[], vertexCount: number): Uint16Array | Uint32Array | null {
  if (group.every(({ part, matrix }) => part.index === null && determinant(matrix) >= 0)) return null;
  const length = group.reduce((sum, { part }) => sum + (part.index?.length ?? part.vertexCount), 0);
  const merged = vertexCount <= 65_535 ? new Uint16Array(length) : new Uint32Array(length);
  let at = 0;
  let base = 0;
  for (const { part, matrix } of group) {
    const count = part.index?.length ?? part.vertexCount;
    const isTurned = part.mode === TRIANGLES && determinant(matrix) < 0;
    for (let corner = 0; corner < count; corner++) {
      // The second and third corner change places where the place mirrors.
      const third = corner % 3;
      const from = isTurned && third > 0 && corner - third + 2 < count ? corner + (third === 1 ? 1 : -1) : corner;
      merged[at++] = base + (part.index ? (part.index[from] ?? 0) : from);
    }
    base += part.vertexCount;
  }
  return merged;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
