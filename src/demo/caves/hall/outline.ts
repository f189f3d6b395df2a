/** What the site's plan shows of the hall: floor outlines in its own frame, metres. */
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { createNicheShape } from '#demo/caves/hall/nicheShape.ts';

export interface Outline {
  readonly id: string;
  readonly points: readonly (readonly [x: number, z: number])[];
}

const { width, depth, door } = HALL;

function rectangle(id: string, halfWidth: number, z0: number, z1: number): Outline {
  return { id, points: [[-halfWidth, z0], [halfWidth, z0], [halfWidth, z1], [-halfWidth, z1]] }; // prettier-ignore
}

function nicheOutline(): Outline {
  const shape = createNicheShape();
  const at = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const points = Array.from({ length: 33 }, (_, i): readonly [number, number] => {
    shape(i / 32, 0, at);
    return [Math.round(at.x * 1e4) / 1e4, Math.round(at.z * 1e4) / 1e4];
  });
  return { id: 'niche', points };
}

export const HALL_OUTLINE: readonly Outline[] = [
  rectangle('room', width / 2, -depth / 2, depth / 2),
  nicheOutline(),
  rectangle('passage', door.width / 2, depth / 2, depth / 2 + door.length),
];
