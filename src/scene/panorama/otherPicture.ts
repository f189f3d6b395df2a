/** The parts of the patches' program that read a second picture of the place and mix it in; see `patchShader.ts`. */
import { MIX_LIGHT } from './lightMix.ts';
import { pictureReader } from './pictureReader.ts';

/** Vertex shader: the tile beneath the patch in the other picture, as `mixBuffer.ts` writes it. */
export const OTHER_ATTRIBUTES = /* glsl */ `#ifdef MIXES_LIGHT
in vec4 otherSpan;
in vec4 otherPatchPlace;
in vec4 otherPatchPixels;
#ifdef BLENDS_EDGES
in vec4 otherPatchBefore;
in vec4 otherPatchAfter;
#endif
#endif
`;

export const OTHER_VARYINGS = /* glsl */ `#ifdef MIXES_LIGHT
flat out vec4 otherPlace;
flat out vec4 otherPixels;
#ifdef KNOWS_TILE
/** Of the fragment's place on the tile beneath: scale, offset. */
flat out vec4 span;
#else
out vec2 inOtherLayer;
flat out vec4 otherBounds;
#endif
#ifdef BLENDS_EDGES
flat out vec4 otherBefore;
flat out vec4 otherAfter;
#endif
#endif
`;

export const OTHER_VERTEX = /* glsl */ `#ifdef MIXES_LIGHT
  otherPlace = otherPatchPlace;
  otherPixels = otherPatchPixels;
#ifdef KNOWS_TILE
  span = otherSpan;
#else
  inOtherLayer = ON_WALL((tilePoint * otherSpan.xy + otherSpan.zw) * otherPatchPixels.xy / otherPatchPlace.w);
  otherBounds = vec4(vec2(0.5), otherPatchPixels.xy - 0.5) / otherPatchPlace.w;
#endif
#ifdef BLENDS_EDGES
  otherBefore = otherPatchBefore;
  otherAfter = otherPatchAfter;
#endif
#endif
`;

export const OTHER_FRAGMENT = /* glsl */ `#ifdef MIXES_LIGHT
flat in vec4 otherPlace;
flat in vec4 otherPixels;
#ifdef KNOWS_TILE
flat in vec4 span;
#else
in vec2 inOtherLayer;
flat in vec4 otherBounds;
#endif
#ifdef BLENDS_EDGES
flat in vec4 otherBefore;
flat in vec4 otherAfter;
#endif
${pictureReader({
  colourInside: 'otherInside',
  colourAtEdge: 'otherAtEdge',
  texelAt: 'otherTexelAt',
  neighbourLayer: 'otherNeighbour',
  store: 'otherPlace.x',
  layer: 'otherPlace.y',
  sizePx: 'otherPixels.xy',
  whole: 'otherPixels.z',
  before: 'otherBefore',
  after: 'otherAfter',
})}
${MIX_LIGHT}
#endif
`;

/** Fragment shader: from `colour`, the patch's own, to the mixture of both. */
export const OTHER_COLOUR = /* glsl */ `#ifdef MIXES_LIGHT
  vec3 other = vec3(0.0);
  if (otherPlace.y >= 0.0) {
#ifndef KNOWS_TILE
    other = otherInside(clamp(ON_WALL(inOtherLayer), otherBounds.xy, otherBounds.zw));
#else
    vec2 otherTexel = (at * span.xy + span.zw) * otherPixels.xy;
#ifdef BLENDS_EDGES
    bool isInOther =
      all(greaterThanEqual(otherTexel, vec2(0.5))) && all(lessThanEqual(otherTexel, otherPixels.xy - 0.5));
    other = isInOther ? otherInside(otherTexel / otherPlace.w) : otherAtEdge(otherTexel);
#else
    other = otherInside(clamp(otherTexel, vec2(0.5), otherPixels.xy - 0.5) / otherPlace.w);
#endif
#endif
  }
  // The second picture is the lamp's, or the first.
  bool isOwnLamp = (otherPlace.z > 0.5) != isFirstLamp;
  colour = isOwnLamp ? mixLight(other, colour, towards) : mixLight(colour, other, towards);
#endif
`;
