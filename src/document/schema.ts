/**
 * The exhibition document, version 1: the one source of its shape. Types are inferred from here, the published
 * JSON Schema is made from here. Names and meanings follow IIIF wherever IIIF has them.
 * Angles are degrees, lengths metres, sizes pixels or bytes as the name says.
 */
import * as z from 'zod/mini';
import { type Coverage, coverageSchema } from '#sources/panorama/coverage.ts';
import type { CubeFacesSource } from '#sources/panorama/cube-faces/schema.ts';
import type { CubeTilesSource } from '#sources/panorama/cube-tiles/schema.ts';
import type { EquirectImageSource } from '#sources/panorama/equirect-image/schema.ts';
import { degrees, pixels, uri } from '#sources/panorama/fields.ts';
import { type PanoramaSource, panoramaSourceSchema } from '#sources/panorama/schema.ts';
import {
  DIGITAL_SOURCE_TYPES,
  type DigitalSourceType,
  type LanguageMap,
  id,
  labelledValue,
  languageMap,
  languageTag,
  position,
  poster,
  rightsUri,
  startView,
  statement,
  viewTarget,
  digitalSourceType,
} from './fields.ts';
import { type FlatSource, flatSourceSchema } from '#sources/flat/schema.ts';
import { audio, nodeSound } from './audioSchema.ts';
import { type FlatAsset, type FlatSection, flatOf, region } from './flatSchema.ts';
import { kiosk } from './kioskSchema.ts';
import { subjects } from './subjectSchema.ts';
import { tour } from './tourSchema.ts';
import { wording } from './wordingSchema.ts';
import {
  type GalleryAsset,
  LOD_QUALITIES,
  type ModelAsset,
  type ModelLod,
  type TilesetAsset,
  gallery,
  model,
  tileset,
} from './relicSchema.ts';

export { DIGITAL_SOURCE_TYPES, LOD_QUALITIES, panoramaSourceSchema };
export type { DigitalSourceType, GalleryAsset, LanguageMap, ModelAsset, ModelLod, TilesetAsset };
export type { FlatAsset, FlatSection, FlatSource };
export type { Coverage, CubeFacesSource, CubeTilesSource, EquirectImageSource, PanoramaSource };

export const FORMAT_VERSION = 1;

export const LAYER_KINDS = [
  'as-found', 'restored', 'line-drawing', 'infrared', 'ultraviolet', 'raking-light', 'lamp-light', 'historic', 'other',
] as const; // prettier-ignore

const layerOf = (source: typeof panoramaSourceSchema) =>
  z.strictObject({
    id,
    kind: z.enum(LAYER_KINDS),
    label: languageMap,
    source,
    /** The right eye's pyramid where the layer is stereo; `source` is then the left eye's. */
    rightEye: z.optional(source),
    /** A small flat picture of this layer, where the panorama's own would show another one. */
    poster: z.optional(poster),
    ...statement,
  });

/**
 * An equirectangular greyscale PNG of 16 bits in the panorama's own frame: a pixel's value is the distance of what is
 * seen at its centre, along the ray, in units of `metresPerUnit` (millimetres by default); 0 where it is unknown or
 * out of range.
 */
const depth = z.strictObject({
  uri,
  width: pixels,
  height: pixels,
  metresPerUnit: z.optional(z.number().check(z.positive(), z.maximum(1))),
  /** The same in smaller pictures, coarse to fine, in the same units: whoever needs or holds less takes one of these. */
  levels: z.optional(z.array(z.strictObject({ uri, width: pixels, height: pixels })).check(z.maxLength(8))),
  /**
   * How far a distance may be off by itself, beside the rounding to its unit: `error` in metres, `errorShare` as a part
   * of the distance, `errorNearness` of one over the distance, per metre; their sum counts.
   */
  error: z.optional(z.number().check(z.nonnegative(), z.maximum(100))),
  errorShare: z.optional(z.number().check(z.nonnegative(), z.maximum(1))),
  errorNearness: z.optional(z.number().check(z.nonnegative(), z.maximum(1))),
});

const exposure = z.number().check(z.positive(), z.maximum(1e6));

/**
 * Two layers that are the same picture by one light each, so that the viewer can mix them as light mixes. Both are sRGB
 * of linear radiance times their exposure; a picture developed along another curve is mixed as if it were so.
 */
