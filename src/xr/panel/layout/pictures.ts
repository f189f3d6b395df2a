import type { PictureBlock, PlanBlock, PlanSpot } from '../model.ts';
import type { Measure } from '../type/typeStyle.ts';
import { controlOf } from './buttons.ts';
import type { Box, Ink, Strip } from './ink.ts';
import { PARAGRAPH_GAP, TARGET } from './measures.ts';
import { inkLines, layParagraph, typeset } from './text.ts';

/** The greatest height of a picture. */
const PICTURE_HEIGHT = 0.34;
const SPOT = 0.0085;

/** The picture in the middle, below it what it shows in words. */
export function layPicture({ uri, width, height, alt }: PictureBlock, room: number, measure: Measure): Strip[] {
  const scale = Math.min(room / width, PICTURE_HEIGHT / height);
  const box = { x: (room - width * scale) / 2, y: 0, width: width * scale, height: height * scale };
  const picture: Strip = {
    gap: PARAGRAPH_GAP,
    height: box.height,
    inks: [{ kind: 'picture', uri, ...box }],
    controls: [],
    isLeading: true,
  };
  return [picture, ...layParagraph(alt, { role: 'small', width: room, gap: 0.008, colour: 'dim' }, measure)];
}

/** The plan, no higher than `mostHeight`. Names that would lie over others are left out of it: the list has them. */
export function layPlan(plan: PlanBlock, room: number, mostHeight: number, measure: Measure): Strip[] {
  const scale = Math.min(room / plan.width, mostHeight / plan.height);
  const [width, height] = [plan.width * scale, plan.height * scale];
  const left = (room - width) / 2;
  const toX = (x: number): number => left + x * scale;
  const toY = (y: number): number => y * scale;
  const inks: Ink[] = [];
  if (plan.uri !== null) inks.push({ kind: 'picture', uri: plan.uri, x: left, y: 0, width, height });
  for (const [x1, y1, x2, y2] of plan.ways) {
    inks.push({ kind: 'line', points: [toX(x1), toY(y1), toX(x2), toY(y2)], width: 0.002, colour: 'dim' });
  }
  if (plan.view) inks.push(inkView(toX(plan.view.x), toY(plan.view.y), plan.view.turn));
  const taken: Box[] = [];
  const spots = [...plan.spots].sort((a, b) => Number(b.isHere) - Number(a.isHere));
  for (const spot of spots) {
    const [x, y] = [toX(spot.x), toY(spot.y)];
    const radius = spot.isHere ? SPOT * 1.3 : SPOT;
    inks.push({ kind: 'disc', x, y, radius, fill: spot.isHere ? 'ochre' : 'plaster', stroke: 'ground' });
    inks.push(...inkName(spot, x, y, room, taken, measure));
  }
  return [
    {
      gap: PARAGRAPH_GAP,
      height,
      isSpatial: true,
      inks,
      controls: spots.map(({ x, y, action }) =>
        controlOf(action, { x: toX(x) - TARGET / 2, y: toY(y) - TARGET / 2, width: TARGET, height: TARGET }),
      ),
    },
  ];
}

function inkName(spot: PlanSpot, x: number, y: number, room: number, taken: Box[], measure: Measure): Ink[] {
  const set = typeset(spot.label, { role: 'small', width: 0.3, isEven: true }, measure);
  const [width, height] = [set.width + 0.012, set.height];
  const middle = Math.min(room - width / 2, Math.max(width / 2, x));
  const below = { x: middle - width / 2, y: y + 0.015, width, height };
  const above = { ...below, y: y - 0.015 - height };
  const box = [below, above].find((one) => !taken.some((other) => overlaps(one, other)));
  if (!box) return [];
  taken.push(box, { x: x - SPOT, y: y - SPOT, width: 2 * SPOT, height: 2 * SPOT });
  return [
    { kind: 'box', ...box, radius: 0.003, fill: 'ground', stroke: null },
    ...inkLines(set, { x: middle, y: box.y, colour: spot.isHere ? 'ochre' : 'plaster', align: 'middle' }),
  ];
}

/** What the visitor sees, from above. */
function inkView(x: number, y: number, turn: number): Ink {
  const length = 0.075;
  const points = [x, y];
  for (let step = -3; step <= 3; step++) {
    const angle = turn + (step / 3) * 0.5;
    points.push(x + length * Math.sin(angle), y - length * Math.cos(angle));
  }
  return { kind: 'shape', points, fill: 'ochre', strength: 0.45 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
