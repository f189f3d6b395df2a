/**
 * Textures of a relic, every texel from the field itself: the place on the mesh is moved onto the exact surface, and
 * shape, fine relief and matter are asked there. So textures are as sharp as they are large, whatever the mesh.
 */
import type { Look, Place, Relic } from '../relic.ts';
import type { UnwrappedMesh } from './unwrap.ts';

export interface Maps {
  /** Side, pixels. */
  readonly side: number;
  /** Three bytes a pixel: sRGB. */
  readonly colour: Uint8Array;
  /** Three bytes a pixel: occlusion, roughness, metalness. */
  readonly orm: Uint8Array;
  /** Three bytes a pixel: tangent space, green up, as in glTF. */
  readonly normal: Uint8Array;
}

/** Texels beyond the charts that are filled from their borders. */
const GUTTER = 6;

/** `openness` a value a vertex; `progress` is told 0…1. */
export function bakeMaps(
  relic: Relic,
  mesh: UnwrappedMesh,
  openness: Float32Array,
  side: number,
  progress: (fraction: number) => void = () => undefined,
): Maps {
  const texels = side * side;
  const maps: Maps = {
    side,
    colour: new Uint8Array(texels * 3),
    orm: new Uint8Array(texels * 3),
    normal: new Uint8Array(texels * 3),
  };
  const covered = new Uint8Array(texels);
  const texel = createTexel(relic, maps, side);
  const { indices, uvs } = mesh;
  // Twice: the triangles as they are, then grown by half a texel for borders that no centre lies in.
  for (const grown of [0, 0.75])
    for (let t = 0; t < indices.length; t += 3) {
      if (grown === 0 && t % 30000 === 0) progress(t / indices.length);
      const a = indices[t]!;
      const b = indices[t + 1]!;
      const c = indices[t + 2]!;
      const ax = uvs[a * 2]! * side;
      const ay = uvs[a * 2 + 1]! * side;
      const bx = uvs[b * 2]! * side - ax;
      const by = uvs[b * 2 + 1]! * side - ay;
      const cx = uvs[c * 2]! * side - ax;
      const cy = uvs[c * 2 + 1]! * side - ay;
      const determinant = bx * cy - cx * by;
      if (Math.abs(determinant) < 1e-9) continue;
      const slackU = (grown * Math.hypot(cx, cy)) / Math.abs(determinant);
      const slackV = (grown * Math.hypot(bx, by)) / Math.abs(determinant);
      const slackW = (grown * Math.hypot(bx - cx, by - cy)) / Math.abs(determinant);
      const left = Math.max(0, Math.floor(ax + Math.min(0, bx, cx) - grown - 0.5));
      const right = Math.min(side - 1, Math.ceil(ax + Math.max(0, bx, cx) + grown));
      const top = Math.max(0, Math.floor(ay + Math.min(0, by, cy) - grown - 0.5));
      const bottom = Math.min(side - 1, Math.ceil(ay + Math.max(0, by, cy) + grown));
      for (let y = top; y <= bottom; y++)
        for (let x = left; x <= right; x++) {
          const at = y * side + x;
          if (covered[at]) continue;
          const px = x + 0.5 - ax;
          const py = y + 0.5 - ay;
          const u = (px * cy - cx * py) / determinant;
          const v = (bx * py - px * by) / determinant;
          if (u < -slackU - 1e-5 || v < -slackV - 1e-5 || u + v > 1 + slackW + 1e-5) continue;
          covered[at] = 1;
          texel.write(at, mesh, openness, a, b, c, u, v);
        }
    }
  fillGutter(maps, covered);
  return maps;
}

