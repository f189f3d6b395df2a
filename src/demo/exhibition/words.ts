/** The words of the demonstration are written twice, side by side, so that neither language is an afterthought. */
import type { LanguageMap } from '#document/schema.ts';

/** One text in Simplified Chinese and in English. */
export function both(zh: string, en: string): LanguageMap {
  return { 'zh-Hans': zh, en };
}

export interface Fact {
  label: LanguageMap;
  value: LanguageMap;
}

export function fact(label: LanguageMap, value: LanguageMap): Fact {
  return { label, value };
}

export const SIZE = both('尺寸', 'Size');
export const MADE = both('制作', 'Made');
export const PLACE = both('位置', 'Place');
