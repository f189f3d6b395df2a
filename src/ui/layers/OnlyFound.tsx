import { hasConjecture, withoutConjecture } from '#document/truth/withoutConjecture.ts';
import { useMemo } from 'react';
import { useCommands, useTexts, useTour } from '../context.ts';
import { Switch } from '../form/Switch.tsx';
import '../form/form.css';

/** Hides all conjecture of the exhibition, everywhere; only where there is some, and something beside it. */
export function OnlyFound() {
  const t = useTexts();
  const { compare } = useCommands();
  const whole = useTour((state) => state.wholeExhibition);
  const isOn = useTour((state) => state.isOnlyFound);
  const isOffered = useMemo(() => hasConjecture(whole) && withoutConjecture(whole) !== null, [whole]);
  if (!isOffered) return null;
  return <Switch label={t('compare.onlyFound')} isOn={isOn} onChange={(on) => compare.setOnlyFound(on)} />;
}
