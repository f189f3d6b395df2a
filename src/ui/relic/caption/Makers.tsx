import { useTexts, useTour } from '../../context.ts';

/** Beyond this many lines the label alone has all of them; what is seen most stands first. */
const MOST_BESIDE = 4;

/** Whom the tiles that are seen at this moment name as their makers, as they name themselves. */
export function Makers({ assetId }: { assetId: string }) {
  const lines = useTour((state) => state.attributions.get(assetId));
  if (!lines || lines.length === 0) return null;
  return <bdi lang="">{lines.join(' · ')}</bdi>;
}

/** The makers of everything that is made of tiles and seen here, beside the picture. It never withdraws. */
export function MakersInView() {
  const t = useTexts();
  const attributions = useTour((state) => state.attributions);
  const all = [...new Set([...attributions.values()].flat())];
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST_BESIDE).join(' · ');
  return (
    <p>
      {t('relic.makers')} <bdi lang="">{all.length > MOST_BESIDE ? `${shown} …` : shown}</bdi>
    </p>
  );
}
