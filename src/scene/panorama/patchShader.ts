/**
 * The one program that draws patches.
 *
 * A patch lies at infinity: the camera turns it but does not move it. A cube tile is flat, on the unit cube, so
 * perspective-correct interpolation is exact. An equirectangular tile is a curved grid that covers
 * slightly more than the tile; each fragment computes its own longitude and latitude and leaves what lies outside of
 * the tile to the neighbour, so that the picture is exact to the poles however coarse the grid is.
 *
 * Every patch reaches an eighth of a texel beyond its tile. Neighbours of different levels, or on different faces, share
 * an edge but not its corners, and rasterisers snap corners to a sixteenth of a pixel or less: without the overlap
 * single pixels between them would stay empty.
 *
 * With `BLENDS_EDGES`, within half a texel of a tile's edge the colour comes from the neighbours' texels as well, as far
 * as they are drawn, so that a picture enlarged beyond its finest level has no lines where its tiles meet. Without a
 * neighbour, and over the edges of a cube, the outermost texels reach to the very edge; nothing else in the layer ever
 * bleeds in. A picture that is not enlarged needs none of this: half a texel is less than half a pixel there.
 *
 * With `HAS_WINDOW`, only directions within an angle of an axis are drawn; along the rim the patch covers as much of a
 * pixel as lies inside, so that a lens has a smooth edge, and a light line runs along it, inside. What lies outside
 * neither colours nor claims a pixel.
 *
 * With `MIXES_LIGHT`, every patch reads a second picture of the same place as well, the one by the other light, and the
 * two are added as light adds (`lightMix.ts`).
 *
 * With `ON_QUAD`, patches are drawn on a board in the place (`onQuad.ts`).
 *
 * With `ONLY_STORE`, all patches of the frame lie in that store and the choice among stores, a branch that costs more
 * than the sampling on a software rasteriser, is left out. Both hold in almost every frame.
 */

import { QUAD_COVER, QUAD_FRAGMENT_HEAD, QUAD_VERTEX, QUAD_VERTEX_HEAD } from './onQuad.ts';
import { OTHER_ATTRIBUTES, OTHER_COLOUR, OTHER_FRAGMENT, OTHER_VARYINGS, OTHER_VERTEX } from './otherPicture.ts';
import { pictureReader } from './pictureReader.ts';

/** Segments of a patch's grid, each way. */
export const GRID_SEGMENTS = {
  /**
   * A flat quad would do, were it not for corners at a right angle to the view, where w is 0 but for rounding: some
   * rasterisers (SwiftShader) lose all precision over a triangle that has one. In a grid such triangles lie outside of
   * every field of view below 150°.
   */
  cube: 8,
  equirect: 16,
  /** Flat pictures may be bent round the visitor. */
  flat: 16,
} as const;

const SHARED = /* glsl */ `
#define MARGIN_TEXELS 0.125
// Only a curved tile or a blended edge needs to know where on its tile a fragment lies; else it is a plain look-up.
#if defined(IS_EQUIRECT) || defined(BLENDS_EDGES)
#define KNOWS_TILE
#endif
#if defined(HAS_WINDOW) || defined(MIXES_LIGHT)
#define KNOWS_DIRECTION
#endif
`;

/** What a variant in a chunk of its own puts into the program, so that the first picture need not wait for it. */
export interface PatchSlots {
  /** Declarations, with `ON_WALL`: what becomes of a coordinate on its way to the fragments, and of it there. */
  readonly vertexHead: string;
  readonly fragmentHead: string;
  /** Where on its tile the grid's `corner` lies, and the part of the tile that the grid is wide. */
  readonly corner: string;
  readonly part: string;
  /** From `own`, the direction in the panorama's frame, on. */
  readonly begin: string;
  /** Writes `gl_Position` from `inWorld`. */
  readonly end: string;
}

