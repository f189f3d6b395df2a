/** An app of somebody else: the package installed from its file, as a programmer would, checked and built by their tools. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { build } from 'vite';
import { makePackage, type PackageFile } from '#pipeline/build/package/makePackage.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const MAIN = `import { GrottoExhibition, type ExhibitionEvent } from 'grotto-exhibition';
import type { Exhibition } from 'grotto-exhibition/document';

const visit = document.querySelector('grotto-exhibition');
if (!(visit instanceof GrottoExhibition)) throw new Error('the element is not known');
const said = document.querySelector('output')!;
visit.addEventListener('placechange', (event) => {
  said.textContent = (event as ExhibitionEvent<'placechange'>).detail.nodeId;
});
document.querySelector('button')!.addEventListener('click', () => void visit.go('green', { yaw: 30 }));
export const kind: Exhibition['assets'][number]['kind'] = 'panorama';
`;

export interface BuiltApp {
  /** What the package weighs. */
  readonly scripts: readonly PackageFile[];
  /** The built app, for a web server. */
  readonly folder: string;
  /** The installed package's own folder is below it. */
  readonly project: string;
  /** What the compiler says of a source that stands in the app. */
  compile(source: string): string[];
}

export async function buildApp(folder: string, exhibition: string): Promise<BuiltApp> {
  const made = path.join(folder, 'package');
  const project = path.join(folder, 'app');
  mkdirSync(project, { recursive: true });
  const scripts = await makePackage(ROOT, made);
  const packed = JSON.parse(npm(made, 'pack', '--json', '--pack-destination', project)) as [{ filename: string }];
  writeFileSync(path.join(project, 'package.json'), '{ "name": "an-app", "private": true, "type": "module" }');
  npm(project, 'install', '--offline', '--no-audit', '--no-fund', `./${packed[0].filename}`);
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>App</title><body><button>Green</button><output></output>
<grotto-exhibition src="${exhibition}" label="Boîtes"></grotto-exhibition><script type="module" src="./main.ts"></script></body></html>`;
  writeFileSync(path.join(project, 'index.html'), page);
  writeFileSync(path.join(project, 'main.ts'), MAIN);
  await build({ root: project, base: './', configFile: false, logLevel: 'error' });
  return { scripts, folder: path.join(project, 'dist'), project, compile: (source) => compile(project, source) };
}

export const APP_SOURCE = MAIN;

function npm(cwd: string, ...args: string[]): string {
  const isWindows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: isWindows });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function compile(project: string, source: string): string[] {
  const file = path.join(project, 'checked.ts');
  writeFileSync(file, source);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
