import { lazy, Suspense, useMemo, useState } from 'react';
import type { LanguageMap } from '#document/schema.ts';
import { spotOf } from '#tour/find/favouriteKeys.ts';
import { openSpot } from '#tour/find/openThing.ts';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { Text, usePick } from '../Text.tsx';
import type { FindTools } from '../ports.ts';
import { HeartButton } from './HeartButton.tsx';
import { useFavourites } from './useFind.ts';

const TakeAlong = lazy(async () => ({ default: (await import('./TakeAlong.tsx')).TakeAlong }));

interface Favourite {
  readonly key: string;
  readonly nodeId: string;
  readonly hotspotId?: string;
  readonly label: LanguageMap;
}

/** The visitor's own list: to go to and to take along. */
export function FavouritesSection({ find }: { find: FindTools }) {
  const t = useTexts();
  const pick = usePick();
  const { tour, kiosk } = useUi();
  const isKept = useFavourites((state) => state.isKept);
  const listed = useListed(useFavourites((state) => state.keys));
  const [isTaken, setTaken] = useState(false);
  if (listed.length === 0) return null;
  // From a kiosk the list goes to a phone, if the exhibition is where phones can open it.
  const canTakeAlong = !kiosk || kiosk.publicUrl !== null;
  return (
    <section className="favourites" aria-labelledby="favourites-heading">
      <h3 id="favourites-heading" className="results__heading">
        {t('find.favourites')}
      </h3>
      <ul>
        {listed.map(({ key, nodeId, hotspotId, label }) => (
          <li key={key} className="favourites__one">
            <button type="button" className="favourites__name serif" onClick={() => openSpot(tour, spotOf(key))}>
              <Text map={label} />
            </button>
            <HeartButton nodeId={nodeId} {...(hotspotId !== undefined && { hotspotId })} name={pick(label).text} />
          </li>
        ))}
      </ul>
      <p className="small">{t(isKept ? 'find.kept' : 'find.notKept')}</p>
      <p className="tabs">
        {canTakeAlong && (
          <button type="button" className="word" aria-expanded={isTaken} onClick={() => setTaken(!isTaken)}>
            {t('find.takeAlong')}
          </button>
        )}
        <button type="button" className="word" onClick={() => find.favourites.clear()}>
          {t('find.clear')}
        </button>
      </p>
      {isTaken && (
        <Suspense>
          <TakeAlong keys={listed.map(({ key }) => key)} />
        </Suspense>
      )}
    </section>
  );
}

/** What a link has brought along; it joins the list only if the visitor says so. */
export function Offered({ find }: { find: FindTools }) {
  const t = useTexts();
  const offered = useListed(useFavourites((state) => state.offered));
  if (offered.length === 0) return null;
  return (
    <section className="favourites favourites--offered" aria-label={t('find.offeredHeading')}>
      <p>{t('find.offered', { count: offered.length })}</p>
      <p className="small">
        {offered.map(({ key, label }, at) => (
          <span key={key}>
            {at > 0 && ' · '}
            <Text map={label} />
          </span>
        ))}
      </p>
      <p className="tabs">
        <button type="button" className="word" onClick={() => find.favourites.answer(true)}>
          {t('find.keep')}
        </button>
        <button type="button" className="word" onClick={() => find.favourites.answer(false)}>
          {t('find.forget')}
        </button>
      </p>
    </section>
  );
}

/** What of a list the exhibition has at this moment. */
function useListed(keys: readonly string[]): readonly Favourite[] {
  const exhibition = useTour((state) => state.exhibition);
  return useMemo(
    () =>
      keys.flatMap((key): Favourite[] => {
        const spot = spotOf(key);
        const node = findNode(exhibition, spot.nodeId);
        const shown = spot.hotspotId === undefined ? node : findHotspot(node, spot.hotspotId);
        return shown ? [{ key, ...spot, label: shown.label }] : [];
      }),
    [exhibition, keys],
  );
}