const light = z.strictObject({
  /** The layer by daylight. */
  daylight: id,
  /** The layer by lamps alone. */
  lamp: id,
  /** What radiance was multiplied by in either picture; only how they compare counts. 1 by default. */
  daylightExposure: z.optional(exposure),
  lampExposure: z.optional(exposure),
  /**
   * How much of the lamps' light the daylight picture holds as well, where lamps were burning in it: 0 (by default)
   * for none, 1 for as much as in the lamp picture. That much is not added again, and cannot be put out.
   */
  lampInDaylight: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
});

const panoramaOf = (source: typeof panoramaSourceSchema) =>
  z.strictObject({
    kind: z.literal('panorama'),
    id,
    label: languageMap,
    layers: z.array(layerOf(source)).check(z.minLength(1), z.maxLength(32)),
    /** How the panorama's own frame is turned against the node's: heading first, then pitch, then roll. */
    pose: z.optional(
      z.strictObject({
        heading: z.optional(degrees(-360, 360)),
        pitch: z.optional(degrees(-90, 90)),
        roll: z.optional(degrees(-180, 180)),
      }),
    ),
    coverage: z.optional(coverageSchema),
    /** A small flat picture of the start view: for the title card, the list of places and link previews. */
    poster: z.optional(poster),
    /** How far the nearest surface is in every direction from the eye; the same for all layers. */
    depth: z.optional(depth),
    light: z.optional(light),
    colorProfile: z.optional(z.string().check(z.maxLength(200))),
    ...statement,
  });

const image = z.strictObject({
  kind: z.literal('image'),
  id,
  label: languageMap,
  uri,
  width: pixels,
  height: pixels,
  alt: languageMap,
  ...statement,
});

const assetOf = (source: typeof panoramaSourceSchema, flat: typeof flatSourceSchema) =>
  z.discriminatedUnion('kind', [panoramaOf(source), flatOf(flat), image, model, tileset, gallery, audio]);

export const assetSchema = assetOf(panoramaSourceSchema, flatSourceSchema);

const link = z.strictObject({
  to: id,
  /** Where the link stands in the view; without it the positions of the two nodes decide. */
  target: z.optional(viewTarget),
  label: z.optional(languageMap),
});

/** Corners of an area of the wall in order around it, each [yaw, pitch]; within less than a half sphere. */
const area = z.array(z.tuple([degrees(-360, 360), degrees(-90, 90)])).check(z.minLength(3), z.maxLength(200));

const hotspotBase = {
  id,
  label: languageMap,
  /** Where its mark stands; by default at its position, or in the middle of its area. */
  target: z.optional(viewTarget),
  /** What it is about, outlined on the wall; pointing anywhere inside means it. */
  area: z.optional(area),
  /** The same on a flat picture. */
  region: z.optional(region),
  subjects: z.optional(subjects),
};
export const hotspotSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    ...hotspotBase,
    /** Where it is on the site, metres. */
    position: z.optional(position),
    body: languageMap,
    /** What is written there, by the language it is written in, and what it means. */
    transcription: z.optional(languageMap),
    translation: z.optional(languageMap),
    facts: z.optional(z.array(labelledValue)),
  }),
  z.strictObject({
    kind: z.literal('image'),
    ...hotspotBase,
    /** Where it is on the site, metres. */
    position: z.optional(position),
    image: id,
    body: z.optional(languageMap),
    facts: z.optional(z.array(labelledValue)),
  }),
  z.strictObject({
    kind: z.literal('relic'),
    ...hotspotBase,
    /** Where its mark stands; in a gallery, and where `stands` says where the relic is, that decides. */
    target: z.optional(viewTarget),
    /** A model or tileset asset. */
    model: id,
    /** The relic itself stands in the place, here; without it there is only its mark. */
    stands: z.optional(
      z.strictObject({
        /** Where the origin of the model stands on the site, metres; in a gallery, in the gallery's own frame. */
        position,
        /** Degrees about the upright axis, clockwise seen from above; at 0 its front looks along +Z. */
        turn: z.optional(degrees(-360, 360)),
        scale: z.optional(z.number().check(z.positive(), z.maximum(1_000))),
      }),
    ),
    body: z.optional(languageMap),
    facts: z.optional(z.array(labelledValue)),
  }),
]);

