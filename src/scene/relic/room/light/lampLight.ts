import { DirectionalLight, type Object3D, type Vector3 } from 'three';
import type { Lamp } from '#tour/relic/state.ts';
import { LAMP_LIGHT } from '../colours.ts';
import { exposureOf } from './exposure.ts';

export interface LampQuality {
  /** Side of the shadow's picture, pixels; 0 for a lamp without shadows. */
  readonly shadowSizePx: number;
}

/** Where a lamp stands seen from the relic's middle: yaw 0 before its front, growing to its left. */
export function writeLampDirection(out: Vector3, { yaw, pitch }: Pick<Lamp, 'yaw' | 'pitch'>): Vector3 {
  const flat = Math.cos(pitch);
  return out.set(Math.sin(yaw) * flat, Math.sin(pitch), Math.cos(yaw) * flat);
}

/**
 * The lamp beside a relic: parallel light, so that a surface is raked evenly however large it is. Its shadow is drawn
 * only when the lamp or the relic has changed, not when the visitor walks around it.
 */
export class LampLight {
  readonly light: DirectionalLight;
  readonly #hasShadow: boolean;
  #radius = 1;
  #lamp: Lamp = { yaw: 0, pitch: 0, mix: 0 };

  constructor({ shadowSizePx }: LampQuality) {
    this.light = new DirectionalLight(LAMP_LIGHT, 0);
    this.light.name = 'lamp';
    this.#hasShadow = shadowSizePx > 0;
    this.light.castShadow = this.#hasShadow;
    const { shadow } = this.light;
    shadow.mapSize.set(shadowSizePx || 1, shadowSizePx || 1);
    shadow.autoUpdate = false;
    shadow.radius = 6;
  }

  get target(): Object3D {
    return this.light.target;
  }

  /** Lights a sphere around the relic, metres; what it stands on lies within it. */
  fit(middle: Vector3, radius: number): void {
    this.#radius = radius;
    this.target.position.copy(middle);
    const { shadow } = this.light;
    const { camera } = shadow;
    camera.left = camera.bottom = -radius;
    camera.right = camera.top = radius;
    camera.near = radius;
    camera.far = 3 * radius;
    camera.updateProjectionMatrix();
    // Half a texel of the shadow's picture, or a grazing lamp draws its grid on every slope.
    shadow.normalBias = (1.6 * radius) / shadow.mapSize.x;
    shadow.bias = -0.4 / shadow.mapSize.x;
    this.shine(this.#lamp);
  }

  shine(lamp: Lamp): void {
    const { light, target } = this;
    this.#lamp = lamp;
    writeLampDirection(light.position, lamp)
      .multiplyScalar(2 * this.#radius)
      .add(target.position);
    light.intensity = exposureOf(lamp.mix).lamp;
    this.redraw();
  }

  /** What stands in the light has changed. */
  redraw(): void {
    if (this.#hasShadow) this.light.shadow.needsUpdate = true;
  }

  dispose(): void {
    this.light.dispose();
  }
}
