import { wrapAngle, toRadians } from '#shared/angle.ts';
import { directionOf, subtract, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { PANEL_WIDTH, READING_DISTANCE } from './layout/measures.ts';

/** The visitor's head in the place: metres, radians. */
export interface HeadPlace {
  readonly position: Vec3;
  readonly yaw: number;
}

/** Where the middle of a panel is; its face looks along `yaw` + π and is tilted to meet the eyes. */
export interface PanelPlace {
  readonly position: Vec3;
  /** The direction from the eyes to the panel, radians. */
  readonly yaw: number;
  readonly pitch: number;
}

/** What a label must not lie over: a direction, and how far what is there reaches to either side. Radians. */
export interface Subject {
  readonly yaw: number;
  readonly halfWidth: number;
}

/** A little below the horizon, where eyes rest. */
const PITCH = toRadians(-5);
/** From a subject to the middle of its label: at least, and beyond which it would be out of sight. */
const LEAST_ASIDE = toRadians(25);
const MOST_ASIDE = toRadians(55);
/** Between a subject and the edge of its label. */
const ASIDE_GAP = toRadians(4);
/** A panel is not moved further up or down than this. */
const MOST_PITCH = toRadians(45);
const OUT_OF_SIGHT = toRadians(35);

/** Straight before the head. */
export function placeBefore(head: HeadPlace): PanelPlace {
  return placeAt(head.position, head.yaw, PITCH);
}

/** Beside what it is about, on the side that is nearer to where one looks. */
export function placeBeside(head: HeadPlace, { yaw, halfWidth }: Subject): PanelPlace {
  const halfPanel = Math.atan(PANEL_WIDTH / 2 / READING_DISTANCE);
  const aside = Math.min(MOST_ASIDE, Math.max(LEAST_ASIDE, halfWidth + ASIDE_GAP + halfPanel));
  const right = Math.abs(wrapAngle(yaw + aside - head.yaw));
  const left = Math.abs(wrapAngle(yaw - aside - head.yaw));
  return placeAt(head.position, wrapAngle(right <= left ? yaw + aside : yaw - aside), PITCH);
}

/**
 * Where a panel comes to when it is held at `from` and the hand has gone to `to`: around the head, as far from it as
 * before, its face to the eyes.
 */
export function moveAround({ position }: HeadPlace, place: PanelPlace, from: Vec3, to: Vec3): PanelPlace {
  const [before, after] = [yawPitchOf(subtract(from, position)), yawPitchOf(subtract(to, position))];
  const way = subtract(place.position, position);
  const own = yawPitchOf(way);
  const pitch = Math.min(MOST_PITCH, Math.max(-MOST_PITCH, own.pitch + after.pitch - before.pitch));
  const yaw = wrapAngle(own.yaw + wrapAngle(after.yaw - before.yaw));
  return placeAt(position, yaw, pitch, Math.hypot(...way));
}

/** Whether one has to turn the head to see it. */
export function isAside(head: HeadPlace, place: PanelPlace): boolean {
  const { yaw } = yawPitchOf(subtract(place.position, head.position));
  return Math.abs(wrapAngle(yaw - head.yaw)) > OUT_OF_SIGHT;
}

function placeAt(eye: Vec3, yaw: number, pitch: number, distance = READING_DISTANCE): PanelPlace {
  const [x, y, z] = directionOf(yaw, pitch);
  const position: Vec3 = [eye[0] + x * distance, eye[1] + y * distance, eye[2] + z * distance];
  return { position, yaw, pitch };
}
