/**
 * KHR_meshopt_compression says the same as EXT_meshopt_compression, with the same fields, and names two filters and a
 * newer coding more, which the decoder knows. The reader knows it by its older name alone.
 */
const NEW_NAME = 'KHR_meshopt_compression';
const OLD_NAME = 'EXT_meshopt_compression';

type Json = Readonly<Record<string, unknown>>;

export function usesNewMeshopt(json: Json): boolean {
  const used = json['extensionsUsed'];
  return Array.isArray(used) && used.includes(NEW_NAME);
}

/** A copy of the outline under the older name. */
export function renameMeshopt(json: Json): Json {
  const renamed: Record<string, unknown> = { ...json };
  for (const key of ['extensionsUsed', 'extensionsRequired']) {
    const names = json[key];
    if (Array.isArray(names))
      renamed[key] = [...new Set(names.map((name: unknown) => (name === NEW_NAME ? OLD_NAME : name)))];
  }
  for (const key of ['buffers', 'bufferViews']) {
    const entries = json[key];
    if (Array.isArray(entries)) renamed[key] = entries.map(renameIn);
  }
  return renamed;
}

function renameIn(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const { extensions } = entry as { extensions?: unknown };
  if (typeof extensions !== 'object' || extensions === null) return entry;
  const { [NEW_NAME]: own, ...others } = extensions as Record<string, unknown>;
  // A file may have both; they then say the same.
  return own === undefined ? entry : { ...entry, extensions: { [OLD_NAME]: own, ...others } };
}
