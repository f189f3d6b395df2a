/** `inside`: another part of this page. `outside`: a page of the web. `file`: anything else, which a kiosk does not give. */
export type LinkMeaning = 'inside' | 'outside' | 'file';

/** What following a link would do. @param page The full address of the page. */
export function meaningOf(
  { href, download }: { readonly href: string; readonly download: string },
  page: string,
): LinkMeaning {
  if (!URL.canParse(href, page)) return 'file';
  const to = new URL(href, page);
  const from = new URL(page);
  if (download !== '') return 'file';
  if (to.origin === from.origin) {
    return to.pathname === from.pathname && to.search === from.search && to.hash !== '' ? 'inside' : 'file';
  }
  return to.protocol === 'https:' || to.protocol === 'http:' || to.protocol === 'mailto:' ? 'outside' : 'file';
}
