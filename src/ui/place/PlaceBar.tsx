import { findNode } from '#tour/selectors/findNode.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { truthOf } from '#tour/compare/truth.ts';
import { originOf } from '#tour/selectors/made.ts';
import { useTexts, useTour } from '../context.ts';
import { MakersInView } from '../relic/caption/Makers.tsx';
import { Text, usePick } from '../Text.tsx';

/** The name of the place. */
export function PlaceBar() {
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const node = findNode(exhibition, nodeId);
  return (
    <header className="place chrome">
      <p className="place__exhibition">
        <Text map={exhibition.label} />
      </p>
      {/* Focus comes here when what had it is gone. */}
      <h1 className="place__name serif" tabIndex={-1} data-focus-home="">
        {node ? <Text map={node.label} className="serif" /> : nodeId}
      </h1>
    </header>
  );
}

/**
 * What has to be said beside a picture that is no plain record: synthetic, AI, conjecture; and who made the tiles that
 * are seen in it. It never withdraws, and no theme takes it away.
 */
export function MadeLabel() {
  const t = useTexts();
  const pick = usePick();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const comparison = useTour((state) => state.comparison);
  const { label, layerKind } = originOf(exhibition, nodeId);
  const other = comparison && layersOf(exhibition, nodeId).others.find(({ id }) => id === comparison.layerId);
  const otherTruth = other && truthOf(exhibition, nodeId, other);
  const otherName = otherTruth && pick(otherTruth.label);
  const pair = useTour((state) => state.light !== null) ? lightOf(exhibition, nodeId) : null;
  // What is mixed into the picture is said as well, where it was made in another way.
  const mixedIn = [pair?.daylight, pair?.lamp].flatMap((layer) =>
    layer ? (truthOf(exhibition, nodeId, layer).made ?? []) : [],
  );
  const isConjecture = layerKind === 'restored';
  const hasMakers = useTour((state) => state.attributions.size > 0);
  if (!label && !isConjecture && !otherTruth && !hasMakers && mixedIn.length === 0) return null;
  return (
    <div className="made" role="note">
      {isConjecture && (
        <p>
          <strong>{t('layer.restored')}</strong> {t('layer.restoredText')}
        </p>
      )}
      {[...new Set([...(label ? [label] : []), ...mixedIn])].map((made) => (
        <p key={made}>{t(`made.${made}`)}</p>
      ))}
      {otherTruth && otherName && (
        <p>
          <strong lang={otherName.language}>{otherName.text}</strong>{' '}
          {otherTruth.isConjecture && t('layer.restoredText')}{' '}
          {otherTruth.made && otherTruth.made !== label && t(`made.${otherTruth.made}`)}
        </p>
      )}
      <MakersInView />
    </div>
  );
}
