/** What a file is, told by its name alone; nothing is guessed from its content, and browsers are told not to either. */
import path from 'node:path';

export interface MediaType {
  readonly type: string;
  /** Whether sending it compressed is worth the work: text and the like, never pictures or sound. */
  readonly isCompressible: boolean;
}

const text = (type: string): MediaType => ({ type, isCompressible: true });
const packed = (type: string): MediaType => ({ type, isCompressible: false });

const BY_EXTENSION: Readonly<Record<string, MediaType>> = {
  '.html': text('text/html; charset=utf-8'),
  '.css': text('text/css; charset=utf-8'),
  '.js': text('text/javascript; charset=utf-8'),
  '.mjs': text('text/javascript; charset=utf-8'),
  '.json': text('application/json; charset=utf-8'),
  '.map': text('application/json; charset=utf-8'),
  '.webmanifest': text('application/manifest+json; charset=utf-8'),
  '.gltf': text('model/gltf+json; charset=utf-8'),
  '.svg': text('image/svg+xml; charset=utf-8'),
  '.txt': text('text/plain; charset=utf-8'),
  '.md': text('text/markdown; charset=utf-8'),
  '.xml': text('application/xml; charset=utf-8'),
  '.vtt': text('text/vtt; charset=utf-8'),
  '.obj': text('model/obj'),
  '.ply': text('application/octet-stream'),
  '.bin': text('application/octet-stream'),
  '.wasm': text('application/wasm'),
  '.glb': packed('model/gltf-binary'),
  '.ktx2': packed('image/ktx2'),
  '.hdr': packed('image/vnd.radiance'),
  '.exr': packed('image/x-exr'),
  '.webp': packed('image/webp'),
  '.avif': packed('image/avif'),
  '.jpg': packed('image/jpeg'),
  '.jpeg': packed('image/jpeg'),
  '.png': packed('image/png'),
  '.gif': packed('image/gif'),
  '.tif': packed('image/tiff'),
  '.tiff': packed('image/tiff'),
  '.ico': packed('image/x-icon'),
  '.woff2': packed('font/woff2'),
  '.woff': packed('font/woff'),
  '.ttf': text('font/ttf'),
  '.otf': text('font/otf'),
  '.mp3': packed('audio/mpeg'),
  '.m4a': packed('audio/mp4'),
  '.ogg': packed('audio/ogg'),
  '.opus': packed('audio/ogg'),
  '.wav': packed('audio/wav'),
  '.flac': packed('audio/flac'),
  '.mp4': packed('video/mp4'),
  '.webm': packed('video/webm'),
  '.pdf': packed('application/pdf'),
};

/** Every type a build or an exhibition may hold, for other servers: endings without a dot, types without a charset. */
export function mediaTypeTable(): readonly (readonly [type: string, endings: readonly string[]])[] {
  const byType = new Map<string, string[]>();
  for (const [ending, { type }] of Object.entries(BY_EXTENSION)) {
    const [bare = type] = type.split(';');
    byType.set(bare, [...(byType.get(bare) ?? []), ending.slice(1)]);
  }
  return [...byType];
}

const UNKNOWN = packed('application/octet-stream');
const RUNNABLE = new Set(['.html', '.htm', '.xhtml', '.js', '.mjs', '.cjs']);

/** The type of one of the viewer's own files. */
export function mediaTypeOf(name: string): MediaType {
  return BY_EXTENSION[path.extname(name).toLowerCase()] ?? UNKNOWN;
}

/**
 * The type of a file of an exhibition. Content is never a page or a script: a browser told `text/plain` and `nosniff`
 * runs neither, so a hostile file in the folder stays a file.
 */
export function contentTypeOf(name: string): MediaType {
  return RUNNABLE.has(path.extname(name).toLowerCase()) ? text('text/plain; charset=utf-8') : mediaTypeOf(name);
}
