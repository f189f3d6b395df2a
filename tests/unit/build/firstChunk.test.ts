import { expect, it } from 'vitest';
import { listStatically } from '#pipeline/build/firstChunk.ts';

it('lists what an entry imports statically, each once, circles and unknown modules included', () => {
  const modules: Readonly<Record<string, readonly string[]>> = { a: ['b', 'c'], b: ['d', 'a'], c: ['d'], e: ['a'] };
  const get = (id: string) => (modules[id] ? { importedIds: modules[id] } : null);
  expect([...listStatically(['a'], get)].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...listStatically([], get)]).toEqual([]);
});
