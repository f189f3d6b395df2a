/** What a heap is made of, by class, from a snapshot of the browser's. */
import type { CDPSession } from 'playwright-core';

export interface HeapClass {
  readonly count: number;
  readonly bytes: number;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
} // prettier-ignore

export async function readHeapClasses(devtools: CDPSession): Promise<Map<string, HeapClass>> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sumClasses(JSON.parse(chunks.join('')) as Snapshot);
}

/** Objects by their constructor, everything else by its kind: strings, numbers, code. */
export function sumClasses({ snapshot: { meta }, nodes, strings }: Snapshot): Map<string, HeapClass> {
  const width = meta.node_fields.length;
  const at = (field: string): number => meta.node_fields.indexOf(field);
  const [type, name, size] = [at('type'), at('name'), at('self_size')];
  const sums = new Map<string, HeapClass>();
  for (let node = 0; node < nodes.length; node += width) {
    const kind = meta.node_types[0][nodes[node + type] ?? 0] ?? '';
    const label = kind === 'string' || kind === 'number' ? '' : (strings[nodes[node + name] ?? 0] ?? '').slice(0, 60);
    const key = `${kind} ${label}`.trim();
    const { count, bytes } = sums.get(key) ?? { count: 0, bytes: 0 };
    sums.set(key, { count: count + 1, bytes: bytes + (nodes[node + size] ?? 0) });
  }
  return sums;
}

/** Compiled scripts and what the browser keeps for itself; both have bounds of the browser's own. */
const NOT_OBJECTS = /^(code|native) /;

/** Bytes of what scripts hold. */
export function sumObjects(classes: ReadonlyMap<string, HeapClass>): number {
  return [...classes].reduce((sum, [key, { bytes }]) => (NOT_OBJECTS.test(key) ? sum : sum + bytes), 0);
}

/** What has grown most, bytes first. */
export function listGrown(
  before: ReadonlyMap<string, HeapClass>,
  after: ReadonlyMap<string, HeapClass>,
  most = 25,
): readonly string[] {
  const grown = [...after].map(([key, now]) => {
    const then = before.get(key) ?? { count: 0, bytes: 0 };
    return { key, bytes: now.bytes - then.bytes, count: now.count - then.count };
  });
  return grown
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, most)
    .map(({ key, bytes, count }) => `  ${String(bytes).padStart(9)} bytes in ${String(count).padStart(6)} of ${key}`);
}
