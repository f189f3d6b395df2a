/**
 * A chosen light in the address: the hour (a name or 0 to 1), then what the lamp does, such as `dusk`, `0.3,lamp`,
 * `night,lamp,0.8` (strength), `night,lamps,0.8` (all lamps of the place, none carried), `night,lamp,1,still` (no flicker).
 */
import { FIRST_LIGHT, HOURS, type TourLight } from './state.ts';

const NUMBER = /^(0?\.\d{1,6}|[01](\.0{1,6})?)$/;
/** Hundredths: steps of the sliders. */
const DIGITS = 2;

export function writeLight({ time, isLampLit, lampStrength, isLampCarried, isFlickering }: TourLight): string {
  const shown = Number(time.toFixed(DIGITS));
  const hour = HOURS.find((one) => one.time === shown)?.name ?? String(shown);
  if (!isLampLit) return hour;
  const strength = String(Number(lampStrength.toFixed(DIGITS)));
  return [hour, isLampCarried ? 'lamp' : 'lamps', strength, ...(isFlickering ? [] : ['still'])].join(',');
}

/** Null where the text is none of these. */
export function readLight(text: string): TourLight | null {
  const [hour = '', lamp, strength, still, ...more] = text.split(',');
  const time = HOURS.find(({ name }) => name === hour)?.time ?? (NUMBER.test(hour) ? Number(hour) : null);
  if (time === null || more.length > 0) return null;
  if (lamp === undefined) return { ...FIRST_LIGHT, time };
  if (lamp !== 'lamp' && lamp !== 'lamps') return null;
  if (strength !== undefined && !NUMBER.test(strength)) return null;
  if (still !== undefined && still !== 'still') return null;
  return {
    time,
    isLampLit: true,
    lampStrength: strength === undefined ? FIRST_LIGHT.lampStrength : Number(strength),
    isLampCarried: lamp === 'lamp',
    isFlickering: still === undefined,
  };
}
