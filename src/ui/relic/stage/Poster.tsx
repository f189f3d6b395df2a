import { useState } from 'react';
import { resolveAssetUri } from '#document/uri.ts';
import { useUi } from '../../context.ts';
import { useTexts } from '../../context.ts';
import { useRelic } from '../inHand.ts';

/** The relic's picture in its place until the relic itself is here; then it gives way softly. */
export function Poster() {
  const t = useTexts();
  const { baseUrl, hasPicture } = useUi();
  const { visit, asset } = useRelic();
  const [isGone, setGone] = useState(false);
  const isHere = visit.facts !== null && hasPicture;
  const url = asset.poster ? resolveAssetUri(asset.poster.uri, baseUrl) : null;
  return (
    <>
      {url !== null && !(isHere && isGone) && (
        <div
          className={isHere ? 'poster is-leaving' : 'poster'}
          onTransitionEnd={({ target, currentTarget }) => target === currentTarget && isHere && setGone(true)}
        >
          <img className="poster__glow" src={url} alt="" />
          <img className="poster__picture" src={url} alt="" />
        </div>
      )}
      {hasPicture && !isHere && (
        <p className="relic__loading" role="status">
          {t('relic.loading')}
        </p>
      )}
    </>
  );
}
