/**
 * three comes as one module, so whatever any part of the viewer uses of it would lie in the first chunk. Built from
 * its sources instead, what only relics need lies in their own chunks, and its shaders lose comments and indentation.
 *
 * Of the build alone: the development server bundles each dependency with its own three where that is not one module,
 * and tests run the published one.
 */
import path from 'node:path';
import type { Plugin } from 'vite';

const SHADER_FILE = /[\\/]three[\\/]src[\\/].*\.glsl\.js$/;
const SHADER_TEXT = /\/\* glsl \*\/\s*`([^`]*)`/g;

export function splitThree(root: string): Plugin {
  const sources = path.join(root, 'node_modules/three/src/Three.js');
  return {
    name: 'grotto-split-three',
    apply: 'build',
    enforce: 'pre',
    // Exactly `three`: its addons keep their own addresses and find the same sources.
    config: () => ({ resolve: { alias: [{ find: /^three$/, replacement: sources }] } }),
    transform(code, id) {
      if (!SHADER_FILE.test(id)) return null;
      return { code: code.replace(SHADER_TEXT, (_, text: string) => `\`${shortenShader(text)}\``), map: null };
    },
  };
}

/** The same program in fewer bytes; line ends stay, for directives end there. */
export function shortenShader(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n');
}
