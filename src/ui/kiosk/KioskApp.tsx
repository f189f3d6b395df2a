import { Attract } from './Attract.tsx';
import { KioskBar } from './KioskBar.tsx';
import { Languages } from './Languages.tsx';
import { LinkCode } from './LinkCode.tsx';
import { StillThere } from './StillThere.tsx';
import { useKioskPage, useKioskVisit } from './context.ts';

export function KioskApp() {
  const phase = useKioskVisit((visit) => visit.phase);
  const link = useKioskPage((page) => page.link);
  switch (phase) {
    case 'attracting':
      return <Attract />;
    case 'choosing':
      return <Languages />;
    case 'asking':
      return <StillThere />;
    case 'visiting':
      return link === null ? <KioskBar /> : <LinkCode link={link} />;
  }
}
