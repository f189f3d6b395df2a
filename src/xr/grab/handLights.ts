/**
 * What lights relics in a headset beside the light of their place: the lamp in a hand, which rakes along them, and one
 * for the relic that is held, as a cave may be dark. Both are in the scene from the beginning of a session, dark, so
 * that no program is made anew when they come. Panoramas and halls do not know of them.
 */
import { Group, PointLight, SpotLight } from 'three';
import { rotate, type Quat } from '#shared/quat.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Ray } from '../input/pointer.ts';
import { comfortableDistance, type RelicShape } from './shape.ts';
import type { RelicPose } from './pose.ts';

/** An oil lamp, and daylight of a study. sRGB. */
const FLAME = 0xffc98a;
const DAY = 0xfff4e6;
/** Of the lamp at a metre. It thins out with the way, not its square: eyes get used to what is near. */
const LAMP = 1.9;
const LAMP_DECAY = 1;
const LAMP_ANGLE = 0.6;
/** Of the key, where the place gives no light and where it is as bright as it was photographed. */
const KEY_IN_DARK = 2.1;
const KEY_IN_LIGHT = 0.5;
/** Over the visitor's left shoulder, metres from the eyes; larger relics are lit from farther away. */
const KEY_AT: Vec3 = [-0.35, 0.4, 0.1];
/** Seconds in which it comes up or goes. */
const KEY_SECONDS = 0.25;

export class HandLights {
  readonly group = new Group();
  readonly #lamp = new SpotLight(FLAME, 0, 0, LAMP_ANGLE, 0.7, LAMP_DECAY);
  readonly #key = new PointLight(DAY, 0, 1, 0);
  #shareOfKey = 0;

  constructor() {
    this.group.name = 'lights in the hand';
    this.group.add(this.#lamp, this.#lamp.target, this.#key);
  }

  /** `strength` 0 puts it out; null where no hand has it. */
  carryLamp(ray: Ray | null, strength: number): void {
    this.#lamp.intensity = ray ? LAMP * strength : 0;
    if (!ray) return;
    const { origin, direction } = ray;
    this.#lamp.position.set(...origin);
    this.#lamp.target.position.set(origin[0] + direction[0], origin[1] + direction[1], origin[2] + direction[2]);
  }

  /** `brightness` of the place, 0 to 1. Says whether the key still comes or goes. */
  lightHeld(
    held: { readonly shape: RelicShape; readonly pose: RelicPose } | null,
    head: { readonly position: Vec3; readonly turn: Quat },
    brightness: number,
    seconds: number,
  ): boolean {
    const wanted = held ? 1 : 0;
    const most = seconds / KEY_SECONDS;
    this.#shareOfKey += Math.min(most, Math.max(-most, wanted - this.#shareOfKey));
    const dark = 1 - Math.min(1, Math.max(0, brightness));
    this.#key.intensity = this.#shareOfKey * (KEY_IN_LIGHT + (KEY_IN_DARK - KEY_IN_LIGHT) * dark);
    if (held) {
      const reach = comfortableDistance(held.shape, held.pose.scale);
      const size = Math.max(1, reach);
      const aside = rotate(head.turn, KEY_AT);
      this.#key.position.set(
        head.position[0] + aside[0] * size,
        head.position[1] + aside[1] * size,
        head.position[2] + aside[2] * size,
      );
      // Beyond the held relic its light ends.
      this.#key.distance = 4 * reach + 1;
    }
    return this.#shareOfKey !== wanted;
  }

  get isLampLit(): boolean {
    return this.#lamp.intensity > 0;
  }

  dispose(): void {
    this.group.removeFromParent();
    this.#lamp.dispose();
    this.#key.dispose();
  }
}
