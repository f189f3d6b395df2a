import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBreaches } from './architecture/findBreaches.ts';
import { readSource, readSources } from './architecture/readImports.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../src');

describe('the source', () => {
  it('keeps to the rooms of ARCHITECTURE.md', () => {
    expect(findBreaches(readSources(SOURCES))).toEqual([]);
  });
});

describe('the rules of the rooms', () => {
  it('call a scan that finds nothing a breach', () => {
    expect(findBreaches([])).toEqual(['the scan found no source file at all']);
  });

  it('find imports against the grain, of values, of types, dynamic ones and workers', () => {
    const text = [
      "import { a } from '#scene/a.ts';",
      "import type { B } from '#ui/b.ts';",
      "const c = () => import('#app/c.ts');",
      "new Worker(new URL('../scene/d.ts', import.meta.url), { type: 'module' });",
    ];
    expect(findBreaches([readSource('tour/x.ts', text.join('\n'))])).toEqual([
      'tour/x.ts imports #scene/a.ts, but tour must not know scene',
      'tour/x.ts imports #ui/b.ts, but tour must not know ui',
      'tour/x.ts imports #app/c.ts, but tour must not know app',
      'tour/x.ts imports #scene/d.ts, but tour must not know scene',
    ]);
  });

  it('want an import from another room to be written as one', () => {
    expect(findBreaches([readSource('ui/x.ts', "import { a } from '../tour/a.ts';")])).toEqual([
      'ui/x.ts imports ../tour/a.ts of another room; write it #tour/a.ts',
    ]);
  });

  it('keep three out of the interface, and Node out of the page', () => {
    const text =
      "import { Vector3 } from 'three/webgpu';\nimport fs from 'node:fs';\nimport { useState } from 'react';";
    expect(findBreaches([readSource('ui/x.tsx', text)])).toEqual([
      'ui/x.tsx imports three/webgpu, which ui must not know',
      'ui/x.tsx imports node:fs, which ui must not know',
    ]);
  });

  it('show a command line the pyramid, not the engine', () => {
    const text = "import '#streaming/pyramid/cube.ts';\nimport '#streaming/engine.ts';";
    expect(findBreaches([readSource('pipeline/x.ts', text)])).toEqual([
      'pipeline/x.ts imports #streaming/engine.ts, but pipeline sees only streaming/pyramid/ of streaming',
    ]);
  });

  it('find a circle once, wherever it is entered', () => {
    const files = [
      readSource('tour/a.ts', "import './b.ts';"),
      readSource('tour/b.ts', "import './deep/c.ts';"),
      readSource('tour/deep/c.ts', "import type { A } from '../a.ts';"),
      readSource('tour/entry.ts', "import './b.ts';"),
    ];
    expect(findBreaches(files)).toEqual(['a circle of imports: tour/a.ts → tour/b.ts → tour/deep/c.ts → tour/a.ts']);
  });

  it('refuse folders named after a role, barrels, unknown rooms', () => {
    const files = [readSource('ui/utils/x.ts', ''), readSource('ui/index.ts', ''), readSource('stuff/x.ts', '')];
    expect(findBreaches(files)).toEqual([
      'ui/utils/x.ts lies in a folder called utils; name the idea it holds',
      'ui/index.ts is a barrel by its name; name what it declares',
      'src/stuff/x.ts lies in no room of ARCHITECTURE.md',
    ]);
  });

  it('let the engine keep no state in a module', () => {
    const files = [readSource('streaming/x.ts', 'const a = 1;\nexport let b = a;\nfunction f() {\n  let c = b;\n}')];
    expect(findBreaches(files)).toEqual([
      'streaming/x.ts keeps state in its module; make it a field of something that is created',
    ]);
  });

  it('let the viewer name no other origin, but for names of licences', () => {
    const text =
      "const a = 'https://cdn.example.com/draco.js';\nconst b = 'http://rightsstatements.org/vocab/InC/1.0/';";
    expect(findBreaches([readSource('scene/x.ts', text)])).toEqual([
      'scene/x.ts names cdn.example.com; the viewer asks its own origin only',
    ]);
  });
});
