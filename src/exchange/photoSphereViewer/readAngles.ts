/** Angles of Photo Sphere Viewer: numbers are radians, texts say their unit (`30deg`, `0.5rad`, `50%` of them). */
import { toDegrees } from '#shared/angle.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import { pitchOf, yawOf } from '../making/angles.ts';
import type { Foreign } from '../reading/foreign.ts';

/** Degrees, or null where it is no angle. */
export function readAngle(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return toDegrees(value);
  const [, number, unit] =
    /^\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*(deg|degs|rad|rads|)\s*$/i.exec(typeof value === 'string' ? value : '') ?? [];
  if (number === undefined || !Number.isFinite(Number(number))) return null;
  return /^deg/i.test(unit ?? '') ? Number(number) : toDegrees(Number(number));
}

/** `{ yaw, pitch }`; null with a loss where it is a place in pixels, which only the picture's own size would tell. */
export function readPosition(owner: Foreign, key: string): { yaw: number; pitch: number } | null {
  const value = owner.take(key);
  if (value === undefined) return null;
  const [yaw, pitch] = isJsonObject(value) ? [readAngle(value['yaw']), readAngle(value['pitch'])] : [null, null];
  if (yaw !== null && pitch !== null) return { yaw: yawOf(yaw), pitch: pitchOf(pitch) };
  owner.ledger.lose(owner.at(key), `${quote(value)} is no direction by yaw and pitch`, value);
  return null;
}
