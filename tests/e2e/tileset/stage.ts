/** Serves the page for tilesets and the files of others under the viewer's own policy, and opens a browser on it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Connect } from 'vite';
import { buildPolicyHeaders } from '#pipeline/serve/policy.ts';
import { isComplaint, launchBrowser } from '../browser.ts';
import { servePlayPages } from '../playPages.ts';
import { REALDATA } from '../realdata.ts';

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['real', REALDATA],
  ['public', path.resolve(import.meta.dirname, '../../../public')],
]);

export interface TilesetStage {
  open(page: string, size: { width: number; height: number }): Promise<TilesetPage>;
  close(): Promise<void>;
}

export interface TilesetPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, breaches of the policy, requests elsewhere so far. */
  readonly complaints: string[];
  /** Files below `/real/` that were asked for, as often as they were. */
  readonly requests: string[];
}

/** `pages` are relative to the folder above, such as `tileset/page.html`; `made` is served under `/real/made/`. */
export async function openStage(
  pages: readonly string[],
  made: ReadonlyMap<string, string | Uint8Array> = new Map(),
): Promise<TilesetStage> {
  const { origin, close } = await servePlayPages(pages, {
    headers: { ...buildPolicyHeaders() },
    answer: answerFrom(made),
  });
  const browser = await launchBrowser();
  return {
    open: (page, size) => openPage(browser, origin, page, size),
    async close() {
      await browser.close();
      await close();
    },
  };
}

async function openPage(
  browser: Browser,
  origin: string,
  file: string,
  viewport: { width: number; height: number },
): Promise<TilesetPage> {
  const page = await browser.newPage({ viewport });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(`${origin}/real/`)) requests.push(url.slice(`${origin}/real/`.length));
    else if (!/^(blob|data):/.test(url) && !url.startsWith(`${origin}/`)) complaints.push(`asked elsewhere: ${url}`);
  });
  await page.goto(`${origin}/tests/e2e/${file}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, complaints, requests };
}

/** `/real/<path>` is a file of the collection beside the repository, `/public/<path>` one of the demonstration. */
function answerFrom(made: ReadonlyMap<string, string | Uint8Array>): Connect.NextHandleFunction {
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, root = '', ...rest] = pathname.split('/');
    const folder = FOLDERS.get(root);
    if (folder === undefined) return next();
    const file = path.normalize(decodeURIComponent(rest.join('/')));
    const body = root === 'real' && file.startsWith('made/') ? made.get(file.slice('made/'.length)) : undefined;
    (body === undefined ? readFile(path.join(folder, file)) : Promise.resolve(body)).then(
      (found) => response.end(found),
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  };
}
