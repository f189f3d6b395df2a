import { useEffect, useState } from 'react';
import { useTexts, useTour, useUi } from '../context.ts';

/** Into the headset and out of it; only where a device can show one. */
export function HeadsetButton({ className }: { readonly className: string }) {
  const t = useTexts();
  const { headset } = useUi();
  const isOn = useTour((state) => state.headset !== null);
  const [isOffered, setOffered] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => headset?.watch(setOffered), [headset]);
  if (!headset || !isOffered) return null;
  const press = (): void => {
    setRefused(false);
    const done = isOn ? headset.leave() : headset.enter();
    done.catch(() => setRefused(true));
  };
  return (
    <>
      <button type="button" className={className} onClick={press}>
        {t(isOn ? 'vr.leave' : 'vr.enter')}
      </button>
      {isRefused && (
        <p className="headset-note" role="alert">
          {t('vr.refused')}
        </p>
      )}
    </>
  );
}
