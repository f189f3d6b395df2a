/** Where one looks to go from place to place, and which way one looks on arrival; all from the geometry of the site. */
import type { Vec3 } from '#demo/cave/cave.ts';
import { SITE, toPlace, toSite, type Place } from '#demo/site/site.ts';
import { yawPitchOf } from '#shared/vec.ts';

/** Degrees as in the exhibition document: yaw 0 is −Z of the place and grows to the right, pitch grows upward. */
export interface LookDirection {
  readonly yaw: number;
  readonly pitch: number;
}

/** Height of a link above the sill, metres. */
const LINK_HEIGHT = 1.1;
/** From inside one aims at the middle of the passage, metres behind the cliff face, so that its walls are not in the way. */
const PASSAGE_MIDDLE = 0.7;
const DEGREES = 180 / Math.PI;

/** The middle of the way through the door between two places at link height, in the frame of `from`. */
export function doorPoint(from: Place, to: Place): Vec3 {
  const owner = from.door ? from : to;
  if (!owner.door) throw new Error(`no door between ${from.id} and ${to.id}: neither place has one`);
  const [x, y, z] = owner.door.sill;
  const inset = from.door ? PASSAGE_MIDDLE : 0;
  return toPlace(from, toSite(owner, [x, y + LINK_HEIGHT, z - inset]));
}

/** From the eye of `from` to the door that leads to `to`, to a tenth of a degree. */
export function linkTarget(from: Place, to: Place): LookDirection {
  return directionTo(from.eye, doorPoint(from, to));
}

function directionTo(eye: Vec3, [x, y, z]: Vec3): LookDirection {
  const { yaw, pitch } = yawPitchOf([x - eye[0], y - eye[1], z - eye[2]]);
  return { yaw: round(yaw * DEGREES), pitch: round(pitch * DEGREES) };
}

function round(degrees: number): number {
  return Math.round(degrees * 10) / 10 + 0;
}

/** Which way a visitor looks on arriving: what the place is about, seen from its eye. */
const FIRST_SIGHT: Readonly<Record<Place['id'], Vec3>> = {
  terrace: [0, 2.6, 0],
  hall: [0, 1.7, -2.6],
  pillar: [0, 1.9, 0.4],
  chamber: [0, 1.3, -1.6],
};

export function startView(place: Place): LookDirection {
  return directionTo(place.eye, FIRST_SIGHT[place.id]);
}

/** All places of the site, the terrace first. */
export const PLACES: readonly Place[] = [SITE.terrace, SITE.hall, SITE.pillar, SITE.chamber];
