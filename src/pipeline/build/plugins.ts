/** The Vite plugins of this project. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { buildEmbedScript } from './embedScript.ts';
import { hashInputs, STAMP } from './freshness.ts';
import { makePreview } from './previewPicture.ts';
import { describeOembed, EMBED_SCRIPT, OEMBED, PREVIEW, readSite } from './sharing.ts';
import { findPosterUri, renderTitleCard } from './titleCard.ts';
import {
  type BuiltChunk,
  CARD_BUDGET_BYTES,
  EMBED_BUDGET_BYTES,
  SCRIPT_BUDGET_BYTES,
  listBlockingStyles,
  listFirstChunks,
  tabulate,
  weighText,
} from './weigh.ts';

/** Writes the demonstration's title card into the page. */
export function titleCard(root: string, site?: string): Plugin {
  return {
    name: 'grotto-title-card',
    // After Vite's own work on the page: the poster is a file of the exhibition, not a module of the app.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => renderTitleCard(html, readDemonstration(root), undefined, site),
    },
  };
}

export interface FirstPicture {
  /** Modules that the entry imports dynamically and awaits before the first picture, as ends of their paths. */
  readonly modules: readonly string[];
  /** Workers without which there is no first picture, by the name of their file without extension. */
  readonly workers: readonly string[];
}

/** Weighs what comes before the first picture, prints it, and fails the build where it is too much. */
export function budgets(root: string, firstPicture: FirstPicture): Plugin {
  return {
    name: 'grotto-budgets',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks: Record<string, BuiltChunk> = {};
        const assets = new Map<string, string | Uint8Array>();
        for (const [name, output] of Object.entries(bundle)) {
          if (output.type === 'asset') assets.set(name, output.source);
          else
            chunks[name] = {
              ...output,
              isEntry: output.isEntry && output.facadeModuleId?.endsWith('.html') === true,
              modules: output.moduleIds.map((id) => id.split('?', 1)[0] ?? id),
            };
        }
        const scripts = listFirstChunks(chunks, firstPicture.modules).map((name) => {
          return { name, bytes: weighText(chunks[name]?.code ?? '') };
        });
        for (const worker of firstPicture.workers) {
          const found = [...assets].find(([name]) => path.posix.basename(name).startsWith(`${worker}-`));
          if (!found)
            throw new Error(`the build has no worker ${worker}; mend the list of what the first picture awaits`);
          scripts.push({ name: found[0], bytes: weighText(found[1]) });
        }
        const html = String(assets.get('index.html') ?? '');
        const card = ['index.html', ...listBlockingStyles(html)].map((name) => {
          return { name, bytes: weighText(assets.get(name) ?? '') };
        });
        const poster = findPosterUri(readDemonstration(root));
        const posterFile = path.join(root, 'public', decodeURIComponent(poster ?? ''));
        if (poster !== null && existsSync(posterFile)) {
          card.push({ name: poster, bytes: readFileSync(posterFile).length });
        }
        const tables = [
          tabulate('Script before the first picture (gzip)', scripts, SCRIPT_BUDGET_BYTES),
          tabulate('Title card (gzip, poster as it is)', card, CARD_BUDGET_BYTES),
        ];
        const embed = weighText(assets.get(EMBED_SCRIPT) ?? '');
        tables.push(
          tabulate('The element in pages of others (gzip)', [{ name: EMBED_SCRIPT, bytes: embed }], EMBED_BUDGET_BYTES),
        );
        console.log(`\n${tables.map((table) => table.text).join('\n\n')}\n`);
        if (tables.some((table) => table.isOver)) throw new Error('the build is over a budget; see the table above');
      },
    },
  };
}

type Made = string | Uint8Array | null;

/**
 * Puts a file beside the page, such as the JSON Schema of the document; made when the build is written or asked for, left
 * out where null is made.
 */
export function emitMade(fileName: string, make: () => Made | Promise<Made>): Plugin {
  return {
    name: `grotto-emit-${fileName}`,
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        void Promise.resolve(make()).then((made) => response.end(made ?? undefined));
      });
    },
    async generateBundle() {
      const source = await make();
      if (source !== null) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Marks the build with the hash of what it was made from, so that `npm start` knows whether it is still fresh. */
export function stamp(root: string): Plugin {
  return { ...emitMade(STAMP, () => hashInputs(root)), name: 'grotto-stamp' };
}

/**
 * The XR library's headset emulator would come along with 1.7 MB although it is never switched on; tests bring their
 * own. Its module is replaced by one that says so.
 */
export function leaveOutEmulator(): Plugin {
  const EMPTY = '\0grotto-no-emulator';
  return {
    name: 'grotto-leave-out-emulator',
    enforce: 'pre',
    resolveId(source, importer) {
      const isEmulator = /(^|\/)emulate(\.js)?$/.test(source) && /[\\/]@pmndrs[\\/]xr[\\/]/.test(importer ?? '');
      return isEmulator ? EMPTY : null;
    },
    load(id) {
      if (id !== EMPTY) return null;
      return "export function emulate() { throw new Error('The headset emulator is not part of the build'); }";
    },
  };
}

/** What others need to show the demonstration: the element, the oEmbed answer, the picture. */
export function shareable(root: string, site?: string): Plugin[] {
  return [
    emitMade(EMBED_SCRIPT, async () => (await buildEmbedScript(root, 'iife')).code),
    emitMade(OEMBED, () => {
      const document = readDemonstration(root);
      const answer = describeOembed(document, site);
      if (answer && readSite(document, site) === null) {
        console.log(
          'Open Graph and oEmbed have addresses beside the page: no embed.publicUrl and no GROTTO_SITE is there',
        );
      }
      return answer && JSON.stringify(answer, null, 2);
    }),
    emitMade(PREVIEW.name, async () => {
      const poster = findPosterUri(readDemonstration(root));
      return poster === null ? null : makePreview(path.join(root, 'public', decodeURIComponent(poster)));
    }),
  ];
}

function readDemonstration(root: string): unknown {
  const document = path.join(root, 'public/exhibition.json');
  return existsSync(document) ? (JSON.parse(readFileSync(document, 'utf8')) as unknown) : null;
}
