import type { Locale, MessageKey } from '#i18n/locale.ts';
import { type PickedText, pickText, type TextByLanguage } from '#i18n/pickText.ts';
import { type Params, translate } from '#i18n/translate.ts';
import type { TourState } from '#tour/state.ts';

/** What contents are made from. */
export interface ContentsOf {
  readonly state: TourState;
  readonly locale: Locale;
  /** Where the visitor looks, radians. */
  readonly yaw: number;
  /** The plan one has chosen; null for that of the place. */
  readonly planId: string | null;
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
