import { HALL } from '#demo/caves/hall/dimensions.ts';
import { CELL, FIELD_BOTTOM, REGISTERS } from '#demo/caves/hall/murals/layout.ts';
import { drawPanel } from '#demo/caves/hall/murals/innerWall.ts';
import { lowerRegisters, upperRegisters } from '#demo/caves/hall/murals/registers.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { honeysuckle, inTurn } from '#demo/paint/motifs/borders.ts';
import { buddha, type BuddhaColours } from '#demo/paint/motifs/buddha.ts';
import { ATTENDANTS } from '#demo/paint/motifs/preachingScene.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { thousandBuddhas } from '#demo/paint/motifs/thousandBuddhas.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';

const ROBES = ['cinnabar', 'ochre', 'plum', 'redLead', 'ochreRed', 'malachite', 'white'] as const;

/** The door wall: seven Buddhas above the door, a bodhisattva on either side of it, thousand Buddhas around. */
export function drawDoorWall(painter: Painter): void {
  upperRegisters(painter, 'inwards', 3);
  const { top, height } = REGISTERS.field;
  const { door, width, wallHeight } = HALL;
  const middle = width / 2;
  const lintel = wallHeight - door.height;
  const band = { width: 2.1, height: 0.19 };
  const isTaken = (x: number, y: number): boolean => {
    const off = Math.abs(x - middle);
    return (off < band.width / 2 && y < lintel) || (off < door.width / 2 + 0.13 && y > lintel - 0.13) || (off > 1.02 && off < 1.78 && y > 1.1); // prettier-ignore
  };
  thousandBuddhas(painter, 0, top, width, height, CELL.width, CELL.height, [isTaken], 1);
  drawSeven(painter, middle - band.width / 2, top + 0.005, band.width, band.height);
  [-1, 1].forEach((side, i) => {
    const x = middle + side * 1.4;
    drawPanel(painter, x, 1.12, 0.72, FIELD_BOTTOM - 1.12);
    painter.push(x, FIELD_BOTTOM - 0.07, 1.06);
    bodhisattva(painter, { turn: -side * 0.6, hold: side < 0 ? 'censer' : 'offering', colours: inTurn(ATTENDANTS, i + 1), seed: 90 + i * 5 }); // prettier-ignore
    painter.pop();
  });
  lowerRegisters(painter, null);
  for (const side of [-1, 1]) {
    painter.push(middle + side * (door.width / 2 + 0.06) + 0.06, lintel - 0.1, 1, Math.PI / 2);
    honeysuckle(painter, door.height + 0.1, 0.12, 'black');
    painter.pop();
  }
  painter.push(middle - door.width / 2 - 0.12, lintel - 0.12);
  honeysuckle(painter, door.width + 0.24, 0.12, 'black');
  painter.pop();
}

/** The Buddhas of the past and the one to come, small, side by side. */
function drawSeven(painter: Painter, left: number, top: number, width: number, height: number): void {
  const field = rectangle(left, top, width, height);
  painter.fill(field, 'malachiteLight');
  painter.shade(field, 'malachite', 0.03, 0.4);
  for (let i = 0; i < 16; i++) flower(painter, left + ((i + 0.5) / 16) * width, top + height * painter.random.between(0.1, 0.4), 0.011); // prettier-ignore
  ROBES.forEach((robe, i) => {
    const colours: Partial<BuddhaColours> = {
      robe,
      lining: i % 2 ? 'azurite' : 'malachite',
      mandorla: i % 2 ? ['azurite', 'white', 'cinnabar', 'malachite', 'black'] : ['malachite', 'ochreRed', 'azurite', 'white', 'black'], // prettier-ignore
    };
    painter.push(left + ((i + 0.5) / 7) * width, top + height * 0.86, height * 0.56);
    buddha(painter, { throne: false, colours, gesture: i % 3 === 1 ? 'meditation' : 'teaching' });
    painter.pop();
  });
  painter.line(field, 0.01, 'white', 1);
}
