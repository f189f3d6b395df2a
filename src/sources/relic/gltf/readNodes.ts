/** Nodes, skins and the scene: a forest that ends, no deeper than it can be walked. */
import type { RelicLimits } from '../limits.ts';
import {
  entriesOf, extensionOf, fail, flagOf, hasOwn, numbersOf, referenceMapOf, referenceOf, referencesOf, textsOf, type Entry,
} from './check.ts'; // prettier-ignore
import { ModelError } from './modelError.ts';
import type { Accessor, Attributes, Mesh, Node, Skin } from './shape.ts';

export interface NodeLists {
  readonly meshes: readonly Mesh[];
  readonly accessors: readonly Accessor[];
  readonly skinCount: number;
}

export function readNodes(root: Entry, lists: NodeLists, limits: RelicLimits): Node[] {
  const entries = entriesOf(root, 'nodes', limits.nodes);
  let instances = 0;
  const nodes = entries.map((entry) => {
    const node = readNode(entry, entries.length, lists);
    const first = Object.values(node.instances ?? {})[0];
    instances += first === undefined ? 0 : (lists.accessors[first]?.count ?? 0);
    if (instances > limits.instances) {
      throw new ModelError(
        'too-large',
        `${entry.place}: expected at most ${limits.instances} instances in all; export fewer`,
      );
    }
    return node;
  });
  requireForest(nodes, limits.depth);
  return nodes;
}

function readNode(entry: Entry, count: number, { meshes, accessors, skinCount }: NodeLists): Node {
  const mesh = referenceOf(entry, 'mesh', 'meshes', meshes.length);
  const skin = referenceOf(entry, 'skin', 'skins', skinCount);
  const matrix = numbersOf(entry, 'matrix', 16);
  const translation = numbersOf(entry, 'translation', 3);
  const rotation = numbersOf(entry, 'rotation', 4);
  const scale = numbersOf(entry, 'scale', 3);
  const targets = mesh === undefined ? 0 : (meshes[mesh]?.primitives[0]?.targets.length ?? 0);
  const weights = hasOwn(entry.json, 'weights') ? numbersOf(entry, 'weights', targets) : undefined;
  const instances = readInstances(entry, accessors);
  return {
    children: referencesOf(entry, 'children', 'nodes', count),
    ...(mesh !== undefined && { mesh }),
    // Without weights a skin would pull every vertex into one point.
    ...(skin !== undefined && isWeighted(meshes[mesh ?? -1]) && { skin }),
    // A matrix and its parts at once contradict each other; the matrix is what every viewer takes.
    ...(matrix ? { matrix } : {
      ...(translation && { translation }),
      ...(rotation && { rotation: toUnit(rotation) }),
      ...(scale && { scale }),
    }),
    ...(weights && { weights }),
    ...(instances && mesh !== undefined && { instances }),
    ...(isHidden(entry) && { isHidden: true as const }),
  }; // prettier-ignore
}

function isWeighted(mesh: Mesh | undefined): boolean {
  const has = (attributes: Attributes): boolean =>
    attributes['JOINTS_0'] !== undefined && attributes['WEIGHTS_0'] !== undefined;
  return mesh !== undefined && mesh.primitives.every(({ attributes }) => has(attributes));
}

function toUnit(rotation: readonly number[]): number[] {
  const length = Math.hypot(...rotation);
  return length > 1e-9 && Number.isFinite(length) ? rotation.map((value) => value / length) : [0, 0, 0, 1];
}

function readInstances(entry: Entry, accessors: readonly Accessor[]): Record<string, number> | null {
  const extension = extensionOf(entry, 'EXT_mesh_gpu_instancing');
  const all = extension && referenceMapOf(extension, 'attributes', 'accessors', accessors.length);
  if (!extension || !all) return null;
  const places: Record<string, number> = {};
  let count: number | null = null;
  for (const [name, type] of [['TRANSLATION', 'VEC3'], ['ROTATION', 'VEC4'], ['SCALE', 'VEC3']] as const) {
    const index = all[name];
    if (index === undefined) continue;
    const accessor = accessors[index];
    const isThere = accessor?.bufferView !== undefined || accessor?.sparse !== undefined;
    if (!isThere) fail(extension.place, `${name} has no data`);
    if (accessor.type !== type) fail(extension.place, `${name} is no ${type}`);
    if (count !== null && accessor.count !== count) fail(extension.place, 'its attributes differ in length');
    count = accessor.count;
    places[name] = index;
  } // prettier-ignore
  return count === null ? null : places;
}

