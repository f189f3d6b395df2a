/**
 * From a gated file and its bytes to a model that can be believed and drawn at once: unpacked, mended, gathered into as
 * few draws as it allows. Plain TypeScript: it runs in a worker of the page and in Node alike.
 */
import type { Gltf, Node, Skin } from '../gltf/shape.ts';
import type { Attribute } from './attribute.ts';
import { fitToHall, isNear, joinBoxes, moveBox, sizeOf } from './bounds.ts';
import type { GeometryCodecs } from './codecs.ts';
import { type Dress, dress } from './dress.ts';
import { Emitter } from './emit.ts';
import { type Drawn, gather } from './gather.ts';
import { emitAnimations } from './keyframes.ts';
import { type Matrix, multiply } from './matrix.ts';
import { type Box, mendJoints } from './mend.ts';
import { instanceMatrices, placeParts, type Placement, type StillMesh } from './placeParts.ts';
import { type Part, readParts, type Unpacked } from './readParts.ts';
import { boneMatrices, skinnedBox } from './skins.ts';

export interface PreparedModel {
  /** For GLTFLoader, with `views` in place of its buffer views. */
  readonly json: object;
  readonly views: readonly ArrayBuffer[];
  readonly textures: Dress['textures'];
  /** Of what is drawn, at rest; null where nothing is. */
  readonly bounds: Box | null;
  readonly losses: readonly string[];
}

/** Throws a `ModelError`. `bytesOf` gives the bytes of a buffer view as they lie in the file. */
export async function prepareModel(
  gltf: Gltf,
  bytesOf: (view: number) => Uint8Array,
  codecs: GeometryCodecs,
): Promise<PreparedModel> {
  const losses: string[] = [];
  const shown = new Set(gltf.nodes.flatMap(({ mesh }) => (mesh === undefined ? [] : [mesh])));
  const unpacked = await readParts(gltf, shown, bytesOf, codecs);
  const partsOf = (mesh: number): readonly Part[] => unpacked.parts.get(mesh) ?? [];
  const instances = await readInstances(gltf, unpacked);
  const placement = placeParts(gltf, (node) => instances.get(node) ?? null);
  const skins = await readSkins(gltf, unpacked);
  for (const index of placement.moving) {
    const skin = gltf.nodes[index]?.skin;
    if (skin === undefined) continue;
    for (const { attributes } of partsOf(gltf.nodes[index]?.mesh ?? -1)) {
      if (attributes['JOINTS_0']) mendJoints(attributes['JOINTS_0'], gltf.skins[skin]?.joints.length ?? 0);
    }
  }
  const boxes = boxesOfMoving(gltf, placement, partsOf, skins, instances);
  const { still, bounds, fit } = settle(placement.still, partsOf, boxes, losses);
  const dressed = dress(gltf);
  const drawn = gather(still, partsOf, dressed.materials);
  const emitter = new Emitter();
  const roots = drawn.map((one) => emitDrawn(one, emitter));
  const { top, nodeOf, skinJson } = emitMoving(gltf, placement, partsOf, skins, instances, emitter);
  if (top.length > 0) roots.push(fit ? emitter.node({ children: top, matrix: fit }) : emitter.node({ children: top }));
  const animations = await emitAnimations(gltf.animations, emitter, {
    read: unpacked.read,
    nodeOf,
    tell: (loss) => losses.push(loss),
  });
  const { nodes, meshes, accessors, bufferViews, views } = emitter;
  const lists = { nodes, meshes, accessors, bufferViews, animations, skins: skinJson };
  return {
    json: toJson(gltf, dressed, lists, roots),
    views,
    textures: dressed.textures,
    bounds,
    losses: [...unpacked.losses, ...losses],
  };
}

async function readInstances(gltf: Gltf, { read }: Unpacked): Promise<ReadonlyMap<Node, readonly Matrix[]>> {
  const found = new Map<Node, readonly Matrix[]>();
  for (const node of gltf.nodes) {
    if (!node.instances) continue;
    const attributes: Record<string, Attribute> = {};
    for (const [name, accessor] of Object.entries(node.instances)) attributes[name] = await read(accessor);
    found.set(node, instanceMatrices(attributes));
  }
  return found;
}

async function readSkins({ skins }: Gltf, { read }: Unpacked): Promise<readonly (Attribute | null)[]> {
  const inverses: (Attribute | null)[] = [];
  for (const { inverseBindMatrices } of skins) {
    inverses.push(inverseBindMatrices === undefined ? null : await read(inverseBindMatrices));
  }
  return inverses;
}

function boxesOfMoving(
  gltf: Gltf,
  { moving, worlds }: Placement,
  partsOf: (mesh: number) => readonly Part[],
  inverses: readonly (Attribute | null)[],
  instances: ReadonlyMap<Node, readonly Matrix[]>,
): Box[] {
  return [...moving].flatMap((index) => {
    const node = gltf.nodes[index];
    const world = worlds.get(index);
    if (!node || !world) return [];
    const joints = gltf.skins[node.skin ?? -1]?.joints.map((joint) => worlds.get(joint));
    const bones = joints && boneMatrices(joints, inverses[node.skin ?? -1] ?? null);
    const places = instances.get(node)?.map((matrix) => multiply(world, matrix)) ?? [world];
    return partsOf(node.mesh ?? -1).flatMap((part) => {
      const skinned = bones && skinnedBox(part, bones);
      return skinned ? [skinned] : places.map((place) => moveBox(place, part.box));
    });
  });
}

