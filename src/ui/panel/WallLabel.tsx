import { useMemo } from 'react';
import { resolveAssetUri } from '#document/uri.ts';
import { describeHotspot, type PanelContent } from '#hotspots/content.ts';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { Picked } from '../Text.tsx';
import { HeartButton } from '../find/HeartButton.tsx';
import { Related } from '../find/Related.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { Makers } from '../relic/caption/Makers.tsx';
import { findAssetOf } from '../relic/inHand.ts';
import { TakeUpButton } from '../relic/TakeUpButton.tsx';
import { RingButton } from '../sound/RingButton.tsx';
import { RightsLink } from './RightsLink.tsx';

/** What a museum hangs beside a work: title, text, the facts, credit and rights. */
export function WallLabel({ hotspotId }: { hotspotId: string }) {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const language = useTour((state) => state.language);
  const content = useMemo(() => {
    const hotspot = findHotspot(findNode(exhibition, nodeId), hotspotId);
    return hotspot ? describeHotspot(hotspot, { exhibition, language }) : null;
  }, [exhibition, nodeId, hotspotId, language]);
  const tileset = findAssetOf(exhibition, findHotspot(findNode(exhibition, nodeId), hotspotId));
  if (!content) return null;
  const { kind, title, paragraphs, facts, picture, inscription } = content;
  return (
    <PanelFrame
      title={title.text}
      titleLanguage={title.language}
      beside={<HeartButton nodeId={nodeId} hotspotId={hotspotId} name={title.text} />}
      className="panel--label"
      foot={kind === 'relic' && <TakeUpButton hotspotId={hotspotId} className="primary" />}
    >
      {picture && <Figure content={content} picture={picture} />}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map((fact, index) => (
            <div key={index} className="facts__row">
              <dt>
                <Picked text={fact.label} />
              </dt>
              <dd>
                <Picked text={fact.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <RingButton hotspotId={hotspotId} />
      <Prose paragraphs={paragraphs} />
      {inscription && inscription.transcription.length > 0 && (
        <>
          <h3 className="label__written">{t('label.transcription')}</h3>
          <Prose paragraphs={inscription.transcription} />
        </>
      )}
      {inscription && inscription.translation.length > 0 && (
        <>
          <h3 className="label__written">{t('label.translation')}</h3>
          <Prose paragraphs={inscription.translation} />
        </>
      )}
      {tileset?.kind === 'tileset' && (
        <div className="figure">
          {!picture && <Credits content={content} />}
          <p className="small">
            <Makers assetId={tileset.id} />
          </p>
        </div>
      )}
      <Related hotspotId={hotspotId} />
    </PanelFrame>
  );
}

function Prose({ paragraphs }: { paragraphs: PanelContent['paragraphs'] }) {
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        <p key={index} lang={paragraph.language}>
          {paragraph.text}
        </p>
      ))}
    </div>
  );
}

type Picture = NonNullable<PanelContent['picture']>;

/** The picture with what must be said wherever it is shown. */
function Figure({ content, picture }: { content: PanelContent; picture: Picture }) {
  const { baseUrl } = useUi();
  const url = resolveAssetUri(picture.uri, baseUrl);
  return (
    <figure className="figure">
      {url !== null && (
        <img
          src={url}
          width={picture.width}
          height={picture.height}
          alt={picture.alt.text}
          lang={picture.alt.language}
          decoding="async"
        />
      )}
      <figcaption>
        <Credits content={content} />
      </figcaption>
    </figure>
  );
}

function Credits({ content }: { content: PanelContent }) {
  const t = useTexts();
  const { kind, credit, requiredStatement, rights, made } = content;
  return (
    <>
      {made && <p className="figure__made">{t(kind === 'relic' ? `relic.made.${made}` : `made.${made}`)}</p>}
      {credit && (
        <p>
          <Picked text={credit} />
        </p>
      )}
      {requiredStatement && (
        <p>
          <Picked text={requiredStatement.value} />
        </p>
      )}
      {rights && (
        <p>
          <RightsLink uri={rights.id} />
        </p>
      )}
    </>
  );
}
