import type { CommandContext } from './context.ts';

/** Closes the title card: the visit begins. */
export function enter({ store }: CommandContext): void {
  if (store.getState().isTitleOpen) store.setState({ isTitleOpen: false });
}
