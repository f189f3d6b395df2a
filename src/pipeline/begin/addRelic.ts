/** `grotto add relic`: a model as a relic of an exhibition that is there, in its true size. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Hotspot, ModelAsset } from '#document/schema.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { measureBounds } from '../lod/make/makeStep.ts';
import { makeLadder } from '../lod/makeLadder.ts';
import { readLodOptions } from '../lod/options.ts';
import { createModelIo, readModel } from '../lod/read/readModel.ts';
import { replaceDocument } from '../tile/output/mergeEntry.ts';
import { chooseId, type Existing, idOf, listOf, type Place, readExisting, withPlace } from './existing.ts';
import { freeId, labelOf } from './placePictures.ts';

type RelicHotspot = Hotspot & { readonly kind: 'relic' };

/** What is larger or smaller than this was seldom measured in metres. */
const ODD_METRES = { least: 0.005, most: 30 };
const LOD_OPTIONS = ['rights', 'digital-source-type', 'jobs'] as const;

export async function addRelic(args: string[], io: CommandIo): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ size: text, to: text, look: text, stands: text, id: text, rights: text, jobs: text },
      'digital-source-type': text,
      quick: { type: 'boolean', default: false },
    },
  });
  const [name, model, ...more] = positionals;
  if (name === undefined || model === undefined || more.length > 0)
    throw new CommandError('name the folder of the exhibition and one model; see grotto add --help', 2);
  const folder = path.resolve(io.cwd, name);
  const existing = await readExisting(folder);
  const where = choosePlace(existing, values.to);
  const placing = readPlacing(values, where);
  const fileName = path.parse(model).name;
  const id = chooseId(existing, values.id, fileName);
  const scale = values.size === undefined ? 1 : await scaleTo(path.resolve(io.cwd, model), readMetres(values.size));
  const passed = LOD_OPTIONS.flatMap((key) => (values[key] === undefined ? [] : [`--${key}`, values[key]]));
  const out = path.join(folder, 'models', id);
  const options = readLodOptions([model, '--out', out, '--id', id, '--scale', String(scale), ...passed], io.cwd);
  io.err(`${model}: made into steps\n`);
  const label = labelOf(fileName, existing.languages);
  const { entry, losses } = await makeLadder({ ...options, label, exhibition: folder, isQuick: values.quick }, ({ quality, triangles }) => io.err(`  ${quality}: ${triangles} triangles\n`)); // prettier-ignore
  for (const loss of losses) io.err(`grotto add relic: ${loss}\n`);
  const hotspot: RelicHotspot = { kind: 'relic', id: `relic-${id}`.slice(0, 64), label, model: id, ...placing };
  // Read again: making steps takes its time, and the document may have been edited meanwhile.
  const hall = await put(await readExisting(folder), entry, hotspot, where.id);
  io.out(`${path.join(name, 'exhibition.json')}: ${describeSize(entry)} ${hall.isNew ? `in a new hall, "${hall.id}"` : `in "${hall.id}"`}\n`); // prettier-ignore
  return 0;
}

interface ChosenPlace {
  readonly id?: string;
  readonly isHall: boolean;
  /** Whether it says where on the site it is. */
  readonly isPlaced: boolean;
}

/** The place that is named, else the first hall; no id where there is none yet. */
function choosePlace({ assets, nodes }: Existing, wish: string | undefined): ChosenPlace {
  const halls = new Set(assets.filter((asset) => 'kind' in asset && asset.kind === 'gallery').flatMap(idOf));
  const isHall = (node: object) => 'asset' in node && halls.has(String(node.asset));
  const found = nodes.find((node) => (wish === undefined ? isHall(node) : idOf(node)[0] === wish));
  if (wish !== undefined && !found) {
    throw new CommandError(`--to ${wish}: there is no such place; places are ${nodes.flatMap(idOf).slice(0, 20).join(', ')}`, 2); // prettier-ignore
  }
  const [id] = found ? idOf(found) : [];
  const isPlaced = found !== undefined && 'position' in found;
  return { ...(id !== undefined && { id }), isHall: !found || isHall(found), isPlaced };
}

