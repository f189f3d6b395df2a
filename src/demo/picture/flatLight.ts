/** Even light without shadows, for looking at form and paint before anything is baked. */
import type { Cave } from '#demo/cave/cave.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import { LIGHT_STRIDE, VERTEX_STRIDE, type Lightmaps } from '#demo/light/lightTypes.ts';

/** Brightness of a white wall in the picture as found, of 1. */
const LEVEL = 1.3;
/** Share of the light that comes from the upper left, so that solids show their form. */
const DIRECTED = 0.7;
const FROM = [-0.45, 0.75, 0.48] as const;
const DOCUMENTATION = 12;

export function createFlatLight(cave: Cave, scene: Scene): Lightmaps {
  const { documentation, exposure } = cave.mixes['as-found'];
  const level = LEVEL / Math.max(1e-3, exposure * (documentation || 1));
  const paintings = cave.paintings.map(({ id, width, height }) => {
    const values = new Float32Array(new SharedArrayBuffer(4 * LIGHT_STRIDE * 4));
    for (let i = 0; i < 4; i++)
      values.fill(level, i * LIGHT_STRIDE + DOCUMENTATION, i * LIGHT_STRIDE + DOCUMENTATION + 3);
    return { painting: id, width: 2, height: 2, cell: Math.max(width, height), values };
  });
  const { firstFreeVertex, normals } = scene;
  const count = normals.length / 3 - firstFreeVertex;
  const vertices = new Float32Array(new SharedArrayBuffer(count * VERTEX_STRIDE * 4));
  for (let i = 0; i < count; i++) {
    const from = (firstFreeVertex + i) * 3;
    const cosine = FROM[0] * normals[from]! + FROM[1] * normals[from + 1]! + FROM[2] * normals[from + 2]!;
    const light = level * (1 - DIRECTED + DIRECTED * Math.max(0, 0.35 + 0.65 * cosine) * 1.4);
    vertices.fill(light, i * VERTEX_STRIDE + DOCUMENTATION, i * VERTEX_STRIDE + DOCUMENTATION + 3);
    for (let axis = 0; axis < 3; axis++) {
      vertices[i * VERTEX_STRIDE + DOCUMENTATION + 3 + axis] = FROM[axis]! * light * 0.5;
      vertices[i * VERTEX_STRIDE + 18 + axis] = normals[from + axis]!;
    }
  }
  return { paintings, vertices };
}
