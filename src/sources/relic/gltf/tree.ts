/** The nodes of a file: a tree that ends, and parts that are there. */
import { type GltfJson, isObject, listOf } from './container.ts';
import { ModelError } from './modelError.ts';
import { indicesOf, readCount, readIndex } from './numbers.ts';

const MOST_INSTANCES = 1_000_000;
/** Deeper trees would exhaust the stack of whoever walks them. */
const MOST_DEPTH = 512;

/** Every node below one parent at most, no way back, no deeper than can be walked; indices that lead somewhere. */
export function gateTree(json: GltfJson): void {
  const nodes = listOf(json['nodes']);
  const meshes = listOf(json['meshes']).length;
  const parents = new Int32Array(nodes.length).fill(-1);
  nodes.forEach((node, index) => {
    if (node['mesh'] !== undefined) readIndex(node['mesh'], `nodes.${index}.mesh`, meshes);
    gateInstances(json, node, index);
    for (const child of indicesOf(node['children'], `nodes.${index}.children`, nodes.length)) {
      if (child === index) throw new ModelError('broken-tree', `nodes.${index} is its own child; export it again`);
      if (parents[child] !== -1) {
        throw new ModelError('broken-tree', `nodes.${child} hangs below two others; export it again`);
      }
      parents[child] = index;
    }
  });
  const depths = new Int32Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    let depth = 0;
    for (let at = start; at !== -1; at = parents[at] ?? -1) {
      if (++depth > MOST_DEPTH) {
        const message = `nodes.${start} lies more than ${MOST_DEPTH} deep, or below itself; export it flatter`;
        throw new ModelError('broken-tree', message);
      }
      const known = depths[at] ?? 0;
      if (known > 0) {
        depth += known - 1;
        break;
      }
    }
    if (depth > MOST_DEPTH) throw new ModelError('broken-tree', `nodes.${start} lies more than ${MOST_DEPTH} deep`);
    depths[start] = depth;
  }
  const scenes = listOf(json['scenes']);
  if (json['scene'] !== undefined) readIndex(json['scene'], 'scene', scenes.length);
  scenes.forEach((scene, index) => indicesOf(scene['nodes'], `scenes.${index}.nodes`, nodes.length));
  gateMeshes(json);
}

function gateMeshes(json: GltfJson): void {
  const accessors = listOf(json['accessors']).length;
  const materials = listOf(json['materials']).length;
  listOf(json['meshes']).forEach((mesh, index) => {
    listOf(mesh['primitives']).forEach((primitive, at) => {
      const place = `meshes.${index}.primitives.${at}`;
      const { attributes, indices, material } = primitive;
      for (const [name, accessor] of Object.entries(isObject(attributes) ? attributes : {})) {
        readIndex(accessor, `${place}.attributes.${name.slice(0, 40)}`, accessors);
      }
      if (indices !== undefined) readIndex(indices, `${place}.indices`, accessors);
      if (material !== undefined) readIndex(material, `${place}.material`, materials);
    });
  });
}

function gateInstances(json: GltfJson, node: Record<string, unknown>, index: number): void {
  const extension = isObject(node['extensions']) ? node['extensions']['EXT_mesh_gpu_instancing'] : undefined;
  if (!isObject(extension)) return;
  const accessors = listOf(json['accessors']);
  for (const accessor of Object.values(isObject(extension['attributes']) ? extension['attributes'] : {})) {
    const place = `nodes.${index}.extensions.EXT_mesh_gpu_instancing`;
    const at = readIndex(accessor, place, accessors.length);
    readCount(accessors[at]?.['count'], `${place}: instances`, MOST_INSTANCES);
    if (accessors[at]?.['bufferView'] === undefined) {
      throw new ModelError('broken-data', `${place}: instances without places; export it again`);
    }
  }
}
