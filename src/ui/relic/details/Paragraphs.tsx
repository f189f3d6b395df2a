import type { LanguageMap } from '#document/schema.ts';
import { splitParagraphs } from '#hotspots/wording.ts';
import { useTour } from '../../context.ts';

/** A longer text of the document, cut at its blank lines. */
export function Paragraphs({ map }: { map: LanguageMap }) {
  const exhibition = useTour((state) => state.exhibition);
  const language = useTour((state) => state.language);
  return (
    <div className="prose">
      {splitParagraphs(map, { exhibition, language }).map((paragraph, index) => (
        <p key={index} lang={paragraph.language}>
          {paragraph.text}
        </p>
      ))}
    </div>
  );
}
