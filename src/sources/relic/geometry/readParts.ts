/** The numbers of each primitive that is shown: unpacked, mended, with the box around them. */
import type { Attributes, Gltf, Primitive } from '../gltf/shape.ts';
import { ModelError } from '../gltf/modelError.ts';
import { type Attribute, type StridedBytes, readAccessor } from './attribute.ts';
import type { GeometryCodecs } from './codecs.ts';
import { boxOf, mendNumbers, requireVertices, type Box } from './mend.ts';
import { narrow, triangulate } from './triangulate.ts';

/** A primitive with its numbers. */
export interface Part {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly targets: readonly Readonly<Record<string, Attribute>>[];
  readonly index: Uint16Array | Uint32Array | null;
  readonly mode: number;
  readonly material: number | undefined;
  readonly variants: readonly (number | null)[] | undefined;
  readonly vertexCount: number;
  readonly box: Box;
}

export interface Unpacked {
  /** Of each mesh that was asked for, its primitives that have anything to show. */
  readonly parts: ReadonlyMap<number, readonly Part[]>;
  /** Any other accessor, such as keyframes. */
  readonly read: (accessor: number) => Promise<Attribute>;
  readonly losses: readonly string[];
}

/** `bytesOf` gives the bytes of a view as they lie in the file. */
export async function readParts(
  gltf: Gltf,
  meshes: ReadonlySet<number>,
  bytesOf: (view: number) => Uint8Array,
  codecs: GeometryCodecs,
): Promise<Unpacked> {
  const views = new Map<number, StridedBytes>();
  const attributes = new Map<number, Attribute>();
  const losses: string[] = [];

  async function unpack(index: number): Promise<StridedBytes> {
    const view = gltf.bufferViews[index];
    const known = views.get(index);
    if (known || !view) return known ?? { bytes: new Uint8Array(), stride: undefined };
    const raw = bytesOf(index);
    const bytes = view.meshopt ? await inWords(`bufferViews.${index}`, codecs.meshopt(raw, view.meshopt)) : raw;
    const found = { bytes, stride: view.byteStride };
    views.set(index, found);
    return found;
  }

  async function read(index: number): Promise<Attribute> {
    const accessor = gltf.accessors[index];
    const known = attributes.get(index);
    if (known) return known;
    if (!accessor) throw new ModelError('broken-reference', `there is no accessors.${index}`);
    const needed = [accessor.bufferView, accessor.sparse?.indices.bufferView, accessor.sparse?.values.bufferView];
    for (const view of needed) if (view !== undefined) await unpack(view);
    const found = readAccessor(accessor, (view) => views.get(view) ?? { bytes: new Uint8Array(), stride: undefined });
    const mended = mendNumbers(found);
    if (mended > 0) losses.push(`accessors.${index}: ${mended} elements are no numbers; their neighbours stand in`);
    attributes.set(index, found);
    return found;
  }

  async function readAll(map: Attributes): Promise<Record<string, Attribute>> {
    const all: Record<string, Attribute> = {};
    for (const [name, index] of Object.entries(map)) all[name] = await read(index);
    return all;
  }

  async function readPart(primitive: Primitive, place: string): Promise<Part | null> {
    const position = gltf.accessors[primitive.attributes['POSITION'] ?? -1];
    if (!position) return null;
    const draco = primitive.draco && (await readDraco(gltf, primitive, primitive.draco, bytesOf, codecs, place));
    const rest = Object.entries(primitive.attributes).filter(([name]) => !draco?.attributes[name]);
    const own = { ...(await readAll(Object.fromEntries(rest))), ...draco?.attributes };
    const targets: Record<string, Attribute>[] = [];
    for (const target of primitive.targets) targets.push(await readAll(target));
    const vertexCount = own['POSITION']?.count ?? 0;
    const given = draco ? draco.index : primitive.indices === undefined ? null : (await read(primitive.indices)).array;
    if (given) requireVertices(given, vertexCount, place);
    const { mode, index } = triangulate({ mode: primitive.mode, index: given }, vertexCount);
    const box = own['POSITION'] && boxOf(own['POSITION']);
    if (!box) return null;
    return {
      attributes: own,
      targets,
      index: index && narrow(index, vertexCount),
      mode,
      material: primitive.material,
      variants: primitive.variants,
      vertexCount,
      box,
    };
  }

  const parts = new Map<number, readonly Part[]>();
  for (const mesh of meshes) {
    const found: Part[] = [];
    for (const [index, primitive] of (gltf.meshes[mesh]?.primitives ?? []).entries()) {
      const part = await readPart(primitive, `meshes.${mesh}.primitives.${index}`);
      if (part) found.push(part);
    }
    parts.set(mesh, found);
  }
  return { parts, read, losses };
}

async function readDraco(
  { accessors }: Gltf,
  primitive: Primitive,
  { bufferView, ids }: NonNullable<Primitive['draco']>,
  bytesOf: (view: number) => Uint8Array,
  codecs: GeometryCodecs,
  place: string,
): Promise<{ index: Uint32Array | null; attributes: Record<string, Attribute> }> {
  const accessorOf = (name: string) => accessors[primitive.attributes[name] ?? -1];
  const vertexCount = accessorOf('POSITION')?.count ?? 0;
  const types = Object.fromEntries(Object.keys(ids).map((name) => [name, accessorOf(name)?.componentType ?? 5126]));
  const indexCount = primitive.indices === undefined ? null : (accessors[primitive.indices]?.count ?? null);
  const job = { source: bytesOf(bufferView), ids, types, vertexCount, indexCount };
  const { index, attributes: decoded } = await inWords(place, codecs.draco(job));
  const attributes: Record<string, Attribute> = {};
  for (const [name, { array, itemSize }] of Object.entries(decoded)) {
    const normalized = accessorOf(name)?.normalized ?? false;
    attributes[name] = { array, itemSize, stride: itemSize, count: array.length / itemSize, normalized };
  }
  if (Object.values(attributes).some(({ count }) => count !== vertexCount)) {
    throw new ModelError(
      'broken-data',
      `${place}: unpacks to other than ${vertexCount} vertices; export the model again`,
    );
  }
  for (const attribute of Object.values(attributes)) mendNumbers(attribute);
  return { index, attributes };
}

/** What a codec throws, with the place of what it was given. */
async function inWords<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ModelError('broken-data', `${place}: ${message}; export the model again`);
  }
}
