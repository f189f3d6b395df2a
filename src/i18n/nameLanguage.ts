/** A language's name in that language: “English”, “简体中文”; the tag itself where nobody knows it. */
export function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
