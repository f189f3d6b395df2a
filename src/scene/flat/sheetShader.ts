/**
 * The variant of the patches' program that puts them on a sheet (`streaming/flat/hangingSheet.ts`, the very formulas). A
 * patch covers what is open of its tile with all of its grid, so that a coarse tile of a bent picture is no coarser there.
 */
import type { PatchSlots } from '#scene/panorama/patchShader.ts';

export const SHEET_SLOTS: PatchSlots = {
  vertexHead: /* glsl */ `
#define ON_WALL(at) (at)
/** Width and height, metres; the columns that are open, as fractions. */
uniform vec2 sheetSize;
uniform vec2 sheetOpen;
/** Metres along and up, to the picture, and one over the radius of its bend. */
uniform vec4 sheetPlace;

vec3 onSheet(vec2 at) {
  float s = (at.x - 0.5) * sheetSize.x - sheetPlace.x;
  float bend = sheetPlace.w;
  vec2 across = bend == 0.0 ? vec2(s, 0.0) : vec2(sin(s * bend), 1.0 - cos(s * bend)) / bend;
  return vec3(across.x, (0.5 - at.y) * sheetSize.y + sheetPlace.y, across.y - sheetPlace.z);
}
`,
  fragmentHead: '#define ON_WALL(at) (at)',
  corner: 'corner',
  part: '1.0',
  begin: /* glsl */ `float beyond = margin.x * (to.x - from.x);
  float first = max(from.x - beyond, sheetOpen.x);
  float last = max(first, min(to.x + beyond, sheetOpen.y));
  at.x = mix(first, last, corner.x);
  tilePoint.x = (at.x - from.x) / (to.x - from.x);
  own = onSheet(at);`,
  end: /* glsl */ `gl_Position = projectionMatrix * (viewMatrix * vec4(inWorld, 1.0));
  // Depth is neither tested nor written; however near the eye, it is not cut off.
  gl_Position.z = gl_Position.w * 0.98;`,
};
