import { MATTER } from './meshBuilder.ts';

/**
 * Where light comes from in a hall: baked pictures for what lamps give, and the same pictures blurred by their mipmaps
 * for what floor and walls throw back. Expects the uniforms of `createHallUniforms`.
 */
export const LIGHT_IN_HALL = /* glsl */ `
${Object.entries(MATTER)
  .map(([name, number]) => `const int ${name.toUpperCase()} = ${number};`)
  .join('\n')}
uniform sampler2D noise;
uniform sampler2D floorLight;
uniform sampler2D wallsLight;
uniform vec3 roomSize;
uniform vec3 ambient;
uniform float floorDensity;

const vec3 FLOOR_ALBEDO = vec3(0.15, 0.13, 0.11);
const vec3 WALL_ALBEDO = vec3(0.26, 0.14, 0.095);

/** As film would: what is bright rolls off, what is dark keeps its colour. */
vec3 develop(vec3 light) {
  return light / (1.0 + 0.5 * light);
}

vec2 floorUv(vec2 xz) {
  return xz / roomSize.xz + 0.5;
}

/** Along the unrolled walls: back, right, front, left. */
float wallU(vec3 at, vec3 n) {
  vec2 half_ = 0.5 * roomSize.xz;
  float back = at.z + half_.y - 0.4 * n.z;
  float front = half_.y - at.z + 0.4 * n.z;
  float left = at.x + half_.x - 0.4 * n.x;
  float right = half_.x - at.x + 0.4 * n.x;
  float nearest = min(min(back, front), min(left, right));
  float along;
  if (nearest == back) along = at.x + half_.x;
  else if (nearest == right) along = roomSize.x + at.z + half_.y;
  else if (nearest == front) along = roomSize.x + roomSize.z - at.x + half_.x;
  else along = 2.0 * roomSize.x + roomSize.z - at.z + half_.y;
  return along / (2.0 * (roomSize.x + roomSize.z));
}

vec4 wallLight(vec3 at, vec3 n) {
  // Explicit level: where two walls meet, the jump of the coordinate would choose the coarsest one.
  return textureLod(wallsLight, vec2(wallU(at, n), clamp(at.y / roomSize.y, 0.02, 0.98)), 0.0);
}

float blurLevel(float metres) {
  return log2(max(1.0, metres * floorDensity));
}

/** From the floor before a wall. */
vec3 bouncedTo(vec3 at, vec3 n) {
  float reach = 0.7 + 0.8 * at.y;
  vec2 before = at.xz + normalize(n.xz + 1e-4) * reach * 0.8;
  vec3 floor_ = textureLod(floorLight, floorUv(before), blurLevel(reach * 1.6)).rgb;
  return floor_ * FLOOR_ALBEDO * (0.95 / (1.0 + 0.5 * at.y)) * (1.0 + 0.7 * max(0.0, -n.y));
}

/** From all the floor beneath. */
vec3 bouncedUp(vec3 at) {
  return textureLod(floorLight, floorUv(at.xz), blurLevel(roomSize.y * 0.9)).rgb * FLOOR_ALBEDO;
}

/** What a polished floor shows of the walls and the ceiling: the box of the room, out of focus. */
vec3 reflectedIn(vec3 at, vec3 ray, float open) {
  vec3 half_ = vec3(0.5 * roomSize.x, roomSize.y, 0.5 * roomSize.z);
  vec2 toSide = (sign(ray.xz) * half_.xz - at.xz) / (abs(ray.xz) + 1e-5) * sign(ray.xz);
  float toTop = roomSize.y / max(ray.y, 1e-4);
  float way = min(min(toSide.x, toSide.y), toTop);
  vec3 hit = at + ray * way;
  if (way == toTop) return (bouncedUp(hit) * 1.6 + ambient) * vec3(0.06, 0.075, 0.065) * open;
  vec3 n = toSide.x < toSide.y ? vec3(-sign(ray.x), 0.0, 0.0) : vec3(0.0, 0.0, -sign(ray.z));
  float blur = clamp(log2(1.0 + way * 1.5), 0.0, 4.0);
  vec4 light = textureLod(wallsLight, vec2(wallU(hit, n), clamp(hit.y / roomSize.y, 0.02, 0.98)), blur);
  return (light.rgb + ambient * light.a) * WALL_ALBEDO * open;
}
`;
