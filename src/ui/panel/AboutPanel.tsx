import { lazy, Suspense, useMemo } from 'react';
import { statementsOf } from '#tour/selectors/statements.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { Text } from '../Text.tsx';
import { ToSound } from '../sound/ToSound.tsx';
import { OnlyFound } from '../layers/OnlyFound.tsx';
import { PanelButton } from '../controls/Controls.tsx';
import { TakenAway } from '../TakenAway.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { OutwardLink, RightsLink } from './RightsLink.tsx';

const OfflineSection = lazy(async () => ({
  default: (await import('../offline/OfflineSection.tsx')).OfflineSection,
}));

const BroughtSection = lazy(async () => ({ default: (await import('./BroughtSection.tsx')).BroughtSection }));

const KEYS = ['look', 'walk', 'zoom', 'whole', 'tab', 'front', 'escape'] as const;

/** Who shows this, under which rights, how it was made, and how one moves about. */
export function AboutPanel() {
  const t = useTexts();
  const { offline, brought, kiosk } = useUi();
  const exhibition = useTour((state) => state.exhibition);
  const { label, summary, provider, homepage, rights, requiredStatement, digitalSourceType } = exhibition;
  return (
    <PanelFrame title={t('about.heading')} className="panel--about">
      <div className="prose">
        <p className="about__name serif">
          <Text map={label} className="serif" />
        </p>
        {summary && (
          <p>
            <Text map={summary} />
          </p>
        )}
      </div>
      <dl className="facts">
        {provider && (
          <div className="facts__row">
            <dt>{t('about.provider')}</dt>
            <dd>
              <Text map={provider} />
            </dd>
          </div>
        )}
        {homepage !== undefined && (
          <div className="facts__row">
            <dt>{t('about.homepage')}</dt>
            <dd>
              <OutwardLink url={homepage} text={homepage.replace(/^https?:\/\//, '')} />
            </dd>
          </div>
        )}
        {rights !== undefined && (
          <div className="facts__row">
            <dt>{t('about.rights')}</dt>
            <dd>
              <RightsLink uri={rights} isFull />
            </dd>
          </div>
        )}
        {requiredStatement && (
          <div className="facts__row">
            <dt>
              <Text map={requiredStatement.label} />
            </dt>
            <dd>
              <Text map={requiredStatement.value} />
            </dd>
          </div>
        )}
        {digitalSourceType && (
          <div className="facts__row">
            <dt>{t('about.source')}</dt>
            <dd>{t(`source.${digitalSourceType}`)}</dd>
          </div>
        )}
      </dl>
      <ToSound />
      <OnlyFound />
      <PanelButton kind="access" />
      {offline && (
        <Suspense>
          <OfflineSection offline={offline} />
        </Suspense>
      )}
      {brought && !kiosk && (
        <Suspense>
          <BroughtSection brought={brought} />
        </Suspense>
      )}
      <Credits />
      <h3 className="about__part">{t('about.keys')}</h3>
      <dl className="facts">
        {KEYS.map((key) => (
          <div key={key} className="facts__row">
            <dt>{t(`keys.${key}`)}</dt>
            <dd>{t(`keys.${key}Text`)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="about__part">{t('about.software')}</h3>
      <p className="small">
        {t('about.softwareText')}{' '}
        <TakenAway>
          <a href="third-party-notices.txt" target="_blank" rel="noopener" className="link">
            {t('about.notices')}
          </a>
        </TakenAway>
      </p>
    </PanelFrame>
  );
}

/** What single assets say for themselves. */
function Credits() {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const statements = useMemo(() => statementsOf(exhibition), [exhibition]);
  if (statements.length === 0) return null;
  return (
    <>
      <h3 className="about__part">{t('about.credits')}</h3>
      <ul className="credits">
        {statements.map(({ id, label, credit, requiredStatement, rights, sourceType }) => (
          <li key={id}>
            <Text map={label} className="credits__name" />
            {credit && <Text map={credit} />}
            {requiredStatement && <Text map={requiredStatement.value} />}
            {sourceType && <span>{t(`source.${sourceType}`)}</span>}
            {rights !== null && (
              <span>
                <RightsLink uri={rights} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
