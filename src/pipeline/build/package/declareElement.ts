import path from 'node:path';
import ts from 'typescript';
import { readOptions } from './readOptions.ts';

const ENTRY = 'src/embed/define.ts';

/**
 * The declarations of the element's module and of what they name, by file name. They stay within `src/embed`; one that
 * leads out of it is an error, since it would bring the viewer's types along.
 */
export function declareElement(root: string): ReadonlyMap<string, string> {
  const folder = path.join(root, 'src/embed');
  const options = { ...readOptions(root), noEmit: false, declaration: true, emitDeclarationOnly: true };
  const program = ts.createProgram([path.join(root, ENTRY)], { ...options, rootDir: path.join(root, 'src') });
  const emitted = new Map<string, string>();
  program.emit(undefined, (name, text) => void emitted.set(path.resolve(name), text), undefined, true);
  const declared = new Map<string, string>();
  const waiting = ['define'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (declared.has(`${name}.d.ts`)) continue;
    const text = emitted.get(path.join(folder, `${name}.d.ts`));
    if (text === undefined) throw new Error(`the compiler declared no ${name}.d.ts of the element`);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const other = /^\.\/(\w+)\.ts$/.exec(fileName)?.[1];
      if (other === undefined) throw new Error(`${name}.d.ts of the element names ${fileName}, which is not its own`);
      waiting.push(other);
    }
    declared.set(`${name}.d.ts`, text.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
  }
  return declared;
}
