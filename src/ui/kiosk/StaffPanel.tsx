import { useState } from 'react';
import { MOST_LOUDNESS } from '#tour/sound/state.ts';
import type { StaffTools } from '#tour/kiosk/staff.ts';
import { Slider } from '../form/Slider.tsx';
import '../form/form.css';
import { useKiosk, useKioskTexts } from './context.ts';

const MEGABYTE = 1_000_000;
/** No more fit beside the rest. */
const MOST_SHOWN = 12;

/** How the kiosk is, how loud, what went wrong last. */
export function StaffPanel({ tools }: { readonly tools: StaffTools }) {
  const t = useKioskTexts();
  const { kiosk, locale } = useKiosk();
  const [status] = useState(() => tools.status());
  const [volume, setVolume] = useState(() => tools.volume());
  const number = (value: number): string => locale.numbers.format(value);
  const hours = new Intl.NumberFormat(locale.tag, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 });
  const megabytes = new Intl.NumberFormat(locale.tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'short', timeStyle: 'medium' });
  const entries = tools.entries().slice(-MOST_SHOWN).reverse();
  return (
    <>
      <dl className="facts staff__facts">
        <Fact name={t('kiosk.version')} value={status.version} />
        <Fact name={t('kiosk.running')} value={hours.format(status.seconds / 3_600)} />
        <Fact name={t('kiosk.visitors')} value={number(status.visitors)} />
        {status.memoryBytes !== null && (
          <Fact name={t('kiosk.memory')} value={megabytes.format(status.memoryBytes / MEGABYTE)} />
        )}
      </dl>
      <Slider
        label={t('kiosk.volume')}
        min={0}
        max={MOST_LOUDNESS}
        step={1}
        value={volume}
        valueText={number(volume)}
        onChange={(next) => {
          setVolume(next);
          tools.setVolume(next);
        }}
      />
      <h3 className="staff__part">{t('kiosk.lastErrors')}</h3>
      {entries.length === 0 && <p>{t('kiosk.noErrors')}</p>}
      <ol className="staff__errors">
        {entries.map(({ at, kind, text, times }, index) => (
          <li key={index} dir="ltr">
            <time>{moment.format(at)}</time> {kind} {text} {times > 1 && `× ${number(times)}`}
          </li>
        ))}
      </ol>
      <div className="kiosk__answers">
        <button type="button" className="kiosk__main" onClick={() => tools.reload()}>
          {t('kiosk.reload')}
        </button>
        <button type="button" className="kiosk__main" onClick={() => kiosk.note({ kind: 'finish' })}>
          {t('kiosk.finish')}
        </button>
      </div>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="facts__row">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
