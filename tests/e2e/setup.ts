/** Before the tests in the browser: one fresh build, and a browser that is really there. */
import path from 'node:path';
import { ensureBuilt } from '#pipeline/build/ensureBuilt.ts';
import { findBrowser, setUpBrowser } from './browser.ts';

export default async function setup(): Promise<void> {
  await ensureBuilt(path.resolve(import.meta.dirname, '../..'), (line) => console.log(line));
  if (findBrowser() === null) setUpBrowser();
}