const AT_INFINITY: PatchSlots = {
  vertexHead: '#define ON_WALL(at) (at)',
  fragmentHead: '#define ON_WALL(at) (at)',
  corner: 'corner',
  part: '1.0',
  begin: '',
  end: /* glsl */ `vec3 seen = mat3(viewMatrix) * inWorld;
  seen.z /= push;
  gl_Position = projectionMatrix * vec4(seen, 1.0);
  gl_Position.xy += shift * gl_Position.w;
  // Depth is neither tested nor written; this one lies inside the clip volume wherever w > 0.001.
  gl_Position.z = gl_Position.w - 0.002;`,
};

export const patchVertexShader = (slots: PatchSlots = AT_INFINITY): string => /* glsl */ `${SHARED}
${slots.vertexHead}
in vec2 corner;
in vec4 patchRectangle;
in vec4 patchPlace;
in vec4 patchPixels;
#ifdef BLENDS_EDGES
in vec4 patchBefore;
in vec4 patchAfter;
#endif
${OTHER_ATTRIBUTES}
uniform mat3 toWorld;
/** Scale about the view axis: 1 leaves the view as it is, more brings it nearer. */
uniform float push;
/** How far the whole is moved on the picture, normalised device coordinates. */
uniform vec2 shift;

flat out vec4 place;
#ifdef KNOWS_DIRECTION
out vec3 towards;
#endif
#ifdef KNOWS_TILE
out vec2 onTile;
out vec3 direction;
flat out vec4 rectangle;
flat out vec4 pixels;
#else
out vec2 inLayer;
/** The middles of the outermost texels: least x y, most x y. */
flat out vec4 bounds;
#endif
#ifdef BLENDS_EDGES
flat out vec4 before;
flat out vec4 after;
#endif
${OTHER_VARYINGS}${QUAD_VERTEX_HEAD}
vec3 onFace(float face, vec2 at) {
  float s = 2.0 * at.x - 1.0;
  float t = 1.0 - 2.0 * at.y;
  if (face < 0.5) return vec3(s, t, -1.0);
  if (face < 1.5) return vec3(1.0, t, s);
  if (face < 2.5) return vec3(-s, t, 1.0);
  if (face < 3.5) return vec3(-1.0, t, -s);
  if (face < 4.5) return vec3(s, 1.0, t);
  return vec3(s, -1.0, -t);
}

vec3 onSphere(vec2 at) {
  float yaw = (at.x - 0.5) * 6.283185307179586;
  float pitch = (0.5 - at.y) * 3.141592653589793;
  return vec3(sin(yaw) * cos(pitch), sin(pitch), -cos(yaw) * cos(pitch));
}

void main() {
  vec2 from = patchRectangle.xy;
  vec2 to = patchRectangle.zw;
  vec2 margin = MARGIN_TEXELS / patchPixels.xy;
#ifdef IS_EQUIRECT
  // Chords cut parallels short by at most an eighth of the squared segment.
  float segment = (to.x - from.x) * ${slots.part} * 6.283185307179586 / float(GRID_SEGMENTS);
  margin.y += segment * segment / (12.0 * (to.y - from.y));
#endif
  vec2 tilePoint = ${slots.corner} * (1.0 + 2.0 * margin) - margin;
  vec2 at = from + (to - from) * tilePoint;
#ifdef IS_EQUIRECT
  vec3 own = onSphere(vec2(at.x, clamp(at.y, 0.0, 1.0)));
#else
  vec3 own = onFace(patchPlace.x, at);
#endif
  ${slots.begin}
  place = patchPlace;
#ifdef KNOWS_TILE
  onTile = ON_WALL(tilePoint);
  direction = ON_WALL(own);
  rectangle = patchRectangle;
  pixels = patchPixels;
#else
  inLayer = ON_WALL(tilePoint * patchPixels.xy / patchPixels.z);
  bounds = vec4(vec2(0.5), patchPixels.xy - 0.5) / patchPixels.z;
#endif
#ifdef BLENDS_EDGES
  before = patchBefore;
  after = patchAfter;
#endif
${OTHER_VERTEX}  vec3 inWorld = toWorld * ON_WALL(own);
#ifdef KNOWS_DIRECTION
  towards = inWorld;
#endif
  ${slots.end}
${QUAD_VERTEX}}
`;

