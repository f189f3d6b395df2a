/**
 * The light of a museum: a large warm soft box above and before the relic, a cool one to its side, a narrow one behind
 * it that draws its outline, and a dark room around. Painted by formula and filtered once; nothing is downloaded.
 */
import { DirectionalLight, NeutralToneMapping } from 'three';
import type { Texture, WebGLRenderer } from 'three';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, type Vec3 } from '#shared/vec.ts';
import { createEnvironment, type Radiance } from './environment.ts';

export interface MuseumLight {
  /** For `Scene.environment` or a material's `envMap`; survives the loss of a context. */
  readonly environment: Texture;
  /** The spot that gives shape, from the upper left of a relic's front. To be added to what it shines on. */
  readonly key: DirectionalLight;
  dispose(): void;
}

interface SoftBox {
  readonly direction: Vec3;
  /** Half its width and height as it is seen, radians, and how soft its edge is. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly softness: number;
  readonly colour: Vec3;
}

/** Yaw 0 of a soft box is behind the relic (−Z), 180° before it, where its front (+Z) looks. */
function softBox(yaw: number, pitch: number, width: number, height: number, colour: Vec3): SoftBox {
  return {
    direction: directionOf(toRadians(yaw), toRadians(pitch)),
    halfWidth: toRadians(width / 2),
    halfHeight: toRadians(height / 2),
    softness: toRadians(9),
    colour,
  };
}

const BOXES: readonly SoftBox[] = [
  softBox(-150, 52, 78, 44, [4.1, 3.65, 3.05]),
  softBox(105, 22, 40, 62, [1.05, 1.2, 1.45]),
  softBox(-38, 34, 14, 56, [2.6, 2.5, 2.45]),
  softBox(40, 62, 34, 20, [1.6, 1.45, 1.2]),
];
/** Of the room itself: floor, horizon, ceiling. */
const FLOOR: Vec3 = [0.3, 0.26, 0.21];
const WALL: Vec3 = [0.2, 0.18, 0.155];
const CEILING: Vec3 = [0.11, 0.1, 0.095];

export const museumRadiance: Radiance = (direction, out) => {
  const up = direction[1];
  const far = up < 0 ? FLOOR : CEILING;
  const share = Math.abs(up);
  for (let k = 0; k < 3; k++) out[k] = (WALL[k] ?? 0) + ((far[k] ?? 0) - (WALL[k] ?? 0)) * share;
  for (const box of BOXES) {
    const amount = amountOf(box, direction);
    if (amount > 0) for (let k = 0; k < 3; k++) out[k] = (out[k] ?? 0) + (box.colour[k] ?? 0) * amount;
  }
};

function amountOf({ direction, halfWidth, halfHeight, softness }: SoftBox, at: Vec3): number {
  const ahead = dot(direction, at);
  if (ahead <= 0.05) return 0;
  // To the right of the box and above it, along its own edges.
  const flat = Math.hypot(direction[0], direction[2]);
  const right = (at[0] * -direction[2] + at[2] * direction[0]) / flat;
  const up = (at[1] - direction[1] * ahead) / flat;
  const x = Math.abs(Math.atan2(right, ahead)) - halfWidth;
  const y = Math.abs(Math.atan2(up, ahead)) - halfHeight;
  return smooth(-x / softness + 0.5) * smooth(-y / softness + 0.5);
}

function smooth(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}

/**
 * Also sets the renderer's tone mapping to the neutral one, which keeps the colours of a relic as its file has them and
 * only rolls highlights off; panoramas take no part in it. Made when the first relic is due, and kept.
 */
export function createMuseumLight(renderer: WebGLRenderer): MuseumLight {
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = 1;
  const environment = createEnvironment(museumRadiance);
  const key = new DirectionalLight(0xfff1de, 1.9);
  key.name = 'museum key';
  key.position.set(-0.55, 1, 0.75);
  return {
    environment,
    key,
    dispose() {
      environment.dispose();
      key.dispose();
    },
  };
}
