/**
 * A hall as it is built: where its walls, doors, plinths and relics are. Its frame is the gallery's own: right-handed,
 * Y up, metres, the origin in the middle of the floor, yaw 0 along −Z. The main entrance is in the wall towards +Z, so
 * that one arrives facing in at yaw 0. Turns are radians about Y, counter-clockwise seen from above as in three: at 0
 * a thing's front looks along +Z.
 */
import type { Vec3 } from '#shared/vec.ts';

/** A box that stands upright. */
export interface Block {
  readonly x: number;
  readonly z: number;
  /** Along its own x and z, before it is turned. */
  readonly width: number;
  readonly depth: number;
  readonly bottom: number;
  readonly top: number;
  readonly turn: number;
}

/** What a relic stands on: a plinth, a low platform, a console on a wall. */
export type SupportKind = 'plinth' | 'platform' | 'console';

export interface Support extends Block {
  readonly kind: SupportKind;
}

/** A plate with a name on it. */
export interface Plate {
  /** Its middle. */
  readonly position: Vec3;
  readonly turn: number;
  /** How far it leans back from upright, radians. */
  readonly lean: number;
  readonly width: number;
  readonly height: number;
}

/** A relic in the hall, or a text or picture that hangs on a wall. */
export interface Exhibit {
  readonly hotspotId: string;
  /** The model or tileset that stands there; null for what only hangs on the wall. */
  readonly assetId: string | null;
  /** Of the model's origin. */
  readonly position: Vec3;
  readonly turn: number;
  readonly scale: number;
  /** The middle of the relic and its size before it is turned. */
  readonly middle: Vec3;
  readonly size: Vec3;
  /** Null where it stands on the floor itself. */
  readonly support: Support | null;
  /** A stand of its own for the plate, where the support is too low to carry it. */
  readonly lectern: Block | null;
  readonly plate: Plate;
  /** Where one stands to look at it. */
  readonly viewpoint: Standpoint;
}

/** Where one stands and looks. */
export interface Standpoint {
  readonly x: number;
  readonly z: number;
  readonly yaw: number;
  readonly pitch: number;
}

export interface Doorway {
  /** The node that it leads to, and the how manieth link of the node it is. */
  readonly to: string;
  readonly link: number;
  /** The middle of its sill, on the inner face of the wall. */
  readonly x: number;
  readonly z: number;
  /** Looks into the room. */
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly plate: Plate;
  /** Where one arrives through it, facing in. */
  readonly arrival: Standpoint;
}

export interface HallPlan {
  /** Inside, along x and z. */
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly exhibits: readonly Exhibit[];
  readonly doorways: readonly Doorway[];
  readonly benches: readonly Block[];
  /** Where one arrives who comes from nowhere. */
  readonly entrance: Standpoint;
}

/** How high a visitor's eyes are above the floor of a hall. */
export const HALL_EYE_HEIGHT = 1.6;

/** From eyes above a point of the floor to a point: yaw and pitch, radians. */
export function aimFrom(x: number, z: number, [px, py, pz]: Vec3): { yaw: number; pitch: number } {
  const [dx, dz] = [px - x, pz - z];
  return { yaw: Math.atan2(dx, -dz), pitch: Math.atan2(py - HALL_EYE_HEIGHT, Math.hypot(dx, dz)) };
}

/** A point given in the frame of something that stands at (x, z) and is turned. */
export function fromFrame(x: number, z: number, turn: number, [px, py, pz]: Vec3): Vec3 {
  const [s, c] = [Math.sin(turn), Math.cos(turn)];
  return [x + px * c + pz * s, py, z + pz * c - px * s];
}
