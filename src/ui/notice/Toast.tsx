import { useState } from 'react';
import { useTexts, useTour } from '../context.ts';
import { Icon } from '../Icon.tsx';

/** Says once that something is missing, and once that an address was wrong. Stays until it is put away. */
export function Toast() {
  const faults = useTour((state) => state.faults);
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  if (isTitleOpen) return null;
  return (
    <div className="toasts" role="status">
      {faults.some(({ severity }) => severity === 'error') && <Note message="content" />}
      {faults.some(({ code }) => code.startsWith('address-')) && <Note message="address" />}
    </div>
  );
}

function Note({ message }: { message: 'content' | 'address' }) {
  const t = useTexts();
  const [isPutAway, setPutAway] = useState(false);
  if (isPutAway) return null;
  return (
    <div className="toast">
      <p>{t(`fault.${message}`)}</p>
      <button type="button" className="round" aria-label={t('fault.dismiss')} onClick={() => setPutAway(true)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
