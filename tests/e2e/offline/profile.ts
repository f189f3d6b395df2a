/** A browser with a profile of its own on the disk, which can be copied while it runs and killed as by a power cut. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type BrowserContext, chromium } from 'playwright-core';
import { vi } from 'vitest';
import { browserCommand } from '../browser.ts';

export interface ProfileBrowser {
  readonly context: BrowserContext;
  /** At once, without a word to anybody. */
  kill(): Promise<void>;
}

export async function startOnProfile(folder: string): Promise<ProfileBrowser> {
  const { program, args } = browserCommand();
  rmSync(path.join(folder, 'DevToolsActivePort'), { force: true });
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  // A group of its own, so that all of its processes end together.
  const child = spawn(program, [...args, ...own], { stdio: 'ignore', detached: true });
  const endWithTests = (): void => void killGroup(child);
  process.once('exit', endWithTests);
  child.once('exit', () => process.off('exit', endWithTests));
  try {
    const address = await vi.waitFor(() => readAddress(folder), { timeout: 60_000, interval: 100 });
    const [context] = (await chromium.connectOverCDP(address)).contexts();
    if (!context) throw new Error('the browser has no context');
    return { context, kill: () => killGroup(child) };
  } catch (error) {
    await killGroup(child);
    throw error;
  }
}

/** Where it is spoken to; throws as long as it has not begun. */
function readAddress(folder: string): string {
  const [port, target] = readFileSync(path.join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
  if (!port || !target) throw new Error('the browser has not begun yet');
  return `ws://127.0.0.1:${port}${target}`;
}

/** As it lies there at this moment; the lock of the running browser does not belong to what is kept. */
export function copyProfile(from: string, to: string): void {
  // Files come and go while it is copied.
  for (let attempt = 0; ; attempt++) {
    try {
      cpSync(from, to, { recursive: true, filter: (file) => !/Singleton|DevToolsActivePort/.test(file) });
      return;
    } catch (error) {
      if (attempt >= 20) throw error;
      rmSync(to, { recursive: true, force: true });
    }
  }
}

function killGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-pid, 'SIGKILL');
  return ended;
}
