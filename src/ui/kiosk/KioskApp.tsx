import { Attract } from './Attract.tsx';
import { KioskBar } from './KioskBar.tsx';
import { Languages } from './Languages.tsx';
import { LinkCode } from './LinkCode.tsx';
import { StillThere } from './StillThere.tsx';
import { Staff } from './Staff.tsx';
import { useKiosk, useKioskPage, useKioskVisit } from './context.ts';

export function KioskApp() {
  const phase = useKioskVisit((visit) => visit.phase);
  const link = useKioskPage((page) => page.link);
  const isStaff = useKioskPage((page) => page.isStaff);
  const { staff } = useKiosk();
  if (isStaff && staff) return <Staff tools={staff} />;
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
