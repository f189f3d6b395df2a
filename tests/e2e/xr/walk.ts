/** A walk through the whole demonstration, which begins in `hall-as-found` and ends in the hall of relics. */
import type { Direction } from './headset.ts';

/** From place to place: where the sign of each next one is. */
export const WALK: readonly (readonly [to: string, sign: Direction])[] = [
  ['hall-lamp-light', { yaw: -44, pitch: -14 }],
  ['hall-restored', { yaw: 44, pitch: -14 }],
  ['hall-line-drawing', { yaw: 125, pitch: -14 }],
  ['terrace-line-drawing', { yaw: -180, pitch: -9 }],
  ['pillar-line-drawing', { yaw: 57, pitch: -2 }],
  ['pillar-restored', { yaw: 69, pitch: -14 }],
  ['pillar-lamp-light', { yaw: -19, pitch: -14 }],
  ['pillar-as-found', { yaw: -19, pitch: -14 }],
  ['terrace-as-found', { yaw: 144, pitch: -9 }],
  ['terrace-restored', { yaw: 41, pitch: -14 }],
  ['chamber-restored', { yaw: -57, pitch: 8 }],
  ['chamber-line-drawing', { yaw: 133, pitch: -14 }],
  ['chamber-lamp-light', { yaw: -36, pitch: -14 }],
  ['chamber-as-found', { yaw: -36, pitch: -14 }],
  ['terrace-as-found', { yaw: 148, pitch: -12 }],
  ['gallery', { yaw: 92, pitch: -10 }],
];
