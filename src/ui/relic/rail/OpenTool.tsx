import type { ComponentType } from 'react';
import { DetailsPanel } from '../details/DetailsPanel.tsx';
import { LabelPanel } from '../label/LabelPanel.tsx';
import { LightPanel } from '../light/LightPanel.tsx';
import { MotionPanel } from '../motion/MotionPanel.tsx';
import { SectionPanel } from '../section/SectionPanel.tsx';
import { SizePanel } from '../size/SizePanel.tsx';
import { StatesPanel } from '../states/StatesPanel.tsx';
import { SurfacePanel } from '../surface/SurfacePanel.tsx';
import { TakePanel } from '../take/TakePanel.tsx';
import { TapePanel } from '../tape/TapePanel.tsx';
import type { ToolPanelProps } from './toolPanelProps.ts';
import type { PanelTool } from './tools.ts';

const PANELS = {
  label: LabelPanel,
  details: DetailsPanel,
  states: StatesPanel,
  light: LightPanel,
  surface: SurfacePanel,
  section: SectionPanel,
  tape: TapePanel,
  size: SizePanel,
  motion: MotionPanel,
  take: TakePanel,
} satisfies Record<PanelTool, ComponentType<ToolPanelProps>>;

export function OpenTool({ tool, ...props }: ToolPanelProps & { readonly tool: PanelTool }) {
  const Panel = PANELS[tool];
  return <Panel key={tool} {...props} />;
}
