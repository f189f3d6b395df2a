/** The model where a ray met it: place, normal with its fine relief, matter. Textures are read between their texels. */
import type { Model } from '../model/buildModel.ts';

export interface Surface {
  x: number;
  y: number;
  z: number;
  /** Of the triangle's corners, and with the normal texture; unit length. */
  smooth: Float64Array;
  normal: Float64Array;
  /** Linear. */
  colour: Float64Array;
  openness: number;
  roughness: number;
  metalness: number;
  read(triangle: number, u: number, v: number): void;
}

export function createSurface({ mesh, maps }: Model): Surface {
  const { positions, normals, tangents, uvs, indices } = mesh;
  const { side } = maps;
  const linear = Float64Array.from({ length: 256 }, (_, i) =>
    i < 11 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4,
  );
  const texel = new Float64Array(9);

  function readTextures(u: number, v: number) {
    const x = Math.min(side - 1.001, Math.max(0, u * side - 0.5));
    const y = Math.min(side - 1.001, Math.max(0, v * side - 0.5));
    const column = Math.floor(x);
    const row = Math.floor(y);
    const fx = x - column;
    const fy = y - row;
    texel.fill(0);
    for (let corner = 0; corner < 4; corner++) {
      const weight = (corner & 1 ? fx : 1 - fx) * (corner & 2 ? fy : 1 - fy);
      const at = ((row + (corner >> 1)) * side + column + (corner & 1)) * 3;
      for (let k = 0; k < 3; k++) {
        texel[k]! += linear[maps.colour[at + k]!]! * weight;
        texel[3 + k]! += maps.orm[at + k]! * weight;
        texel[6 + k]! += maps.normal[at + k]! * weight;
      }
    }
  }

  const surface: Surface = {
    x: 0,
    y: 0,
    z: 0,
    smooth: new Float64Array(3),
    normal: new Float64Array(3),
    colour: new Float64Array(3),
    openness: 1,
    roughness: 1,
    metalness: 0,
    read(triangle, u, v) {
      const a = indices[triangle * 3]!;
      const b = indices[triangle * 3 + 1]!;
      const c = indices[triangle * 3 + 2]!;
      const w = 1 - u - v;
      const blend = (values: Float32Array, stride: number, k: number) =>
        values[a * stride + k]! * w + values[b * stride + k]! * u + values[c * stride + k]! * v;
      surface.x = blend(positions, 3, 0);
      surface.y = blend(positions, 3, 1);
      surface.z = blend(positions, 3, 2);
      const { smooth, normal } = surface;
      for (let k = 0; k < 3; k++) {
        smooth[k] = blend(normals, 3, k);
        normal[k] = blend(tangents, 4, k);
      }
      toUnit(smooth);
      const lean = smooth[0]! * normal[0]! + smooth[1]! * normal[1]! + smooth[2]! * normal[2]!;
      for (let k = 0; k < 3; k++) normal[k]! -= smooth[k]! * lean;
      toUnit(normal);
      readTextures(blend(uvs, 2, 0), blend(uvs, 2, 1));
      const right = texel[6]! / 127.5 - 1;
      const up = texel[7]! / 127.5 - 1;
      const out = texel[8]! / 127.5 - 1;
      const [tx, ty, tz] = normal as unknown as [number, number, number];
      const [nx, ny, nz] = smooth as unknown as [number, number, number];
      normal[0] = tx * right + (ny * tz - nz * ty) * up + nx * out;
      normal[1] = ty * right + (nz * tx - nx * tz) * up + ny * out;
      normal[2] = tz * right + (nx * ty - ny * tx) * up + nz * out;
      toUnit(normal);
      for (let k = 0; k < 3; k++) surface.colour[k] = texel[k]!;
      surface.openness = texel[3]! / 255;
      surface.roughness = Math.max(0.06, texel[4]! / 255);
      surface.metalness = texel[5]! / 255;
    },
  };
  return surface;
}

function toUnit(vector: Float64Array) {
  const length = Math.hypot(vector[0]!, vector[1]!, vector[2]!) || 1;
  for (let k = 0; k < 3; k++) vector[k]! /= length;
}
