/** The architecture of a hall as one geometry: floor, walls with their base and cornice, doors, coffered ceiling, lamps. */
import type { BufferGeometry } from 'three';
import type { WallSide } from '#tour/gallery/alongWalls.ts';
import { onWall } from '#tour/gallery/doorways.ts';
import { type Doorway, fromFrame, type HallPlan } from '#tour/gallery/plan.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Lamp } from '#scene/gallery/light/lamps.ts';
import { type Frame, MeshBuilder } from './meshBuilder.ts';

const SIDES = ['back', 'right', 'front', 'left'] as const satisfies readonly WallSide[];
const BASE = { height: 0.3, depth: 0.025 };
const CORNICE = { height: 0.3, depth: 0.14 };
const RAIL = { below: 0.62, height: 0.035, depth: 0.03 };
const PILASTER = { width: 0.34, depth: 0.07, apart: 2.6 };
const FRAME = { width: 0.17, depth: 0.07 };
const JAMB = 0.5;
const BEAM = { width: 0.26, height: 0.3, apart: 2.3 };
const CROSS = { width: 0.16, height: 0.19, apart: 2.3 };
const MOST_BEAMS = 120;

export function buildRoom(plan: HallPlan, lamps: readonly Lamp[]): BufferGeometry {
  const builder = new MeshBuilder();
  const { width, depth } = plan;
  const [x, z] = [width / 2, depth / 2];
  builder.quad([[-x, 0, z], [x, 0, z], [x, 0, -z], [-x, 0, -z]], 'floor'); // prettier-ignore
  for (const side of SIDES) buildWall(builder, plan, side);
  plan.doorways.forEach((doorway, index) => buildDoor(builder, doorway, index));
  buildCeiling(builder, plan);
  for (const lamp of lamps) if (lamp.exhibit) buildLamp(builder, lamp, plan.height);
  return builder.build();
}

