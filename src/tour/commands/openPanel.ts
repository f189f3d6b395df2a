import { findHotspot, selectNode } from '../selectors/findNode.ts';
import { isSamePanel } from '../selectors/isSamePanel.ts';
import { hint } from '../hint.ts';
import type { Panel } from '../state.ts';
import type { CommandContext } from './context.ts';
import { settle } from './settle.ts';

/** Opens a panel in place of the one that is open. Throws where the node has no such hotspot. */
export function openPanel(context: CommandContext, panel: Panel): void {
  const state = context.store.getState();
  if (isSamePanel(state.panel, panel)) return;
  if (panel.kind === 'hotspot') {
    const node = selectNode(state);
    if (!findHotspot(node, panel.hotspotId)) {
      const ids = node?.hotspots?.map((hotspot) => hotspot.id) ?? [];
      throw new Error(
        `openPanel: no hotspot "${panel.hotspotId}" in node "${state.nodeId}"${hint(panel.hotspotId, ids)}`,
      );
    }
  }
  settle(context, context.currentView());
  context.store.setState({ panel });
}
