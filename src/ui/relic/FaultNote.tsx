import { describeFault } from '#document/fault.ts';
import { useTexts, useTour } from '../context.ts';
import { useRelic } from './inHand.ts';
import { faultsOf } from './relicFaults.ts';

/** What is wrong with this relic and what to do about it; the visit goes on around it. */
export function FaultNote() {
  const t = useTexts();
  const { asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const faults = useTour((state) => state.faults);
  const own = faultsOf(faults, exhibition, asset.id);
  return (
    <div className="relic__faults" role="status">
      {own.length > 0 && (
        <div className="relic__note">
          <p>{t('relic.fault')}</p>
          <p className="small">{t('relic.faultRemedy')}</p>
          <details className="notice__details">
            <summary>{t('broken.details')}</summary>
            <ul lang="en">
              {own.map((fault) => (
                <li key={`${fault.code} ${fault.path}`}>
                  <code>{describeFault(fault)}</code>
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </div>
  );
}
