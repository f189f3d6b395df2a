import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectNotices, packageFolder, writeNotices } from '#pipeline/build/thirdParty.ts';

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules');
const APACHE = 'the text of Apache 2.0';
const collect = (...files: string[]) => collectNotices(files.map((file) => path.join(MODULES, file)), APACHE); // prettier-ignore

describe('the folder of a package', () => {
  it.each([
    ['/a/node_modules/three/src/Three.js', '/a/node_modules/three'],
    ['/a/node_modules/@scope/name/index.js', '/a/node_modules/@scope/name'],
    ['/a/node_modules/one/node_modules/two/index.js', '/a/node_modules/one/node_modules/two'],
    ['\0/a/node_modules/three/x.js?commonjs', '/a/node_modules/three'],
    ['C:\\a\\node_modules\\three\\x.js', 'C:\\a\\node_modules\\three'],
    ['/a/src/three/x.ts', null],
    ['/a/node_modules/three', null],
  ])('%s', (file, folder) => {
    expect(packageFolder(file)).toBe(folder);
  });
});

describe('the notices', () => {
  it('name each package once, by name, with its licence in full', () => {
    const notices = collect('zustand/esm/index.mjs', 'react/index.js', 'react/cjs/react.production.js');
    expect(notices.map(({ name, licence }) => [name, licence])).toEqual([
      ['react', 'MIT'],
      ['zustand', 'MIT'],
    ]);
    for (const { text, version } of notices) {
      expect(text).toContain('Permission is hereby granted');
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
    expect(writeNotices(notices)).toMatch(/others, 2 in all\.[^]*\nreact 19[^]*\nzustand 5/);
  });

  it('name what lies inside three under a licence of its own', () => {
    const notices = collect(
      'three/examples/jsm/libs/draco/gltf/draco_decoder.wasm',
      'three/examples/jsm/libs/fflate.module.js',
    );
    expect(notices.map(({ name }) => name)).toEqual(['Draco decoder', 'fflate', 'three']);
    expect(notices[0]?.text).toContain(APACHE);
    expect(notices[1]?.text).toMatch(/Arjun Barrett[^]*WITHOUT WARRANTY/);
  });

  it('are not written while nobody has said whose a part of three is', () => {
    expect(() => collect('three/examples/jsm/libs/lil-gui.module.min.js')).toThrow(/whose is lil-gui/);
  });
});