const node = z.strictObject({
  id,
  label: languageMap,
  summary: z.optional(languageMap),
  subjects: z.optional(subjects),
  asset: id,
  /** Which layer of the panorama is shown; the first by default. */
  layer: z.optional(id),
  /** Where the visitor's eyes are on the site, in metres. */
  position: z.optional(position),
  /** The compass direction, degrees clockwise from north, of the node's yaw 0. */
  heading: z.optional(degrees(-360, 360)),
  start: z.optional(startView),
  /** What is to be heard there. */
  sounds: z.optional(z.array(nodeSound).check(z.maxLength(50))),
  links: z.optional(z.array(link).check(z.maxLength(200))),
  hotspots: z.optional(z.array(hotspotSchema).check(z.maxLength(500))),
});

const plan = z.strictObject({
  id,
  label: languageMap,
  /** An image asset, seen from above, north (−Z) up. */
  image: id,
  metresPerPixel: z.number().check(z.positive(), z.maximum(10_000)),
  /** The pixel of the image where x = 0, z = 0. */
  origin: z.tuple([z.number(), z.number()]),
});

/** A web origin whose pages may show the visit in a frame, and steer it through postMessage. */
const origin = z.string().check(z.regex(/^https?:\/\/[^/\s]+$/, 'an origin such as "https://museum.example"'));

const embed = z.strictObject({
  allowedOrigins: z.optional(z.array(origin).check(z.maxLength(100))),
  /** Any page may show it in a frame; only listed ones may steer it and hear where the visitor is. */
  isOpen: z.optional(z.boolean()),
  /** Where it is published, such as "https://museum.example/caves/": for links and pictures in what others show of it. */
  publicUrl: z.optional(z.string().check(z.maxLength(500))),
});

/** The schema of documents whose pictures may lie as `source` says (`foreign/formats.ts`). */
export const exhibitionSchemaOf = (source: typeof panoramaSourceSchema, flat: typeof flatSourceSchema) =>
  z.strictObject({
    $schema: z.optional(z.string()),
    formatVersion: z.literal(FORMAT_VERSION),
    id,
    label: languageMap,
    summary: z.optional(languageMap),
    rights: z.optional(rightsUri),
    requiredStatement: z.optional(labelledValue),
    provider: z.optional(languageMap),
    homepage: z.optional(z.string().check(z.maxLength(2_000))),
    digitalSourceType: z.optional(digitalSourceType),
    defaultLanguage: languageTag,
    languages: z.array(languageTag).check(z.minLength(1), z.maxLength(64)),
    /** The node where the visit begins; the first by default. */
    start: z.optional(id),
    assets: z.array(assetOf(source, flat)).check(z.maxLength(20_000)),
    nodes: z.array(node).check(z.minLength(1), z.maxLength(20_000)),
    plans: z.optional(z.array(plan).check(z.maxLength(50))),
    /** The museum's own words for texts of the interface. */
    wording: z.optional(wording),
    tours: z.optional(z.array(tour).check(z.maxLength(100))),
    /** How it stands in a museum, on a screen that many touch. */
    kiosk: z.optional(kiosk),
    /** How it stands in pages of others. */
    embed: z.optional(embed),
  });

export const exhibitionSchema = exhibitionSchemaOf(panoramaSourceSchema, flatSourceSchema);

export type Exhibition = z.infer<typeof exhibitionSchema>;
export type Asset = z.infer<typeof assetSchema>;
export type PanoramaAsset = z.infer<ReturnType<typeof panoramaOf>>;
export type ImageAsset = z.infer<typeof image>;
export type PanoramaLayer = z.infer<ReturnType<typeof layerOf>>;
export type ExhibitionNode = z.infer<typeof node>;
export type Link = z.infer<typeof link>;
export type Hotspot = z.infer<typeof hotspotSchema>;
export type Plan = z.infer<typeof plan>;
export type AudioAsset = z.infer<typeof audio>;
export type NodeSound = z.infer<typeof nodeSound>;
export type PanoramaDepth = z.infer<typeof depth>;
export type LayerKind = (typeof LAYER_KINDS)[number];
