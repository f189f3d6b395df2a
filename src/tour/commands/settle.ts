import type { View } from '../state.ts';
import { isSameView, normalizeView } from '../view.ts';
import type { CommandContext } from './context.ts';
import { stand } from './stand.ts';

/** Notes the view where the camera came to rest, and in a hall where the visitor is. */
export function settle(context: CommandContext, view: View): void {
  const { store, currentStand } = context;
  const settledView = normalizeView(view);
  if (!isSameView(settledView, store.getState().settledView)) store.setState({ settledView });
  const here = currentStand();
  if (here) stand(context, here);
}
