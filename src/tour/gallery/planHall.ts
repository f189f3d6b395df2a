/** Plans a hall from the document: the room, the doors, and a place for every relic. The same document, the same hall. */
import type { Exhibition, ExhibitionNode, GalleryAsset, Hotspot } from '#document/schema.ts';
import { hangAlong, type WallSpot } from './alongWalls.ts';
import { buildDoorways, type DoorWish, leastSize, reserveDoors, wishDoors } from './doorways.ts';
import { listPieces, measurePiece, type Piece } from './pieces.ts';
import type { Block, Exhibit, HallPlan } from './plan.ts';
import { layRows, type Rows } from './rows.ts';
import { hangPanel, hangUp, placeAsWritten, setUp } from './setUp.ts';

const LEAST_SIDE = 6;
const LOWEST = 4.2;
/** Above the highest relic. */
const HEADROOM = 1.3;
/** How much a wide room is higher. */
const RISE = 0.055;
const BENCH = { width: 1.5, depth: 0.42, top: 0.45 };

/** The gallery that a node shows; null where it shows something else. */
export function galleryOf(exhibition: Exhibition, node: ExhibitionNode | undefined): GalleryAsset | null {
  const asset = node && exhibition.assets.find(({ id }) => id === node.asset);
  return asset?.kind === 'gallery' ? asset : null;
}

/** Null where the node is no hall. */
export function planHall(exhibition: Exhibition, node: ExhibitionNode | undefined): HallPlan | null {
  const gallery = galleryOf(exhibition, node);
  if (!node || !gallery) return null;
  const hotspots = node.hotspots ?? [];
  const pieces = listPieces(exhibition, hotspots);
  const written = hotspots.flatMap((hotspot) =>
    hotspot.kind === 'relic' && hotspot.stands ? [placeAsWritten(measurePiece(exhibition, hotspot))] : [],
  );
  const doors = wishDoors(node.links ?? []);
  const room =
    gallery.layout === 'walls'
      ? roomOfWalls(gallery, pieces, doors, written)
      : roomOfRows(gallery, pieces, doors, written);
  const { width, depth } = room;
  const reserved = reserveDoors(doors, width, depth);
  const panels = hotspots.flatMap((hotspot) =>
    hotspot.kind === 'relic' ? [] : [hangPanel(hotspot, width, depth, reserved)],
  );
  const exhibits = inOrder([...room.exhibits, ...written, ...panels], hotspots);
  const doorways = buildDoorways(doors, width, depth);
  const isTall = Math.max(0, ...exhibits.map(({ middle, size }) => middle[1] + size[1] / 2));
  const height = gallery.size?.height ?? Math.max(LOWEST, isTall + HEADROOM, 3.7 + RISE * Math.min(width, depth));
  return {
    width,
    depth,
    height: Math.max(height, isTall + 0.2),
    exhibits,
    doorways,
    benches: benchesFor(width, depth, doors),
    entrance: doorways.find(({ link }) => link === 0)?.arrival ?? { x: 0, z: depth / 2 - 1, yaw: 0, pitch: 0 },
  };
}

interface Room {
  readonly width: number;
  readonly depth: number;
  readonly exhibits: readonly Exhibit[];
}

/** A size that the document gives is the least: relics that need more room get it. */
function roomOfRows(
  gallery: GalleryAsset,
  pieces: readonly Piece[],
  doors: readonly DoorWish[],
  written: readonly Exhibit[],
): Room {
  const rows = layRows(pieces);
  const least = leastSize(doors);
  const reach = reachOf(written);
  const width = Math.max(LEAST_SIDE, least.width, rows.width, reach.width, gallery.size?.width ?? 0);
  const depth = Math.max(LEAST_SIDE, least.depth, rows.depth, reach.depth, gallery.size?.depth ?? 0);
  return { width, depth, exhibits: widen(rows, width, depth).spots.map(setUp) };
}

/** Spreads rows over a room that is larger than they need, but never so far that they lose each other. */
function widen(rows: Rows, width: number, depth: number): Rows {
  const [fx, fz] = [Math.min(1.5, width / rows.width), Math.min(1.5, depth / rows.depth)];
  return { ...rows, spots: rows.spots.map((spot) => ({ ...spot, x: spot.x * fx, z: spot.z * fz })) };
}

function roomOfWalls(
  gallery: GalleryAsset,
  pieces: readonly Piece[],
  doors: readonly DoorWish[],
  written: readonly Exhibit[],
): Room {
  // What is large stands free in the middle.
  const onWalls = pieces.filter(({ support }) => support.kind === 'plinth');
  const inRows = layRows(pieces.filter(({ support }) => support.kind !== 'plinth'));
  const least = leastSize(doors);
  const reach = reachOf(written);
  const isEmpty = inRows.spots.length === 0;
  let width = Math.max(
    LEAST_SIDE,
    least.width,
    reach.width,
    isEmpty ? 0 : inRows.width + 1.2,
    gallery.size?.width ?? 0,
  );
  let depth = Math.max(
    LEAST_SIDE,
    least.depth,
    reach.depth,
    isEmpty ? 0 : inRows.depth + 0.6,
    gallery.size?.depth ?? 0,
  );
  let hung: WallSpot[] | null = null;
  while (!hung) {
    hung = hangAlong(onWalls, width, depth, reserveDoors(doors, width, depth));
    if (hung) break;
    depth += 0.8;
    width += 0.5;
  }
  return {
    width,
    depth,
    exhibits: [...hung.map((spot) => hangUp(spot, width, depth)), ...inRows.spots.map(setUp)],
  };
}

/** A room around what the document has placed, with a way around it. */
function reachOf(written: readonly Exhibit[]): { width: number; depth: number } {
  const reach = (axis: 0 | 2) =>
    Math.max(
      0,
      ...written.map(({ middle, size }) => 2 * (Math.abs(middle[axis]) + Math.hypot(size[0], size[2]) / 2 + 1.4)),
    );
  return { width: Math.min(1_000, reach(0)), depth: Math.min(1_000, reach(2)) };
}

/** To both sides of the way in, their backs to the wall. */
function benchesFor(width: number, depth: number, doors: readonly DoorWish[]): Block[] {
  const isFree = doors.filter(({ side }) => side === 'front').length <= 1;
  if (width < 7.5 || !isFree) return [];
  const x = Math.min(width / 2 - 1.3, width / 4 + 0.6);
  const z = depth / 2 - 0.2 - BENCH.depth / 2;
  return [-x, x].map((at) => ({
    x: at,
    z,
    width: BENCH.width,
    depth: BENCH.depth,
    bottom: 0,
    top: BENCH.top,
    turn: Math.PI,
  }));
}

function inOrder(exhibits: readonly Exhibit[], hotspots: readonly Hotspot[]): Exhibit[] {
  const order = new Map(hotspots.map(({ id }, index) => [id, index]));
  return exhibits.toSorted((a, b) => (order.get(a.hotspotId) ?? 0) - (order.get(b.hotspotId) ?? 0));
}
