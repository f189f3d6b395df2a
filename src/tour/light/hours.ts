import { HOURS, type HourName } from './state.ts';

/** A named hour, or a time between two of them. */
export type Hour = { readonly name: HourName } | { readonly after: HourName; readonly before: HourName };

/** Half a step of the slider. */
const NEAR = 0.006;

export function hourOf(time: number): Hour {
  const at = HOURS.find((hour) => Math.abs(hour.time - time) < NEAR);
  if (at) return { name: at.name };
  const next = HOURS.findIndex((hour) => hour.time > time);
  const [after, before] = [HOURS[next - 1], HOURS[next]];
  if (after && before) return { after: after.name, before: before.name };
  return { name: time <= 0 ? 'night' : 'nightfall' };
}
