import { Matrix3 } from 'three';
import type { PanoramaQuad } from '#scene/panorama/onQuad.ts';
import { createEyeView } from '#scene/frame/eyeView.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import type { EyeView } from '#streaming/ports.ts';
import { focalOf, pxPerMetreOn, type Quad, writeQuadAxes, writeQuadEye, writeToQuad } from '#tour/wallView/quad.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';

/** A board with a piece of wall on it, as the panoramas and the streaming engine need it. `aim` it before each frame. */
export class WallQuad implements PanoramaQuad {
  readonly toQuad = new Matrix3();
  readonly axes = new Matrix3();
  focalPx = 1;
  /** Device pixels to a metre of the board in the latest frame that saw some of it; 0 before the first. */
  pxPerMetre = 0;
  readonly #eye = createEyeView();
  readonly #quad: Quad;
  #wall: Wall | null = null;
  #frame: WallFrame | null = null;

  constructor(quad: Quad) {
    this.#quad = quad;
  }

  /** Which part of which wall the board shows where it is now. */
  aim(wall: Wall, frame: WallFrame): void {
    if (wall !== this.#wall) this.pxPerMetre = 0;
    this.#wall = wall;
    this.#frame = frame;
    writeToQuad(this.toQuad.elements, wall, frame, this.#quad.width / this.#quad.height);
    writeQuadAxes(this.axes.elements, this.#quad);
  }

  eyeFor(eyes: readonly MeshEye[]): EyeView {
    if (!this.#wall || !this.#frame) throw new Error('a board was asked what it shows before it was aimed');
    // Whoever looks away from it finds it as sharp as it was left.
    this.pxPerMetre = pxPerMetreOn(this.#quad, eyes) || this.pxPerMetre || pxAhead(this.#quad, eyes);
    writeQuadEye(this.#eye, this.#wall, this.#frame, this.#quad, this.pxPerMetre);
    this.focalPx = focalOf(this.#eye);
    return this.#eye;
  }
}

/** Of a board that no eye sees: as if one looked at it straight on. */
function pxAhead({ centre }: Quad, [eye]: readonly MeshEye[]): number {
  if (!eye) return 1;
  const { position: at } = eye;
  return focalOf(eye) / Math.max(0.1, Math.hypot(centre[0] - at[0], centre[1] - at[1], centre[2] - at[2]));
}
