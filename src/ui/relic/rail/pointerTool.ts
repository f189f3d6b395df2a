import { useEffect } from 'react';
import type { RelicTool } from '#tour/relic/state.ts';
import { useCommands } from '../../context.ts';
import { useRelic } from '../inHand.ts';

/** What the pointer does on the relic, as long as the panel that says so is open; afterwards it turns it again. */
export function usePointerTool(tool: RelicTool): readonly [isOn: boolean, setOn: (isOn: boolean) => void] {
  const { relic } = useCommands();
  const { visit } = useRelic();
  useEffect(() => () => relic.set({ tool: 'orbit' }), [relic]);
  return [visit.tool === tool, (isOn) => relic.set({ tool: isOn ? tool : 'orbit' })];
}