function createTexel(relic: Relic, maps: Maps, side: number) {
  const place: Place = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0, openness: 1 };
  const look: Look = { r: 0, g: 0, b: 0, roughness: 1, metalness: 0 };
  // About a texel: finer steps would only add noise.
  const extent = Math.max(...relic.size);
  const step = Math.max(extent / side, 0.00012);

  function write(
    at: number,
    { positions, normals, tangents }: UnwrappedMesh,
    openness: Float32Array,
    a: number,
    b: number,
    c: number,
    u: number,
    v: number,
  ) {
    const w = 1 - u - v;
    let x = positions[a * 3]! * w + positions[b * 3]! * u + positions[c * 3]! * v;
    let y = positions[a * 3 + 1]! * w + positions[b * 3 + 1]! * u + positions[c * 3 + 1]! * v;
    let z = positions[a * 3 + 2]! * w + positions[b * 3 + 2]! * u + positions[c * 3 + 2]! * v;
    let nx = normals[a * 3]! * w + normals[b * 3]! * u + normals[c * 3]! * v;
    let ny = normals[a * 3 + 1]! * w + normals[b * 3 + 1]! * u + normals[c * 3 + 1]! * v;
    let nz = normals[a * 3 + 2]! * w + normals[b * 3 + 2]! * u + normals[c * 3 + 2]! * v;
    let length = Math.hypot(nx, ny, nz) || 1;
    nx /= length;
    ny /= length;
    nz /= length;
    const far = Math.max(-0.004, Math.min(0.004, relic.distance(x, y, z)));
    x -= nx * far;
    y -= ny * far;
    z -= nz * far;

    // Gradients of the shape and of the relief by four points of a tetrahedron.
    const e = step * 0.6;
    const d0 = relic.distance(x + e, y - e, z - e);
    const d1 = relic.distance(x - e, y - e, z + e);
    const d2 = relic.distance(x - e, y + e, z - e);
    const d3 = relic.distance(x + e, y + e, z + e);
    const h0 = relic.height(x + e, y - e, z - e);
    const h1 = relic.height(x - e, y - e, z + e);
    const h2 = relic.height(x - e, y + e, z - e);
    const h3 = relic.height(x + e, y + e, z + e);
    let sx = d0 - d1 - d2 + d3;
    let sy = -d0 - d1 + d2 + d3;
    let sz = -d0 + d1 - d2 + d3;
    length = Math.hypot(sx, sy, sz);
    if (length < 1e-12) {
      sx = nx;
      sy = ny;
      sz = nz;
    } else {
      sx /= length;
      sy /= length;
      sz /= length;
    }
    place.x = x;
    place.y = y;
    place.z = z;
    place.nx = sx;
    place.ny = sy;
    place.nz = sz;
    place.openness = openness[a]! * w + openness[b]! * u + openness[c]! * v;
    const k = 1 / (4 * e);
    const gx = (h0 - h1 - h2 + h3) * k;
    const gy = (-h0 - h1 + h2 + h3) * k;
    const gz = (-h0 + h1 - h2 + h3) * k;
    const lift = gx * sx + gy * sy + gz * sz;
    sx -= gx - lift * sx;
    sy -= gy - lift * sy;
    sz -= gz - lift * sz;

    let tx = tangents[a * 4]! * w + tangents[b * 4]! * u + tangents[c * 4]! * v;
    let ty = tangents[a * 4 + 1]! * w + tangents[b * 4 + 1]! * u + tangents[c * 4 + 1]! * v;
    let tz = tangents[a * 4 + 2]! * w + tangents[b * 4 + 2]! * u + tangents[c * 4 + 2]! * v;
    const lean = tx * nx + ty * ny + tz * nz;
    tx -= nx * lean;
    ty -= ny * lean;
    tz -= nz * lean;
    length = Math.hypot(tx, ty, tz) || 1;
    tx /= length;
    ty /= length;
    tz /= length;
    const right = sx * tx + sy * ty + sz * tz;
    const up = sx * (ny * tz - nz * ty) + sy * (nz * tx - nx * tz) + sz * (nx * ty - ny * tx);
    const out = Math.max(0.08, sx * nx + sy * ny + sz * nz);
    length = Math.hypot(right, up, out);
    maps.normal[at * 3] = toByte(127.5 + (right / length) * 127.5);
    maps.normal[at * 3 + 1] = toByte(127.5 + (up / length) * 127.5);
    maps.normal[at * 3 + 2] = toByte(127.5 + (out / length) * 127.5);

    look.roughness = 0.7;
    look.metalness = 0;
    relic.look(place, look, false);
    maps.colour[at * 3] = toByte(look.r);
    maps.colour[at * 3 + 1] = toByte(look.g);
    maps.colour[at * 3 + 2] = toByte(look.b);
    maps.orm[at * 3] = toByte(place.openness * 255);
    maps.orm[at * 3 + 1] = toByte(look.roughness * 255);
    maps.orm[at * 3 + 2] = toByte(look.metalness * 255);
  }
  return { write };
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}

/** Spreads the borders of the charts outward and gives the rest their average, which costs no bytes. */
function fillGutter(maps: Maps, covered: Uint8Array) {
  const { side } = maps;
  const layers = [maps.colour, maps.orm, maps.normal];
  let border: number[] = [];
  for (let at = 0; at < covered.length; at++) if (!covered[at] && neighbour(covered, at, side) >= 0) border.push(at);
  for (let ring = 0; ring < GUTTER; ring++) {
    const sources = border.map((at) => neighbour(covered, at, side));
    const next: number[] = [];
    border.forEach((at, i) => {
      const from = sources[i]!;
      for (const layer of layers) layer.copyWithin(at * 3, from * 3, from * 3 + 3);
      covered[at] = 1;
    });
    for (const at of border)
      for (const step of [-1, 1, -side, side]) {
        const other = at + step;
        if (other < 0 || other >= covered.length || covered[other] || neighbour(covered, other, side) < 0) continue;
        covered[other] = 2;
        next.push(other);
      }
    for (const at of next) covered[at] = 0;
    border = next;
  }
  for (const layer of layers) {
    const sum = [0, 0, 0];
    let count = 0;
    for (let at = 0; at < covered.length; at += 7) {
      if (!covered[at]) continue;
      count++;
      for (let k = 0; k < 3; k++) sum[k]! += layer[at * 3 + k]!;
    }
    const rest = layer === maps.normal ? [128, 128, 255] : sum.map((total) => Math.round(total / (count || 1)));
    for (let at = 0; at < covered.length; at++) if (!covered[at]) layer.set(rest, at * 3);
  }
}

function neighbour(covered: Uint8Array, at: number, side: number): number {
  const x = at % side;
  if (x > 0 && covered[at - 1] === 1) return at - 1;
  if (x < side - 1 && covered[at + 1] === 1) return at + 1;
  if (at >= side && covered[at - side] === 1) return at - side;
  if (at < covered.length - side && covered[at + side] === 1) return at + side;
  return -1;
}
