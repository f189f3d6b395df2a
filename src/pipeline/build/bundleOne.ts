/** One module and all it imports as one script, in a build of its own beside that of the page. */
import path from 'node:path';
import { build, type PluginOption } from 'vite';

export interface Bundle {
  /**
   * `es` is a module that keeps what its entry exports; `iife` a classic script, for whoever starts no modules, or where
   * a page of another origin names it: for a module it would need a header of our server.
   */
  readonly format: 'iife' | 'es';
  readonly plugins?: readonly PluginOption[];
}

export interface BundledScript {
  readonly code: string;
  /** Source files in it, absolute. */
  readonly modules: readonly string[];
}

/** @param entry Relative to the repository. Rejected where it takes more than one file. */
export async function bundleOne(root: string, entry: string, { format, plugins = [] }: Bundle): Promise<BundledScript> {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(root, entry),
        preserveEntrySignatures: format === 'es' ? 'strict' : false,
        output: { format },
      },
    },
  });
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = chunks;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${entry} must become one script`);
  return { code: chunk.code, modules: chunk.moduleIds };
}
