import { type CSSProperties, useEffect, useState } from 'react';
import { resolveAssetUri } from '#document/uri.ts';
import { useUi } from '../../context.ts';
import { useRelic } from '../inHand.ts';

/** By then it has faded in any case. */
const GONE_AFTER_MS = 2_000;

/** The relic's picture in its place until the relic itself is here; then it gives way softly. */
export function Poster() {
  const { baseUrl, hasPicture, reducedMotion } = useUi();
  const { visit, asset } = useRelic();
  const isHere = visit.facts !== null && hasPicture;
  // Where the relic is here already there is nothing to give way.
  const [isGone, setGone] = useState(isHere);
  useEffect(() => {
    if (!isHere) return;
    // No end of a transition is told where none was drawn, as on a page in the background.
    const timer = setTimeout(() => setGone(true), reducedMotion ? 0 : GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isHere, reducedMotion]);
  const { poster } = asset;
  const url = poster ? resolveAssetUri(poster.uri, baseUrl) : null;
  if (!poster || url === null || (isHere && isGone)) return null;
  const shape = { '--aspect': poster.width / poster.height } as CSSProperties;
  return (
    <div
      className={isHere ? 'poster is-leaving' : 'poster'}
      onTransitionEnd={({ target, currentTarget }) => target === currentTarget && isHere && setGone(true)}
    >
      <img className="poster__glow" src={url} alt="" />
      <div className="poster__place">
        <img className="poster__picture" src={url} alt="" style={shape} />
      </div>
    </div>
  );
}
