import type { DigitalSourceType, Exhibition, LanguageMap } from '#document/schema.ts';

/** What one asset, or the exhibition itself, says about where it comes from. */
export interface Statement {
  readonly id: string;
  readonly label: LanguageMap;
  readonly rights: string | null;
  readonly credit: LanguageMap | null;
  readonly requiredStatement: { readonly label: LanguageMap; readonly value: LanguageMap } | null;
  readonly sourceType: DigitalSourceType | null;
}

/** The statements of all assets and their layers that say anything of their own, each distinct one once. */
export function statementsOf(exhibition: Exhibition): Statement[] {
  const seen = new Set<string>();
  const statements: Statement[] = [];
  for (const asset of exhibition.assets) {
    const parts = asset.kind === 'panorama' ? [asset, ...asset.layers] : [asset];
    for (const part of parts) {
      const statement = {
        rights: part.rights ?? null,
        credit: part.credit ?? null,
        requiredStatement: part.requiredStatement ?? null,
        sourceType: part.digitalSourceType ?? null,
      };
      const key = JSON.stringify(statement);
      const isEmpty = Object.values(statement).every((value) => value === null);
      if (isEmpty || seen.has(key)) continue;
      seen.add(key);
      statements.push({ id: `${asset.id}/${part.id}`, label: part.label, ...statement });
    }
  }
  return statements;
}
