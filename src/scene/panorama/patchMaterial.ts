import {
  AddEquation, CustomBlending, GLSL3, KeepStencilOp, Matrix3, NotEqualStencilFunc, OneFactor, OneMinusSrcAlphaFactor,
  ReplaceStencilOp, ShaderMaterial, SrcAlphaFactor, DoubleSide, Vector2, Vector3,
} from 'three'; // prettier-ignore
import type { Texture } from 'three';
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import { createMixUniforms, type MixUniforms } from './lightMix.ts';
import type { PatchSlots } from './patchShader.ts';
import { GRID_SEGMENTS, patchFragmentShader, patchVertexShader } from './patchShader.ts';

/** Texture arrays that one patch program can read. */
export const MOST_STORES = 4;

export interface PatchUniforms extends MixUniforms {
  readonly toWorld: { readonly value: Matrix3 };
  readonly push: { value: number };
  readonly shift: { readonly value: Vector2 };
  readonly opacity: { value: number };
  /** The axis of the window in the world, and the cosine of its radius. */
  readonly windowAxis: { readonly value: Vector3 };
  readonly windowCos: { value: number };
  /** Device pixels. */
  readonly rimPx: { value: number };
  /** See `PanoramaQuad`. */
  readonly toQuad: { readonly value: Matrix3 };
  readonly quadAxes: { readonly value: Matrix3 };
  readonly [store: string]: { value: unknown };
}

/** Which of its variants the program is made as; see patchShader.ts. */
export interface PatchVariant {
  readonly projection: Projection;
  /** The only store that is read, by its index; −1 where several are. */
  readonly onlyStore: number;
  readonly blendsEdges: boolean;
  /** Whether only a part of the sphere is seen. */
  readonly hasWindow: boolean;
  /** Whether patches read a second picture by another light. */
  readonly mixesLight: boolean;
  /** Whether it is drawn on a board in the place. */
  readonly isOnQuad?: boolean;
}

/**
 * The material of one panorama. It counts as opaque to three, so that it is drawn before everything in the room.
 * `claim` 0 paints patches over each other; more marks each pixel in the stencil so that the panorama colours it once.
 */
export function createPatchMaterial(
  { projection, onlyStore, blendsEdges, hasWindow, mixesLight, isOnQuad = false }: PatchVariant,
  textures: readonly Texture[],
  uniforms: PatchUniforms,
  claim: number,
  slots?: PatchSlots,
): ShaderMaterial {
  if (textures.length === 0 || textures.length > MOST_STORES) {
    throw new RangeError(`a patch program reads 1 to ${MOST_STORES} tile stores, not ${textures.length}`);
  }
  return new ShaderMaterial({
    name: `panorama-${projection}`,
    glslVersion: GLSL3,
    vertexShader: patchVertexShader(slots),
    fragmentShader: patchFragmentShader(slots),
    defines: {
      STORE_COUNT: textures.length,
      GRID_SEGMENTS: GRID_SEGMENTS[projection],
      ...(projection === 'equirect' && { IS_EQUIRECT: '' }),
      ...(onlyStore >= 0 && { ONLY_STORE: `store${onlyStore}` }),
      ...(blendsEdges && { BLENDS_EDGES: '' }),
      ...(hasWindow && { HAS_WINDOW: '' }),
      ...(mixesLight && { MIXES_LIGHT: '' }),
      ...(isOnQuad && { ON_QUAD: '' }),
    },
    uniforms,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    side: DoubleSide,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: SrcAlphaFactor,
    blendDst: OneMinusSrcAlphaFactor,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneMinusSrcAlphaFactor,
    stencilWrite: claim > 0,
    stencilRef: claim,
    stencilFunc: NotEqualStencilFunc,
    stencilFail: KeepStencilOp,
    stencilZFail: KeepStencilOp,
    stencilZPass: ReplaceStencilOp,
  });
}

export function createPatchUniforms(textures: readonly Texture[]): PatchUniforms {
  const stores = Object.fromEntries(textures.map((texture, index) => [`store${index}`, { value: texture }]));
  return {
    ...stores,
    toWorld: { value: new Matrix3() },
    push: { value: 1 },
    shift: { value: new Vector2() },
    opacity: { value: 1 },
    windowAxis: { value: new Vector3(0, 0, -1) },
    windowCos: { value: -1 },
    rimPx: { value: 0 },
    toQuad: { value: new Matrix3() },
    quadAxes: { value: new Matrix3() },
    ...createMixUniforms(),
  };
}
