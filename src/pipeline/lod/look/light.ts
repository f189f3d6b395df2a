/**
 * The light in which steps are compared: a dark room with soft boxes, as relics are shown in, and one spot. Reflections
 * are read from copies of the room that are blurred by roughness, made once.
 */

const BOXES = [
  // Direction, radians from its middle to its edge, radiance.
  { at: unit([-0.5, 1.3, 0.85]), wide: 0.55, colour: [4.1, 3.65, 3.05] },
  { at: unit([0.9, 0.4, 0.25]), wide: 0.42, colour: [1.05, 1.2, 1.45] },
  { at: unit([-0.6, 0.7, -0.8]), wide: 0.25, colour: [2.6, 2.5, 2.45] },
  { at: unit([0.65, 1.9, -0.75]), wide: 0.22, colour: [1.6, 1.45, 1.2] },
] as const;
const FLOOR = [0.3, 0.26, 0.21] as const;
const WALL = [0.2, 0.18, 0.155] as const;
const CEILING = [0.11, 0.1, 0.095] as const;
const SOFTNESS = 0.16;
export const SPOT = { at: unit([-0.55, 1, 0.75]), colour: [1.9, 1.69, 1.4] } as const;

const ACROSS = 64;
const DOWN = 32;
const ROUGHNESSES = [0.08, 0.2, 0.35, 0.55, 0.8] as const;

export class RoomLight {
  /** By roughness, and last what falls on a matt surface. */
  readonly #maps: readonly Float32Array[];

  constructor() {
    const room = paint();
    // What a GGX lobe of that roughness gathers, as a power of the cosine to the middle of the reflection.
    const maps = ROUGHNESSES.map((roughness) => blur(room, 1 / roughness ** 4 / 2));
    this.#maps = [...maps, blur(room, 1)];
  }

  /** Three values of radiance from a direction, as a surface of that roughness mirrors it. */
  reflect(x: number, y: number, z: number, roughness: number, out: Float32Array): void {
    let high = 1;
    while (high < ROUGHNESSES.length - 1 && ROUGHNESSES[high]! < roughness) high++;
    const from = ROUGHNESSES[high - 1]!;
    const part = Math.min(1, Math.max(0, (roughness - from) / (ROUGHNESSES[high]! - from)));
    out.fill(0);
    read(this.#maps[high - 1]!, x, y, z, 1 - part, out);
    read(this.#maps[high]!, x, y, z, part, out);
  }

  /** Three values: the mean radiance that a matt surface with this normal sees. */
  shine(x: number, y: number, z: number, out: Float32Array): void {
    out.fill(0);
    read(this.#maps.at(-1)!, x, y, z, 1, out);
  }
}

function paint(): Float32Array {
  const room = new Float32Array(ACROSS * DOWN * 3);
  for (let i = 0; i < ACROSS * DOWN; i++) {
    const at = directionAt(i);
    const far = at[1]! < 0 ? FLOOR : CEILING;
    for (let k = 0; k < 3; k++) room[i * 3 + k] = WALL[k]! + (far[k]! - WALL[k]!) * Math.abs(at[1]!);
    for (const box of BOXES) {
      const away = Math.acos(Math.min(1, Math.max(-1, dot(box.at, at))));
      const amount = Math.min(1, Math.max(0, (box.wide - away) / SOFTNESS + 0.5));
      for (let k = 0; k < 3; k++) room[i * 3 + k]! += box.colour[k]! * amount;
    }
  }
  return room;
}

/** Every place of the map becomes the mean of the room around it, weighed by a power of the cosine. */
function blur(room: Float32Array, power: number): Float32Array {
  const directions = Array.from({ length: ACROSS * DOWN }, (_, i) => directionAt(i));
  const areas = directions.map((at) => Math.sqrt(1 - at[1]! ** 2));
  const blurred = new Float32Array(room.length);
  directions.forEach((to, i) => {
    let weights = 0;
    directions.forEach((from, j) => {
      const cosine = dot(to, from);
      if (cosine <= 0) return;
      const weight = cosine ** power * areas[j]!;
      if (weight < 1e-6) return;
      weights += weight;
      for (let k = 0; k < 3; k++) blurred[i * 3 + k]! += room[j * 3 + k]! * weight;
    });
    for (let k = 0; k < 3; k++) blurred[i * 3 + k]! /= weights || 1;
  });
  return blurred;
}

function directionAt(i: number): number[] {
  const yaw = (((i % ACROSS) + 0.5) / ACROSS) * 2 * Math.PI;
  const pitch = ((Math.floor(i / ACROSS) + 0.5) / DOWN - 0.5) * Math.PI;
  return [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
}

function read(map: Float32Array, x: number, y: number, z: number, share: number, out: Float32Array): void {
  const u = (Math.atan2(x, z) / (2 * Math.PI) + 1) * ACROSS - 0.5;
  const v = Math.min(DOWN - 1, Math.max(0, (Math.asin(Math.min(1, Math.max(-1, y))) / Math.PI + 0.5) * DOWN - 0.5));
  const left = Math.floor(u);
  const low = Math.min(DOWN - 2, Math.floor(v));
  const [s, t] = [u - left, v - low];
  const a = (low * ACROSS + (left % ACROSS)) * 3;
  const b = (low * ACROSS + ((left + 1) % ACROSS)) * 3;
  for (let k = 0; k < 3; k++) {
    const lower = map[a + k]! * (1 - s) + map[b + k]! * s;
    const upper = map[a + ACROSS * 3 + k]! * (1 - s) + map[b + ACROSS * 3 + k]! * s;
    out[k]! += share * (lower * (1 - t) + upper * t);
  }
}

function unit(a: readonly [number, number, number]): readonly [number, number, number] {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
}
