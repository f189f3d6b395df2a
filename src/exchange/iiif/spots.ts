/** Where a note stands on what is shown: directions on a panorama, pixels on a flat picture. */
import type { ExhibitionNode, Hotspot } from '#document/schema.ts';
import { isEmpty } from '../text/words.ts';
import type { Region } from './region.ts';
import type { Note } from './note.ts';
import { type CanvasSize, directionsOf } from './sphere.ts';

export type Spot = Pick<Hotspot, 'target' | 'area' | 'region'>;

export interface Spots {
  /** Null where it is about the whole picture and so stands among the words of the place. */
  find(note: Note): Spot | null;
  /** Takes a note about what is seen first; false where it is to be read like any other. */
  begin(note: Note): boolean;
}

/** Whether no part is named. */
export function isWhole(region: Region | null): boolean {
  return !region?.point && !region?.box && !region?.polygon;
}

export function sphereSpots(node: ExhibitionNode, size: CanvasSize): Spots {
  return {
    find: ({ region }) => directionsOf(region ?? { source: '' }, size),
    begin({ region, said, annotation }) {
      if (!region || node.start) {
        annotation.ledger.lose(annotation.path, 'a second view to begin with is left out');
        return true;
      }
      if (!isEmpty(said.text))
        annotation.ledger.lose(annotation.path, 'words about the first view are left out', said.text);
      const { target } = directionsOf({ source: '', ...(region.point ? { point: region.point } : region) }, size);
      const fov = region.box && (region.box.height / size.height) * 180;
      node.start = {
        ...target,
        ...(fov !== undefined && fov >= 1 && fov <= 120 && { fov: Math.round(fov * 1e4) / 1e4 }),
      };
      return true;
    },
  };
}

/** A part of the canvas as its picture covers it. */
export interface Frame {
  /** What the picture covers, in units of the canvas. */
  readonly box: NonNullable<Region['box']>;
  /** The picture at full size, pixels. */
  readonly picture: CanvasSize;
}

/** A point has no size on paper: its mark is a square of this part of the picture's shorter side. */
const POINT_SHARE = 1 / 40;

export function flatSpots(frame: Frame): Spots {
  return {
    find({ region, annotation }) {
      if (isWhole(region) || !region) return null;
      if (region.point)
        annotation.ledger.lose(annotation.path, 'a flat picture has no points: a small square around it is marked');
      const corners = pixelsOf(region, frame);
      if (corners) return { region: corners };
      annotation.ledger.lose(annotation.path, 'it is about a part beyond the picture; the whole is meant', region);
      return null;
    },
    begin({ said, bodies, annotation, region }) {
      if (!isEmpty(said.text) || bodies.length > 0) return false;
      annotation.ledger.lose(annotation.path, 'a flat picture has no view of its own to begin with', region);
      return true;
    },
  };
}

/** Corners in pixels of the picture, kept within it; null where nothing of it is within. */
export function pixelsOf({ point, box, polygon }: Region, { box: frame, picture }: Frame): [number, number][] | null {
  const at = (x: number, y: number): [number, number] => [
    keep(((x - frame.x) / frame.width) * picture.width, picture.width),
    keep(((y - frame.y) / frame.height) * picture.height, picture.height),
  ];
  let corners: [number, number][] = [];
  if (polygon) corners = polygon.map(([x, y]) => at(x, y));
  else if (box) corners = [at(box.x, box.y), at(box.x + box.width, box.y + box.height)];
  else if (point) {
    const [x, y] = at(point.x, point.y);
    const half = (Math.min(picture.width, picture.height) * POINT_SHARE) / 2;
    corners = [
      [keep(x - half, picture.width), keep(y - half, picture.height)],
      [keep(x + half, picture.width), keep(y + half, picture.height)],
    ];
  }
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const isSeen = Math.max(...xs) > Math.min(...xs) && Math.max(...ys) > Math.min(...ys);
  return isSeen ? corners : null;
}

function keep(value: number, most: number): number {
  return Math.round(Math.max(0, Math.min(most, value)) * 100) / 100;
}
