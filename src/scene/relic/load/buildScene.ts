/**
 * A prepared model as three's objects, by GLTFLoader. It is given numbers that were checked and textures that are made,
 * so it has nothing to fetch, to unpack or to guess.
 */
import { InstancedMesh, Mesh, Object3D } from 'three';
import type { Texture } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { GLTF, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import { INSTANCES, PLACE } from '#sources/relic/geometry/emit.ts';
import type { PreparedModel } from '#sources/relic/geometry/prepareModel.ts';

/** `textureOf` gives the texture of a number; null where there is none to be had. */
export function buildScene(
  { json, views }: PreparedModel,
  textureOf: (index: number) => Promise<Texture | null>,
): Promise<GLTF> {
  const loader = new GLTFLoader();
  loader.register((parser) => ({ name: PLACE, afterRoot: ({ scene }) => Promise.resolve(placeNodes(parser, scene)) }));
  loader.register((parser) => ({
    name: INSTANCES,
    loadBufferView: (index: number) => Promise.resolve(views[index] ?? new ArrayBuffer(0)),
    loadTexture: (index: number) => textureOf(index) as Promise<Texture>,
    createNodeMesh: (index: number) => createInstances(parser, views, index) as Promise<Mesh>,
  }));
  return new Promise((resolve, reject) => {
    loader.parse(json as unknown as ArrayBuffer, '', resolve, (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

interface NodeDef {
  readonly extensions?: {
    readonly [PLACE]?: { readonly matrix: readonly number[] };
    readonly [INSTANCES]?: { readonly bufferView: number; readonly count: number };
  };
}

/** By the very matrix: what is flattened or slanted has no turn and scale that make it up. */
function placeNodes(parser: GLTFParser, scene: Object3D): void {
  const { nodes = [] } = parser.json as { nodes?: readonly NodeDef[] };
  for (const object of scene.children) {
    const place = nodes[parser.associations.get(object)?.nodes ?? -1]?.extensions?.[PLACE];
    if (!place) continue;
    object.matrix.fromArray([...place.matrix]);
    object.matrixAutoUpdate = false;
    object.matrixWorldNeedsUpdate = true;
  }
}

function createInstances(parser: GLTFParser, views: readonly ArrayBuffer[], index: number): Promise<Object3D> | null {
  const { nodes } = parser.json as { nodes: readonly NodeDef[] };
  const found = nodes[index]?.extensions?.[INSTANCES];
  if (!found) return null;
  const matrices = new Float32Array(views[found.bufferView] ?? new ArrayBuffer(0));
  return (parser as unknown as { createNodeMesh(node: number): Promise<Object3D> })
    .createNodeMesh(index)
    .then((object) => {
      if (object instanceof Mesh) return toInstances(parser, object as Mesh, matrices, found.count);
      const children = object.children.map((child) =>
        child instanceof Mesh ? toInstances(parser, child as Mesh, matrices, found.count) : child,
      );
      object.clear();
      return object.add(...children);
    });
}

function toInstances(parser: GLTFParser, mesh: Mesh, matrices: Float32Array, count: number): InstancedMesh {
  const made = new InstancedMesh(mesh.geometry, mesh.material, count);
  made.instanceMatrix.array.set(matrices.subarray(0, count * 16));
  Object3D.prototype.copy.call(made, mesh, false);
  parser.associations.set(made, parser.associations.get(mesh) ?? {});
  return made;
}
