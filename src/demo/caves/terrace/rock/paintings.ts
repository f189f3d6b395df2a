/** The paintings of the cliff: stone first, then holes, then what plaster is left. */
import type { Painting } from '#demo/cave/cave.ts';
import { ZONES, type Zone } from '#demo/caves/terrace/rock/lattice.ts';
import { drawHoles } from '#demo/caves/terrace/rock/holes.ts';
import { drawPlaster, isPlastered } from '#demo/caves/terrace/rock/plaster.ts';
import { drawStone, type Extent } from '#demo/caves/terrace/rock/stone.ts';

export function cliffPaintings(): Painting[] {
  return ZONES.map(cliffPainting);
}

function cliffPainting(zone: Zone, index: number): Painting {
  const extent: Extent = {
    left: zone.left,
    top: zone.top,
    width: zone.right - zone.left,
    height: zone.top - zone.bottom,
  };
  const hasPlaster = (u: number, v: number): boolean => isPlastered(zone.left + u, zone.top - v);
  return {
    id: zone.id,
    width: extent.width,
    height: extent.height,
    lightCell: zone.lightCell,
    fineness: zone.fineness,
    seed: 660 + index,
    draw(painter) {
      drawStone(painter, extent);
      drawHoles(painter, extent);
      drawPlaster(painter, extent);
    },
    wear: {
      seed: 660,
      mottling: 0.6,
      strength: 0.4,
      threshold: 0.86,
      cracks: 0,
      lossBias: (u, v) => (hasPlaster(u, v) ? 0.06 : -9),
      dust: (u, v) => (hasPlaster(u, v) ? 0.08 : 0.03),
    },
  };
}
