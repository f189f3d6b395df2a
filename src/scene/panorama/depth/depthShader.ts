/**
 * The variant of the patches' program that puts every part of a panorama at its distance. A part's grid is bent to the
 * walls: each point lies on its own direction at the distance that the depth picture has there. Coordinates on the tile are
 * carried times the distance along the face's axis and divided again per fragment, as the flat tile is seen from the middle
 * of the panorama, not from the eye; so a flat wall is exact between the points as well.
 *
 * Where a near thing ends, cells of the grid are stretched over what nobody has seen. The depth picture was prepared so
 * that they hold nothing of the near thing (`sources/depth/spreadNear.ts`): what lies behind is drawn out over the gap,
 * which on rock is hardly noticed; a hole, or the picture once more at infinity, is noticed at once.
 */
import type { PatchSlots } from '../patchShader.ts';

/** Cells of a part's grid, each way. */
export const DEPTH_SEGMENTS = 6;
/** Parts along a right angle: with their cells, a net of about a degree. */
export const PARTS_PER_QUARTER = 16;
/** The largest angle between two points of the net along a face: in its middle, radians. */
export const NET_RADIANS = 2 / (DEPTH_SEGMENTS * PARTS_PER_QUARTER);

export const DEPTH_SLOTS: PatchSlots = {
  vertexHead: /* glsl */ `
#define ON_WALL(at) ((at) * along)
in vec4 patchPart;
uniform sampler2D nearness;
/** 0 leaves the walls at infinity, 1 puts them at their distance. */
uniform float presence;
/** The middle between the eyes, and where that counts as standing in the panorama. */
uniform vec3 head;
uniform vec3 standing;
/** 0 where each eye has a picture of its own already. */
uniform float eyeShare;
out float alongAxis;
invariant gl_Position;

/** Metres. What is farther, or unknown, is as good as infinitely far away. */
float distanceOf(vec3 d) {
  vec2 at = vec2(atan(d.x, -d.z) / 6.283185307179586 + 0.5, 0.5 - atan(d.y, length(d.xz)) / 3.141592653589793);
  return 1.0 / max(0.002, presence * textureLod(nearness, at, 0.0).r);
}
`,
  fragmentHead: /* glsl */ `
#define ON_WALL(at) ((at) / alongAxis)
in float alongAxis;
`,
  corner: 'mix(patchPart.xy, patchPart.zw, corner)',
  part: '(patchPart.z - patchPart.x)',
  begin: /* glsl */ `float along = distanceOf(own) / length(own);
  alongAxis = along;`,
  end: /* glsl */ `vec3 eye = standing + eyeShare * (cameraPosition - head);
  gl_Position = projectionMatrix * vec4(mat3(viewMatrix) * (inWorld - eye), 1.0);
  // Of two levels that lie over each other the finer is a little nearer, so that it is drawn.
  float level = log2(patchPixels.x / (to.x - from.x));
  gl_Position.z += projectionMatrix[3][2] * 0.005 * level;`,
};
