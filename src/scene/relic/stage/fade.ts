/**
 * The cross-fade of two steps of a relic, inside their own materials. Every pixel of the screen belongs to one of 64
 * ranks, spread evenly over 8 × 8 pixels (Bayer's order). The step that comes draws the pixels whose rank lies below its
 * share, the one that leaves all others: together they cover every pixel of the relic once, in every frame, and nothing
 * is transparent. Ranks lie halfway between 64ths and shares on them, so that rounding never leaves a pixel to nobody.
 *
 * The code is part of the program at rest as well (share 1), so that a swap never compiles anything.
 */
import type { Material } from 'three';
import type { FadeUniforms } from '../relicPool.ts';

const STEPS = 64;
const NAME = 'relic-fade';
const MAIN = /void\s+main\s*\(\s*(void)?\s*\)\s*\{/;

/** Of a fragment shader; `relicFade(share, isLeaving)` discards what is the other step's. */
export const FADE_FUNCTION = /* glsl */ `
void relicFade(float share, float isLeaving) {
  uvec2 p = uvec2(gl_FragCoord.xy);
  uint q = p.x ^ p.y;
  uint rank = ((q & 1u) << 5) | ((p.y & 1u) << 4) | ((q & 2u) << 2) | ((p.y & 2u) << 1) | ((q & 4u) >> 1) | ((p.y & 4u) >> 2);
  float threshold = (float(rank) + 0.5) / ${STEPS}.0;
  if (isLeaving > 0.5 ? threshold < 1.0 - share : threshold >= share) discard;
}
`;

const UNIFORMS = /* glsl */ `
uniform float relicShare;
uniform float relicIsLeaving;
`;

export function createFade(): FadeUniforms {
  return { share: { value: 1 }, isLeaving: { value: 0 } };
}

/** Shares come as a fraction and go as 64ths; those of the two steps of a swap still add up to 1. */
export function setFade(fade: FadeUniforms, share: number, isLeaving: boolean): void {
  fade.share.value = toGrid(share, isLeaving);
  fade.isLeaving.value = isLeaving ? 1 : 0;
}

export function toGrid(share: number, isLeaving: boolean): number {
  return isLeaving ? 1 - Math.round((1 - share) * STEPS) / STEPS : Math.round(share * STEPS) / STEPS;
}

/**
 * Makes a material take part in the cross-fade. To be called once, before its first use; a clone of it does not take
 * part until it is called for the clone. Materials that were alike before share one program afterwards.
 */
export function patchFade<T extends Material>(material: T, fade: FadeUniforms): T {
  const compile = material.onBeforeCompile.bind(material);
  const key = `${material.customProgramCacheKey()} ${NAME}`;
  material.onBeforeCompile = (shader, renderer) => {
    compile(shader, renderer);
    shader.uniforms['relicShare'] = fade.share;
    shader.uniforms['relicIsLeaving'] = fade.isLeaving;
    // A material made after one that takes part may have its code already; only the fade is another one.
    if (shader.fragmentShader.includes('uniform float relicShare')) return;
    shader.fragmentShader = shader.fragmentShader.replace(
      MAIN,
      (main) => `${UNIFORMS}${FADE_FUNCTION}${main}\n  relicFade(relicShare, relicIsLeaving);\n`,
    );
  };
  material.customProgramCacheKey = () => key;
  return material;
}
