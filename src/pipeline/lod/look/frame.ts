/**
 * The frame in which a normal map is read. Without tangents it is taken from the triangle, as three and other viewers do
 * it in the shader.
 */

export interface Mesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Four values a vertex, or none. */
  readonly tangents: Float32Array | null;
  readonly uvs: Float32Array;
  readonly indices: Uint32Array;
}

type Framed = Pick<Mesh, 'positions' | 'tangents' | 'indices'>;

/** Where u and v run along the surface, and its normal, three values each. */
export class Frame {
  readonly along = new Float32Array(3);
  readonly up = new Float32Array(3);
  readonly normal = new Float32Array(3);

  set(mesh: Framed, normals: Float32Array, uvs: Float32Array, first: number, u: number, v: number): void {
    const { positions, tangents, indices } = mesh;
    const [a, b, c] = [indices[first]!, indices[first + 1]!, indices[first + 2]!];
    const w = 1 - u - v;
    const { normal: n, along, up } = this;
    for (let k = 0; k < 3; k++) n[k] = w * normals[a * 3 + k]! + u * normals[b * 3 + k]! + v * normals[c * 3 + k]!;
    normalize(n);
    if (!tangents) return this.#setByTriangle(positions, uvs, a, b, c);
    for (let k = 0; k < 3; k++) along[k] = w * tangents[a * 4 + k]! + u * tangents[b * 4 + k]! + v * tangents[c * 4 + k]!; // prettier-ignore
    normalize(along);
    cross(n, along, up);
    normalize(up);
    if (tangents[a * 4 + 3]! < 0) for (let k = 0; k < 3; k++) up[k] = -up[k]!;
  }

  /** Christian Schüler's cotangent frame; up is against v, which runs down the picture. */
  #setByTriangle(p: Float32Array, uvs: Float32Array, a: number, b: number, c: number): void {
    const { normal: n, along, up } = this;
    const [du, dv] = [uvs[b * 2]! - uvs[a * 2]!, uvs[b * 2 + 1]! - uvs[a * 2 + 1]!];
    const [eu, ev] = [uvs[c * 2]! - uvs[a * 2]!, uvs[c * 2 + 1]! - uvs[a * 2 + 1]!];
    for (let k = 0; k < 3; k++) {
      const [i, j] = [(k + 1) % 3, (k + 2) % 3];
      const [bi, bj] = [p[b * 3 + i]! - p[a * 3 + i]!, p[b * 3 + j]! - p[a * 3 + j]!];
      const [ci, cj] = [p[c * 3 + i]! - p[a * 3 + i]!, p[c * 3 + j]! - p[a * 3 + j]!];
      const across = ci * n[j]! - cj * n[i]!;
      const down = n[i]! * bj - n[j]! * bi;
      along[k] = across * du + down * eu;
      up[k] = -(across * dv + down * ev);
    }
    const length = Math.max(Math.hypot(along[0]!, along[1]!, along[2]!), Math.hypot(up[0]!, up[1]!, up[2]!)) || 1;
    for (let k = 0; k < 3; k++) {
      along[k]! /= length;
      up[k]! /= length;
    }
  }

  /** What a normal map's value says in this frame; `out` may be `value`. Unit length. */
  fromMap(x: number, y: number, z: number, out: Float32Array): void {
    for (let k = 0; k < 3; k++) out[k] = this.along[k]! * x + this.up[k]! * y + this.normal[k]! * z;
    normalize(out);
  }

  /** The value of a normal map that means this direction; never quite flat against the surface. Unit length. */
  toMap(direction: Float32Array, out: Float32Array): void {
    const { along, up, normal } = this;
    const det = triple(along, up, normal) || 1e-12;
    const x = triple(direction, up, normal) / det;
    const y = triple(along, direction, normal) / det;
    const z = triple(along, up, direction) / det;
    out[0] = x;
    out[1] = y;
    out[2] = Math.max(z, LEAST_Z * Math.hypot(x, y));
    normalize(out);
  }
}

/** What is turned further from the surface's own normal than a map can say. */
const LEAST_Z = 0.1;

function triple(a: Float32Array, b: Float32Array, c: Float32Array): number {
  return (
    a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) +
    a[1]! * (b[2]! * c[0]! - b[0]! * c[2]!) +
    a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)
  );
}

function cross(a: Float32Array, b: Float32Array, out: Float32Array): void {
  out[0] = a[1]! * b[2]! - a[2]! * b[1]!;
  out[1] = a[2]! * b[0]! - a[0]! * b[2]!;
  out[2] = a[0]! * b[1]! - a[1]! * b[0]!;
}

function normalize(a: Float32Array): void {
  const length = Math.sqrt(a[0]! * a[0]! + a[1]! * a[1]! + a[2]! * a[2]!) || 1;
  for (let k = 0; k < 3; k++) a[k]! /= length;
}
