import { type PickedText, pickText, type TextByLanguage } from '#i18n/pickText.ts';
import { useTour } from './context.ts';

/** Picks texts of the exhibition in the visitor's language, or the nearest there is. */
export function usePick(): (map: TextByLanguage) => PickedText {
  const language = useTour((state) => state.language);
  const fallback = useTour((state) => state.exhibition.defaultLanguage);
  return (map) => pickText(map, language, fallback);
}

/** A text of the exhibition, marked with the language it is in. */
export function Text({ map, className }: { map: TextByLanguage; className?: string }) {
  const { text, language } = usePick()(map);
  return (
    <span lang={language} className={className}>
      {text}
    </span>
  );
}

/** A text that was already picked. */
export function Picked({ text, className }: { text: PickedText; className?: string }) {
  return (
    <span lang={text.language} className={className}>
      {text.text}
    </span>
  );
}
