/** `grotto pack`: the list by which a device keeps a whole visit. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PACK_LIST } from '#offline/packList.ts';
import { findTarget } from '#pipeline/check/target.ts';
import { type Command, CommandError } from '#pipeline/command.ts';
import { makeOwnerKey, readOwnerKey } from './ownerKey.ts';
import { comparePack, packFolder, type PackReport } from './packFolder.ts';

const BUILT_VIEWER = path.resolve(import.meta.dirname, '../../../dist');
/** Differences that are named. */
const MOST_NAMED = 20;

const HELP = `Usage: grotto pack <folder> [options]

Writes pack.json beside exhibition.json: every file of the visit, the exhibition's and the viewer's, with its size and
SHA-256. Where it lies, visitors may download the whole visit and see it without a network, and a kiosk keeps it by
itself. A device takes a new list only whole: every file is fetched and compared with its hash before any is shown.
Run it after every change, as the last step; it keeps its version where nothing has changed.

<folder> holds exhibition.json. Where the built viewer lies in it too, its page gets the exhibition's title card, and what
others show of a link to it (preview.jpg, oembed.json) is made anew.

  --key <file>        sign the list with this Ed25519 key (PEM); devices then take nothing that it did not sign
  --new-key <file>    make such a key first, in a file that is not there yet; keep it safe and apart from the folder
  --version <number>  a whole number; the time in seconds when left out. Devices refuse a lower one than they have
  --viewer <folder>   the built viewer; dist beside Grotto when left out
  --check             write nothing; say what has changed since the list was made, and end with code 1 if anything has

Ends with code 0, 1 where files are missing or the list no longer fits, 2 for a wrong use.
`;

export const command: Command = {
  summary: 'list every file of a visit, so that devices can keep it',
  help: HELP,
  async run(args, io) {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: string, 'new-key': string, version: string, viewer: string, check: { type: 'boolean' } },
    });
    const resolve = (file: string): string => path.resolve(io.cwd, file);
    const folder = path.dirname(await findTarget(positionals, io.cwd));
    if (values.key !== undefined && values['new-key'] !== undefined) {
      throw new CommandError('--key and --new-key exclude each other', 2);
    }
    const version = values.version === undefined ? undefined : readVersion(values.version);
    if (values['new-key'] !== undefined && !values.check) await makeOwnerKey(resolve(values['new-key']));
    const keyFile = values.key ?? values['new-key'];
    const key = keyFile === undefined || values.check ? null : await readOwnerKey(resolve(keyFile));
    const viewer = values.viewer === undefined ? BUILT_VIEWER : resolve(values.viewer);
    const options = { folder, viewer, key, now: new Date(), ...(version !== undefined && { version }) };
    if (values.check) {
      const differences = await comparePack(options);
      io.out(describeDifferences(differences));
      return differences.length > 0 ? 1 : 0;
    }
    io.out(describeReport(await packFolder(options)));
    return 0;
  },
};

function readVersion(text: string): number {
  const version = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(version) && version > 0) return version;
  throw new CommandError(`--version is a whole number from 1, not "${text}"`, 2);
}

function describeReport({ list, before }: PackReport): string {
  const { version, bytes, files, key } = list;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const signed = key === undefined ? '' : `, signed by ${key}`;
  const change = before === version ? ', nothing has changed' : '';
  return `${PACK_LIST}: ${files.length} files, ${size}, version ${version}${signed}${change}\n`;
}

function describeDifferences(differences: readonly string[]): string {
  if (differences.length === 0) return 'the list fits\n';
  const named = differences.slice(0, MOST_NAMED);
  const rest = differences.length - named.length;
  return [...named, ...(rest > 0 ? [`… and ${rest} more`] : []), 'run grotto pack', ''].join('\n');
}
