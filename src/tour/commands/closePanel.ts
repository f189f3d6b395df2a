import type { CommandContext } from './context.ts';

export function closePanel({ store }: CommandContext): void {
  if (store.getState().panel !== null) store.setState({ panel: null });
}
