import type { View } from '../state.ts';
import { isSameView, normalizeView } from '../view.ts';
import type { CommandContext } from './context.ts';

/** Notes the view where the camera came to rest. */
export function settle({ store }: CommandContext, view: View): void {
  const settledView = normalizeView(view);
  if (!isSameView(settledView, store.getState().settledView)) store.setState({ settledView });
}
