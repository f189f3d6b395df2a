import { describeFault } from '#document/fault.ts';
import { useCommands, useTexts, useTour } from '../context.ts';

/** Stands in for a place that the document describes wrongly. The visit goes on from here. */
export function BrokenCard() {
  const t = useTexts();
  const { openPanel } = useCommands();
  const faults = useTour((state) => state.brokenNodes.get(state.nodeId));
  if (!faults) return null;
  return (
    <section className="notice" aria-labelledby="broken-heading">
      <h2 className="notice__title serif" id="broken-heading">
        {t('broken.heading')}
      </h2>
      <p>{t('broken.text')}</p>
      {faults.length > 0 && (
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
      )}
      <button type="button" className="word" onClick={() => openPanel({ kind: 'places' })}>
        {t('controls.places')}
      </button>
    </section>
  );
}
