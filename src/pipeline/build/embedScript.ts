/** The element `<grotto-exhibition>` as one script: for the page of anybody, and for the package. */
import path from 'node:path';
import { build, type Plugin } from 'vite';

const ENTRY = 'src/embed/define.ts';
const LOCALE = /[\\/]src[\\/]i18n[\\/]locales[\\/][\w-]+\.json$/;
const KEY = 'embed.';

/**
 * @param format `iife` is a classic script, which a page of any origin may name without asking ours (a module would need
 * a header of our server); `es` is the module of the package.
 */
export async function buildEmbedScript(root: string, format: 'iife' | 'es'): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [keepOwnWords()],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(root, ENTRY),
        preserveEntrySignatures: format === 'es' ? 'strict' : false,
        output: { format, ...(format === 'iife' && { name: 'grottoEmbed' }) },
      },
    },
  });
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = chunks;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${ENTRY} must become one script`);
  return chunk.code;
}

/** Of the interface's texts, hundreds in six languages, the element says six. */
function keepOwnWords(): Plugin {
  return {
    name: 'grotto-embed-words',
    enforce: 'pre',
    transform(code, id) {
      if (!LOCALE.test(id)) return null;
      const texts = JSON.parse(code) as Readonly<Record<string, unknown>>;
      return { code: JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(KEY)))), map: null }; // prettier-ignore
    },
  };
}
