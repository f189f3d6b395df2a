/**
 * A visit for a test: an exhibition served by the real server, with the real content security policy, in a page that
 * writes down everything a quiet visit never does. A test that opens a visit also asserts, after each test, that it
 * was quiet:
 *
 *     const visit = await openVisit(browser, { exhibition: 'tests/fixtures/two-caves' });
 *     afterEach(() => visit.expectQuiet());
 */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, listen } from '#pipeline/serve/listen.ts';
import type { OtherAnswer } from '#pipeline/serve/respond.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { isComplaint } from './browser.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface VisitOptions {
  /** A folder that holds an exhibition.json; relative ones to the repository. The demonstration when left out. */
  readonly exhibition?: string;
  /** One of the test's own, in place of the one this would start; the visit closes it. */
  readonly server?: RunningServer;
  /** What follows the site's root, such as `#/cave-45` or `?debug`. */
  readonly path?: string;
  /** CSS pixels; 1280 by 720 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel; 1 when left out. */
  readonly dpr?: number;
  readonly locale?: string;
  readonly reducedMotion?: boolean;
  /** Whether the browser says it is touched and mobile. */
  readonly isTouch?: boolean;
  /** Faults the test provokes on purpose, such as the console's line about a tile that is missing. */
  readonly expectedFaults?: readonly RegExp[];
  /** Whether the page goes by `page.clock`, which runs on by itself until it is held. */
  readonly isTimed?: boolean;
  /** Runs before anything of the page does. */
  readonly initScript?: string;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The site's root, with a slash at its end. */
  readonly baseUrl: string;
  /** Requests to other origins, breaches of the policy, console errors and warnings, uncaught errors, so far. */
  readonly faults: readonly string[];
  /** Throws where the visit was not quiet. */
  expectQuiet(): void;
  close(): Promise<void>;
}

export async function openVisit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const server = options.server ?? (await serve(options.exhibition));
  const baseUrl = `http://127.0.0.1:${server.port}/`;
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 720 },
    deviceScaleFactor: options.dpr ?? 1,
    locale: options.locale ?? 'en-US',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: options.isTouch ?? false,
  });
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!options.expectedFaults?.some((expected) => expected.test(fault))) faults.push(fault);
  };
  await watch(context, baseUrl, note);
  if (options.isTimed) await context.clock.install();
  if (options.initScript !== undefined) await context.addInitScript(options.initScript);
  const page = await context.newPage();
  await page.goto(new URL(options.path ?? '', baseUrl).href);
  return {
    page,
    context,
    baseUrl,
    faults,
    expectQuiet: () => {
      if (faults.length > 0) throw new Error(`The visit was not quiet:\n${faults.join('\n')}`);
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Serves the built viewer with an exhibition on a free port of this machine alone. */
export async function serve(exhibition?: string, other?: OtherAnswer): Promise<RunningServer> {
  const site = await openSite({
    root: path.join(ROOT, 'dist'),
    exhibition: exhibition === undefined ? undefined : path.resolve(ROOT, exhibition),
  });
  return listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1', ...(other && { other }) });
}

async function watch(context: BrowserContext, baseUrl: string, note: (fault: string) => void): Promise<void> {
  const { origin } = new URL(baseUrl);
  context.on('request', (request) => {
    const url = request.url();
    if (/^(blob|data):/.test(url) || new URL(url).origin === origin) return;
    note(`request to another origin: ${url}`);
  });
  context.on('console', (message) => {
    if (isComplaint(message)) note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${String(error.error())}`));
  // The event tells more than the console's line, and is sent where a report-only console line would be missed.
  await context.exposeBinding('grottoTestNote', (_source, fault: string) => note(fault));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { grottoTestNote(fault: string): void }).grottoTestNote;
      tell(`policy violation: ${event.violatedDirective} by ${event.blockedURI} (${event.sourceFile})`);
    });
  });
}
