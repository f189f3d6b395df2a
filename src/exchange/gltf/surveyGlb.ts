/**
 * What a GLB weighs, read from its header and JSON alone: the ladder of a document says it before anything is loaded.
 * The viewer's own gate (`sources/relic/gltf`) judges the file when it is shown; nothing here is believed for more than
 * numbers of a plan.
 */
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { readJson } from '#document/read.ts';
import type { ImportFolder } from '../reading/folder.ts';
import { IDENTITY, type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { type Box, isNearIdentity, joinBoxes, rotation, scaling, transformBox, translation } from './matrix.ts';

const MAGIC = 0x46546c67;
const CHUNK_JSON = 0x4e4f534a;
const MAX_JSON_BYTES = 16 * 1024 * 1024;
/** Nodes that are visited; a tree that names a node twice must not be walked for ever. */
const MAX_VISITS = 20_000;
const TRIANGLES = 4;

export interface GlbSurvey {
  readonly bytes: number;
  readonly triangles: number;
  readonly draws: number;
  /** In the file's own units, as it stands in its scene; null where nothing says it. */
  readonly bounds: Box | null;
  readonly json: JsonObject;
  readonly jsonBytes: number;
}

/** A survey, or the end of a sentence that says why there is none. */
export async function surveyGlb(folder: ImportFolder, path: string): Promise<GlbSurvey | { readonly reason: string }> {
  const { bytes, head } = await folder.readHead(path, 20);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 20 || view.getUint32(0, true) !== MAGIC || view.getUint32(16, true) !== CHUNK_JSON)
    return { reason: 'is no binary glTF; make one with “grotto lod”' };
  if (view.getUint32(4, true) !== 2) return { reason: 'is no glTF 2.0; make one with “grotto lod”' };
  const jsonBytes = view.getUint32(12, true);
  if (jsonBytes > MAX_JSON_BYTES) return { reason: 'has a header that is too long to be read' };
  if (20 + jsonBytes > bytes) return { reason: 'is cut off' };
  const whole = await folder.readHead(path, 20 + jsonBytes);
  const reading = readJson(whole.head.subarray(20));
  if (reading.fault || !isJsonObject(reading.value)) return { reason: 'holds no JSON that can be read' };
  return { bytes, jsonBytes, json: reading.value, ...count(reading.value) };
}

function count(json: JsonObject): { triangles: number; draws: number; bounds: Box | null } {
  const [nodes, meshes, accessors] = [listOf(json['nodes']), listOf(json['meshes']), listOf(json['accessors'])];
  let visits = 0;
  let triangles = 0;
  let draws = 0;
  let bounds: Box | null = null;
  let depth = 0;

  function visit(index: unknown, parent: Matrix): void {
    const node = typeof index === 'number' ? nodes[index] : undefined;
    if (!isJsonObject(node) || ++visits > MAX_VISITS) return;
    const place = multiply(parent, matrixOf(node));
    const mesh = typeof node['mesh'] === 'number' ? meshes[node['mesh']] : undefined;
    for (const primitive of isJsonObject(mesh) ? listOf(mesh['primitives']) : []) {
      if (!isJsonObject(primitive)) continue;
      const attributes = isJsonObject(primitive['attributes']) ? primitive['attributes'] : {};
      const positions = accessorAt(attributes['POSITION']);
      const corners = accessorAt(primitive['indices']) ?? positions;
      draws += 1;
      if ((primitive['mode'] ?? TRIANGLES) === TRIANGLES) triangles += Math.floor(countOf(corners) / 3);
      const box = positions && boxOf(positions);
      if (box) bounds = joinBoxes(bounds, transformBox(place, box));
    }
    if (depth > 60) return;
    depth += 1;
    for (const child of listOf(node['children'])) visit(child, place);
    depth -= 1;
  }

  function accessorAt(index: unknown): JsonObject | undefined {
    const accessor = typeof index === 'number' ? accessors[index] : undefined;
    return isJsonObject(accessor) ? accessor : undefined;
  }

  const scene = listOf(json['scenes'])[typeof json['scene'] === 'number' ? json['scene'] : 0];
  for (const root of isJsonObject(scene) ? listOf(scene['nodes']) : []) visit(root, IDENTITY);
  return { triangles, draws: Math.max(1, draws), bounds };
}

function matrixOf(node: JsonObject): Matrix {
  const matrix = numbersOf(node['matrix'], 16);
  if (matrix) return matrix;
  const t = numbersOf(node['translation'], 3) ?? [0, 0, 0];
  const r = numbersOf(node['rotation'], 4) ?? [0, 0, 0, 1];
  const s = numbersOf(node['scale'], 3) ?? [1, 1, 1];
  const turned = multiply(translation([t[0] ?? 0, t[1] ?? 0, t[2] ?? 0]), rotation([r[0] ?? 0, r[1] ?? 0, r[2] ?? 0, r[3] ?? 1])); // prettier-ignore
  return multiply(turned, scaling([s[0] ?? 1, s[1] ?? 1, s[2] ?? 1]));
}

function boxOf(accessor: JsonObject): Box | null {
  const min = numbersOf(accessor['min'], 3);
  const max = numbersOf(accessor['max'], 3);
  if (!min || !max) return null;
  // Of quantised positions the whole numbers are written down, not what they stand for.
  const unit = accessor['normalized'] === true ? (LARGEST[String(accessor['componentType'])] ?? 1) : 1;
  const scaled = (list: number[]): [number, number, number] => [
    (list[0] ?? 0) / unit,
    (list[1] ?? 0) / unit,
    (list[2] ?? 0) / unit,
  ];
  return { min: scaled(min), max: scaled(max) };
}

const LARGEST: Readonly<Record<string, number>> = { 5120: 127, 5121: 255, 5122: 32_767, 5123: 65_535 };

function countOf(accessor: JsonObject | undefined): number {
  const count = accessor?.['count'];
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? Math.min(count, 1e9) : 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numbersOf(value: unknown, length: number): number[] | null {
  if (!Array.isArray(value) || value.length !== length) return null;
  return value.every((one) => Number.isFinite(one)) ? (value as number[]) : null;
}

/**
 * The beginning of the same GLB with everything in it moved by `matrix`: one more node above its roots. The rest of the
 * file stays as it is. Null where nothing has to move.
 */
export function moveGlb(
  survey: GlbSurvey,
  matrix: Matrix,
): { head: Uint8Array; replaces: number; bytes: number } | null {
  if (isNearIdentity(matrix)) return null;
  const nodes = [...listOf(survey.json['nodes'])];
  const scenes = listOf(survey.json['scenes']).map((scene) => {
    if (!isJsonObject(scene)) return scene;
    const roots = listOf(scene['nodes']);
    if (roots.length === 0) return scene;
    return { ...scene, nodes: [nodes.push({ name: 'place', children: roots, matrix }) - 1] };
  });
  const text = new TextEncoder().encode(JSON.stringify({ ...survey.json, nodes, scenes }));
  const padded = Math.ceil(text.length / 4) * 4;
  const head = new Uint8Array(20 + padded).fill(0x20);
  head.set(text, 20);
  const bytes = survey.bytes - survey.jsonBytes + padded;
  const view = new DataView(head.buffer);
  for (const [at, value] of [MAGIC, 2, bytes, padded, CHUNK_JSON].entries()) view.setUint32(at * 4, value, true);
  return { head, replaces: 20 + survey.jsonBytes, bytes };
}
