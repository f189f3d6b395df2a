import type { CommandContext } from './context.ts';

/** Written by the scene: whom a tileset names as its makers where it is seen at this moment; nobody once it is not. */
export function noteAttributions({ store }: CommandContext, assetId: string, lines: readonly string[]): void {
  const attributions = new Map(store.getState().attributions);
  if (lines.length === 0) attributions.delete(assetId);
  else attributions.set(assetId, lines);
  store.setState({ attributions });
}
