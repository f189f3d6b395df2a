/** What models and tilesets name in turn: tiles, subtrees, buffers and pictures that lie beside them. */
import type { Exhibition } from '#document/schema.ts';
import { assetPath } from '#document/uri.ts';
import { readContainer } from '#sources/relic/gltf/container.ts';
import { surveyTileset } from '#sources/tileset/survey.ts';

/** Stands for the folder in addresses; nothing is asked of it. */
const FOLDER = 'file:///exhibition/';

/** @param read A file of the exhibition's folder; null where there is none. */
export async function listNamedFiles(
  exhibition: Exhibition,
  read: (path: string) => Promise<Uint8Array | null>,
): Promise<string[]> {
  const paths = new Set<string>();
  for (const asset of exhibition.assets) {
    if (asset.kind === 'model') {
      const { lods, states = [], downloads = [] } = asset;
      for (const { uri } of [...lods, ...states.flatMap((state) => state.lods ?? []), ...downloads]) {
        const path = assetPath(uri);
        if (path === null || !/\.(glb|gltf)$/i.test(path)) continue;
        const bytes = await read(path);
        if (bytes) addBeside(bytes, new URL(encodePath(path), FOLDER).href, paths);
      }
    } else if (asset.kind === 'tileset') {
      await addTileset(asset.uri, read, paths);
    }
  }
  return [...paths];
}

async function addTileset(
  uri: string,
  read: (path: string) => Promise<Uint8Array | null>,
  paths: Set<string>,
): Promise<void> {
  const path = assetPath(uri);
  if (path === null) return;
  await surveyTileset(new URL(encodePath(path), FOLDER).href, FOLDER, {
    async read(url) {
      const file = pathOf(url);
      if (file === null) return null;
      paths.add(file);
      return read(file);
    },
    // Whether it can be shown is for `grotto check` to say; here only what it names counts.
    checkGltf: (bytes, url) => addBeside(bytes, url, paths),
  });
}

/** Buffers and pictures of a glTF that are files of their own. */
function addBeside(bytes: Uint8Array, url: string, paths: Set<string>): void {
  for (const uri of listBeside(bytes)) {
    const path = URL.canParse(uri, url) ? pathOf(new URL(uri, url).href) : null;
    if (path !== null) paths.add(path);
  }
}

function listBeside(bytes: Uint8Array): string[] {
  try {
    const { json } = readContainer(bytes as Uint8Array<ArrayBuffer>);
    const parts = [json['buffers'], json['images']].flatMap((part): unknown[] => (Array.isArray(part) ? part : []));
    return parts
      .map((part) => (part as { uri?: unknown } | null)?.uri)
      .filter((uri): uri is string => typeof uri === 'string' && !uri.startsWith('data:'));
  } catch {
    // What is no glTF names nothing.
    return [];
  }
}

/** The path in the folder; null for what lies elsewhere. */
function pathOf(url: string): string | null {
  const { href } = new URL(url);
  return href.startsWith(FOLDER) ? assetPath(href.slice(FOLDER.length).split(/[?#]/, 1)[0] ?? '') : null;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