export const patchFragmentShader = (slots: PatchSlots = AT_INFINITY): string => /* glsl */ `${SHARED}
${slots.fragmentHead}
precision highp sampler2DArray;

uniform sampler2DArray store0;
#if STORE_COUNT > 1
uniform sampler2DArray store1;
#endif
#if STORE_COUNT > 2
uniform sampler2DArray store2;
#endif
#if STORE_COUNT > 3
uniform sampler2DArray store3;
#endif
uniform float opacity;

flat in vec4 place;
#ifdef KNOWS_DIRECTION
in vec3 towards;
#endif
#ifdef HAS_WINDOW
uniform vec3 windowAxis;
uniform float windowCos;
/** Width of the line along the rim, device pixels. */
uniform float rimPx;
const vec3 RIM = vec3(0.91, 0.867, 0.776);
#endif
#ifdef KNOWS_TILE
in vec2 onTile;
in vec3 direction;
flat in vec4 rectangle;
flat in vec4 pixels;
#else
in vec2 inLayer;
flat in vec4 bounds;
#endif
#ifdef BLENDS_EDGES
/** Layers of the neighbours: above left, above, above right, left; right, below left, below, below right. */
flat in vec4 before;
flat in vec4 after;
#endif

layout(location = 0) out vec4 fragmentColor;

${pictureReader({
  colourInside: 'colourInside',
  colourAtEdge: 'colourAtEdge',
  texelAt: 'texelAt',
  neighbourLayer: 'neighbourLayer',
  store: 'place.y',
  layer: 'place.z',
  sizePx: 'pixels.xy',
  whole: 'pixels.w',
  before: 'before',
  after: 'after',
})}
${OTHER_FRAGMENT}${QUAD_FRAGMENT_HEAD}
#ifdef IS_EQUIRECT
/** Where the fragment lies on the tile, 0 to 1 each way; beyond for the margin. */
vec2 onTileOfSphere() {
  vec3 d = normalize(direction);
  float u = atan(d.x, -d.z) / 6.283185307179586 + 0.5;
  float v = 0.5 - atan(d.y, length(d.xz)) / 3.141592653589793;
  // The tile's own turn of the sphere, so that the date line does not tear a tile apart.
  float middle = 0.5 * (rectangle.x + rectangle.z);
  u = middle + fract(u - middle + 0.5) - 0.5;
  return (vec2(u, v) - rectangle.xy) / (rectangle.zw - rectangle.xy);
}
#endif

void main() {
  float cover = 1.0;
${QUAD_COVER}#ifdef HAS_WINDOW
  float inside = dot(normalize(towards), windowAxis) - windowCos;
  float insidePx = inside / max(length(vec2(dFdx(inside), dFdy(inside))), 1e-7);
  cover *= clamp(insidePx + 0.5, 0.0, 1.0);
  if (cover <= 0.0) discard;
#endif
#ifndef KNOWS_TILE
  vec3 colour = colourInside(clamp(ON_WALL(inLayer), bounds.xy, bounds.zw));
#else
#ifdef IS_EQUIRECT
  vec2 at = onTileOfSphere();
  if (any(greaterThan(abs(at - 0.5), 0.5 + MARGIN_TEXELS / pixels.xy))) discard;
#else
  vec2 at = ON_WALL(onTile);
#endif
  vec2 texel = at * pixels.xy;
#ifdef BLENDS_EDGES
  bool isInside = all(greaterThanEqual(texel, vec2(0.5))) && all(lessThanEqual(texel, pixels.xy - 0.5));
  vec3 colour = isInside ? colourInside(texel / pixels.z) : colourAtEdge(texel);
#else
  vec3 colour = colourInside(clamp(texel, vec2(0.5), pixels.xy - 0.5) / pixels.z);
#endif
#endif
${OTHER_COLOUR}#ifdef HAS_WINDOW
  colour = mix(RIM, colour, clamp(insidePx - rimPx + 0.5, 0.0, 1.0));
#endif
  // The picture's own sRGB, which is what the canvas and a headset's layers show.
  fragmentColor = vec4(colour, place.w * opacity * cover);
}
`;
