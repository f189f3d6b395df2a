/** From a solid's own frame to where its statue stands and back: scaled, mirrored in x, turned about Y, moved. */
import type { Statue } from '#demo/cave/cave.ts';

export interface Placement {
  readonly scale: number;
  readonly mirrored: boolean;
  /** All four write x, y, z into `out` at `at`, and may read from what they write to. */
  pointToCave(x: number, y: number, z: number, out: { [index: number]: number }, at: number): void;
  pointToOwn(x: number, y: number, z: number, out: { [index: number]: number }, at: number): void;
  /** Directions keep their length: they are turned and mirrored, not scaled. */
  directionToCave(x: number, y: number, z: number, out: { [index: number]: number }, at: number): void;
  directionToOwn(x: number, y: number, z: number, out: { [index: number]: number }, at: number): void;
}

export function placeStatue({ position, yaw, scale, mirrored }: Statue): Placement {
  const cosine = Math.cos(yaw);
  const sine = Math.sin(yaw);
  const side = mirrored ? -1 : 1;
  const [px, py, pz] = position;
  return {
    scale,
    mirrored,
    pointToCave(x, y, z, out, at) {
      out[at] = px + scale * (side * x * cosine + z * sine);
      out[at + 1] = py + scale * y;
      out[at + 2] = pz + scale * (-side * x * sine + z * cosine);
    },
    pointToOwn(x, y, z, out, at) {
      const dx = (x - px) / scale;
      const dz = (z - pz) / scale;
      out[at] = side * (dx * cosine - dz * sine);
      out[at + 1] = (y - py) / scale;
      out[at + 2] = dx * sine + dz * cosine;
    },
    directionToCave(x, y, z, out, at) {
      out[at] = side * x * cosine + z * sine;
      out[at + 1] = y;
      out[at + 2] = -side * x * sine + z * cosine;
    },
    directionToOwn(x, y, z, out, at) {
      out[at] = side * (x * cosine - z * sine);
      out[at + 1] = y;
      out[at + 2] = x * sine + z * cosine;
    },
  };
}
