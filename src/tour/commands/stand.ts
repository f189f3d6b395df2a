import { planHall } from '../gallery/planHall.ts';
import { selectNode } from '../selectors/findNode.ts';
import type { Stand } from '../state.ts';
import type { CommandContext } from './context.ts';

/**
 * Notes where in a hall the visitor came to rest. Of another spot than the visitor's own it is a wish: the scene goes
 * there. Does nothing outside a hall.
 */
export function stand({ store }: Pick<CommandContext, 'store'>, { x, z }: Stand): void {
  const state = store.getState();
  if (!Number.isFinite(x) || !Number.isFinite(z)) throw new RangeError(`stand: expected two numbers, got ${x}, ${z}`);
  if (state.stand === null && !planHall(state.exhibition, selectNode(state))) return;
  if (state.stand?.x !== x || state.stand.z !== z) store.setState({ stand: { x, z } });
}
