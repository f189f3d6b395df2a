import type { LanguageMap } from '#document/schema.ts';
import { useEffect, useRef } from 'react';
import { originOf } from '#tour/selectors/made.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { TitleGuideDoor } from '../guide/GuideDoors.tsx';
import { HeadsetButton } from '../headset/HeadsetButton.tsx';
import { RightsLink } from '../panel/RightsLink.tsx';
import { Text, usePick } from '../Text.tsx';

/**
 * What the exhibition is, who shows it, under which rights and how its pictures were made, over the first picture.
 * It continues the static card of index.html: same classes, same places.
 */
export function TitleCard() {
  const t = useTexts();
  const pick = usePick();
  const { enter } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const language = useTour((state) => state.language);
  const nodeId = useTour((state) => state.nodeId);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && enter();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enter]);

  const { label } = originOf(exhibition, nodeId);
  // A bilingual exhibition bears both of its languages, the visitor's first.
  const others = exhibition.languages.length === 2 ? exhibition.languages.filter((tag) => tag !== language) : [];
  const both = (map: LanguageMap) => [
    pick(map),
    ...others.filter((tag) => Object.hasOwn(map, tag)).map((tag) => pick({ [tag]: map[tag] ?? '' })),
  ];
  const { summary, provider, requiredStatement, rights } = exhibition;
  const hasRights = provider !== undefined || requiredStatement !== undefined || rights !== undefined;
  return (
    <section className="title-card is-live" aria-labelledby="title-card-title">
      <div className="title-card__text">
        {both(exhibition.label).map(({ text, language: tag }, index) =>
          index === 0 ? (
            <h1 key={tag} className="title-card__title" id="title-card-title" lang={tag}>
              {text}
            </h1>
          ) : (
            <p key={tag} className="title-card__title" lang={tag}>
              {text}
            </p>
          ),
        )}
        {summary &&
          both(summary).map(({ text, language: tag }) => (
            <p key={tag} className="title-card__summary" lang={tag}>
              {text}
            </p>
          ))}
        {hasRights && (
          <p className="title-card__rights">
            {provider && <Text map={provider} />} {requiredStatement && <Text map={requiredStatement.value} />}{' '}
            {rights !== undefined && <RightsLink uri={rights} />}
          </p>
        )}
      </div>
      <div className="title-card__foot">
        <button ref={button} type="button" className="title-card__enter" onClick={enter}>
          {t('title.enter')}
        </button>
        <TitleGuideDoor />
        <HeadsetButton className="title-card__enter title-card__headset" />
        {label && <p className="title-card__made">{t(`made.${label}`)}</p>}
      </div>
    </section>
  );
}
