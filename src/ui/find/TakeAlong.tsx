import { useMemo } from 'react';
import { favouritesLink, fitFavourites } from '#tour/find/favouritesAddress.ts';
import { writeJson, writeText } from '#tour/find/favouritesFile.ts';
import { TakenAway } from '../TakenAway.tsx';
import { useTexts, useTour, useUi } from '../context.ts';
import { saveAs } from '../saveAs.ts';
import { QrCode } from './QrCode.tsx';

/** The list as files, and as a code that a phone reads; all of it is made here. */
export function TakeAlong({ keys }: { keys: readonly string[] }) {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const language = useTour((state) => state.language);
  const { kiosk } = useUi();
  // The address of a kiosk is nobody else's.
  const page = (kiosk?.publicUrl ?? location.href).replace(/#.*/, '');
  const link = useMemo(() => favouritesLink(page, keys, language), [page, keys, language]);
  const fitting = fitFavourites(keys).length;
  const options = { exhibition, language, page };
  const name = `${exhibition.id}-favourites`;
  return (
    <div className="take-along">
      <QrCode text={link} label={t('find.code')} />
      <p className="small">{t('find.codeText')}</p>
      {fitting < keys.length && <p className="small">{t('find.codeHolds', { count: fitting })}</p>}
      <p className="small take-along__link">
        <a className="link" href={link}>
          {link}
        </a>
      </p>
      <TakenAway>
        <p className="tabs">
          <button
            type="button"
            className="word"
            onClick={() => saveAs(new Blob([writeText(keys, options)], { type: 'text/plain' }), `${name}.txt`)}
          >
            {t('find.saveText')}
          </button>
          <button
            type="button"
            className="word"
            onClick={() => saveAs(new Blob([writeJson(keys, options)], { type: 'application/json' }), `${name}.json`)}
          >
            {t('find.saveJson')}
          </button>
        </p>
      </TakenAway>
    </div>
  );
}
