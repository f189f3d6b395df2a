/** The page of the other viewers, at the root of the same site as the pictures, so that it names them as they do. */
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { OtherAnswer } from '#pipeline/serve/respond.ts';
import { bundlePage } from '../../bench/viewers/bundle.ts';
import { openVisit, type Visit, type VisitOptions } from '../visit.ts';
import type { PeerCase } from './cases.ts';
import type { PeerView } from './page/opened.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** What they lay over their pictures. */
const HIDDEN =
  '.pnlm-ui, .pnlm-hotspot-base, .pnlm-load-box, .pnlm-panorama-info, .psv-loader-container, .psv-overlay, .psv-notification';

export interface PeersFiles {
  /** For the server: the page, its script and style. */
  readonly answer: OtherAnswer;
  remove(): Promise<void>;
}

export async function buildPeers(): Promise<PeersFiles> {
  const folder = await mkdtemp(path.join(tmpdir(), 'grotto-peers-'));
  const entry = path.join(import.meta.dirname, 'page/main.ts');
  await bundlePage(folder, { name: 'peers', entry, style: `${HIDDEN} { display: none !important }` });
  return {
    answer: async ({ url = '' }, response) => {
      const [name] = /^\/peers\.(html|js|css)$/.exec(url) ?? [];
      if (name === undefined) return false;
      // They put styles and markup where our own policy lets nobody.
      for (const header of response.getHeaderNames()) response.removeHeader(header);
      response.setHeader('Content-Type', `${TYPES[path.extname(name)] ?? ''}; charset=utf-8`);
      response.end(await readFile(path.join(folder, name)));
      return true;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface Peers extends Pick<Visit, 'page' | 'context' | 'expectQuiet'> {
  open(one: Pick<PeerCase, 'viewer' | 'config'>): Promise<void>;
  /** Looks there and waits until all it asks for has come. */
  look(view: PeerView): Promise<void>;
}

/** In a window of its own: of two pages in one, that behind is drawn once a second. */
export async function openPeers(browser: Browser, options: VisitOptions): Promise<Peers> {
  const visit = await openVisit(browser, { ...options, path: 'peers.html' });
  const { page } = visit;
  let pending = 0;
  page.on('request', () => pending++);
  page.on('requestfinished', () => pending--);
  page.on('requestfailed', () => pending--);
  await page.waitForFunction(() => 'peers' in window);

  /** Nothing asked for in two rounds of frames. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      quiet = pending === 0 ? quiet + 1 : 0;
    }
  }
  return {
    ...visit,
    open: async ({ viewer, config }) => {
      await page.evaluate(([name, given]) => window.peers.open(name, given), [viewer, config] as const);
    },
    look: async (view) => {
      await page.evaluate((at) => window.peers.look(at), view);
      await rest();
    },
  };
}
