import type { Takeable } from '../take/takeable.ts';

/** What every panel of a tool is given. */
export interface ToolPanelProps {
  readonly onClose: () => void;
  readonly takeable: Takeable;
}
