import { directionOf } from '#i18n/direction.ts';
import { isWide } from './setLines.ts';

/** How a text is set. Metres on the panel. */
export interface TypeStyle {
  readonly face: 'serif' | 'sans';
  readonly weight: number;
  /** Of an em. */
  readonly size: number;
  readonly lineHeight: number;
  /** Between letters. */
  readonly tracking: number;
}

/** The width of a text, metres. */
export type Measure = (text: string, style: TypeStyle, language: string) => number;

/** What a text is for. */
export type TypeRole = 'title' | 'heading' | 'name' | 'body' | 'strong' | 'small' | 'mark';

interface Recipe {
  readonly face: 'serif' | 'sans';
  readonly weight: number;
  readonly size: number;
  readonly leading: number;
  readonly hanWeight: number;
  readonly hanLeading: number;
  /** Ems between Han letters. */
  readonly hanTracking: number;
}

/**
 * Read at 1.5 m, where a degree is 26 mm: an x-height is more than 20 minutes of arc even where type is smallest. Han
 * letters fill their squares and need more room between lines.
 */
const RECIPES = {
  title: { face: 'serif', weight: 500, size: 0.038, leading: 1.22, hanWeight: 600, hanLeading: 1.4, hanTracking: 0.04 },
  heading: {
    face: 'serif',
    weight: 550,
    size: 0.028,
    leading: 1.3,
    hanWeight: 600,
    hanLeading: 1.5,
    hanTracking: 0.04,
  },
  name: { face: 'serif', weight: 500, size: 0.027, leading: 1.3, hanWeight: 600, hanLeading: 1.45, hanTracking: 0.03 },
  body: { face: 'sans', weight: 400, size: 0.024, leading: 1.45, hanWeight: 400, hanLeading: 1.72, hanTracking: 0 },
  strong: { face: 'sans', weight: 600, size: 0.024, leading: 1.4, hanWeight: 600, hanLeading: 1.6, hanTracking: 0 },
  small: { face: 'sans', weight: 400, size: 0.021, leading: 1.42, hanWeight: 400, hanLeading: 1.62, hanTracking: 0 },
  mark: { face: 'sans', weight: 550, size: 0.021, leading: 1.4, hanWeight: 500, hanLeading: 1.55, hanTracking: 0.01 },
} satisfies Record<TypeRole, Recipe>;

/** By the language of a text, and by its letters where the language says nothing of them. */
export function isHan(text: string, language: string): boolean {
  return /^(zh|ja)\b/iu.test(language) || (language === '' && isWide(text));
}

export function styleOf(role: TypeRole, text: string, language: string): TypeStyle {
  const { face, size, ...recipe } = RECIPES[role];
  return isHan(text, language)
    ? {
        face,
        weight: recipe.hanWeight,
        size,
        lineHeight: size * recipe.hanLeading,
        tracking: size * recipe.hanTracking,
      }
    : { face, weight: recipe.weight, size, lineHeight: size * leadingOf(recipe, language), tracking: 0 };
}

/** Letters that join, with their points above and below, need as much room as Han letters do. */
function leadingOf({ leading, hanLeading }: Pick<Recipe, 'leading' | 'hanLeading'>, language: string): number {
  return directionOf(language) === 'rtl' ? hanLeading : leading;
}
