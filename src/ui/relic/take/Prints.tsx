import { useState } from 'react';
import { useTexts, useUi } from '../../context.ts';
import type { PrintFile } from '../../ports.ts';
import { useRelic } from '../inHand.ts';
import { saveAs } from '../../saveAs.ts';

/** What a printer wants is made on this page, from the shape that is shown. */
export function Prints() {
  const t = useTexts();
  const { relicTools, locale } = useUi();
  const { asset } = useRelic();
  const [making, setMaking] = useState<PrintFile | 'nothing' | 'file' | 'fault'>('nothing');
  const make = async (exportFile: () => Promise<PrintFile>, ending: string) => {
    setMaking('file');
    try {
      const file = await exportFile();
      saveAs(file.blob, `${asset.id}.${ending}`);
      setMaking(file);
    } catch {
      setMaking('fault');
    }
  };
  const formats = [
    { ending: 'stl', label: t('relic.take.stl'), exportFile: relicTools?.exportStl },
    { ending: '3mf', label: t('relic.take.threeMf'), exportFile: relicTools?.export3mf },
  ];
  const isBusy = making === 'file';
  const say = (): string => {
    if (making === 'nothing') return '';
    if (making === 'file') return t('relic.take.making');
    if (making === 'fault') return t('relic.take.fault');
    const number = new Intl.NumberFormat(locale.tag, { maximumSignificantDigits: 3 });
    const size = making.sizeMm.map((extent) => number.format(extent)).join(' × ');
    return t(making.isClosed ? 'relic.take.made' : 'relic.take.madeOpen', { size });
  };
  return (
    <>
      <h3 className="panel__part">{t('relic.take.print')}</h3>
      <div className="actions">
        {formats.map(
          ({ ending, label, exportFile }) =>
            exportFile && (
              <button
                key={ending}
                type="button"
                className="action"
                aria-disabled={isBusy}
                onClick={() => isBusy || void make(exportFile, ending)}
              >
                {label}
              </button>
            ),
        )}
      </div>
      <p className="small" role="status">
        {say()}
      </p>
    </>
  );
}
