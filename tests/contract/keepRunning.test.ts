import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { runGrotto } from '#pipeline/main.ts';
import { keepRunning } from '#pipeline/serve/keepRunning.ts';

describe('a program that is kept running', () => {
  it('is started again when it ends, and says how it ended', async () => {
    const lines: string[] = [];
    const keeper = keepRunning(process.execPath, ['-e', 'process.exit(3)'], (line) => lines.push(line));
    await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThan(1);
    keeper.stop();
    expect(lines[0]).toContain('has ended (3)');
    expect(lines[1]).toContain('has ended (3)');
  });

  it('is tried again where it cannot be started', async () => {
    const lines: string[] = [];
    const keeper = keepRunning('/no/such/browser', [], (line) => lines.push(line));
    await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThan(0);
    keeper.stop();
    expect(lines[0]).toContain('cannot be started');
  });

  it('stays ended once it was told to', async () => {
    const lines: string[] = [];
    const keeper = keepRunning(process.execPath, ['-e', 'setInterval(() => 0, 1e6)'], (line) => lines.push(line));
    keeper.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(lines).toEqual([]);
  });
});

describe('grotto serve --kiosk', () => {
  it.each([
    [['--browser', '/usr/bin/chromium'], '--kiosk'],
    [['--kiosk', '--https'], '--https'],
  ])('refuses %j, which does not go together', async (args, word) => {
    let err = '';
    const io = { out: () => undefined, err: (text: string) => void (err += text), cwd: '/', isTerminal: false };
    expect(await runGrotto(['serve', ...args], io)).toBe(2);
    expect(err).toContain(word);
  });
});
