import { useEffect } from 'react';
import type { Annotation } from '#document/relicSchema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { useCommands, useTexts, useTour, useUi } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import { Text, usePick } from '../../Text.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { Paragraphs } from './Paragraphs.tsx';

/** What there is to see on single parts of the relic: a numbered list, and one of them opened. */
export function DetailsPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const pick = usePick();
  const { visit, asset } = useRelic();
  const all = asset.kind === 'model' ? (asset.annotations ?? []) : [];
  const index = all.findIndex(({ id }) => id === visit.annotationId);
  const annotation = all[index];
  const isLed = visit.step !== null;
  if (!annotation) {
    return (
      <ToolPanel title={t('relic.tool.details')} isLabel takesFocus={!isLed} onClose={onClose}>
        <List all={all} />
      </ToolPanel>
    );
  }
  const { text, language } = pick(annotation.label);
  return (
    <ToolPanel
      title={text}
      titleLanguage={language}
      isLabel
      takesFocus={!isLed}
      subject={annotation.id}
      onClose={onClose}
    >
      <Detail annotation={annotation} />
      {!isLed && <Ways all={all} index={index} />}
    </ToolPanel>
  );
}

/** Numbered as in the picture, which marks the one that is spoken of. */
function List({ all }: { all: readonly Annotation[] }) {
  const { relic } = useCommands();
  const name = useUi().relicTools?.nameAnnotation;
  useEffect(() => () => name?.(null), [name]);
  return (
    <ol className="details">
      {all.map(({ id, label }, at) => (
        <li key={id}>
          <button
            type="button"
            className="details__open"
            onClick={() => relic.openAnnotation(id)}
            onFocus={() => name?.(id)}
            onBlur={() => name?.(null)}
            onPointerEnter={() => name?.(id)}
            onPointerLeave={() => name?.(null)}
          >
            <span className="details__number" aria-hidden="true">
              {at + 1}
            </span>
            <Text map={label} />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Text, picture and sound, as far as there are any. */
function Detail({ annotation }: { annotation: Annotation }) {
  const t = useTexts();
  const pick = usePick();
  const { baseUrl } = useUi();
  const exhibition = useTour((state) => state.exhibition);
  const { label, body, image, sound } = annotation;
  const picture = image === undefined ? undefined : findAsset(exhibition, image);
  const url = picture?.kind === 'image' ? resolveAssetUri(picture.uri, baseUrl) : null;
  const soundUrl = sound === undefined ? null : resolveAssetUri(sound, baseUrl);
  return (
    <>
      {picture?.kind === 'image' && url !== null && (
        <figure className="figure">
          <img
            src={url}
            width={picture.width}
            height={picture.height}
            alt={pick(picture.alt).text}
            lang={pick(picture.alt).language}
            decoding="async"
          />
          <figcaption>
            <Text map={picture.label} />
            {picture.credit && (
              <>
                {' · '}
                <Text map={picture.credit} />
              </>
            )}
          </figcaption>
        </figure>
      )}
      {body && <Paragraphs map={body} />}
      {soundUrl !== null && (
        <audio
          className="sound"
          controls
          preload="none"
          src={soundUrl}
          aria-label={t('relic.details.listen', { name: pick(label).text })}
        />
      )}
    </>
  );
}

function Ways({ all, index }: { all: readonly Annotation[]; index: number }) {
  const t = useTexts();
  const { relic } = useCommands();
  const go = (by: number) => {
    const to = all[(index + by + all.length) % all.length];
    if (to) relic.openAnnotation(to.id);
  };
  return (
    <div className="steps">
      <button type="button" className="steps__all word" onClick={() => relic.openAnnotation(null)}>
        {t('relic.details.all')}
      </button>
      {all.length > 1 && (
        <>
          <button type="button" className="round" aria-label={t('relic.details.previous')} onClick={() => go(-1)}>
            <Icon name="previous" />
          </button>
          <span className="steps__number">{t('relic.details.number', { number: index + 1, count: all.length })}</span>
          <button type="button" className="round" aria-label={t('relic.details.next')} onClick={() => go(1)}>
            <Icon name="next" />
          </button>
        </>
      )}
    </div>
  );
}
