import { FADE_FUNCTION } from './fade.ts';

/** A card stands upright at the relic's middle and turns to whoever looks; each eye sees it from its own side. */
export const CARD_VERTEX_SHADER = /* glsl */ `
in vec2 corner;
in vec4 cardSphere;
in vec3 cardFace;
out vec3 texel;
out vec2 fade;
void main() {
  vec3 away = cameraPosition - cardSphere.xyz;
  float reach = length(away.xz);
  vec3 right = reach > 1e-6 ? vec3(away.z, 0.0, -away.x) / reach : vec3(1.0, 0.0, 0.0);
  vec3 place = cardSphere.xyz + cardSphere.w * (corner.x * right + vec3(0.0, corner.y, 0.0));
  texel = vec3(corner * vec2(0.5, -0.5) + 0.5, cardFace.x);
  fade = cardFace.yz;
  gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.0);
}
`;

export const CARD_FRAGMENT_SHADER = /* glsl */ `
precision highp sampler2DArray;
uniform sampler2DArray posters;
in vec3 texel;
in vec2 fade;
layout(location = 0) out vec4 pixel;
${FADE_FUNCTION}
void main() {
  relicFade(fade.x, fade.y);
  vec4 colour = texture(posters, texel);
  if (colour.a < 0.5) discard;
  pixel = linearToOutputTexel(vec4(colour.rgb / colour.a, 1.0));
}
`;
