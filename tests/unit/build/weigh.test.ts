import { describe, expect, it } from 'vitest';
import { type BuiltChunk, listBlockingStyles, listFirstChunks, tabulate } from '#pipeline/build/weigh.ts';

const chunk = (imports: string[], modules: string[] = [], isEntry = false): BuiltChunk => ({
  code: '',
  imports,
  modules,
  isEntry,
});

const CHUNKS = {
  'entry.js': chunk(['three.js', 'shared.js'], ['/src/app/main.tsx'], true),
  'three.js': chunk(['shared.js']),
  'shared.js': chunk(['three.js']),
  'scene.js': chunk(['fiber.js'], ['/src/scene/start.tsx']),
  'fiber.js': chunk([]),
  'ui.js': chunk(['react-dom.js']),
  'react-dom.js': chunk([]),
};

describe('what a visitor waits for', () => {
  it('is the entry and all it imports statically, each chunk once', () => {
    expect(listFirstChunks(CHUNKS, [])).toEqual(['entry.js', 'shared.js', 'three.js']);
  });

  it('is also what is imported later but awaited before the first picture', () => {
    expect(listFirstChunks(CHUNKS, ['scene/start.tsx'])).toEqual([
      'entry.js',
      'fiber.js',
      'scene.js',
      'shared.js',
      'three.js',
    ]);
  });

  it('cannot be weighed with a list that names a module the build does not have', () => {
    expect(() => listFirstChunks(CHUNKS, ['scene/gone.tsx'])).toThrow('no chunk of the build holds scene/gone.tsx');
  });

  it('is every style sheet the page links to', () => {
    const html =
      '<link rel="icon" href="./i.svg"><link rel="stylesheet" crossorigin href="./app/a-1.css"><link href="b.css" rel="stylesheet">';
    expect(listBlockingStyles(html)).toEqual(['app/a-1.css', 'b.css']);
  });

  it('is over the budget from the first byte above it', () => {
    const weights = [
      { name: 'a.js', bytes: 600 },
      { name: 'b.js', bytes: 400 },
    ];
    expect(tabulate('Script', weights, 1000).isOver).toBe(false);
    expect(tabulate('Script', weights, 999).isOver).toBe(true);
  });
});
