/** How the walls are divided, metres below the flat ceiling. All four walls share these lines. */
import { honeysuckle } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { drawBalcony } from '../motifs/balcony.ts';
import { peakBand, toothBand, waveBand } from '../motifs/bands.ts';
import { drawStrongmen } from '../motifs/strongmen.ts';

export const REGISTERS = {
  cornice: { top: 0, height: 0.12 },
  balcony: { top: 0.12, height: 0.72 },
  tooth: { top: 0.84, height: 0.13 },
  throng: { top: 0.97, height: 1.5 },
  vine: { top: 2.47, height: 0.1 },
  story: { top: 2.57, height: 0.86 },
  wave: { top: 3.43, height: 0.08 },
  strongmen: { top: 3.51, height: 0.64 },
  peaks: { top: 4.15, height: 0.15 },
} as const;

export const WALL_HEIGHT = 4.3;

/** Draws `draw` with the origin at a register's upper left. */
export function inRegister(painter: Painter, name: keyof typeof REGISTERS, draw: (height: number) => void): void {
  const { top, height } = REGISTERS[name];
  painter.push(0, top, 1);
  draw(height);
  painter.pop();
}

/** Everything but stories and Buddhas, `length` metres long. */
export function drawRegisters(painter: Painter, length: number, shift: number): void {
  painter.fill(rectangle(0, 0, length, WALL_HEIGHT), 'ochreRed');
  inRegister(painter, 'cornice', (height) => {
    waveBand(painter, length, height, 'brown');
  });
  inRegister(painter, 'balcony', (height) => {
    drawBalcony(painter, length, height, shift);
  });
  inRegister(painter, 'vine', (height) => {
    honeysuckle(painter, length, height, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  });
  inRegister(painter, 'wave', (height) => {
    waveBand(painter, length, height);
  });
  inRegister(painter, 'strongmen', (height) => {
    drawStrongmen(painter, length, height, shift);
  });
  inRegister(painter, 'peaks', (height) => {
    peakBand(painter, length, height);
  });
}

/** The teeth that hang over the Buddhas are drawn after them. */
export function drawTeeth(painter: Painter, length: number): void {
  inRegister(painter, 'tooth', (height) => {
    toothBand(painter, length, height);
  });
}
