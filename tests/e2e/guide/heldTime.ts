/** The page's time in the test's hands: between two steps nothing on the page moves, however long that takes. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Real time that anything may take to come about: what loads takes some, during which little of the page's passes. */
const PATIENCE_MS = 90_000;

/** For a visit that was opened with `isTimed`. */
export class HeldTime {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async hold(page: Page): Promise<HeldTime> {
    // It runs on while the order is on its way, and cannot be held at a moment that is over.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
    return new HeldTime(page);
  }

  /** At most one picture is drawn meanwhile. */
  pass(ms: number): Promise<void> {
    return this.page.clock.fastForward(ms);
  }

  /** Lets time pass, so many milliseconds a round, until what is read is what is looked for; answers what was read. */
  async until<T>(
    read: () => Promise<T>,
    isThere: (found: T) => boolean,
    msOf: (found: T) => number = () => 16,
  ): Promise<T> {
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await read();
      if (isThere(found)) return found;
      if (Date.now() > patience) throw new Error(`this never came about; what is there: ${JSON.stringify(found)}`);
      await this.pass(msOf(found));
    }
  }

  /** What is to come about hardly takes time of the page, but time to load. */
  eventually<T>(read: () => Promise<T>) {
    return expect.poll(
      async () => {
        await this.pass(16);
        return read();
      },
      { timeout: PATIENCE_MS, interval: 30 },
    );
  }
}
