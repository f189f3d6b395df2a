/** The viewer's own shaders go out without their comments and indentation, as three's do. */
import type { Plugin } from 'vite';
import { shortenShader } from './splitThree.ts';

const BEGIN = /\/\* glsl \*\/\s*`/g;
/** Stands for what is put into a text between `${` and `}` while the text is shortened. */
const PLACE = /\u0001(\d+)\u0001/g;

export function leanShaders(): Plugin {
  return {
    name: 'grotto-lean-shaders',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/].*\.tsx?$/.test(id) || !code.includes('/* glsl */')) return null;
      return { code: shortenShaders(code), map: null };
    },
  };
}

/** Shortens every template text of a module that is marked as a shader; what is put into it stays as it is. */
export function shortenShaders(code: string): string {
  let result = '';
  let done = 0;
  BEGIN.lastIndex = 0;
  for (let found = BEGIN.exec(code); found; found = BEGIN.exec(code)) {
    const start = found.index + found[0].length;
    const { text, inserts, end } = readTemplate(code, start);
    const short = shortenShader(text).replace(PLACE, (_, index: string) => inserts[Number(index)] ?? '');
    result += `${code.slice(done, start)}${short}`;
    done = BEGIN.lastIndex = end;
  }
  return result + code.slice(done);
}

/** A template's text from `start` to its closing quote at `end`, with places for what is put into it. */
function readTemplate(code: string, start: number): { text: string; inserts: string[]; end: number } {
  const inserts: string[] = [];
  let text = '';
  let at = start;
  while (at < code.length && code[at] !== '`') {
    if (code[at] === '\\') {
      text += code.slice(at, at + 2);
      at += 2;
    } else if (code.startsWith('${', at)) {
      const end = endOfInsert(code, at + 2);
      text += `\u0001${inserts.length}\u0001`;
      inserts.push(code.slice(at, end));
      at = end;
    } else {
      text += code[at++] ?? '';
    }
  }
  return { text, inserts, end: at };
}

/** One past the brace that closes what begins at `at`. */
function endOfInsert(code: string, at: number): number {
  for (let depth = 1; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}' && --depth === 0) return at + 1;
  }
  throw new SyntaxError('a shader’s text does not end');
}
