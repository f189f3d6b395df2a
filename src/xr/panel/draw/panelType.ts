import { onPageType } from '#scene/hotspot/pageType.ts';
import type { PanelPage } from '../layout/ink.ts';
import type { Measure, TypeStyle } from '../type/typeStyle.ts';

export interface PanelType {
  readonly measure: Measure;
  /** A CSS font at the panel's pixels. */
  fontOf(style: TypeStyle, language: string): string;
  /** Sends for the type that a page is written in; resolves to whether any of it was not here before. */
  load(page: PanelPage): Promise<boolean>;
  dispose(): void;
}

/**
 * The page's own typefaces, by the language of each text: its style sheet sets `--serif` and `--sans` for each script.
 * `onChange` is called when they are other ones now.
 */
export function createPanelType(pixelsPerMetre: number, onChange: () => void): PanelType {
  const context = document.createElement('canvas').getContext('2d');
  const families = new Map<string, string>();
  const stop = new AbortController();
  const familyOf = (face: TypeStyle['face'], language: string): string => {
    const key = `${face} ${language}`;
    const family = families.get(key) ?? readFamily(face, language);
    families.set(key, family);
    return family;
  };
  const fontOf = ({ face, weight, size }: TypeStyle, language: string): string =>
    `${weight} ${(size * pixelsPerMetre).toFixed(2)}px ${familyOf(face, language)}`;
  onPageType(() => {
    families.clear();
    onChange();
  }, stop.signal);
  return {
    fontOf,
    measure: (text, style, language) => {
      if (!context) return 0;
      context.font = fontOf(style, language);
      context.letterSpacing = `${(style.tracking * pixelsPerMetre).toFixed(3)}px`;
      if ('lang' in context) context.lang = language;
      return context.measureText(text).width / pixelsPerMetre;
    },
    async load({ inks }) {
      const { fonts } = document;
      const texts = new Map<string, string>();
      for (const ink of inks) {
        if (ink.kind !== 'text') continue;
        const font = fontOf(ink.style, ink.language);
        texts.set(font, (texts.get(font) ?? '') + ink.text);
      }
      const missing = [...texts].filter(([font, text]) => !fonts.check(font, text));
      const loaded = await Promise.allSettled(missing.map(([font, text]) => fonts.load(font, text)));
      // A font that cannot be had leaves the text in the next of its family.
      return loaded.some((one) => one.status === 'fulfilled' && one.value.length > 0);
    },
    dispose: () => stop.abort(),
  };
}

/** Asks an element that is in the page for a moment, since styles apply to nothing else. */
function readFamily(face: TypeStyle['face'], language: string): string {
  const probe = document.createElement('canvas');
  probe.hidden = true;
  probe.lang = language;
  document.documentElement.append(probe);
  const family = getComputedStyle(probe).getPropertyValue(`--${face}`).trim();
  probe.remove();
  return family || (face === 'serif' ? 'serif' : 'sans-serif');
}
