/** The gate of glTF that the viewer has too (`sources/relic/gltf`), with the room of a workshop. */
import path from 'node:path';
import { readContainer } from '#sources/relic/gltf/container.ts';
import { gateGltf } from '#sources/relic/gltf/gate.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import { WORKSHOP_LIMITS } from '#sources/relic/limits.ts';
import { CommandError } from '../../command.ts';

export interface GltfOutline {
  readonly json: Readonly<Record<string, unknown>>;
  /** Files it needs beside it, relative to its folder, decoded. */
  readonly files: readonly string[];
}

/** Throws a `CommandError` that names the place in the file; `known` are extensions that can be read. */
export function readOutline(name: string, bytes: Uint8Array<ArrayBuffer>, known: ReadonlySet<string>): GltfOutline {
  try {
    const { json, bin } = readContainer(bytes, WORKSHOP_LIMITS);
    const { gltf, losses } = gateGltf(json, bin?.length ?? 0, { limits: WORKSHOP_LIMITS, known });
    // A visit goes on without a picture; what is made here is made whole or not at all.
    const lost = losses.find((loss) => loss.startsWith('images.'));
    if (lost !== undefined) throw new CommandError(`${name}: ${lost}`);
    const named = [...gltf.buffers, ...gltf.images].flatMap((one) => (one && 'uri' in one ? [one.uri] : []));
    return { json, files: named.filter((uri) => !uri.startsWith('data:')).map(toPath) };
  } catch (error) {
    if (error instanceof ModelError) throw new CommandError(`${name}: ${error.message}`);
    throw error;
  }
}

function toPath(uri: string): string {
  return path.posix.normalize(decodeURIComponent(uri));
}
