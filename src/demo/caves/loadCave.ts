/** The caves of the demonstration by name; each module is loaded only when it is asked for. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Cave } from '#demo/cave/cave.ts';

export const CAVE_IDS = ['hall', 'pillar', 'chamber', 'terrace'] as const;
export type CaveId = (typeof CAVE_IDS)[number];

/** The `Cave` that `caves/<id>/<id>.ts` exports; or, for an absolute path, the one that module exports. */
export async function loadCave(id: string): Promise<Cave> {
  const file = caveModule(id);
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const cave = Object.values(module).find((value): value is Cave => isCave(value));
  if (!cave) throw new Error(`${file} exports no Cave`);
  return cave;
}

/** The absolute path of a cave's module. */
export function caveModule(id: string): string {
  if (path.isAbsolute(id)) return id;
  if (!CAVE_IDS.some((name) => name === id))
    throw new Error(`no cave is called "${id}"; there are ${CAVE_IDS.join(', ')}`);
  return fileURLToPath(new URL(`./${id}/${id}.ts`, import.meta.url));
}

function isCave(value: unknown): value is Cave {
  return typeof value === 'object' && value !== null && 'sheets' in value && 'eye' in value && 'id' in value;
}