interface Opening {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

function buildWall(builder: MeshBuilder, plan: HallPlan, side: WallSide): void {
  const { width, depth, height } = plan;
  const length = side === 'back' || side === 'front' ? width : depth;
  const frame = onWall(side, 0, width, depth);
  const openings = openingsOf(plan.doorways, frame, length);
  const solid = between(openings, length);
  for (const [from, to] of solid) {
    builder.sheet(frame, [from, to], [0, height], 0, 'plaster');
    builder.box(frame, [from, to], [0, BASE.height], [0, BASE.depth], 'stone', ['front', 'top', 'left', 'right']);
  }
  for (const { from, to, height: top } of openings) builder.sheet(frame, [from, to], [top, height], 0, 'plaster');
  const half = length / 2;
  builder.box(frame, [-half, half], [height - CORNICE.height, height], [0, CORNICE.depth], 'stone', [
    'front',
    'bottom',
  ]);
  const step = [height - CORNICE.height - 0.09, height - CORNICE.height] as const;
  builder.box(frame, [-half, half], step, [0, CORNICE.depth * 0.5], 'stone', ['front', 'bottom']);
  const rail = [height - RAIL.below - RAIL.height, height - RAIL.below] as const;
  builder.box(frame, [-half, half], rail, [0, RAIL.depth], 'metal', ['front', 'bottom', 'top']);
  buildPilasters(builder, plan, frame, length);
}

/** Where nothing hangs or leads out. */
function buildPilasters(builder: MeshBuilder, plan: HallPlan, frame: Frame, length: number): void {
  const count = Math.min(60, Math.max(2, Math.round(length / PILASTER.apart)));
  const taken = [
    ...plan.doorways.map(({ x, z, width }) => ({ x, z, reach: width / 2 + 0.35 })),
    ...plan.exhibits.map(({ plate, support, middle }) =>
      support?.kind === 'console'
        ? { x: middle[0], z: middle[2], reach: support.width / 2 + 0.3 + support.depth }
        : { x: plate.position[0], z: plate.position[2], reach: plate.width / 2 + 0.25 },
    ),
  ];
  const top = plan.height - CORNICE.height - 0.09;
  for (let i = 1; i < count; i++) {
    const along = (i / count - 0.5) * length;
    const [x, z] = [frame.x + along * Math.cos(frame.turn), frame.z - along * Math.sin(frame.turn)];
    if (taken.some((one) => Math.hypot(one.x - x, one.z - z) < one.reach + PILASTER.width / 2)) continue;
    const half = PILASTER.width / 2;
    builder.box(frame, [along - half, along + half], [0, top], [0, PILASTER.depth], 'plaster', [
      'front',
      'left',
      'right',
    ]);
    const foot = [along - half - 0.03, along + half + 0.03] as const;
    builder.box(frame, foot, [0, BASE.height + 0.06], [0, PILASTER.depth + 0.03], 'stone', [
      'front',
      'left',
      'right',
      'top',
    ]);
    builder.box(frame, foot, [top - 0.12, top], [0, PILASTER.depth + 0.035], 'stone', [
      'front',
      'left',
      'right',
      'bottom',
    ]);
  }
}

function buildDoor(builder: MeshBuilder, { x, z, turn, width, height }: Doorway, index: number): void {
  const frame: Frame = { x, z, turn };
  const half = width / 2;
  // The passage through the wall, and what lies beyond it.
  builder.quad(inFrame(frame, [half, 0, -JAMB], [half, 0, 0], [half, height, 0], [half, height, -JAMB]), 'stone');
  builder.quad(inFrame(frame, [-half, 0, 0], [-half, 0, -JAMB], [-half, height, -JAMB], [-half, height, 0]), 'stone');
  builder.quad(
    inFrame(frame, [-half, height, -JAMB], [half, height, -JAMB], [half, height, 0], [-half, height, 0]),
    'stone',
  );
  builder.quad(inFrame(frame, [-half, 0, 0], [half, 0, 0], [half, 0, -JAMB], [-half, 0, -JAMB]), 'stone');
  builder.sheet(frame, [-half, half], [0, height], -JAMB, 'beyond', index);
  const out = half + FRAME.width;
  const faces = ['front', 'left', 'right', 'top'] as const;
  builder.box(frame, [-out, -half], [0, height + FRAME.width], [-0.02, FRAME.depth], 'wood', faces);
  builder.box(frame, [half, out], [0, height + FRAME.width], [-0.02, FRAME.depth], 'wood', faces);
  builder.box(frame, [-half, half], [height, height + FRAME.width], [-0.02, FRAME.depth], 'wood', [
    'front',
    'bottom',
    'top',
  ]);
  const cap = height + FRAME.width;
  builder.box(frame, [-out - 0.06, out + 0.06], [cap, cap + 0.07], [0, FRAME.depth + 0.06], 'wood', [
    'front',
    'left',
    'right',
    'top',
    'bottom',
  ]);
}

function inFrame({ x, z, turn }: Frame, a: Vec3, b: Vec3, c: Vec3, d: Vec3): readonly [Vec3, Vec3, Vec3, Vec3] {
  return [fromFrame(x, z, turn, a), fromFrame(x, z, turn, b), fromFrame(x, z, turn, c), fromFrame(x, z, turn, d)];
}

function buildCeiling(builder: MeshBuilder, { width, depth, height }: HallPlan): void {
  const [x, z] = [width / 2, depth / 2];
  builder.quad([[-x, height, -z], [x, height, -z], [x, height, z], [-x, height, z]], 'ceiling'); // prettier-ignore
  const faces = ['front', 'back', 'bottom'] as const;
  const rows = Math.min(MOST_BEAMS, Math.max(2, Math.round(depth / BEAM.apart)));
  for (let i = 1; i < rows; i++) {
    const at = (i / rows - 0.5) * depth;
    const frame: Frame = { x: 0, z: at, turn: 0 };
    builder.box(frame, [-x, x], [height - BEAM.height, height], [-BEAM.width / 2, BEAM.width / 2], 'wood', faces);
  }
  const columns = Math.min(MOST_BEAMS, Math.max(2, Math.round(width / CROSS.apart)));
  for (let i = 1; i < columns; i++) {
    const frame: Frame = { x: (i / columns - 0.5) * width, z: 0, turn: Math.PI / 2 };
    builder.box(frame, [-z, z], [height - CROSS.height, height], [-CROSS.width / 2, CROSS.width / 2], 'wood', faces);
  }
}

/** A small head on a rod, its light at the lower end. */
function buildLamp(builder: MeshBuilder, { position }: Lamp, height: number): void {
  const frame: Frame = { x: position[0], z: position[2], turn: 0 };
  const y = position[1];
  const sides = ['front', 'back', 'left', 'right'] as const;
  builder.box(frame, [-0.05, 0.05], [y, y + 0.16], [-0.05, 0.05], 'metal', [...sides, 'top']);
  builder.box(frame, [-0.01, 0.01], [y + 0.16, height], [-0.01, 0.01], 'metal', ['front', 'back', 'left', 'right']);
  builder.box(frame, [-0.038, 0.038], [y - 0.002, y], [-0.038, 0.038], 'glow', ['bottom']);
}

function openingsOf(doorways: readonly Doorway[], frame: Frame, length: number): Opening[] {
  const [s, c] = [Math.sin(frame.turn), Math.cos(frame.turn)];
  return doorways
    .filter(({ turn }) => Math.abs(Math.sin((turn - frame.turn) / 2)) < 1e-6)
    .map(({ x, z, width, height }) => {
      const along = (x - frame.x) * c - (z - frame.z) * s;
      return { from: Math.max(-length / 2, along - width / 2), to: Math.min(length / 2, along + width / 2), height };
    })
    .sort((a, b) => a.from - b.from);
}

/** The stretches of a wall between its openings. */
function between(openings: readonly Opening[], length: number): [number, number][] {
  const solid: [number, number][] = [];
  let at = -length / 2;
  for (const { from, to } of openings) {
    if (from > at) solid.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < length / 2) solid.push([at, length / 2]);
  return solid;
}
