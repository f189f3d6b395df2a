import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ShaderChunk } from 'three';
import { describe, expect, it } from 'vitest';
import { shortenShader } from '#pipeline/build/splitThree.ts';

describe('shaders as the build writes them', () => {
  it('lose comments and indentation and keep the lines that directives end at', () => {
    expect(shortenShader('\n\t// why\n\t#ifdef A /* b */\n\n\t\tfloat  a = 1.0; // c\n\t#endif\n')).toBe(
      '\n#ifdef A\nfloat a = 1.0;\n#endif\n',
    );
  });

  it('keep every include and every loop that three unrolls', () => {
    for (const [name, text] of Object.entries(ShaderChunk)) {
      const short = shortenShader(text);
      const uncommented = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
      for (const directive of [/^[ \t]*#include +<([\w\d./]+)>/gm, /#pragma unroll_loop_(start|end)/g, /^[ \t]*#/gm]) {
        expect(short.match(directive)?.length, name).toBe(uncommented.match(directive)?.length);
      }
    }
  });

  it('are there to be shortened: the sources mark them as the build looks for them', () => {
    const file = path.resolve('node_modules/three/src/renderers/shaders/ShaderChunk/common.glsl.js');
    expect(readFileSync(file, 'utf8')).toMatch(/\/\* glsl \*\/\s*`[^`]*`/);
  });
});
