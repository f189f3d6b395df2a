import { useEffect, useState } from 'react';
import { openThing } from '#tour/find/openThing.ts';
import type { Related as RelatedThing } from '#tour/find/relations.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { Text } from '../Text.tsx';

/** What shares a fact or a subject with something here, and what that is. Nothing where nothing does. */
export function Related({ hotspotId }: { hotspotId: string }) {
  const t = useTexts();
  const { find, tour } = useUi();
  const nodeId = useTour((state) => state.nodeId);
  const exhibition = useTour((state) => state.exhibition);
  const [related, setRelated] = useState<readonly RelatedThing[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const show = (things: readonly RelatedThing[]): void => {
      if (isCurrent) setRelated(things);
    };
    // A label stands without what is related to it, too.
    find?.desk.relatedTo({ nodeId, hotspotId }).then(show, () => show([]));
    return () => {
      isCurrent = false;
    };
  }, [find, exhibition, nodeId, hotspotId]);
  if (related.length === 0) return null;
  return (
    <section className="related">
      <h3 className="related__heading">{t('find.related')}</h3>
      <ul>
        {related.map(({ to, because }) => (
          <li key={to.key}>
            <button type="button" className="related__thing" onClick={() => openThing(tour, to)}>
              <Text map={to.label} className="related__name serif" />
              <span className="related__because">
                {because.label ? <Text map={because.label} /> : t('find.subject')}
                {t('find.colon')}
                <Text map={because.value} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
