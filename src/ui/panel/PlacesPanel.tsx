import { useMemo } from 'react';
import { isFlat } from '#document/isFlat.ts';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { FavouritesSection, Offered } from '../find/FavouritesSection.tsx';
import { Finding } from '../find/Finding.tsx';
import { HeartButton } from '../find/HeartButton.tsx';
import { GuideList } from '../guide/GuideDoors.tsx';
import { Text, usePick } from '../Text.tsx';
import { PanelFrame } from './PanelFrame.tsx';

/** More are not drawn at once; whoever looks for another one finds it by its name. */
const MOST_SHOWN = 200;

/** A field to find things with, the visitor's favourites, and every place of the exhibition with its picture. */
export function PlacesPanel() {
  const t = useTexts();
  const pick = usePick();
  const { find } = useUi();
  const nodes = useTour((state) => state.exhibition.nodes);
  const list = (
    <>
      <GuideList />
      {find && <FavouritesSection find={find} />}
      <p className="count">{t('places.count', { count: nodes.length })}</p>
      <ul className="places">
        {nodes.slice(0, MOST_SHOWN).map((node) => (
          <li key={node.id} className="places__one">
            <PlaceButton node={node} />
            <HeartButton nodeId={node.id} name={pick(node.label).text} />
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <PanelFrame title={t('places.heading')} className="panel--places">
      {find && <Offered find={find} />}
      {find ? <Finding find={find}>{list}</Finding> : list}
    </PanelFrame>
  );
}

function PlaceButton({ node }: { node: ExhibitionNode }) {
  const t = useTexts();
  const { baseUrl } = useUi();
  const { goTo } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const isHere = useTour((state) => state.nodeId === node.id);
  const poster = useMemo(() => posterUrl(exhibition, node, baseUrl), [exhibition, node, baseUrl]);
  return (
    <button
      type="button"
      className="card"
      aria-current={isHere ? 'location' : undefined}
      onClick={() => goTo(node.id, { isFresh: true })}
    >
      <span className="card__picture">{poster && <img src={poster} alt="" loading="lazy" decoding="async" />}</span>
      <span className="card__text">
        <Text map={node.label} className="card__name serif" />
        {isHere && <span className="card__here">{t('places.here')}</span>}
        {node.summary && <Text map={node.summary} className="card__summary" />}
      </span>
    </button>
  );
}

/** The address of a place's flat picture, or null where it has none. */
export function posterUrl(exhibition: Exhibition, node: ExhibitionNode, baseUrl: string): string | null {
  const asset = findAsset(exhibition, node.asset);
  if (isFlat(asset)) return asset.poster ? resolveAssetUri(asset.poster.uri, baseUrl) : null;
  if (asset?.kind !== 'panorama') return null;
  const layer = node.layer === undefined ? asset.layers[0] : asset.layers.find(({ id }) => id === node.layer);
  const poster = layer?.poster ?? asset.poster;
  return poster ? resolveAssetUri(poster.uri, baseUrl) : null;
}
