/** In which languages and under which settings of the device the page is looked at. */
import type { Page } from 'playwright-core';

/** Every language that the interface speaks. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The page is dark for everyone; what a visitor asks of the device beyond that are its themes. */
export const THEMES = {
  dark: { contrast: 'no-preference', forcedColors: 'none' },
  'more contrast': { contrast: 'more', forcedColors: 'none' },
  'forced colours': { contrast: 'more', forcedColors: 'active' },
} as const satisfies Record<string, Parameters<Page['emulateMedia']>[0]>;
export type Theme = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as Theme[];

export interface Setting {
  readonly language: Language;
  readonly theme: Theme;
}

/** Every language in every theme; languages change fastest. */
export const SETTINGS: readonly Setting[] = THEME_NAMES.flatMap((theme) =>
  LANGUAGES.map((language) => ({ language, theme })),
);

/** Every view once, and every setting with as many views as any other, or one fewer. */
export function dealOut<V>(views: readonly V[]): { readonly setting: Setting; readonly views: readonly V[] }[] {
  return SETTINGS.map((setting, at) => ({ setting, views: views.filter((_, i) => i % SETTINGS.length === at) }));
}
