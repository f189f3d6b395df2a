import type { MouseEvent } from 'react';
import { useTexts } from '../context.ts';

const TARGETS = ['exits', 'objects', 'controls'] as const;

/** The first stops of the keyboard. They are buttons in the shape of links, since the address bar belongs to the tour. */
export function SkipLinks() {
  const t = useTexts();
  const skip = (event: MouseEvent<HTMLElement>, id: string) => {
    event.currentTarget.ownerDocument.getElementById(id)?.focus();
  };
  return (
    <ul className="skips">
      {TARGETS.map((id) => (
        <li key={id}>
          <button type="button" className="skip unseen" onClick={(event) => skip(event, id)}>
            {t(`skip.${id}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
