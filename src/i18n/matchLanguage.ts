/**
 * The offered tag that suits best: the wishes are tried in order, each exactly, then with fewer subtags
 * (`zh-Hans-CN` → `zh-Hans` → `zh`), then as the start of an offered tag (`zh` → `zh-Hans`). Case does not matter.
 * A wish in one Chinese script is not met by the other: `zh-TW` counts as `zh-Hant`, `zh-CN` as `zh-Hans`.
 */
export function matchLanguage(wishes: readonly string[], offered: readonly string[]): string | null {
  for (const wish of wishes) {
    const match = matchOne(withScript(wish), offered);
    if (match !== null) return match;
  }
  return null;
}

function matchOne(wish: string, offered: readonly string[]): string | null {
  const subtags = wish.split('-');
  for (let length = subtags.length; length > 0; length--) {
    const prefix = subtags.slice(0, length).join('-');
    const exact = offered.find((tag) => tag.toLowerCase() === prefix);
    if (exact !== undefined) return exact;
    const longer = offered.find((tag) => withScript(tag).startsWith(`${prefix}-`) && agrees(subtags, withScript(tag)));
    if (longer !== undefined) return longer;
  }
  return null;
}

/** Whether neither tag names a script that the other contradicts. */
function agrees(subtags: readonly string[], tag: string): boolean {
  const isScript = (subtag: string) => subtag.length === 4;
  const own = subtags.find(isScript);
  const other = tag.split('-').find(isScript);
  return own === undefined || other === undefined || own === other;
}

function withScript(tag: string): string {
  const lower = tag.toLowerCase();
  if (/^zh-(tw|hk|mo)$/.test(lower)) return lower.replace('zh', 'zh-hant');
  if (/^zh-(cn|sg|my)$/.test(lower)) return lower.replace('zh', 'zh-hans');
  return lower;
}
