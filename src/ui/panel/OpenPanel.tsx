import { useTour } from '../context.ts';
import { AccessPanel } from '../access/AccessPanel.tsx';
import { TranscriptPanel } from '../captions/TranscriptPanel.tsx';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { MeasurePanel } from '../measure/MeasurePanel.tsx';
import { PlanPanel } from '../plan/PlanPanel.tsx';
import { SoundPanel } from '../sound/SoundPanel.tsx';
import { AboutPanel } from './AboutPanel.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { WallLabel } from './WallLabel.tsx';

/** The panel that is open, if one is. */
export function OpenPanel() {
  const panel = useTour((state) => state.panel);
  switch (panel?.kind) {
    case undefined:
      return null;
    case 'hotspot':
      return <WallLabel key={panel.hotspotId} hotspotId={panel.hotspotId} />;
    case 'layers':
      return <LayersPanel />;
    case 'measure':
      return <MeasurePanel />;
    case 'places':
      return <PlacesPanel />;
    case 'plan':
      return <PlanPanel />;
    case 'sound':
      return <SoundPanel />;
    case 'about':
      return <AboutPanel />;
    case 'access':
      return <AccessPanel />;
    case 'transcript':
      return <TranscriptPanel />;
  }
}
