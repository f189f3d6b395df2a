/** The page of the second screen, beside the scripts of the viewer: words for the wait, one script, one style sheet. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const SCRIPT = 'src/app/screen/labels.ts';
const NAME = 'labels';

export function labelsPage(root: string): Plugin {
  return {
    name: 'grotto-labels-page',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: path.join(root, SCRIPT), name: NAME });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const outputs = Object.values(bundle);
        const chunk = outputs.find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(SCRIPT));
        if (chunk?.type !== 'chunk') throw new Error(`the build has no chunk of ${SCRIPT}`);
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
        const source = renderPage(
          path.posix.basename(chunk.fileName),
          styles.map((name) => path.posix.basename(name)),
          root,
        );
        this.emitFile({ type: 'asset', fileName: `app/${NAME}.html`, source });
      },
    },
  };
}

function renderPage(script: string, styles: readonly string[], root: string): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Grotto</title><link rel="icon" href="data:,">${links}</head><body><main id="waiting"><h1>Grotto</h1>${waitingWords(root)}</main><script type="module" src="${script}"></script></body></html>`;
}

/** In every language of the interface, since nobody has said yet which one it will be. */
function waitingWords(root: string): string {
  const folder = path.join(root, 'src/i18n/locales');
  return readdirSync(folder)
    .map((file) => {
      const texts = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>;
      const text = texts['screen.waiting'];
      const words = typeof text === 'string' ? text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`) : '';
      return words === '' ? '' : `<p lang="${file.replace('.json', '')}" dir="auto">${words}</p>`;
    })
    .join('');
}
