import { Color, GLSL3, type IUniform, ShaderMaterial, type Texture, Vector3 } from 'three';
import type { HallPlan } from '#tour/gallery/plan.ts';
import type { BakedLight } from '#scene/gallery/light/bakeLight.ts';
import { LIGHT_IN_HALL } from './lightShader.ts';
import { MOST_PORTALS, type Portals } from './portals.ts';

/** Those of `createHallUniforms`; shared by every material of a hall. */
export type HallUniforms = Record<string, IUniform>;

const VERTEX = /* glsl */ `
in float matter;
out vec3 vAt;
out vec3 vNormal;
flat out int vMatter;
flat out int vTag;

void main() {
  vAt = position;
  vNormal = normal;
  vTag = int(matter + 0.5) / 8;
  vMatter = int(matter + 0.5) - 8 * vTag;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${LIGHT_IN_HALL}
in vec3 vAt;
in vec3 vNormal;
flat in int vMatter;
flat in int vTag;
uniform sampler2D portals;
uniform mat3 portalTurns[MOST_PORTALS];
out vec4 fragmentColor;

/** A colour of the floor: slabs of two sizes of grey, joints, veins. */
vec3 stoneFloor(vec3 at, out float polish) {
  vec2 slab = vec2(0.9, 0.9);
  vec2 cell = floor(at.xz / slab + 0.5);
  vec2 inSlab = (at.xz / slab + 0.5 - cell - 0.5) * slab;
  float tone = fract(sin(dot(cell, vec2(12.9898, 78.233))) * 43758.5453);
  vec4 broad = texture(noise, at.xz * 0.21 + cell * 0.37);
  vec4 fine = texture(noise, at.xz * 0.9 + cell * 0.11);
  vec2 pixel = fwidth(at.xz);
  float toJoint = min(slab.x * 0.5 - abs(inSlab.x), slab.y * 0.5 - abs(inSlab.y));
  float width = max(0.0035, 0.7 * max(pixel.x, pixel.y));
  float joint = (1.0 - smoothstep(width * 0.4, width * 1.4, toJoint)) * min(1.0, 0.005 / width + 0.25);
  vec3 stone = mix(vec3(0.118, 0.11, 0.1), vec3(0.2, 0.186, 0.166), 0.35 * tone + 0.65 * broad.r);
  stone *= 0.82 + 0.36 * fine.g;
  stone = mix(stone, vec3(0.26, 0.23, 0.19), 0.22 * broad.b * fine.r);
  polish = (0.55 + 0.6 * broad.r) * (1.0 - 0.85 * joint);
  return mix(stone, vec3(0.035, 0.031, 0.027), joint * 0.8);
}

/** Plaster laid on by hand: clouds of tone, and a relief that the light from above finds. */
vec3 plaster(vec3 at, vec3 n, out float relief) {
  vec2 on = abs(n.x) > 0.5 ? at.zy : at.xy;
  vec4 broad = texture(noise, on * 0.17);
  vec4 fine = texture(noise, on * 0.71);
  float lower = texture(noise, on * 0.71 - vec2(0.0, 0.012)).g;
  relief = 1.0 + 1.1 * (fine.g - lower);
  vec3 tone = mix(vec3(0.215, 0.108, 0.07), vec3(0.3, 0.17, 0.115), broad.r);
  return tone * (0.93 + 0.14 * fine.g) * (1.0 - 0.05 * fine.b);
}

vec3 wood(vec3 at, vec3 n) {
  vec3 along = abs(n.x) > 0.5 ? at.zyx : at;
  vec2 on = abs(n.y) > 0.5 ? vec2(at.x * 0.35, at.z * 0.35) : vec2(along.x * 0.16, along.y * 1.4);
  float grain = texture(noise, on).g;
  return mix(vec3(0.085, 0.057, 0.038), vec3(0.16, 0.11, 0.075), grain);
}

/** What lies beyond a door: the last light of a day, seen from within; the place itself is one step farther. */
vec3 beyond(vec3 ray) {
  float up = ray.y / max(0.15, length(ray.xz));
  vec3 sky = mix(vec3(0.78, 0.47, 0.24), vec3(0.14, 0.2, 0.31), smoothstep(0.0, 0.6, up));
  vec3 ground = mix(vec3(0.3, 0.2, 0.125), vec3(0.09, 0.065, 0.045), smoothstep(0.0, 0.5, -up));
  return mix(ground, sky, smoothstep(-0.03, 0.05, up));
}

/** The place beyond a door as it lies there, from a strip of its six faces; the light of day where it is not known. */
vec3 throughDoor(int door, vec3 ray) {
  if (door >= MOST_PORTALS) return beyond(ray);
  vec3 d = portalTurns[door] * ray;
  if (dot(d, d) < 0.5) return beyond(ray);
  vec3 a = abs(d);
  float face;
  vec2 st;
  if (a.z >= a.x && a.z >= a.y) {
    face = d.z < 0.0 ? 0.0 : 2.0;
    st = vec2(d.z < 0.0 ? d.x : -d.x, d.y) / a.z;
  } else if (a.x >= a.y) {
    face = d.x > 0.0 ? 1.0 : 3.0;
    st = vec2(d.x > 0.0 ? d.z : -d.z, d.y) / a.x;
  } else {
    face = d.y > 0.0 ? 4.0 : 5.0;
    st = vec2(d.x, d.y > 0.0 ? d.z : -d.z) / a.y;
  }
  vec2 size = vec2(textureSize(portals, 0));
  vec2 spare = vec2(0.5, 0.5) / size.y * 6.0;
  vec2 on = clamp(vec2(st.x + 1.0, 1.0 - st.y) * 0.5, spare, 1.0 - spare);
  float side = size.y / 6.0;
  return 1.5 * textureLod(portals, (vec2(float(door), face) + on) * side / size, 0.0).rgb;
}

/** Away from the nearest wall. */
vec2 inwards(vec3 at) {
  vec2 toWall = 0.5 * roomSize.xz - abs(at.xz);
  return toWall.x < toWall.y ? vec2(-sign(at.x), 0.0) : vec2(0.0, -sign(at.z));
}

void main() {
  vec3 n = normalize(vNormal);
  vec3 ray = normalize(vAt - cameraPosition);
  vec3 colour;
  if (vMatter == FLOOR) {
    float polish;
    vec3 albedo = stoneFloor(vAt, polish);
    vec4 light = texture(floorLight, floorUv(vAt.xz));
    colour = albedo * (light.rgb + ambient * light.a);
    float facing = max(0.0, -ray.y);
    float fresnel = 0.035 + 0.62 * pow(1.0 - facing, 5.0);
    colour += polish * fresnel * reflectedIn(vAt, reflect(ray, n), light.a);
  } else if (vMatter == GLOW) {
    colour = vec3(5.0, 4.2, 3.1);
  } else if (vMatter == BEYOND) {
    colour = throughDoor(vTag, ray);
  } else if (vMatter == CEILING) {
    float grain = texture(noise, vAt.xz * 0.3).r;
    vec3 albedo = mix(vec3(0.07, 0.092, 0.085), vec3(0.1, 0.128, 0.118), grain);
    colour = albedo * (2.4 * bouncedUp(vAt) + ambient * 0.8);
  } else {
    float relief = 1.0;
    vec3 albedo;
    if (vMatter == PLASTER) albedo = plaster(vAt, n, relief);
    else if (vMatter == STONE) albedo = vec3(0.16, 0.135, 0.108) * (0.8 + 0.4 * texture(noise, (vAt.xz + vAt.yy) * 0.5).r);
    else if (vMatter == METAL) albedo = vec3(0.2, 0.135, 0.062);
    else albedo = wood(vAt, n);
    vec4 light = wallLight(vAt, n);
    // A face that looks up gathers more of the light from above than the wall behind it, one that looks down hardly any.
    float tilt = 1.0 + 0.9 * max(0.0, n.y) - 0.85 * max(0.0, -n.y);
    // Returns of pilasters and frames see the lamps along the wall at a slant.
    float aside = abs(dot(n.xz, inwards(vAt))) < 0.5 && abs(n.y) < 0.5 ? 0.45 : 1.0;
    vec3 direct = light.rgb * relief * tilt * aside;
    vec3 bounce = bouncedTo(vAt, n);
    float high = vAt.y > roomSize.y - 0.45 ? 0.6 : 1.0;
    colour = albedo * (direct * high + bounce + ambient * light.a);
    if (vMatter == WOOD && vAt.y > roomSize.y - 0.4) colour = albedo * (2.6 * bouncedUp(vAt) * (0.5 + 0.5 * max(0.0, -n.y)) + ambient * 0.75);
  }
  fragmentColor = linearToOutputTexel(vec4(develop(colour), 1.0));
}
`;

/** The one material of a hall's architecture. */
export function createRoomMaterial(uniforms: HallUniforms, portals: Portals): ShaderMaterial {
  return new ShaderMaterial({
    name: 'hall',
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    toneMapped: false,
    defines: { MOST_PORTALS },
    uniforms: { ...uniforms, portals: { value: portals.texture }, portalTurns: { value: portals.turns } },
  });
}

/** What every shader of a hall reads; see `lightShader.ts`. */
export function createHallUniforms(plan: HallPlan, light: BakedLight, noise: Texture): HallUniforms {
  return {
    noise: { value: noise },
    floorLight: { value: light.floor },
    wallsLight: { value: light.walls },
    roomSize: { value: new Vector3(plan.width, plan.height, plan.depth) },
    ambient: { value: new Color(...light.ambient) },
    floorDensity: { value: light.floor.image.width / plan.width },
  };
}
