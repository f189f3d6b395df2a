/**
 * Meshes: attributes that are what their names say, as many of each as there are vertices. One that only dresses the
 * surface and is not what its name says is left out with a word.
 */
import type { RelicLimits } from '../limits.ts';
import {
  childOf, entriesOf, extensionOf, fail, integerOf, numbersOf, hasOwn, referenceMapOf, referenceOf, requiredReference,
  type Entry,
} from './check.ts'; // prettier-ignore
import { spare, type Tell } from './readMaterials.ts';
import { POINTS, TRIANGLE_FAN } from './shape.ts';
import type { Accessor, Attributes, Mesh, Primitive } from './shape.ts';

/** What a vertex may have, and in which types. Others, such as `_FEATURE_ID_0`, are not carried on. */
const SEMANTICS: readonly (readonly [RegExp, readonly Accessor['type'][]])[] = [
  [/^POSITION$/, ['VEC3']],
  [/^NORMAL$/, ['VEC3']],
  [/^TANGENT$/, ['VEC4']],
  // three knows four sets of each.
  [/^TEXCOORD_[0-3]$/, ['VEC2']],
  [/^COLOR_0$/, ['VEC3', 'VEC4']],
  [/^JOINTS_0$/, ['VEC4']],
  [/^WEIGHTS_0$/, ['VEC4']],
];
const MOST_TARGETS = 256;

export interface MeshLists {
  readonly accessors: readonly Accessor[];
  readonly viewCount: number;
  readonly materialCount: number;
  readonly variantCount: number;
  readonly tell: Tell;
}

export function readMeshes(root: Entry, lists: MeshLists, limits: RelicLimits): Mesh[] {
  return entriesOf(root, 'meshes', limits.parts).map((entry) => {
    const primitives = entriesOf(entry, 'primitives', limits.parts).map((part) => readPrimitive(part, lists));
    if (primitives.length === 0) fail(entry.place, 'has no primitives');
    const targets = primitives[0]?.targets.length ?? 0;
    if (primitives.some((primitive) => primitive.targets.length !== targets)) {
      fail(entry.place, 'its primitives differ in the number of their morph targets');
    }
    const weights = hasOwn(entry.json, 'weights') ? numbersOf(entry, 'weights', targets) : undefined;
    return { primitives, ...(weights && { weights }) };
  });
}

function readPrimitive(entry: Entry, lists: MeshLists): Primitive {
  const { accessors } = lists;
  const named = referenceMapOf(entry, 'attributes', 'accessors', accessors.length);
  if (!named) fail(entry.place, 'has no attributes');
  const attributes = keepKnown(named, lists, `${entry.place}.attributes`);
  const count = countOf(attributes, accessors, entry.place);
  const targets = entriesOf(entry, 'targets', MOST_TARGETS).map((target) => {
    const holder = { json: { target: target.json }, place: entry.place };
    const map = referenceMapOf(holder, 'target', 'accessors', accessors.length) ?? {};
    const known = keepKnown(map, lists, target.place, ['VEC3']);
    const others = Object.values(known).map((index) => accessors[index]?.count);
    if (others.some((other) => other !== count)) fail(target.place, `expected ${count} elements in each attribute`);
    return known;
  });
  const indices = referenceOf(entry, 'indices', 'accessors', accessors.length);
  if (indices !== undefined) requireIndices(accessors[indices], `${entry.place}.indices`);
  const draco = readDraco(entry, attributes, lists);
  const material = spare(lists.tell, 'the surface is left plain', undefined, () =>
    referenceOf(entry, 'material', 'materials', lists.materialCount),
  );
  const variants = spare(lists.tell, 'its variants are left out', null, () => readMappings(entry, lists));
  return {
    attributes,
    mode: integerOf(entry, 'mode', POINTS, TRIANGLE_FAN) ?? 4,
    targets,
    ...(indices !== undefined && { indices }),
    ...(material !== undefined && { material }),
    ...(draco && { draco }),
    ...(variants && { variants }),
  };
}

/** Attributes without which the shape is another one. */
const SHAPE = ['POSITION', 'JOINTS_0', 'WEIGHTS_0'];

function keepKnown(
  named: Attributes,
  { accessors, tell }: MeshLists,
  place: string,
  types?: readonly Accessor['type'][],
): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const [name, index] of Object.entries(named)) {
    const known = SEMANTICS.find(([pattern]) => pattern.test(name));
    const accessor = accessors[index];
    if (!known || !accessor) continue;
    const expected = types && !/^(COLOR|TEXCOORD)_/.test(name) ? types : known[1];
    const fault = findAttributeFault(name, accessor, expected);
    if (fault === null) kept[name] = index;
    else if (SHAPE.includes(name)) fail(`${place}.${name}`, fault);
    else tell(`${place}.${name}: ${fault}; the attribute is left out`);
  }
  return kept;
}

function findAttributeFault(name: string, accessor: Accessor, types: readonly Accessor['type'][]): string | null {
  if (!types.includes(accessor.type)) return `expected ${types.join(' or ')}, found ${accessor.type}`;
  // Whole numbers of 32 bits are no attribute of a vertex in glTF, and no GPU takes them for one.
  if (accessor.componentType === 5125) return 'whole numbers of 32 bits cannot be an attribute';
  const isCounting = accessor.componentType === 5121 || accessor.componentType === 5123;
  return name === 'JOINTS_0' && !isCounting ? 'expected whole numbers of 8 or 16 bits' : null;
}

function countOf(attributes: Attributes, accessors: readonly Accessor[], place: string): number {
  const [first, ...rest] = Object.values(attributes).map((index) => accessors[index]?.count ?? 0);
  if (first === undefined || attributes['POSITION'] === undefined) return first ?? 0;
  if (rest.some((count) => count !== first)) fail(`${place}.attributes`, 'they differ in length');
  return first;
}

function requireIndices(accessor: Accessor | undefined, place: string): void {
  const isRight = accessor?.type === 'SCALAR' && [5121, 5123, 5125].includes(accessor.componentType);
  if (!isRight) fail(place, 'expected whole numbers without sign');
  if (accessor.normalized) fail(place, 'they must not be normalized');
}

function readDraco(entry: Entry, attributes: Attributes, { viewCount }: MeshLists): Primitive['draco'] | null {
  const extension = extensionOf(entry, 'KHR_draco_mesh_compression');
  if (!extension) return null;
  const bufferView = requiredReference(extension, 'bufferView', 'bufferViews', viewCount);
  const named = childOf(extension, 'attributes');
  const ids: Record<string, number> = {};
  for (const name of Object.keys(attributes)) {
    const id = named && integerOf(named, name, 0, 65_535);
    if (id !== null && id !== undefined) ids[name] = id;
  }
  return { bufferView, ids };
}

function readMappings(entry: Entry, { variantCount, materialCount }: MeshLists): (number | null)[] | null {
  const extension = extensionOf(entry, 'KHR_materials_variants');
  if (!extension || variantCount === 0) return null;
  const worn = new Array<number | null>(variantCount).fill(null);
  for (const mapping of entriesOf(extension, 'mappings', 256)) {
    const material = requiredReference(mapping, 'material', 'materials', materialCount);
    const { variants } = mapping.json;
    for (const variant of Array.isArray(variants) ? (variants as unknown[]) : []) {
      if (typeof variant === 'number' && worn[variant] === null) worn[variant] = material;
    }
  }
  return worn;
}
