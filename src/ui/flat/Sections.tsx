import { useCallback, useRef, useState } from 'react';
import type { FlatSection } from '#document/schema.ts';
import { frameAtStart } from '#tour/flat/frame.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import { type FlatShape, spanOfColumns } from '#tour/flat/shape.ts';
import { useTexts } from '../context.ts';
import type { FlatTools } from '../ports.ts';
import { usePick } from '../Text.tsx';
import { useFlatNow } from './useFlatNow.ts';
import { sectionAt } from './words.ts';

interface SectionsProps {
  readonly tools: FlatTools;
  readonly shape: FlatShape;
  readonly sections: readonly FlatSection[];
}

/** The parts of the picture, in the order of the document; the one in the middle of the page is marked. */
export function Sections({ tools, shape, sections }: SectionsProps) {
  const t = useTexts();
  const pick = usePick();
  const details = useRef<HTMLDetailsElement>(null);
  const [here, setHere] = useState<string | null>(null);
  useFlatNow(
    tools.live,
    useCallback(
      ({ frame }: FlatNow) => setHere(sectionAt({ sections }, shape, frame.x)?.id ?? null),
      [sections, shape],
    ),
  );
  return (
    <details ref={details} className="flat__more">
      <summary className="word">{t('flat.sections')}</summary>
      <ol className="flat__sheet">
        {sections.map(({ id, label, from, to }) => {
          const { text, language } = pick(label);
          return (
            <li key={id}>
              <button
                type="button"
                className="word"
                lang={language}
                aria-current={here === id ? 'location' : undefined}
                onClick={() => {
                  const now = tools.live.current;
                  if (now)
                    tools.go(frameAtStart(shape, spanOfColumns(from, to, shape), now.frame, now), { isEased: true });
                  details.current?.removeAttribute('open');
                }}
              >
                {text}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
