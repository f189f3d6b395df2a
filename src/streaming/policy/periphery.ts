/**
 * How much coarser a picture may be off an eye's axis. A flat picture before the eye has up to three times as many pixels
 * per degree at its edge as in its middle, a lens spreads them out again, and nobody looks there without turning the head.
 */
import type { Surface } from '../pyramid/pyramid.ts';
import { IDENTITY } from './eye.ts';
import type { Eye } from './eye.ts';
import { WindowInPyramid } from './window.ts';

/** Tiles that lie wholly farther than `beyond` radians from an eye's axis may be `scale` times coarser for that eye. */
export interface Periphery {
  readonly beyond: number;
  readonly scale: number;
}

/** One level of a pyramid that halves, from 30° off the axis on. */
export const PERIPHERY: Periphery = { beyond: Math.PI / 6, scale: 2 };

/** The middles of the eyes' views: around the axes of their lenses, wherever their frusta lean. Set again for every walk. */
export class Foveation {
  readonly #middles: WindowInPyramid[] = [];
  readonly #axis: [number, number, number] = [0, 0, -1];
  readonly #window = { axis: this.#axis, radius: Math.PI };
  #scale = 1;
  #eyes: readonly Eye[] = [];

  /** `periphery` null: no eye has one. The eyes are in the pyramid's own frame. */
  set(periphery: Periphery | null, eyes: readonly Eye[], eyeCount: number): void {
    this.#scale = periphery?.scale ?? 1;
    this.#eyes = eyes;
    if (!periphery) return;
    this.#window.radius = periphery.beyond;
    for (let i = 0; i < eyeCount; i++) {
      const { basis } = eyes[i] ?? {};
      if (!basis) continue;
      for (let k = 0; k < 3; k++) this.#axis[k] = basis[6 + k] ?? 0;
      (this.#middles[i] ??= new WindowInPyramid()).set(this.#window, IDENTITY, 0);
    }
  }

  /** How many times coarser a part of a face may be for an eye; fractions of the face. */
  scaleAt(eye: number, surface: Surface, face: number, u0: number, v0: number, u1: number, v1: number): number {
    if (this.#scale === 1) return 1;
    if (typeof surface === 'object') {
      const seen = this.#eyes[eye];
      return !seen || surface.isWithin(seen, this.#window.radius, u0, v0, u1, v1) ? 1 : this.#scale;
    }
    return this.#middles[eye]?.touches(surface, face, u0, v0, u1, v1) ? 1 : this.#scale;
  }
}
