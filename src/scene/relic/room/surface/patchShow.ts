import { type Material, Vector4 } from 'three';

/**
 * Which of a material's pixels are drawn. x: where the curtain is, device pixels from the left; y: which side of it
 * is shown, 1 the right, −1 the left, 0 both; z: share of the pixels, for a cross-fade; w: 1 where the material leaves,
 * and keeps what the arriving one has not taken.
 */
export type Show = { readonly value: Vector4 };

export function createShow(): Show {
  return { value: new Vector4(0, 0, 1, 0) };
}

// A pattern without visible structure at any share (Jimenez 2014), so that few pixels look like little and not like a grid.
const CHOOSE = /* glsl */ `
  if (roomShow.y * (gl_FragCoord.x - roomShow.x) < 0.0) discard;
  if (roomShow.z < 1.0) {
    float roomNoise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    if (roomShow.w > 0.5 ? roomNoise < 1.0 - roomShow.z : roomNoise >= roomShow.z) discard;
  }
`;

/** Makes any of three's materials obey `show`. What else has been patched into it stays. */
export function patchShow(material: Material, show: Show): void {
  const before = material.onBeforeCompile.bind(material);
  const key = material.customProgramCacheKey.bind(material);
  material.onBeforeCompile = (shader, renderer) => {
    before(shader, renderer);
    shader.uniforms.roomShow = show;
    shader.fragmentShader = `uniform vec4 roomShow;\n${shader.fragmentShader.replace('void main() {', `void main() {${CHOOSE}`)}`;
  };
  const keyed = `${key()} room`;
  material.customProgramCacheKey = () => keyed;
}
