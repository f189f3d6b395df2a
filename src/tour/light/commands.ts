/** The only writers of `TourState.light`. */
import type { CommandContext } from '../commands/context.ts';
import { layersOf } from '../compare/layers.ts';
import { lightOf } from './lightOf.ts';
import { FIRST_LIGHT, type TourLight } from './state.ts';

/**
 * Chooses hour and lamp; what is not given stays, values out of range are brought into it. From how a place was
 * photographed one starts at day without a lamp, where it shows its picture by lamps at night with one.
 */
export function setLight({ store }: CommandContext, settings: Partial<TourLight>): void {
  const { light, exhibition, nodeId } = store.getState();
  const before = light ?? firstLight(exhibition, nodeId);
  const { time, lampStrength, isLampLit, isLampCarried, isFlickering } = { ...before, ...settings };
  store.setState({
    light: { time: clamp(time), lampStrength: clamp(lampStrength), isLampLit, isLampCarried, isFlickering },
  });
}

/** Shows places as they were photographed again. */
export function resetLight({ store }: CommandContext): void {
  if (store.getState().light) store.setState({ light: null });
}

function firstLight(...[exhibition, nodeId]: Parameters<typeof lightOf>): TourLight {
  const pair = lightOf(exhibition, nodeId);
  const isByLamp = pair !== null && layersOf(exhibition, nodeId).shown === pair.lamp;
  return isByLamp ? { ...FIRST_LIGHT, time: 0, isLampLit: true } : FIRST_LIGHT;
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
