import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ShaderChunk } from 'three';
import { describe, expect, it } from 'vitest';
import { readWhenAsked, splitShaders } from '#pipeline/build/laterShaders.ts';

const FOLDER = path.resolve('node_modules/three/src/renderers/shaders');

describe('shader texts that come with the first lit material', () => {
  const { first, later, laterNames } = splitShaders(FOLDER);
  const chunks: Readonly<Record<string, string>> = { ...ShaderChunk };
  const firstNames = Object.keys(chunks).filter((name) => !laterNames.has(name));
  const includesOf = (text: string): string[] =>
    [...text.matchAll(/#include +<([\w/.]+)>/g)].map(([, name = '']) => name);
  const isEntry = (code: string, name: string): boolean => new RegExp(`^\\t${name}: `, 'm').test(code);

  it('are each registered once, by one of the two modules', () => {
    for (const name of Object.keys(chunks)) {
      expect([name, isEntry(first, name), isEntry(later, name)]).toEqual([
        name,
        !laterNames.has(name),
        laterNames.has(name),
      ]);
    }
  });

  it('are those of lit materials and shadows', () => {
    for (const name of ['meshphysical_frag', 'lights_physical_pars_fragment', 'depth_frag', 'meshlambert_vert']) {
      expect(laterNames).toContain(name);
    }
    for (const name of ['meshbasic_frag', 'sprite_vert', 'backgroundCube_frag', 'colorspace_fragment']) {
      expect(firstNames).toContain(name);
    }
  });

  it('are never included by one that is there from the start', () => {
    for (const name of firstNames) {
      for (const included of includesOf(chunks[name] ?? ''))
        expect([name, firstNames]).toEqual([name, expect.arrayContaining([included])]);
    }
  });

  it('are not what the renderer itself includes', () => {
    for (const file of ['../../extras/PMREMGenerator.js', '../WebGLCubeRenderTarget.js', '../webgl/WebGLOutput.js']) {
      const included = includesOf(readFileSync(path.join(FOLDER, file), 'utf8'));
      expect(included.length).toBeGreaterThan(0);
      expect(included.filter((name) => laterNames.has(name))).toEqual([]);
    }
  });

  it('are read from the registry when a material is drawn, not when the table of materials is made', () => {
    const source = readFileSync(path.join(FOLDER, 'ShaderLib.js'), 'utf8');
    const code = readWhenAsked(source);
    expect(code).toContain('get fragmentShader() { return ShaderChunk.meshphysical_frag; }');
    expect(code).not.toMatch(/(vertex|fragment)Shader: /);
    expect(code.match(/\bget (vertex|fragment)Shader\(\)/g)).toHaveLength(
      source.match(/(vertex|fragment)Shader:/g)?.length ?? 0,
    );
  });
});
