/** Whether a page has every file of its version as the list of that version has it, whatever it is answered from. */
import type { Page } from 'playwright-core';
import { PAGE, type PackList, packUrl } from '#offline/packList.ts';

/** Paths whose bytes are others, or none. */
export function findWrong(page: Page, list: PackList, scope: string): Promise<string[]> {
  const files = list.files.map(({ path, sha256 }) => ({
    path,
    sha256,
    url: path === PAGE ? scope : packUrl(path, scope),
  }));
  return page.evaluate(async (all) => {
    const wrong: string[] = [];
    const ask = async ({ path, sha256, url }: (typeof all)[number]): Promise<void> => {
      const bytes = await fetch(url).then((answer) => answer.arrayBuffer(), () => new ArrayBuffer()); // prettier-ignore
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      if (Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256) wrong.push(path);
    };
    for (let first = 0; first < all.length; first += 20) await Promise.all(all.slice(first, first + 20).map(ask));
    return wrong;
  }, files);
}
