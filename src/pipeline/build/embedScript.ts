/** The element `<grotto-exhibition>` as one script: for the page of anybody, and for the package. */
import type { Plugin } from 'vite';
import { bundleOne, type BundledScript } from './bundleOne.ts';

const ENTRY = 'src/embed/define.ts';
const LOCALE = /[\\/]src[\\/]i18n[\\/]locales[\\/][\w-]+\.json$/;
const KEY = 'embed.';

export function buildEmbedScript(root: string, format: 'iife' | 'es'): Promise<BundledScript> {
  return bundleOne(root, ENTRY, { format, plugins: [keepOwnWords()] });
}

/** Of the interface's texts, hundreds in six languages, the element says six. */
function keepOwnWords(): Plugin {
  return {
    name: 'grotto-embed-words',
    enforce: 'pre',
    transform(code, id) {
      if (!LOCALE.test(id)) return null;
      const texts = Object.entries(JSON.parse(code) as Readonly<Record<string, unknown>>);
      const own = Object.fromEntries(texts.filter(([key]) => key.startsWith(KEY)));
      return { code: JSON.stringify(own), map: null };
    },
  };
}
