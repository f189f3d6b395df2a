import type { Mat3 } from '#streaming/policy/eye.ts';
import type { ViewWindow } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { LightMix } from './lightMix.ts';

/** A panorama as it is on the screen in this frame. */
export interface ShownPanorama {
  pyramid: Pyramid;
  /** World → the pyramid's own frame. */
  toPyramid: Mat3;
  /** 0 to 1. */
  opacity: number;
  eyes: 'both' | 'left' | 'right';
  /** How far it is moved on the picture, normalised device coordinates: x, y. */
  shift: readonly [number, number];
  /** Scale about the view axis while walking: 1 at rest. */
  push: number;
  /** The only part of it that is seen, with a rim a pixel soft; null for all of it. Rewritten in place. */
  window: ViewWindow | null;
  /** Width of the light line along the window's rim, device pixels. */
  rimPx: number;
  /** The picture by another light that it is mixed with; nothing where it is shown as it is. */
  mix?: LightMix | null;
  /** How far beside its own direction a part of it may be seen, radians; only walls with their depth move. */
  reach?: number;
}
