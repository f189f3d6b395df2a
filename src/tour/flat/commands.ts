import type { CommandContext } from '../commands/context.ts';
import type { WallFrame } from '../wallView/state.ts';
import { flatOfNode } from './flatOfNode.ts';

/**
 * Notes which part of a flat picture the page came to rest on. Of another part than the visitor's own it is a wish: the
 * scene goes there. Does nothing where there is no flat picture.
 */
export function showFlat({ store }: Pick<CommandContext, 'store'>, { x, y, width }: WallFrame): void {
  const { flat, exhibition, nodeId } = store.getState();
  if (flat?.x === x && flat.y === y && flat.width === width) return;
  if (flatOfNode(exhibition, nodeId)) store.setState({ flat: { x, y, width } });
}
