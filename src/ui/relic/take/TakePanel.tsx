import { useState } from 'react';
import { resolveAssetUri } from '#document/uri.ts';
import { useTexts, useTour, useUi } from '../../context.ts';
import { RightsLink } from '../../panel/RightsLink.tsx';
import type { ArWay } from '../../ports.ts';
import { Text, usePick } from '../../Text.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { saveAs } from './saveAs.ts';

const MEGABYTE = 1_000_000;

/** Files to take along, where the rights allow copies, and the relic in one's own room, where the device can do that. */
export function TakePanel({ onClose, takeable }: ToolPanelProps) {
  const t = useTexts();
  const { asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const rights = asset.rights ?? exhibition.rights;
  return (
    <ToolPanel title={t('relic.tool.take')} onClose={onClose}>
      {takeable.arWays.length > 0 && <InOwnRoom ways={takeable.arWays} />}
      {takeable.files && <Downloads />}
      {takeable.prints && <Prints />}
      {(takeable.files || takeable.prints) && (
        <div className="take__rights">
          {rights !== undefined && (
            <p className="small">
              {t('relic.take.rights')} <RightsLink uri={rights} isFull />
            </p>
          )}
          {takeable.isNonCommercial && <p className="small">{t('relic.take.nonCommercial')}</p>}
          {asset.credit && (
            <p className="small">
              {t('relic.take.name')} <Text map={asset.credit} />
            </p>
          )}
        </div>
      )}
    </ToolPanel>
  );
}

function InOwnRoom({ ways }: { ways: readonly ArWay[] }) {
  const t = useTexts();
  const { relicTools } = useUi();
  const [hasFailed, setFailed] = useState(false);
  const start = (way: ArWay) => {
    setFailed(false);
    // Started within the press itself: browsers let only a visitor's own gesture open a session.
    relicTools?.startAr?.(way).catch(() => setFailed(true));
  };
  return (
    <>
      <h3 className="panel__part">{t('relic.take.ar')}</h3>
      <p className="small">{t('relic.take.arText')}</p>
      <div className="actions">
        {ways.map((way) => (
          <button key={way} type="button" className="action" onClick={() => start(way)}>
            {t(`relic.take.way.${way}`)}
          </button>
        ))}
      </div>
      <p className="small" role="status">
        {hasFailed ? t('relic.take.arFault') : ''}
      </p>
    </>
  );
}

function Downloads() {
  const t = useTexts();
  const pick = usePick();
  const { baseUrl } = useUi();
  const { asset } = useRelic();
  const downloads = asset.kind === 'model' ? (asset.downloads ?? []) : [];
  const files = downloads.flatMap(({ uri, label, bytes }) => {
    const url = resolveAssetUri(uri, baseUrl);
    return url === null ? [] : [{ url, label: pick(label), bytes }];
  });
  if (files.length === 0) return null;
  return (
    <>
      <h3 className="panel__part">{t('relic.take.files')}</h3>
      <ul className="actions">
        {files.map(({ url, label, bytes }) => (
          <li key={url}>
            <a className="action" href={url} download="" lang={label.language}>
              {bytes === undefined
                ? label.text
                : t('relic.take.bytes', { label: label.text, megabytes: Math.max(0.1, round(bytes / MEGABYTE)) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a printer wants is made on this page, from the shape that is shown. */
function Prints() {
  const t = useTexts();
  const { relicTools } = useUi();
  const { asset } = useRelic();
  const [making, setMaking] = useState<'no' | 'yes' | 'failed'>('no');
  const make = async (exportFile: () => Promise<Blob>, ending: string) => {
    setMaking('yes');
    try {
      saveAs(await exportFile(), `${asset.id}.${ending}`);
      setMaking('no');
    } catch {
      setMaking('failed');
    }
  };
  const { exportStl, export3mf } = relicTools ?? {};
  if (!exportStl && !export3mf) return null;
  const isBusy = making === 'yes';
  return (
    <>
      <h3 className="panel__part">{t('relic.take.print')}</h3>
      <div className="actions">
        {exportStl && (
          <button
            type="button"
            className="action"
            aria-disabled={isBusy}
            onClick={() => isBusy || void make(exportStl, 'stl')}
          >
            {t('relic.take.stl')}
          </button>
        )}
        {export3mf && (
          <button
            type="button"
            className="action"
            aria-disabled={isBusy}
            onClick={() => isBusy || void make(export3mf, '3mf')}
          >
            {t('relic.take.threeMf')}
          </button>
        )}
      </div>
      <p className="small" role="status">
        {isBusy ? t('relic.take.making') : making === 'failed' ? t('relic.take.fault') : ''}
      </p>
    </>
  );
}

function round(megabytes: number): number {
  return Math.round(megabytes * 10) / 10;
}
