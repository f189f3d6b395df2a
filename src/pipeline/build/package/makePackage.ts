/** The package for programmers: the element and the document's check as modules, with types. Published by nobody yet. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleOne } from '#pipeline/build/bundleOne.ts';
import { buildEmbedScript } from '#pipeline/build/embedScript.ts';
import { collectNotices, NOTICES, writeNotices } from '#pipeline/build/thirdParty.ts';
import { weighText } from '#pipeline/build/weigh.ts';
import { declareDocument } from './declareDocument.ts';
import { declareElement } from './declareElement.ts';
import { writeManual } from './manual.ts';

const DOCUMENT = 'src/pipeline/build/package/document.ts';
export const PACKAGE_NAME = 'grotto-exhibition';

export interface PackageFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** @param out A folder, which is made anew. @returns Its scripts and how much they weigh. */
export async function makePackage(root: string, out: string): Promise<readonly PackageFile[]> {
  const element = await buildEmbedScript(root, 'es');
  const document = await bundleOne(root, DOCUMENT, { format: 'es' });
  const licence = await readFile(path.join(root, 'LICENSE'), 'utf8');
  const modules = new Set([...element.modules, ...document.modules]);
  const files = new Map<string, string>([
    ['element.js', element.code],
    ['document.js', document.code],
    ['document.d.ts', declareDocument(root)],
    ['package.json', `${JSON.stringify(await describe(root), null, 2)}\n`],
    ['README.md', writeManual(PACKAGE_NAME)],
    ['LICENSE', licence],
    [NOTICES, writeNotices(collectNotices(modules, licence.trim()))],
  ]);
  for (const [name, text] of declareElement(root)) files.set(`types/${name}`, text);
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, 'types'), { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(out, name), text);
  return [...files]
    .filter(([name]) => name.endsWith('.js'))
    .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), gzipBytes: weighText(text) }));
}

async function describe(root: string): Promise<object> {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license: string;
  };
  return {
    name: PACKAGE_NAME,
    version: own.version,
    description:
      'A Grotto exhibition in a page of your own: the element <grotto-exhibition>, and the check of its document.',
    license: own.license,
    type: 'module',
    exports: {
      '.': { types: './types/define.d.ts', default: './element.js' },
      './document': { types: './document.d.ts', default: './document.js' },
    },
    types: './types/define.d.ts',
    sideEffects: ['./element.js'],
  };
}
