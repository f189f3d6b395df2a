/** From a glTF file on disk to a document in memory that every step starts from. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, type JSONDocument, Logger, NodeIO, Verbosity } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { dedup, dequantize, metalRough, prune, unpartition, weld } from '@gltf-transform/functions';
import draco3d from 'draco3dgltf';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import { CommandError } from '../../command.ts';
import { arrangeDraws } from '../make/arrange.ts';
import { convertScan, formatOf } from './convert.ts';
import { readOutline } from './gate.ts';

const COMPRESSIONS = ['KHR_draco_mesh_compression', 'EXT_meshopt_compression'];
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(
  ALL_EXTENSIONS.map(({ EXTENSION_NAME }) => EXTENSION_NAME),
);

/** Reads and writes everything this command can; the decoders are ours, nothing is fetched. */
export async function createModelIo(): Promise<NodeIO> {
  await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready]);
  return new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
    'draco3d.decoder': await draco3d.createDecoderModule(),
    'meshopt.decoder': MeshoptDecoder,
    'meshopt.encoder': MeshoptEncoder,
  });
}

export interface ReadModel {
  /** Uncompressed, in metal-rough materials, with shared vertices, in as few draws as show the same. */
  readonly document: Document;
  /** What a conversion has left behind. */
  readonly losses: readonly string[];
}

/** Throws a `CommandError` in words. `scale` brings the file’s unit to metres; glTF should be in metres, and often is not. */
export async function readModel(file: string, scale: number, io: NodeIO): Promise<ReadModel> {
  const name = path.basename(file);
  const bytes = new Uint8Array(await readFile(file));
  const format = formatOf(name);
  const { document, losses } = format
    ? convertScan(name, bytes, format, scale)
    : { document: await readGltf(file, name, bytes, io), losses: [] };
  document.setLogger(new Logger(Verbosity.SILENT));
  if (!format && scale !== 1) scaleScenes(document, scale);
  // What the file was compressed with is not what the steps are.
  for (const extension of document.getRoot().listExtensionsUsed()) {
    if (COMPRESSIONS.includes(extension.extensionName)) extension.dispose();
  }
  await document.transform(metalRough(), dequantize(), unpartition(), weld(), dedup(), prune());
  await arrangeDraws(document);
  return { document, losses };
}

/** One node above all others, so that whatever moves below it is scaled too. */
function scaleScenes(document: Document, scale: number): void {
  for (const scene of document.getRoot().listScenes()) {
    const top = document.createNode('scale').setScale([scale, scale, scale]);
    for (const child of scene.listChildren()) {
      scene.removeChild(child);
      top.addChild(child);
    }
    scene.addChild(top);
  }
}

async function readGltf(file: string, name: string, bytes: Uint8Array<ArrayBuffer>, io: NodeIO): Promise<Document> {
  const { json, files } = readOutline(name, bytes, KNOWN_EXTENSIONS);
  for (const needed of files) {
    if (!existsSync(path.join(path.dirname(file), needed))) {
      throw new CommandError(`${name}: needs the file "${needed}", which is not beside it`);
    }
  }
  try {
    return await read(file, bytes, json, files, io);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandError(`${name}: cannot be read: ${reason.replaceAll(path.dirname(file), '').trim()}`);
  }
}

async function read(
  file: string,
  bytes: Uint8Array,
  json: Readonly<Record<string, unknown>>,
  files: readonly string[],
  io: NodeIO,
): Promise<Document> {
  if (bytes[0] === 0x67) return io.readBinary(bytes);
  const resources: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (const needed of files) {
    resources[encodeURI(needed)] = resources[needed] = new Uint8Array(
      await readFile(path.join(path.dirname(file), needed)),
    );
  }
  return io.readJSON({ json, resources } as unknown as JSONDocument);
}
