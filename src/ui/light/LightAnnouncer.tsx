import { useEffect, useRef, useState } from 'react';
import { lightOf } from '#tour/light/lightOf.ts';
import { useTexts, useTour } from '../context.ts';
import { useHourName } from './useHourName.ts';

/** Says the light one has chosen: the hour by its name, and what the lamp does. */
export function LightAnnouncer() {
  const t = useTexts();
  const nameHour = useHourName();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const light = useTour((state) => state.light);
  const lampText = (): string => {
    if (!light?.isLampLit) return t('light.saidNoLamp');
    return t(light.isLampCarried ? 'light.saidCarried' : 'light.saidAll');
  };
  const said = light ? t('light.said', { hour: nameHour(light.time), lamp: lampText() }) : t('light.saidPhotographed');
  const isOffered = lightOf(exhibition, nodeId) !== null;
  const [message, setMessage] = useState('');
  const last = useRef(light);
  const text = useRef(said);
  text.current = said;
  useEffect(() => {
    if (last.current === light) return;
    last.current = light;
    // Where nothing changes to the eye, nothing is said; the light goes along all the same.
    if (isOffered) setMessage(text.current);
  }, [light, isOffered]);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}
