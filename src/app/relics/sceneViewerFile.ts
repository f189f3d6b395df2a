import type { ModelAsset } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { isReadableBySceneViewer } from '#scene/relic/ar/sceneViewer.ts';

/** A glTF says what it requires at its beginning; only files that say more than this are taken for unreadable. */
const READ_BYTES = 256 * 1_024;
const HEADER_BYTES = 20;
const GLB_MAGIC = 0x46546c67;

/** The full address of the first download that Scene Viewer reads; null where there is none. Never rejects. */
export async function findSceneViewerFile(asset: ModelAsset, baseUrl: string): Promise<string | null> {
  for (const { uri } of asset.downloads ?? []) {
    const url = /\.glb$/i.test(uri) ? resolveAssetUri(uri, baseUrl) : null;
    if (url === null) continue;
    const extensions = await readRequiredExtensions(url).catch(() => null);
    if (extensions && isReadableBySceneViewer(extensions)) return new URL(url, location.href).href;
  }
  return null;
}

async function readRequiredExtensions(url: string): Promise<readonly string[] | null> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers: { range: `bytes=0-${READ_BYTES - 1}` }, signal: leaving.signal });
  const bytes = response.ok ? await readBeginning(response) : null;
  // Servers that know no ranges would send all of it.
  leaving.abort();
  if (!bytes || bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12, true);
  if (view.getUint32(0, true) !== GLB_MAGIC || HEADER_BYTES + length > bytes.length) return null;
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)));
  const required = (json as { extensionsRequired?: unknown }).extensionsRequired ?? [];
  return Array.isArray(required) && required.every((name) => typeof name === 'string') ? required : null;
}

async function readBeginning({ body }: Response): Promise<Uint8Array | null> {
  if (!body) return null;
  const reader = body.getReader();
  const bytes = new Uint8Array(READ_BYTES);
  let length = 0;
  while (length < READ_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, READ_BYTES - length);
    bytes.set(part, length);
    length += part.length;
  }
  return bytes.subarray(0, length);
}
