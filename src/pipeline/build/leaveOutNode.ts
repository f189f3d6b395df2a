/**
 * The decoders that three brings along also run under Node and look for its files there. In a browser that branch is
 * never taken; here it gets something to import that is nothing.
 */
import type { Plugin } from 'vite';

const NOTHING = '\0grotto-no-node';
const DECODERS = /[\\/]three[\\/]examples[\\/]jsm[\\/]libs[\\/](basis|draco)[\\/]/;

export function leaveOutNode(): Plugin {
  return {
    name: 'grotto-leave-out-node',
    enforce: 'pre',
    resolveId: (source, importer) => (/^(fs|path)$/.test(source) && DECODERS.test(importer ?? '') ? NOTHING : null),
    load: (id) => (id === NOTHING ? 'export default {};' : null),
  };
}
