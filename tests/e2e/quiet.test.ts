import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openVisit } from './visit.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-quiet-'));
  writeFileSync(path.join(folder, 'exhibition.json'), '{}');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the page, does something a quiet visit never does, and waits for it to be written down as it should be. */
async function provoke(act: () => unknown, note: RegExp): Promise<void> {
  const visit = await openVisit(browser, { exhibition: folder, path: 'app/none.txt', expectedFaults: [/404/] });
  await visit.page.evaluate(act);
  await expect.poll(() => visit.faults.join('\n'), { timeout: 30_000 }).toMatch(note);
  expect(() => visit.expectQuiet()).toThrow(/not quiet/);
  await visit.close();
}

describe('the watch over a visit', () => {
  it('notes a request to another origin, even one the policy stops', async () => {
    await provoke(() => {
      document.body.append(Object.assign(new Image(), { src: 'http://other.invalid/a.png' }));
    }, /policy violation: img-src by http:\/\/other\.invalid/);
  });

  it('notes a script written into the page', async () => {
    await provoke(() => {
      const script = document.createElement('script');
      script.append('document.title = 1');
      setTimeout(() => document.body.append(script));
    }, /policy violation: (script-src-elem by inline|require-trusted-types-for)/);
  });

  it('notes a warning and an error of the console', async () => {
    await provoke(() => {
      console.warn('careful');
      console.error('broken');
    }, /console warning: careful[^]*console error: broken/);
  });

  it('notes an error nobody caught', async () => {
    await provoke(() => {
      setTimeout(() => {
        throw new Error('nobody caught this');
      });
    }, /uncaught: Error: nobody caught this/);
  });

  it('lets no text become markup', async () => {
    await provoke(() => {
      setTimeout(() => (document.body.innerHTML = '<b>text</b>'));
    }, /policy violation: require-trusted-types-for/);
  });

  it('lets no script be made from text', async () => {
    // In a task of its own: what a test runs directly is exempt from the policy.
    await provoke(() => {
      setTimeout(() => void Reflect.construct(Function, ['return 1']));
    }, /policy violation: require-trusted-types-for by trusted-types-sink/);
  });
});
