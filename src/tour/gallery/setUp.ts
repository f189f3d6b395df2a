/** From a piece and its spot to an exhibit: where the model's origin comes to, where its plate is, where one stands. */
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Hotspot } from '#document/schema.ts';
import { onWall } from './doorways.ts';
import type { Reserved, WallSpot } from './alongWalls.ts';
import type { Piece } from './pieces.ts';
import { type Block, type Exhibit, type Plate, type Standpoint, type Support, aimFrom, fromFrame } from './plan.ts';
import type { Spot } from './rows.ts';

/** The plate on a plinth; as wide as the plinth allows. */
const PLATE_WIDTH = 0.34;
const PLATE_SHAPE = 3 / 8;
/** From the upper edge of a plinth to the middle of its plate. */
const PLATE_DROP = 0.13;
/** Plinths lower than this cannot carry a plate that one could read. */
const LOWEST_PLATE = 0.62;
const LECTERN = { width: 0.4, depth: 0.28, top: 0.98, lean: 1.05, plate: 0.36 };
const CONSOLE_THICKNESS = 0.07;
const CONSOLE_GAP = 0.06;
const PANEL = { width: 0.8, height: 0.3, middle: 1.5 };
/** Nearer than this to a support nobody stands. */
const NEAREST = 0.85;
const FARTHEST = 7;

/** A relic on its plinth or platform. */
export function setUp({ piece, x, z }: Spot): Exhibit {
  const { kind, width, depth, top } = piece.support;
  return show(piece, { x, z, turn: 0, top }, { kind, x, z, width, depth, bottom: 0, top, turn: 0 });
}

/** A relic on a console at a wall of the room. */
export function hangUp({ piece, side, along }: WallSpot, width: number, depth: number): Exhibit {
  const wall = onWall(side, along, width, depth);
  const { support } = piece;
  const [x, , z] = fromFrame(wall.x, wall.z, wall.turn, [0, 0, support.depth / 2 + CONSOLE_GAP]);
  const { top } = support;
  const bottom = support.kind === 'platform' ? 0 : top - CONSOLE_THICKNESS;
  const kind = support.kind === 'platform' ? 'platform' : 'console';
  const { turn } = wall;
  return show(
    piece,
    { x, z, turn, top },
    { kind, x, z, width: support.width, depth: support.depth, bottom, top, turn },
  );
}

/** A relic that the document itself has placed, in the hall's own frame. */
export function placeAsWritten(piece: Piece): Exhibit {
  const stands = piece.hotspot.stands ?? { position: [0, 0, 0] };
  const turn = -toRadians(stands.turn ?? 0);
  const [, base] = footOf(piece);
  const [x, y, z] = stands.position;
  const top = y + base;
  const foot = fromFrame(x, z, turn, footOf(piece));
  const { width, depth } = piece.support;
  const kind = top > 0.5 ? 'plinth' : 'platform';
  const support: Support | null =
    top > 0.02 ? { kind, x: foot[0], z: foot[2], width, depth, bottom: 0, top, turn } : null;
  return show(piece, { x: foot[0], z: foot[2], turn, top: Math.max(0, top) }, support);
}

/** A text or a picture: its plate hangs where the wall is that its target points at. */
export function hangPanel(
  hotspot: Hotspot & { readonly kind: 'text' | 'image' },
  width: number,
  depth: number,
  doors: readonly Reserved[],
): Exhibit {
  const yaw = toRadians(hotspot.target?.yaw ?? 0);
  const [dx, dz] = [Math.sin(yaw), -Math.cos(yaw)];
  const far = Math.min(width / 2 / Math.max(Math.abs(dx), 1e-9), depth / 2 / Math.max(Math.abs(dz), 1e-9));
  const isSide = Math.abs(dx) * depth > Math.abs(dz) * width;
  const side = isSide ? (dx < 0 ? 'left' : 'right') : dz < 0 ? 'back' : 'front';
  const [px, pz] = [dx * far, dz * far];
  let along = side === 'front' ? -px : side === 'back' ? px : side === 'left' ? -pz : pz;
  const length = isSide ? depth : width;
  for (const door of doors) {
    const reach = (door.width + PANEL.width) / 2;
    if (door.side === side && Math.abs(along - door.along) < reach) along = door.along + reach;
  }
  along = Math.min(length / 2 - PANEL.width, Math.max(-length / 2 + PANEL.width, along));
  const wall = onWall(side, along, width, depth);
  const position = fromFrame(wall.x, wall.z, wall.turn, [0, PANEL.middle, 0.025]);
  const plate: Plate = { position, turn: wall.turn, lean: 0, width: PANEL.width, height: PANEL.height };
  const [vx, , vz] = fromFrame(wall.x, wall.z, wall.turn, [0, 0, 1.5]);
  return {
    hotspotId: hotspot.id, assetId: null, position, turn: wall.turn, scale: 1,
    middle: position, size: [PANEL.width, PANEL.height, 0.02], support: null, lectern: null, plate,
    viewpoint: { x: vx, z: vz, ...aimFrom(vx, vz, position) },
  }; // prettier-ignore
}

