import type { Locale, MessageKey } from '#i18n/locale.ts';
import { type PickedText, pickText, type TextByLanguage } from '#i18n/pickText.ts';
import { type Params, translate } from '#i18n/translate.ts';
import type { Related } from '#tour/find/relations.ts';
import type { TourState } from '#tour/state.ts';

/** What one has chosen to read on the panel that is open. */
export interface Chosen {
  /** The plan; null for that of the place. */
  readonly planId: string | null;
  /** The guided tour whose words are read; null for that under way. */
  readonly tourId: string | null;
}
export const NOTHING_CHOSEN: Chosen = { planId: null, tourId: null };

/** What contents are made from. */
export interface ContentsOf extends Chosen {
  readonly state: TourState;
  readonly locale: Locale;
  /** Where the visitor looks, radians. */
  readonly yaw: number;
  /** To the label that is open, as far as that is known. */
  readonly related: readonly Related[];
  /** Whether the device can speak the names of languages. */
  readonly canSpeak: boolean;
  /** Whether relics can be taken up from their label. */
  readonly canTakeUp: boolean;
  /** The relic that is out of its place, in a hand or afloat, by its hotspot; null for none. */
  readonly takenUp: string | null;
}

/** A text of the interface. */
export function say({ locale }: Pick<ContentsOf, 'locale'>, key: MessageKey, params?: Params): PickedText {
  return { text: translate(locale, key, params), language: locale.tag };
}

/** A text of the exhibition. */
export function pick({ state }: Pick<ContentsOf, 'state'>, map: TextByLanguage): PickedText {
  return pickText(map, state.language, state.exhibition.defaultLanguage);
}

/** What is written as it is whatever the language: names of rights, addresses, makers. */
export function asWritten(text: string): PickedText {
  return { text, language: '' };
}
