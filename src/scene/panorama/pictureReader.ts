/** How a patch's program reads one picture out of the tile stores. */

/** What the functions are called, and where the program has what they need of the picture. */
export interface PictureNames {
  readonly colourInside: string;
  readonly colourAtEdge: string;
  readonly texelAt: string;
  readonly neighbourLayer: string;
  /** Floats: store, layer, edge of a whole tile. */
  readonly store: string;
  readonly layer: string;
  readonly whole: string;
  /** A vec2: texels of the tile each way. */
  readonly sizePx: string;
  /** vec4s, the layers of the neighbours: above left, above, above right, left; right, below left, below, below right. */
  readonly before: string;
  readonly after: string;
}

export function pictureReader(n: PictureNames): string {
  return /* glsl */ `
/** The colour at a point of the layer, 0 to 1 each way. */
vec3 ${n.colourInside}(vec2 point) {
  vec3 at = vec3(point, ${n.layer});
#ifdef ONLY_STORE
  return textureLod(ONLY_STORE, at, 0.0).rgb;
#else
#if STORE_COUNT > 3
  if (${n.store} > 2.5) return textureLod(store3, at, 0.0).rgb;
#endif
#if STORE_COUNT > 2
  if (${n.store} > 1.5) return textureLod(store2, at, 0.0).rgb;
#endif
#if STORE_COUNT > 1
  if (${n.store} > 0.5) return textureLod(store1, at, 0.0).rgb;
#endif
  return textureLod(store0, at, 0.0).rgb;
#endif
}

#ifdef BLENDS_EDGES
float ${n.neighbourLayer}(ivec2 side) {
  if (side.y < 0) return side.x < 0 ? ${n.before}.x : side.x == 0 ? ${n.before}.y : ${n.before}.z;
  if (side.y == 0) return side.x < 0 ? ${n.before}.w : ${n.after}.x;
  return side.x < 0 ? ${n.after}.y : side.x == 0 ? ${n.after}.z : ${n.after}.w;
}

/** One texel of the tile or, beyond its edge, of the neighbour there. */
vec3 ${n.texelAt}(ivec2 texel) {
  ivec2 size = ivec2(${n.sizePx});
  ivec2 side = ivec2(greaterThanEqual(texel, size)) - ivec2(lessThan(texel, ivec2(0)));
  float layer = ${n.layer};
  if (side != ivec2(0)) {
    float neighbour = ${n.neighbourLayer}(side);
    if (neighbour < 0.0) {
      texel = clamp(texel, ivec2(0), size - 1);
    } else {
      layer = neighbour;
      // A neighbour to the left or above is a whole tile; one to the right or below begins at 0.
      ivec2 whole = ivec2(${n.whole});
      texel = texel - max(side, 0) * size + max(-side, 0) * whole;
    }
  }
  ivec3 at = ivec3(texel, int(layer));
#ifdef ONLY_STORE
  return texelFetch(ONLY_STORE, at, 0).rgb;
#else
#if STORE_COUNT > 3
  if (${n.store} > 2.5) return texelFetch(store3, at, 0).rgb;
#endif
#if STORE_COUNT > 2
  if (${n.store} > 1.5) return texelFetch(store2, at, 0).rgb;
#endif
#if STORE_COUNT > 1
  if (${n.store} > 0.5) return texelFetch(store1, at, 0).rgb;
#endif
  return texelFetch(store0, at, 0).rgb;
#endif
}

/** The same blend of four texels that the sampler makes, across the tile's edge. */
vec3 ${n.colourAtEdge}(vec2 texel) {
  vec2 corner = floor(texel - 0.5);
  vec2 part = texel - 0.5 - corner;
  ivec2 at = ivec2(corner);
  vec3 upper = mix(${n.texelAt}(at), ${n.texelAt}(at + ivec2(1, 0)), part.x);
  vec3 lower = mix(${n.texelAt}(at + ivec2(0, 1)), ${n.texelAt}(at + ivec2(1, 1)), part.x);
  return mix(upper, lower, part.y);
}
#endif
`;
}
