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

const FIRST: Setting = { language: 'en', theme: 'dark' };
/** Without a common factor with their number, so that each is met: the next one differs in language and in theme. */
const FAR = 7;

/** Every view once, each in another setting than the one before; all settings come equally often, or once more. */
export function dealOut<V>(views: readonly V[]): { readonly view: V; readonly setting: Setting }[] {
  return views.map((view, at) => ({ view, setting: SETTINGS[(at * FAR) % SETTINGS.length] ?? FIRST }));
}
