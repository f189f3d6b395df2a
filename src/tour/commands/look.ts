import type { View } from '../state.ts';
import { normalizeView } from '../view.ts';
import type { CommandContext } from './context.ts';

/** Asks for a view; what is left out stays as it is now. Radians. */
export function look(
  { store, currentView }: CommandContext,
  view: Partial<View>,
  options: { isEased: boolean; isGuided?: boolean },
): void {
  const { serial } = store.getState().lookRequest;
  store.setState({
    lookRequest: { serial: serial + 1, view: normalizeView({ ...currentView(), ...view }), ...options },
  });
}