interface Foot {
  readonly x: number;
  readonly z: number;
  readonly turn: number;
  readonly top: number;
}

function show(piece: Piece, foot: Foot, support: Support | null): Exhibit {
  const { hotspot, scale, size } = piece;
  const { x, z, turn, top } = foot;
  const [fx, fy, fz] = footOf(piece);
  const [ox, , oz] = fromFrame(x, z, turn, [-fx, 0, -fz]);
  const middle: Vec3 = [x, top + size[1] / 2, z];
  const lectern = support?.kind === 'console' || top >= LOWEST_PLATE ? null : lecternFor(foot, piece);
  return {
    hotspotId: hotspot.id,
    assetId: hotspot.model,
    position: [ox, top - fy, oz],
    turn,
    scale,
    middle,
    size,
    support,
    lectern,
    plate: plateFor(foot, piece, support, lectern),
    viewpoint: viewpointOf(foot, piece, middle),
  };
}

/** The middle of the underside of a relic, from its origin, at its scale. */
function footOf({ bounds: { min, max }, scale }: Piece): Vec3 {
  return [((min[0] + max[0]) / 2) * scale, min[1] * scale, ((min[2] + max[2]) / 2) * scale];
}

/** Beside the front of a low platform, to the right as one faces it. */
function lecternFor({ x, z, turn }: Foot, { support }: Piece): Block {
  const [lx, , lz] = fromFrame(x, z, turn, [
    Math.max(0, support.width / 2 - LECTERN.width / 2),
    0,
    support.depth / 2 + LECTERN.depth / 2 + 0.12,
  ]);
  const { width, depth, top } = LECTERN;
  return { x: lx, z: lz, width, depth, bottom: 0, top, turn };
}

function plateFor({ x, z, turn, top }: Foot, piece: Piece, support: Support | null, lectern: Block | null): Plate {
  if (lectern) {
    const [px, , pz] = fromFrame(lectern.x, lectern.z, turn, [0, 0, 0]);
    const width = LECTERN.plate;
    return { position: [px, lectern.top + 0.012, pz], turn, lean: LECTERN.lean, width, height: width * PLATE_SHAPE };
  }
  const isConsole = support?.kind === 'console';
  const { width: side, depth } = support ?? piece.support;
  const width = isConsole ? PLATE_WIDTH : Math.min(PLATE_WIDTH, side - 0.04);
  const front = isConsole ? -depth / 2 - CONSOLE_GAP + 0.02 : depth / 2 + 0.006;
  const drop = isConsole ? CONSOLE_THICKNESS + 0.2 : PLATE_DROP;
  const position = fromFrame(x, z, turn, [0, top - drop, front]);
  return { position, turn, lean: 0, width, height: width * PLATE_SHAPE };
}

function viewpointOf({ x, z, turn }: Foot, { size, support }: Piece, middle: Vec3): Standpoint {
  const away = Math.min(FARTHEST, Math.max(NEAREST, 1.15 * Math.max(size[0], size[1])));
  const [vx, , vz] = fromFrame(x, z, turn, [0, 0, support.depth / 2 + away]);
  // Small things are looked at together with their plate beneath.
  const aim: Vec3 = [middle[0], middle[1] - Math.min(0.12, 0.3 * size[1] + 0.05), middle[2]];
  return { x: vx, z: vz, ...aimFrom(vx, vz, aim) };
}
