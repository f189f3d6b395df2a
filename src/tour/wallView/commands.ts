/** The only writers of `TourState.wallView`. */
import { wrapAngle } from '#shared/angle.ts';
import type { CommandContext } from '../commands/context.ts';
import { settle } from '../commands/settle.ts';
import { findNode } from '../selectors/findNode.ts';
import { findAsset } from '../selectors/made.ts';
import type { TourState } from '../state.ts';
import { asAddressed } from './wallAddress.ts';
import type { Wall, WallDirection, WallFrame, WallRefusal } from './state.ts';

/** Whether the distances of a place's walls were recorded. */
export function hasDepth({ exhibition, nodeId }: Pick<TourState, 'exhibition' | 'nodeId'>): boolean {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  return asset?.kind === 'panorama' && asset.depth !== undefined;
}

/**
 * Asks for the wall in a direction to be brought closer; the scene looks for it and says what it found. A place without
 * depth refuses at once. Of an open wall it does nothing, unless it is asked for another one.
 */
export function askForWall(context: CommandContext, direction: WallDirection, frame: WallFrame | null = null): void {
  const { store, currentView } = context;
  const state = store.getState();
  if (!hasDepth(state)) {
    store.setState({ wallView: { kind: 'refused', reason: 'no-depth' } });
    return;
  }
  const asked = asAddressed({ yaw: wrapAngle(direction.yaw), pitch: direction.pitch });
  const { wallView } = state;
  if (wallView?.kind === 'open' && wallView.asked.yaw === asked.yaw && wallView.asked.pitch === asked.pitch) {
    if (frame) settleWall(context, frame);
    return;
  }
  // The way back leads to this very view.
  if (wallView?.kind !== 'open') settle(context, currentView());
  store.setState({ wallView: { kind: 'asked', asked, frame } });
}

/** What was found where a wall was asked for. The panel that it is asked from makes room for it. */
export function noteWall({ store }: CommandContext, found: { wall: Wall; frame: WallFrame } | WallRefusal): void {
  const { wallView, panel } = store.getState();
  if (wallView?.kind !== 'asked') return;
  if (typeof found === 'string') store.setState({ wallView: { kind: 'refused', reason: found } });
  else {
    const left = panel?.kind === 'measure' ? null : panel;
    store.setState({ wallView: { kind: 'open', asked: wallView.asked, ...found }, panel: left });
  }
}

/** Notes which part of the wall the picture came to rest on. */
export function settleWall({ store }: CommandContext, frame: WallFrame): void {
  const { wallView } = store.getState();
  if (wallView?.kind !== 'open') return;
  const { x, y, width } = wallView.frame;
  if (x === frame.x && y === frame.y && width === frame.width) return;
  store.setState({ wallView: { ...wallView, frame: { ...frame } } });
}

/** Back to the view that one came from. */
export function closeWall({ store }: CommandContext): void {
  if (store.getState().wallView) store.setState({ wallView: null });
}
