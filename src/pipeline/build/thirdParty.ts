/**
 * The notices that other people's licences ask for: every package of which something is in the build, scripts of workers,
 * typefaces and decoders with them, each with its licence in full.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Beside the page. */
export const NOTICES = 'third-party-notices.txt';

export interface Notice {
  readonly name: string;
  readonly version: string;
  /** As the package states it, an SPDX expression mostly. */
  readonly licence: string;
  readonly text: string;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Parts of three that have authors and a licence of their own, by where they lie in `examples/jsm/libs`. */
const PARTS: readonly { readonly path: string; readonly name: string; readonly licence: 'Apache-2.0' | 'MIT'; readonly copyright: string }[] = [
  { path: 'draco/', name: 'Draco decoder', licence: 'Apache-2.0', copyright: 'The Draco Authors, https://github.com/google/draco' },
  { path: 'basis/', name: 'Basis Universal transcoder', licence: 'Apache-2.0', copyright: 'Binomial LLC, https://github.com/BinomialLLC/basis_universal' },
  { path: 'fflate', name: 'fflate', licence: 'MIT', copyright: 'Arjun Barrett, https://github.com/101arrowz/fflate' },
  { path: 'ktx-parse', name: 'ktx-parse', licence: 'MIT', copyright: 'Don McCurdy, https://github.com/donmccurdy/KTX-Parse' },
  { path: 'zstddec', name: 'zstddec', licence: 'MIT', copyright: 'Don McCurdy, https://github.com/donmccurdy/zstddec' },
  { path: 'meshopt_decoder', name: 'meshoptimizer decoder', licence: 'MIT', copyright: 'Arseny Kapoulkine, https://github.com/zeux/meshoptimizer' },
]; // prettier-ignore

/** The folder of the package that a file is of; null for files of our own. */
export function packageFolder(file: string): string | null {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file.replace(/^\0+/, ''));
  return match?.[1] ?? null;
}

/**
 * What must be said about these files, by name.
 *
 * @param files Absolute paths; those outside any package are of no account.
 * @param apache The text of the Apache License 2.0.
 * @throws Error where a package says nothing of its licence
 */
export function collectNotices(files: Iterable<string>, apache: string): Notice[] {
  const notices = new Map<string, Notice>();
  const folders = new Set<string>();
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder === null) continue;
    folders.add(folder);
    const part = file.replaceAll('\\', '/').split('/three/examples/jsm/libs/')[1];
    if (part === undefined) continue;
    const known = PARTS.find((one) => part.startsWith(one.path));
    if (!known) throw new Error(`whose is ${part} of three? Say so in thirdParty.ts`);
    const { name, licence, copyright } = known;
    const text = `Copyright ${copyright}\n\n${licence === 'MIT' ? MIT : apache}`;
    notices.set(name, { name, version: '', licence, text });
  }
  for (const folder of folders) {
    const notice = noticeOf(folder);
    notices.set(`${notice.name} ${notice.version}`, notice);
  }
  return [...notices.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (license === undefined && files.length === 0) {
    throw new Error(`the package ${name} states no licence; leave it out of the build, or ask its authors`);
  }
  const text = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const licence = license === undefined || license.startsWith('SEE ') ? 'its own text, below' : license;
  return { name, version, licence, text: text.join('\n\n') };
}

/** All of them as one plain text. */
export function writeNotices(notices: readonly Notice[]): string {
  const head = `This viewer is built with the software and typefaces of others, ${notices.length} in all.`;
  const parts = notices.map(({ name, version, licence, text }) => {
    return `${'-'.repeat(80)}\n${`${name} ${version}`.trim()}\nLicence: ${licence}\n\n${text}\n`;
  });
  return [`${head}\n`, ...parts].join('\n');
}

/** Two plugins that share what they see: one for the page, one for its workers. */
export function thirdParty(root: string): { readonly page: Plugin; readonly worker: () => Plugin } {
  const files = new Set<string>();
  const see = (bundle: Readonly<Record<string, Output>>): void => {
    for (const output of Object.values(bundle)) {
      for (const id of output.moduleIds ?? []) files.add(id);
      for (const name of output.originalFileNames ?? []) files.add(path.resolve(root, name));
    }
  };
  return {
    page: {
      name: 'grotto-third-party',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          see(bundle);
          // Styles are no part of a chunk.
          for (const id of this.getModuleIds()) if (/\.css(\?|$)/.test(id)) files.add(id);
          const apache = readFileSync(path.join(root, 'LICENSE'), 'utf8').trim();
          this.emitFile({ type: 'asset', fileName: NOTICES, source: writeNotices(collectNotices(files, apache)) });
        },
      },
    },
    worker: () => ({
      name: 'grotto-third-party-worker',
      apply: 'build',
      generateBundle: { order: 'post', handler: (_options, bundle) => see(bundle) },
    }),
  };
}

interface Output {
  readonly moduleIds?: readonly string[];
  readonly originalFileNames?: readonly string[];
}
