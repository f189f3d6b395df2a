import type { TileFault } from '#streaming/ports.ts';

/** What is said of a tile that could not be had. */
export function faultOf({ pyramid, tile, message }: TileFault) {
  return {
    severity: 'warning',
    path: `${pyramid.id}/${tile.level}`,
    code: 'missing-tile',
    message,
    remedy: 'run “grotto check” on the exhibition; a coarser tile stands in meanwhile',
  } as const;
}
