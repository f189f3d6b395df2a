/**
 * All script before the first picture in one file. Left to itself the bundler makes a file of every handful of modules
 * that something later needs as well; each costs its wrapping, a request, and what compresses less well apart.
 */
import path from 'node:path';
import type { Plugin } from 'vite';

interface ModuleInfo {
  readonly isEntry: boolean;
  readonly importedIds: readonly string[];
}

/** What `get` knows of the modules that `entries` import statically, themselves included. */
export function listStatically(
  entries: readonly string[],
  get: (id: string) => Pick<ModuleInfo, 'importedIds'> | null,
): Set<string> {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(get(id)?.importedIds ?? []));
  }
  return seen;
}

/** What other pages need as well stays by itself, so that they do not load the viewer. */
export function firstChunk(root: string): Plugin {
  const sources = path.join(root, 'src') + path.sep;
  let first: ReadonlySet<string> = new Set();
  const isFirst = (id: string): boolean => first.has(id);
  return {
    name: 'grotto-first-chunk',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'first', test: isFirst }] },
          },
        },
      },
    }),
    buildEnd() {
      const get = (id: string): ModuleInfo | null => this.getModuleInfo(id);
      const entries = [...this.getModuleIds()].filter((id) => get(id)?.isEntry);
      const pages = entries.filter((id) => id.endsWith('.html'));
      const others = listStatically(
        entries.filter((id) => !pages.includes(id)),
        get,
      );
      // The page's own script stays its entry: of one without a line of its own Vite makes none.
      const own = new Set(pages.flatMap((id) => [id, ...(get(id)?.importedIds ?? [])]));
      // A package's index names all of it, whether that is needed first or not; only our own modules name what they need.
      const isOurs = (id: string): boolean => id.startsWith(sources) && !others.has(id) && !own.has(id);
      first = new Set([...listStatically(pages, get)].filter(isOurs));
    },
  };
}
