import { useState } from 'react';
import { describeFault } from '#document/fault.ts';
import { useTexts } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { useRelicFaults } from './relicFaults.ts';

/** What is wrong with this relic and what to do about it; the visit goes on around it. */
export function FaultNote() {
  const t = useTexts();
  const faults = useRelicFaults();
  const [seen, setSeen] = useState(0);
  return (
    <div className="relic__faults" role="status">
      {faults.length > seen && (
        <div className="relic__note">
          <div>
            <p>{t('relic.fault')}</p>
            <p className="small">{t('relic.faultRemedy')}</p>
            <details className="notice__details">
              <summary>{t('broken.details')}</summary>
              <ul lang="en">
                {faults.map((fault) => (
                  <li key={`${fault.code} ${fault.path}`}>
                    <code>{describeFault(fault)}</code>
                  </li>
                ))}
              </ul>
            </details>
          </div>
          <button
            type="button"
            className="round"
            aria-label={t('fault.dismiss')}
            onClick={() => setSeen(faults.length)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
