import { Color, ShaderMaterial, type Texture, Vector2, Vector4 } from 'three';

/** Pointers whose controls can be lit at the same time. */
export const MOST_LIT = 4;
const OCHRE = '#d9a04c';

const VERTEX = /* glsl */ `
uniform vec2 size;
uniform float used;
varying vec2 vAt;
varying vec2 vTexel;

void main() {
  vAt = vec2(uv.x, 1.0 - uv.y) * size;
  vTexel = vec2(uv.x, (1.0 - uv.y) * used);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.xy * size, 0.0, 1.0);
}
`;

/** What is pointed at is lit here, so that pointing draws and uploads nothing. */
const FRAGMENT = /* glsl */ `
uniform sampler2D map;
uniform float opacity;
uniform vec4 lit[${MOST_LIT}];
uniform vec3 ink;
varying vec2 vAt;
varying vec2 vTexel;

void main() {
  vec4 colour = texture2D(map, vTexel);
  for (int i = 0; i < ${MOST_LIT}; i++) {
    vec2 half_ = lit[i].zw * 0.5;
    vec2 apart = abs(vAt - lit[i].xy - half_) - half_;
    float inside = -max(apart.x, apart.y);
    float pixel = max(fwidth(inside), 1e-6);
    float within = clamp(inside / pixel, 0.0, 1.0) * step(1e-6, lit[i].z);
    float rim = within * (1.0 - clamp((inside - 0.0022) / pixel, 0.0, 1.0));
    colour.rgb = mix(colour.rgb, ink, within * 0.1 + rim * 0.75);
  }
  gl_FragColor = vec4(colour.rgb, colour.a * opacity);
  #include <colorspace_fragment>
}
`;

export interface PanelUniforms {
  readonly map: { value: Texture | null };
  /** Metres. */
  readonly size: { readonly value: Vector2 };
  /** The part of the texture's height that the page takes, from above. */
  readonly used: { value: number };
  readonly opacity: { value: number };
  /** Boxes of controls on the panel: x, y, width, height in metres; no width for none. */
  readonly lit: { readonly value: readonly Vector4[] };
}

/** Unlit: a panel is as bright as the page, whatever light the place has. */
export function createPanelMaterial(): { readonly material: ShaderMaterial; readonly uniforms: PanelUniforms } {
  const uniforms = {
    map: { value: null },
    size: { value: new Vector2() },
    used: { value: 1 },
    opacity: { value: 0 },
    lit: { value: Array.from({ length: MOST_LIT }, () => new Vector4()) },
    ink: { value: new Color(OCHRE) },
  };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    // A panel within a wall must still be read; whatever points at it is drawn later.
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  });
  return { material, uniforms };
}
