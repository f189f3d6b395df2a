import { useMemo, useState } from 'react';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { GuideList } from '../guide/GuideDoors.tsx';
import { Text, usePick } from '../Text.tsx';
import { PanelFrame } from './PanelFrame.tsx';

/** From this many places on, one looks them up by name. */
const FILTER_FROM = 10;
/** More are not drawn at once; the filter finds the others. */
const MOST_SHOWN = 200;

/** Every place of the exhibition with its picture. */
export function PlacesPanel() {
  const t = useTexts();
  const pick = usePick();
  const nodes = useTour((state) => state.exhibition.nodes);
  const [wanted, setWanted] = useState('');
  const found = nodes.filter(({ label }) => pick(label).text.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  return (
    <PanelFrame title={t('places.heading')} className="panel--places">
      <GuideList />
      {nodes.length >= FILTER_FROM && (
        <input
          type="search"
          className="filter"
          value={wanted}
          maxLength={100}
          aria-label={t('places.filter')}
          placeholder={t('places.filter')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <p className="count" aria-live="polite">
        {found.length > 0 ? t('places.count', { count: found.length }) : t('places.noMatch')}
      </p>
      <ul className="places">
        {found.slice(0, MOST_SHOWN).map((node) => (
          <li key={node.id}>
            <PlaceButton node={node} />
          </li>
        ))}
      </ul>
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
  if (asset?.kind !== 'panorama') return null;
  const layer = node.layer === undefined ? asset.layers[0] : asset.layers.find(({ id }) => id === node.layer);
  const poster = layer?.poster ?? asset.poster;
  return poster ? resolveAssetUri(poster.uri, baseUrl) : null;
}
