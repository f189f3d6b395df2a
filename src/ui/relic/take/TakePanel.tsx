import { resolveAssetUri } from '#document/uri.ts';
import { useTexts, useTour, useUi } from '../../context.ts';
import { RightsLink } from '../../panel/RightsLink.tsx';
import { Text, usePick } from '../../Text.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { InOwnRoom } from './InOwnRoom.tsx';
import { Prints } from './Prints.tsx';

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

function round(megabytes: number): number {
  return Math.round(megabytes * 10) / 10;
}
