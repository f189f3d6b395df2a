/**
 * The parts of the patches' program that draw them on a board in the place instead of at infinity; see `patchShader.ts`.
 * A direction's point on the board is linear in homogeneous coordinates (`tour/wallView/quad.ts`), so what
 * interpolates exactly over a patch at infinity does so here.
 */
import type { Matrix3 } from 'three';
import type { EyeView } from '#streaming/ports.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';

/** A board in the place that shows a part of the panoramas. */
export interface PanoramaQuad {
  /** From a direction of the world to (across, upward, ahead), ±1 at the board's edges. */
  readonly toQuad: Matrix3;
  /** From there to the place: half its width, half its height, its middle. */
  readonly axes: Matrix3;
  /** Device pixels per unit of tangent of the eye that `eyeFor` answers. */
  readonly focalPx: number;
  /** The eye at the panorama's centre that sees what is on the board, as fine as these eyes see it there. */
  eyeFor(eyes: readonly MeshEye[]): EyeView;
}

export const QUAD_VERTEX_HEAD = /* glsl */ `#ifdef ON_QUAD
uniform mat3 toQuad;
uniform mat3 quadAxes;
out vec3 onQuad;
#endif
`;

/**
 * A patch of a cube that lies beyond one edge of the board with all its corners lies beyond it with all of it, and is
 * not drawn: the wall goes on over the whole view.
 */
export const QUAD_VERTEX = /* glsl */ `#ifdef ON_QUAD
  onQuad = toQuad * inWorld;
  gl_Position = projectionMatrix * (viewMatrix * vec4(quadAxes * onQuad, onQuad.z));
#ifndef IS_EQUIRECT
  bvec4 isBeyond = bvec4(true);
  bool isBehind = true;
  for (int i = 0; i < 4; i++) {
    vec2 outermost = mix(-margin, 1.0 + margin, vec2(float(i & 1), float(i >> 1)));
    vec3 end = toQuad * (toWorld * onFace(patchPlace.x, from + (to - from) * outermost));
    isBeyond = bvec4(isBeyond.x && end.x > end.z, isBeyond.y && end.x < -end.z,
                     isBeyond.z && end.y > end.z, isBeyond.w && end.y < -end.z);
    isBehind = isBehind && end.z <= 0.0;
  }
  if (isBehind || any(isBeyond)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
#endif
`;

export const QUAD_FRAGMENT_HEAD = /* glsl */ `#ifdef ON_QUAD
in vec3 onQuad;
#endif
`;

/** Changes `cover`: the part of the pixel that lies on the board. */
export const QUAD_COVER = /* glsl */ `#ifdef ON_QUAD
  vec2 onBoard = onQuad.xy / max(onQuad.z, 1e-6);
  vec2 perPx = vec2(length(vec2(dFdx(onBoard.x), dFdy(onBoard.x))), length(vec2(dFdx(onBoard.y), dFdy(onBoard.y))));
  vec2 edgePx = (1.0 - abs(onBoard)) / max(perPx, vec2(1e-7));
  cover = onQuad.z > 0.0 ? clamp(min(edgePx.x, edgePx.y) + 0.5, 0.0, 1.0) : 0.0;
  if (cover <= 0.0) discard;
#endif
`;
