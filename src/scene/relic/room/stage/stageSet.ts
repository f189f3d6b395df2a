import {
  type Box3,
  Group,
  NeutralToneMapping,
  PCFShadowMap,
  type Scene,
  type Texture,
  type WebGLRenderer,
} from 'three';
import type { Lamp } from '#tour/relic/state.ts';
import { exposureOf } from '../light/exposure.ts';
import { LampLight } from '../light/lampLight.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { Backdrop } from './backdrop.ts';
import { Plinth } from './plinth.ts';

/** Of the lamp's light around the relic, in its radii: it holds the slab and the shadow on it. */
const LIT_RADII = 1.7;
/** Lengths and weights of a light's shadow: for a plain machine there is none. */
const SHADOW_PX = { full: 2_048, plain: 0 } as const;

/** How much a machine can bear. */
export type Effort = keyof typeof SHADOW_PX;

/** Where a relic stands while it is in the hand: backdrop, plinth, daylight and lamp. */
export class StageSet {
  readonly group = new Group();
  readonly plinth = new Plinth();
  readonly #backdrop = new Backdrop();
  readonly #lamp: LampLight;
  readonly #renderer: WebGLRenderer;
  readonly #environment: () => Texture;
  #scene: Scene | null = null;
  #before: { readonly environment: Texture | null; readonly intensity: number; readonly clips: boolean } | null = null;

  constructor(renderer: WebGLRenderer, environment: () => Texture, effort: Effort) {
    this.#renderer = renderer;
    this.#environment = environment;
    this.#lamp = new LampLight({ shadowSizePx: SHADOW_PX[effort] });
    this.group.add(this.#backdrop.mesh, this.plinth.group, this.#lamp.light, this.#lamp.target);
  }

  /** Lights the scene; `leave` puts back what was before. */
  enter(scene: Scene): void {
    if (this.#scene) return;
    const renderer = this.#renderer;
    this.#scene = scene;
    this.#before = {
      environment: scene.environment,
      intensity: scene.environmentIntensity,
      clips: renderer.localClippingEnabled,
    };
    renderer.localClippingEnabled = true;
    renderer.toneMapping = NeutralToneMapping;
    renderer.shadowMap.enabled = true;
    renderer.shadowMap.type = PCFShadowMap;
  }

  leave(): void {
    if (this.#scene && this.#before) {
      this.#scene.environment = this.#before.environment;
      this.#scene.environmentIntensity = this.#before.intensity;
      this.#renderer.localClippingEnabled = this.#before.clips;
    }
    this.#scene = this.#before = null;
  }

  fit(bounds: Box3, spread: number, view: OrbitView): void {
    this.plinth.fit(bounds, spread);
    this.#lamp.fit(view.middle, view.radius * LIT_RADII);
    view.reach = Math.max(view.radius, this.plinth.reach);
  }

  /** The light of this frame. */
  shine(lamp: Lamp): void {
    this.#lamp.shine(lamp);
  }

  /** What stands in the light has changed. */
  redrawShadow(): void {
    this.#lamp.redraw();
  }

  follow(view: OrbitView, eyeY: number, lamp: Lamp): void {
    if (this.#scene) {
      this.#scene.environment = this.#environment();
      this.#scene.environmentIntensity = exposureOf(lamp.mix).day;
    }
    this.plinth.follow(eyeY);
    const { widthPx, heightPx } = view.size;
    this.#backdrop.follow(view.shift.x, view.shift.y, widthPx / heightPx, lamp.mix);
  }

  dispose(): void {
    this.leave();
    this.plinth.dispose();
    this.#backdrop.dispose();
    this.#lamp.dispose();
  }
}
