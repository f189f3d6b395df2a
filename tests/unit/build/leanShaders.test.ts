import { describe, expect, it } from 'vitest';
import { shortenShaders } from '../../../src/pipeline/build/leanShaders.ts';

describe('the viewer’s own shaders', () => {
  it('go out without comments and indentation, a line each for directives', () => {
    const code = 'const A = /* glsl */ `\n/** What it is. */\n  #define X 1\n\n  float y = 2.0; // why\n`;\n';
    expect(shortenShaders(code)).toBe('const A = /* glsl */ `\n#define X 1\nfloat y = 2.0;\n`;\n');
  });

  it('keep what is put into them, and the space around it', () => {
    const code = 'f(/* glsl */ `float ${name} = ${of({ a: 1 })} * 2.0;\n  // as ${many} say\n  x;`, 2)';
    expect(shortenShaders(code)).toBe('f(/* glsl */ `float ${name} = ${of({ a: 1 })} * 2.0;\nx;`, 2)');
  });

  it('are the only texts that change', () => {
    const code = 'const a = `  // not  a shader`; // and\nconst b = "/* glsl */";\n';
    expect(shortenShaders(code)).toBe(code);
  });
});
