/** A plate faces along its turn and leans back; its picture is a cell of the common one, or a layer of the large ones. */
export const PLATE_VERTEX = /* glsl */ `
in vec4 place;
in vec3 shape;
in float slot;
in float lit;
uniform vec2 grid;
out vec2 vOn;
out vec2 vSmall;
flat out float vSlot;
flat out float vLit;

void main() {
  vec2 local = position.xy * shape.xy;
  vec3 leaned = vec3(local.x, local.y * cos(shape.z), -local.y * sin(shape.z));
  float s = sin(place.w);
  float c = cos(place.w);
  vec3 at = place.xyz + vec3(leaned.x * c + leaned.z * s, leaned.y, leaned.z * c - leaned.x * s);
  vOn = vec2(position.x + 0.5, 0.5 - position.y);
  float index = float(gl_InstanceID);
  float row = floor((index + 0.5) / grid.x);
  vSmall = (vec2(index - row * grid.x, row) + vOn) / grid;
  vSlot = slot;
  vLit = lit;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}
`;

export const PLATE_FRAGMENT = /* glsl */ `
uniform sampler2D small;
uniform mediump sampler2DArray large;
in vec2 vOn;
in vec2 vSmall;
flat in float vSlot;
flat in float vLit;
out vec4 fragmentColor;

void main() {
  vec3 card = vSlot < 0.0 ? texture(small, vSmall).rgb : texture(large, vec3(vOn, vSlot)).rgb;
  // Lit from above like what it belongs to; brighter while the visitor means it.
  card *= mix(0.62, 0.98, vLit) * vec3(1.0, 0.95, 0.86);
  fragmentColor = linearToOutputTexel(vec4(card, 1.0));
}
`;
