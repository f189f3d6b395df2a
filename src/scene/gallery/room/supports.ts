/** Plinths, platforms, consoles, lecterns and benches: one geometry, one draw call, however many there are. */
import { BufferAttribute, GLSL3, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three';
import type { Block, HallPlan } from '#tour/gallery/plan.ts';
import { LIGHT_IN_HALL } from './lightShader.ts';
import type { HallUniforms } from './roomMaterial.ts';

/** Of the chamfer along upper edges, and of the foot that lets a plinth float a little above the floor. */
const CHAMFER = 0.012;
const FOOT = { height: 0.045, inset: 0.035 };

/** What a support is made of, and how strongly the lamp over it lights its top. */
interface Dress {
  readonly block: Block;
  readonly isWood: boolean;
  readonly hasLamp: boolean;
  readonly isHanging: boolean;
}

const VERTEX = /* glsl */ `
/** −1, 0 or 1 of the half width and depth, 0 or 1 of the height; then metres on top. */
in vec3 inset;
in vec4 place;
in vec4 shape;
in vec3 dress;
out vec3 vAt;
out vec3 vIn;
out vec3 vNormal;
flat out vec2 vFacing;
flat out vec4 vShape;
flat out vec3 vDress;

void main() {
  float height = shape.z - shape.y;
  vec3 local = vec3(position.x * shape.x * 0.5, position.y * height, position.z * shape.w * 0.5) + inset;
  // What hangs on a wall has no foot.
  if (dress.z > 0.5 && position.y == 0.0) local = vec3(position.x * shape.x * 0.5, 0.0, position.z * shape.w * 0.5);
  float s = sin(place.w);
  float c = cos(place.w);
  vIn = local;
  vAt = vec3(place.x + local.x * c + local.z * s, shape.y + local.y, place.z + local.z * c - local.x * s);
  vNormal = vec3(normal.x * c + normal.z * s, normal.y, normal.z * c - normal.x * s);
  vFacing = normal.xz;
  vShape = shape;
  vDress = dress;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(vAt, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${LIGHT_IN_HALL}
in vec3 vAt;
in vec3 vIn;
in vec3 vNormal;
flat in vec2 vFacing;
flat in vec4 vShape;
flat in vec3 vDress;
out vec4 fragmentColor;

void main() {
  vec3 n = normalize(vNormal);
  vec2 on = abs(n.y) > 0.5 ? vAt.xz : abs(n.x) > 0.5 ? vAt.zy : vAt.xy;
  vec4 broad = texture(noise, on * 0.4);
  vec4 fine = texture(noise, on * 2.3);
  vec3 stone = mix(vec3(0.235, 0.208, 0.175), vec3(0.32, 0.288, 0.245), broad.r) * (0.93 + 0.14 * fine.g);
  vec3 timber = mix(vec3(0.09, 0.055, 0.031), vec3(0.165, 0.104, 0.06), texture(noise, vec2(on.x * 0.4, on.y * 3.0)).g);
  vec3 albedo = mix(stone, timber, vDress.x);

  vec4 floor_ = texture(floorLight, floorUv(vAt.xz));
  vec3 around = textureLod(floorLight, floorUv(vAt.xz + n.xz * 0.55), blurLevel(0.8)).rgb;
  vec3 before = around * FLOOR_ALBEDO * 1.5 / (1.0 + 1.4 * vAt.y);
  // Over what has a lamp of its own hangs a pool of light that ends near the edge of its top.
  vec2 half_ = 0.5 * vShape.xw;
  float fromMiddle = length(vIn.xz / max(half_, vec2(0.2)));
  float pool = vDress.y * 2.3 * mix(1.0, 0.5, smoothstep(0.2, 1.3, fromMiddle));
  vec3 lamp = vec3(1.0, 0.9, 0.76);
  // Lamps hang above and a little before: the front gets a grazing share, the sides hardly any, the back none.
  float drop = vShape.z - vAt.y;
  float graze = vDress.y * (0.46 * max(0.0, vFacing.y) + 0.06 * abs(vFacing.x)) / (1.0 + 1.3 * drop);
  vec3 direct = lamp * (pool * max(0.0, n.y) + graze * 1.5);
  if (vDress.y < 0.5) direct += floor_.rgb * (0.75 * max(0.0, n.y) + 0.12 * (1.0 - abs(n.y)));
  float low = vDress.z > 0.5 ? 1.0 : 1.0 - 0.55 * exp(-(vAt.y) / 0.11);
  float foot = vDress.z < 0.5 && vIn.y < ${FOOT.height.toFixed(3)} ? 0.25 : 1.0;
  float under = 1.0 - 0.75 * max(0.0, -n.y);
  vec3 colour = albedo * (direct * foot + (before * low + ambient * low * 1.05) * foot * under);
  fragmentColor = linearToOutputTexel(vec4(develop(colour), 1.0));
}
`;

export function createSupports(plan: HallPlan, uniforms: HallUniforms): Mesh<InstancedBufferGeometry, ShaderMaterial> {
  const dresses = listDresses(plan);
  const geometry = createBlock();
  const places = new Float32Array(dresses.length * 4);
  const shapes = new Float32Array(dresses.length * 4);
  const dress = new Float32Array(dresses.length * 3);
  dresses.forEach(({ block, isWood, hasLamp, isHanging }, i) => {
    places.set([block.x, 0, block.z, block.turn], 4 * i);
    shapes.set([block.width, block.bottom, block.top, block.depth], 4 * i);
    dress.set([isWood ? 1 : 0, hasLamp ? 1 : 0, isHanging ? 1 : 0], 3 * i);
  });
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('shape', new InstancedBufferAttribute(shapes, 4));
  geometry.setAttribute('dress', new InstancedBufferAttribute(dress, 3));
  geometry.instanceCount = dresses.length;
  const material = new ShaderMaterial({
    name: 'hall supports',
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    toneMapped: false,
    uniforms,
  });
  const mesh = new Mesh(geometry, material);
  mesh.name = 'supports';
  mesh.frustumCulled = false;
  mesh.visible = dresses.length > 0;
  return mesh;
}

function listDresses({ exhibits, benches }: HallPlan): Dress[] {
  const list: Dress[] = [];
  for (const { support, lectern } of exhibits) {
    if (support) {
      const isHanging = support.kind === 'console';
      list.push({ block: support, isWood: isHanging, hasLamp: true, isHanging });
    }
    if (lectern) list.push({ block: lectern, isWood: true, hasLamp: false, isHanging: false });
  }
  for (const block of benches) list.push({ block, isWood: true, hasLamp: false, isHanging: false });
  return list;
}

/** A block of unit size with a chamfer at its upper edges and a foot that stands back. */
function createBlock(): InstancedBufferGeometry {
  const positions: number[] = [];
  const insets: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  type Corner = readonly [x: number, y: number, z: number, ix: number, iy: number, iz: number];
  const quad = (corners: readonly Corner[], normal: readonly [number, number, number]): void => {
    const first = positions.length / 3;
    for (const [x, y, z, ix, iy, iz] of corners) {
      positions.push(x, y, z);
      insets.push(ix, iy, iz);
      normals.push(...normal);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  const slant = Math.SQRT1_2;
  const f = FOOT.height;
  const g = FOOT.inset;
  const h = CHAMFER;
  for (const [nx, nz] of [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ] as const) {
    // To the right of the face as one looks at it.
    const [rx, rz] = [nz, -nx];
    const at = (right: number, y: number, inset: number, iy: number, aside: number): Corner => [
      nx + right * rx, y, nz + right * rz,
      -nx * inset - right * rx * aside, iy, -nz * inset - right * rz * aside,
    ]; // prettier-ignore
    quad([at(-1, 0, 0, f, 0), at(1, 0, 0, f, 0), at(1, 1, 0, -h, 0), at(-1, 1, 0, -h, 0)], [nx, 0, nz]);
    quad(
      [at(-1, 1, 0, -h, 0), at(1, 1, 0, -h, 0), at(1, 1, h, 0, h), at(-1, 1, h, 0, h)],
      [nx * slant, slant, nz * slant],
    );
    quad([at(-1, 0, g, 0, g), at(1, 0, g, 0, g), at(1, 0, g, f, g), at(-1, 0, g, f, g)], [nx, 0, nz]);
  }
  quad([[-1, 1, 1, h, 0, -h], [1, 1, 1, -h, 0, -h], [1, 1, -1, -h, 0, h], [-1, 1, -1, h, 0, h]], [0, 1, 0]); // prettier-ignore
  quad([[-1, 0, -1, 0, f, 0], [1, 0, -1, 0, f, 0], [1, 0, 1, 0, f, 0], [-1, 0, 1, 0, f, 0]], [0, -1, 0]); // prettier-ignore
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('inset', new BufferAttribute(new Float32Array(insets), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3));
  geometry.setIndex(indices);
  return geometry;
}