/** In a hall it stands on the next plinth, unless it is said where; elsewhere it has at least a mark. */
function readPlacing(
  { look, stands }: { look?: string | undefined; stands?: string | undefined },
  { isHall, isPlaced }: ChosenPlace,
): Pick<RelicHotspot, 'target' | 'stands'> {
  const [x = 0, y = 0, z = 0] = stands === undefined ? [] : readNumbers('stands', stands, 3);
  const at = stands !== undefined && { stands: { position: [x, y, z] as [number, number, number] } };
  if (isHall && look !== undefined) throw new CommandError('--look is about photographed places; in a hall --stands says where', 2); // prettier-ignore
  if (at && look === undefined && !isHall && !isPlaced)
    throw new CommandError(
      'the place does not say where on the site it is; write its "position", or say --look too',
      2,
    );
  if (isHall || (at && look === undefined)) return { ...at };
  const [yaw = 0, pitch = -10] = look === undefined ? [] : readNumbers('look', look, 2);
  if (Math.abs(yaw) > 360 || Math.abs(pitch) > 90) throw new CommandError(`--look ${look}: expected degrees, such as 40,-12`, 2); // prettier-ignore
  return { target: { yaw, pitch }, ...at };
}

function readNumbers(option: string, text: string, count: number): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.length === count && text.split(',').every((one) => one.trim() !== '') && numbers.every(Number.isFinite)) return numbers; // prettier-ignore
  throw new CommandError(`--${option} ${text}: expected ${count} numbers with commas between them`, 2);
}

function readMetres(text: string): number {
  const size = Number(text);
  if (size > 0 && size <= 1_000) return size;
  throw new CommandError(`--size ${text}: expected metres, such as 0.32`, 2);
}

/** What brings the longest side of the model to so many metres. */
async function scaleTo(file: string, metres: number): Promise<number> {
  const { document } = await readModel(file, 1, await createModelIo());
  const longest = Math.max(...sidesOf(measureBounds(document)));
  if (!(longest > 0)) throw new CommandError(`${path.basename(file)}: has no size`);
  return metres / longest;
}

function sidesOf({ min, max }: { readonly min: readonly number[]; readonly max: readonly number[] }): number[] {
  return [0, 1, 2].map((axis) => (max[axis] ?? 0) - (min[axis] ?? 0));
}

function describeSize({ id, boundingBox }: ModelAsset): string {
  const sides = boundingBox ? sidesOf(boundingBox) : [];
  const longest = Math.max(0, ...sides);
  const said = `"${id}" is ${sides.map((side) => Number(side.toPrecision(3))).join(' × ')} m and stands`;
  if (longest >= ODD_METRES.least && longest <= ODD_METRES.most) return said;
  return `${said} (is that its true size? --size says how long its longest side is)`;
}

/** Writes the document with the relic in it. */
async function put(
  existing: Existing,
  entry: ModelAsset,
  hotspot: RelicHotspot,
  placeId: string | undefined,
): Promise<{ id: string; isNew: boolean }> {
  const { file, document, assets, nodes, languages } = existing;
  if (placeId !== undefined) {
    const changed = (nodes as readonly Place[]).map((node) =>
      node.id === placeId ? { ...node, hotspots: [...listOf(node['hotspots']), hotspot] } : node,
    );
    await replaceDocument(file, { ...document, assets: [...assets, entry], nodes: changed });
    return { id: placeId, isNew: false };
  }
  const id = freeId('hall', new Set([...assets, ...nodes].flatMap(idOf).concat(entry.id)));
  const label = labelOf('hall', languages);
  const hall = { id, label, asset: id, hotspots: [hotspot] };
  await replaceDocument(file, withPlace(existing, [entry, { kind: 'gallery', id, label }], hall));
  return { id, isNew: true };
}