/** Every node below one other at most, none below itself, none too deep. */
function requireForest(nodes: readonly Node[], mostDepth: number): void {
  const parents = new Int32Array(nodes.length).fill(-1);
  nodes.forEach(({ children }, index) => {
    for (const child of children) {
      if (child === index)
        throw new ModelError('broken-tree', `nodes.${index} is its own child; export the model again`);
      if (parents[child] !== -1) {
        const message = `nodes.${child} hangs below nodes.${parents[child]} and nodes.${index}; export the model again`;
        throw new ModelError('broken-tree', message);
      }
      parents[child] = index;
    }
  });
  // Each node once, at whatever depth its parent was found at; what no root leads to goes round in a circle.
  let level = [...nodes.keys()].filter((index) => parents[index] === -1);
  let reached = 0;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > mostDepth) {
      throw new ModelError(
        'broken-tree',
        `nodes.${level[0]} lies more than ${mostDepth} deep; export the model flatter`,
      );
    }
    reached += level.length;
    level = level.flatMap((index) => [...(nodes[index]?.children ?? [])]);
  }
  if (reached === nodes.length) return;
  throw new ModelError('broken-tree', 'some nodes lie below themselves; export the model again');
}

export function readSkins(root: Entry, nodeCount: number, accessors: readonly Accessor[], limits: RelicLimits): Skin[] {
  return entriesOf(root, 'skins', limits.parts).map((entry) => {
    const joints = referencesOf(entry, 'joints', 'nodes', nodeCount);
    if (joints.length === 0) fail(entry.place, 'has no joints');
    referenceOf(entry, 'skeleton', 'nodes', nodeCount);
    const inverseBindMatrices = referenceOf(entry, 'inverseBindMatrices', 'accessors', accessors.length);
    if (inverseBindMatrices === undefined) return { joints };
    const matrices = accessors[inverseBindMatrices];
    const isRight = matrices?.type === 'MAT4' && matrices.componentType === 5126 && matrices.count >= joints.length;
    if (!isRight) fail(`${entry.place}.inverseBindMatrices`, `expected ${joints.length} matrices of floats`);
    return { joints, inverseBindMatrices };
  });
}

/** Nodes at the top of the scene that is shown; a file without scenes shows all that it has. */
export function readRoots(root: Entry, nodes: readonly Node[], limits: RelicLimits): number[] {
  const scenes = entriesOf(root, 'scenes', limits.parts);
  const chosen = referenceOf(root, 'scene', 'scenes', scenes.length) ?? 0;
  const below = new Set(nodes.flatMap(({ children }) => children));
  const lists = scenes.map((scene) => {
    const roots = referencesOf(scene, 'nodes', 'nodes', nodes.length);
    const inner = roots.find((index) => below.has(index));
    if (inner !== undefined) fail(`${scene.place}.nodes`, `nodes.${inner} lies below another node`);
    return roots;
  });
  return lists[chosen] ?? [...nodes.keys()].filter((index) => !below.has(index));
}

/** Throws for an extension that a file cannot be shown without. */
export function requireKnownExtensions(root: Entry, known: ReadonlySet<string>): void {
  for (const name of textsOf(root, 'extensionsRequired', 256)) {
    if (known.has(name)) continue;
    const message = `it needs the extension ${name.slice(0, 80)}, which is not known here; export without`;
    throw new ModelError('unknown-extension', message);
  }
}

/** Names of KHR_materials_variants. */
export function readVariants(root: Entry): string[] {
  const extension = extensionOf(root, 'KHR_materials_variants');
  const entries = extension ? entriesOf(extension, 'variants', 256) : [];
  return entries.map(({ json }, index) => {
    const { name } = json;
    return typeof name === 'string' && name.trim() !== '' ? name.slice(0, 200) : String(index + 1);
  });
}

/** KHR_node_visibility: neither it nor what lies below it is to be seen. */
function isHidden(entry: Entry): boolean {
  const extension = extensionOf(entry, 'KHR_node_visibility');
  return extension !== null && hasOwn(extension.json, 'visible') && !flagOf(extension, 'visible');
}
