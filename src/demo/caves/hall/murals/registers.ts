import { HALL } from '#demo/caves/hall/dimensions.ts';
import { REGISTERS } from '#demo/caves/hall/murals/layout.ts';
import { apsaraBand } from '#demo/paint/motifs/apsaraBand.ts';
import { beadBand, honeysuckle, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { donors } from '#demo/paint/motifs/donors.ts';
import { balustrade, dado } from '#demo/paint/motifs/parapet.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';

/** Draws with the origin moved to (x, y). */
export function at(painter: Painter, x: number, y: number, draw: () => void): void {
  painter.push(x, y);
  draw();
  painter.pop();
}

/** Everything above the main field: petals, pearls, the sky with its apsaras, the parapet, a vine. */
export function upperRegisters(painter: Painter, flight: 'left' | 'right' | 'inwards', offset: number): void {
  const { width } = HALL;
  painter.fill(rectangle(0, 0, width, HALL.wallHeight), 'ochreRed');
  at(painter, 0, REGISTERS.petals.top, () => petalBand(painter, width, REGISTERS.petals.height));
  at(painter, 0, REGISTERS.beads.top, () => beadBand(painter, width, REGISTERS.beads.height));
  const { top, height } = REGISTERS.sky;
  if (flight === 'inwards') {
    apsaraBand(painter, 0, top, width / 2, height, -1, offset);
    apsaraBand(painter, width / 2, top, width / 2, height, 1, offset + 2);
  } else {
    apsaraBand(painter, 0, top, width, height, flight === 'left' ? 1 : -1, offset);
  }
  balustrade(painter, 0, REGISTERS.parapet.top, width, REGISTERS.parapet.height);
  at(painter, 0, REGISTERS.vine.top, () => {
    honeysuckle(painter, width, REGISTERS.vine.height, 'black', ['malachite', 'azuriteLight', 'white', 'ochre']);
  });
}

/** Everything below the main field: lozenges, donors who come towards `centre`, pearls, pennants. */
export function lowerRegisters(painter: Painter, centre: number | null): void {
  const { width } = HALL;
  at(painter, 0, REGISTERS.lozenges.top, () => lozenge(painter, width, REGISTERS.lozenges.height));
  donors(painter, 0, REGISTERS.donors.top, width, REGISTERS.donors.height, centre);
  at(painter, 0, REGISTERS.lowerBeads.top, () => beadBand(painter, width, REGISTERS.lowerBeads.height));
  dado(painter, 0, REGISTERS.pennants.top, width, REGISTERS.pennants.height);
}
