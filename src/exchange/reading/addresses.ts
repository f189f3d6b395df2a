/** Where the addresses of a foreign document lead: to a file beside it, or elsewhere. Nothing is fetched from elsewhere. */
import { findAssetUriFault } from '#document/uri.ts';
import { quote } from '../loss.ts';

export interface Mount {
  /** The beginning of addresses, such as `https://museum.example/iiif/`. */
  readonly address: string;
  /** The folder beside the document that holds the same files; empty for the document's own. */
  readonly folder: string;
}

export type LocalFile = { readonly path: string } | { readonly reason: string };

/** The file of an address, relative to the document's folder, or the end of a sentence that says why there is none. */
export type Locate = (address: string) => LocalFile;

/** `ownAddress` is where the document says that it is published itself; what lies below its folder lies beside it. */
export function createLocate(ownAddress?: string, mounts: readonly Mount[] = []): Locate {
  const own = ownAddress === undefined ? null : folderOf(ownAddress);
  const known = own === null ? mounts : [...mounts, { address: own, folder: '' }];
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
      // As a browser would ask for it, so that `..` cannot lead out of what a mount stands for.
      const full = URL.canParse(address) ? new URL(address).href : address;
      const mount = known.find((one) => one.address !== '' && full.startsWith(one.address));
      if (!mount) return { reason: describeElsewhere(address) };
      return judge(mount.folder + full.slice(mount.address.length));
    }
    if (address.startsWith('//')) return { reason: describeElsewhere(address) };
    return judge(address);
  };
}

function judge(path: string): LocalFile {
  const short = shorten(path);
  const fault = findAssetUriFault(short);
  return fault === null ? { path: short } : { reason: `the address ${quote(path)} ${fault}` };
}

/** Without `.` and with `..` followed as far as it stays within the folder. */
function shorten(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function folderOf(address: string): string | null {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return null;
  const folder = new URL('.', address);
  return folder.pathname === '/' ? null : folder.href;
}

function describeElsewhere(address: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'data' || scheme === 'blob' || scheme === 'javascript' || scheme === 'file')
    return `an address of the kind “${scheme}:” is no file of the folder`;
  return `${quote(address)} lies elsewhere, and nothing is fetched from there`;
}
