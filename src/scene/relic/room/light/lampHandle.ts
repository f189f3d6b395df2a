import { Color, Vector3 } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { facing } from '#tour/relic/orbit/axes.ts';
import type { Lamp } from '#tour/relic/state.ts';
import { LAMP_LIGHT } from '../colours.ts';
import type { Handle, Spot } from '../hand/desk.ts';
import type { Segment } from '../../../sign/screenLines.ts';
import type { Sign } from '../sign/signs.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { writeLampDirection } from './lampLight.ts';

/** Of the ring on which the lamp is seen, as a share of the view's shorter side. */
const RING = 0.74;
/** The lamp goes a little behind the relic's edge, so that it rakes and rims. */
const BEHIND = -0.35;

const direction = new Vector3();

/**
 * The lamp as one moves it: on a sphere around the middle of the picture. Dragged anywhere, it moves as the pointer
 * does; past the rim of the sphere it goes behind the relic.
 */
export class LampHandle implements Handle {
  readonly #view: OrbitView;
  readonly #lamp: () => Lamp;
  readonly #move: (lamp: Lamp, isOver: boolean) => void;
  readonly #colour = new Color(LAMP_LIGHT);
  /** Where the lamp was under the pointer when it was grabbed, less where the pointer was. */
  readonly #grip = { x: 0, y: 0 };
  #held: Lamp | null = null;

  constructor(view: OrbitView, lamp: () => Lamp, move: (lamp: Lamp, isOver: boolean) => void) {
    this.#view = view;
    this.#lamp = lamp;
    this.#move = move;
  }

  grab(spot: Spot): boolean {
    const at = this.#onSphere();
    this.#grip.x = at.x - this.#unit(spot).x;
    this.#grip.y = at.y - this.#unit(spot).y;
    this.#held = this.#lamp();
    return true;
  }

  drag(spot: Spot): void {
    if (!this.#held) return;
    const pointer = this.#unit(spot);
    this.#held = { ...this.#held, ...this.#at(pointer.x + this.#grip.x, pointer.y + this.#grip.y) };
    this.#move(this.#held, false);
  }

  release(): void {
    if (this.#held) this.#move(this.#held, true);
    this.#held = null;
  }

  /** The lamp and its beam towards the middle of the relic. */
  draw(): { sign: Sign; beam: Segment } {
    const { pose } = this.#view.state;
    writeLampDirection(direction, this.#lamp()).multiplyScalar(this.#radius());
    const [x, y, z] = pose.target;
    const at: Vec3 = [x + direction.x, y + direction.y, z + direction.z];
    const beam = (share: number): Vec3 => [x + direction.x * share, y + direction.y * share, z + direction.z * share];
    return {
      sign: { kind: 'lamp', at, colour: this.#colour, radiusPx: 17, opacity: 1, turn: 0 },
      beam: { from: beam(0.93), to: beam(0.72), colour: this.#colour, widthPx: 1.5 },
    };
  }

  /** Metres, of the sphere around the target that is seen as the ring. */
  #radius(): number {
    const { tanX, tanY, state } = this.#view;
    return RING * Math.min(tanX, tanY) * state.pose.distance;
  }

  /** A point of the picture in radii of the ring. */
  #unit({ x, y }: Spot): Spot {
    const { tanX, tanY, shift } = this.#view;
    const radius = RING * Math.min(tanX, tanY);
    return { x: ((x - shift.x) * tanX) / radius, y: ((y - shift.y) * tanY) / radius };
  }

  /** Where the lamp is on the sphere, seen from the camera. */
  #onSphere(): Spot {
    const { right, up, toward } = this.#view.state.axes;
    writeLampDirection(direction, this.#lamp());
    const along = (axis: readonly number[]): number =>
      direction.x * (axis[0] ?? 0) + direction.y * (axis[1] ?? 0) + direction.z * (axis[2] ?? 0);
    const [x, y] = [along(right), along(up)];
    const size = Math.hypot(x, y) || 1;
    // Behind the rim it lies as far outside as it is behind.
    const outside = along(toward) < 0 ? (2 - size) / size : 1;
    return { x: x * outside, y: y * outside };
  }

  #at(x: number, y: number): Pick<Lamp, 'yaw' | 'pitch'> {
    const { right, up, toward } = this.#view.state.axes;
    const size = Math.hypot(x, y);
    const depth =
      size <= 1 ? Math.sqrt(1 - size * size) : Math.max(BEHIND, -Math.sqrt(Math.max(0, 1 - (2 - size) ** 2)));
    const flat = Math.sqrt(1 - depth * depth) / (size || 1);
    const along = (k: 0 | 1 | 2): number => right[k] * x * flat + up[k] * y * flat + toward[k] * depth;
    return facing([along(0), along(1), along(2)]);
  }
}
