/** From the path of a request to a file that may be sent, and to nothing else on the disk. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type MediaType, contentTypeOf, mediaTypeOf } from './mediaTypes.ts';

/** A folder whose files are served at the root of the site. */
export interface Mount {
  /** Absolute, with symbolic links resolved. */
  readonly folder: string;
  /** Which paths it answers for; the first mount that answers for a path and has the file wins. */
  readonly has: (relativePath: string) => boolean;
  /** Whether it holds an exhibition's files, which are never pages or scripts. */
  readonly isContent: boolean;
}

export interface FoundFile {
  readonly path: string;
  /** The path within the mount, with forward slashes. */
  readonly relativePath: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly mediaType: MediaType;
}

/**
 * The path below the site's root that a request's target names, decoded once and checked; null for anything that is
 * not a plain path: `..`, backslashes, drive letters, control characters, hidden files, empty segments.
 */
export function readRequestPath(target: string): string | null {
  const encoded = target.split(/[?#]/, 1)[0] ?? '';
  if (!encoded.startsWith('/')) return null;
  const decoded = decodeOnce(encoded.slice(1));
  if (decoded === null) return null;
  if (decoded === '') return 'index.html';
  return decoded.split('/').every(isPlainSegment) ? decoded : null;
}

export async function findFile(mounts: readonly Mount[], relativePath: string): Promise<FoundFile | null> {
  for (const mount of mounts) {
    if (!mount.has(relativePath)) continue;
    const found = await findInMount(mount, relativePath);
    if (found) return found;
  }
  return null;
}

async function findInMount(mount: Mount, relativePath: string): Promise<FoundFile | null> {
  try {
    // A symbolic link may lead elsewhere within the folder, never out of it.
    const real = await realpath(path.join(mount.folder, relativePath));
    if (!real.startsWith(mount.folder + path.sep)) return null;
    const info = await stat(real);
    if (!info.isFile()) return null;
    const mediaType = mount.isContent ? contentTypeOf(relativePath) : mediaTypeOf(relativePath);
    return { path: real, relativePath, sizeBytes: info.size, modifiedMs: info.mtimeMs, mediaType };
  } catch {
    return null;
  }
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A colon is a plain letter of a name, but on Windows it opens a drive or a hidden stream of a file. */
const FORBIDDEN = process.platform === 'win32' ? /[\\:]|\p{Cc}/u : /\\|\p{Cc}/u;

function isPlainSegment(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && !FORBIDDEN.test(segment);
}
