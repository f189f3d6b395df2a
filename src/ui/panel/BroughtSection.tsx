import { useTexts } from '../context.ts';
import type { Brought } from '../ports.ts';

/** More than anybody reads; the console has all of them. */
const MOST_LINES = 200;

/** For whoever looks after the exhibition: what it was made of while it was opened, and what could not be taken along. */
export function BroughtSection({ brought }: { brought: Brought }) {
  const t = useTexts();
  const { format, losses, lossesLeftOut } = brought;
  const count = losses.length + lossesLeftOut;
  return (
    <section aria-labelledby="brought-heading" className="brought">
      <h3 className="about__part" id="brought-heading">
        {t('brought.heading')}
      </h3>
      <p>{t('brought.text', { format })}</p>
      {count === 0 ? (
        <p>{t('brought.nothing')}</p>
      ) : (
        <details className="notice__details">
          <summary>{t('brought.losses', { count })}</summary>
          <ul lang="en">
            {losses.slice(0, MOST_LINES).map(({ path, reason }, index) => (
              <li key={index}>
                <code>{path === '' ? reason : `${path}: ${reason}`}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