/** Leaves out what lies beyond all others, and brings a whole of no credible size to one that can be looked at. */
function settle(
  all: readonly StillMesh[],
  partsOf: (mesh: number) => readonly Part[],
  moving: readonly Box[],
  losses: string[],
): { still: readonly StillMesh[]; bounds: Box | null; fit: Matrix | null } {
  const sized = all.flatMap((one) => {
    const box = joinBoxes(partsOf(one.mesh).map((part) => moveBox(one.matrix, part.box)));
    return box && [...box.min, ...box.max].every(Number.isFinite) ? [{ one, box }] : [];
  });
  const near = sized.filter(({ box }) => isNear(box));
  const kept = near.length > 0 && near.some(({ box }) => sizeOf(box) > 0) ? near : sized;
  if (kept.length < all.length) losses.push(`${all.length - kept.length} parts lie nowhere near the others; left out`);
  const bounds = joinBoxes([
    ...kept.map(({ box }) => box),
    ...moving.filter((box) => isNear(box) || kept.length === 0),
  ]);
  const fit = bounds && fitToHall(bounds);
  if (!bounds || !fit) return { still: kept.map(({ one }) => one), bounds, fit };
  losses.push(`it is ${sizeOf(bounds).toPrecision(2)} m large, so it is shown a metre large; export it in metres`);
  const still = kept.map(({ one }) => ({ mesh: one.mesh, matrix: multiply(fit, one.matrix) }));
  return { still, bounds: moveBox(fit, bounds), fit };
}

function emitDrawn({ part, matrix, instances }: Drawn, emitter: Emitter): number {
  const isPlaced = matrix.some((value, index) => value !== (index % 5 === 0 ? 1 : 0));
  return emitter.node({
    mesh: emitter.mesh([part]),
    extensions: { ...(isPlaced && emitter.place(matrix)), ...(instances && emitter.instances(instances)) },
  });
}

function emitMoving(
  gltf: Gltf,
  { kept, moving }: Placement,
  partsOf: (mesh: number) => readonly Part[],
  inverses: readonly (Attribute | null)[],
  instances: ReadonlyMap<Node, readonly Matrix[]>,
  emitter: Emitter,
): { top: number[]; nodeOf: (node: number) => number | undefined; skinJson: object[] } {
  const usedSkins = [...new Set([...moving].flatMap((index) => gltf.nodes[index]?.skin ?? []))];
  const joints = usedSkins.flatMap((skin) => gltf.skins[skin]?.joints ?? []);
  // A joint that is in no scene is a node all the same.
  const wanted = new Set([...kept, ...joints]);
  const numbers = new Map([...wanted].map((index, order) => [index, emitter.nodes.length + order]));
  const below = new Set<number>();
  for (const index of wanted) {
    const node = gltf.nodes[index] as Node;
    const children = node.children.filter((child) => wanted.has(child));
    for (const child of children) below.add(child);
    const { matrix, translation, rotation, scale } = node;
    const parts = moving.has(index) ? partsOf(node.mesh ?? -1) : [];
    const places = instances.get(node);
    emitter.node({
      ...(children.length > 0 && { children: children.map((child) => numbers.get(child)) }),
      ...(matrix ? { matrix } : { translation, rotation, scale }),
      ...(parts.length > 0 && {
        mesh: emitter.mesh(parts, node.weights ?? gltf.meshes[node.mesh ?? -1]?.weights),
        ...(node.skin !== undefined && { skin: usedSkins.indexOf(node.skin) }),
        ...(places && { extensions: emitter.instances(places) }),
      }),
    });
  }
  const skinJson = usedSkins.map((skin) => {
    const inverse = inverses[skin];
    return {
      joints: (gltf.skins[skin] as Skin).joints.map((joint) => numbers.get(joint)),
      ...(inverse && { inverseBindMatrices: emitter.attribute(inverse, 'MAT4') }),
    };
  });
  const top = [...wanted].filter((index) => !below.has(index)).map((index) => numbers.get(index) as number);
  return { top, nodeOf: (node) => numbers.get(node), skinJson };
}

/** Nothing of the file's own is left in it but numbers, and names that a visitor sees. */
function toJson(gltf: Gltf, { materials, textures }: Dress, lists: object, roots: readonly number[]): object {
  return {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: roots }],
    buffers: [{ byteLength: 1 }],
    ...lists,
    materials,
    textures: textures.map(() => ({})),
    extensionsUsed: ['KHR_materials_unlit', 'KHR_materials_variants', 'KHR_texture_transform'],
    extensions: { KHR_materials_variants: { variants: gltf.variants.map((name) => ({ name })) } },
  };
}
