/**
 * The exhibition document, version 1: the one source of its shape. Types are inferred from here, the published
 * JSON Schema is made from here. Names and meanings follow IIIF wherever IIIF has them.
 * Angles are degrees, lengths metres, sizes pixels or bytes as the name says.
 */
import * as z from 'zod/mini';

export const FORMAT_VERSION = 1;

const text = z.string().check(z.maxLength(20_000));
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const languageTag = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
/** BCP 47 language tag → text. */
const languageMap = z.record(languageTag, text);
/** A path relative to the exhibition's folder; absolute, protocol and parent paths are refused by the check. */
const uri = z.string().check(z.minLength(1), z.maxLength(2_000));
const rightsUri = z.string().check(z.minLength(1), z.maxLength(2_000));
const degrees = (min: number, max: number) => z.number().check(z.minimum(min), z.maximum(max));
const pixels = z.int().check(z.minimum(1), z.maximum(1_048_576));
const metres = z.number().check(z.minimum(-1e6), z.maximum(1e6));

const position = z.tuple([metres, metres, metres]);
const viewTarget = z.strictObject({ yaw: degrees(-360, 360), pitch: degrees(-90, 90) });
const startView = z.strictObject({
  yaw: degrees(-360, 360),
  pitch: z.optional(degrees(-90, 90)),
  /** Vertical field of view. */
  fov: z.optional(degrees(1, 120)),
});

const labelledValue = z.strictObject({ label: languageMap, value: languageMap });

/** IPTC digital source types, by their short names (http://cv.iptc.org/newscodes/digitalsourcetype/…). */
export const DIGITAL_SOURCE_TYPES = [
  'digitalCapture', 'compositeCapture', 'negativeFilm', 'positiveFilm', 'print', 'humanEdits', 'compositeSynthetic',
  'composite', 'digitalCreation', 'dataDrivenMedia', 'screenCapture', 'virtualRecording', 'algorithmicMedia',
  'algorithmicallyEnhanced', 'trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia',
] as const; // prettier-ignore
const digitalSourceType = z.enum(DIGITAL_SOURCE_TYPES);

const statement = {
  rights: z.optional(rightsUri),
  requiredStatement: z.optional(labelledValue),
  credit: z.optional(languageMap),
  digitalSourceType: z.optional(digitalSourceType),
};

const FACE_LETTERS_PATTERN = /^(?!.*(.).*\1)[A-Za-z0-9]{6}$/;

/**
 * A cube pyramid of tiles: the layout of Grotto's own tiler, of Marzipano and of Pannellum, told apart by `template`.
 * Placeholders: {z} level, {f} face name, {x} column, {y} row.
 */
const cubeTiles = z.strictObject({
  type: z.literal('cube-tiles'),
  template: uri,
  tileSize: z.int().check(z.minimum(64), z.maximum(2_048)),
  /** Face sizes in pixels, coarse to fine; {z} counts from `firstLevel`. */
  levels: z.array(pixels).check(z.minLength(1), z.maxLength(16)),
  firstLevel: z.optional(z.int().check(z.minimum(0), z.maximum(8))),
  firstIndex: z.optional(z.int().check(z.minimum(0), z.maximum(1))),
  /** What {f} becomes for front, right, back, left, up, down: one letter or digit each; "frblud" by default. */
  faces: z.optional(z.string().check(z.regex(FACE_LETTERS_PATTERN))),
  /** One picture of all six faces stacked top to bottom in the order of `order` (default "frblud"). */
  preview: z.optional(
    z.strictObject({
      uri,
      faceSize: z.int().check(z.minimum(8), z.maximum(1_024)),
      order: z.optional(z.string().check(z.regex(/^(?!.*(.).*\1)[frblud]{6}$/))),
    }),
  ),
});
/** One equirectangular picture; cut into tiles in the visitor's browser. */
const equirectImage = z.strictObject({ type: z.literal('equirect-image'), uri, width: pixels, height: pixels });
/** Six square pictures. */
const cubeFaces = z.strictObject({
  type: z.literal('cube-faces'),
  size: pixels,
  faces: z.strictObject({ f: uri, r: uri, b: uri, l: uri, u: uri, d: uri }),
});
export const panoramaSourceSchema = z.discriminatedUnion('type', [cubeTiles, equirectImage, cubeFaces]);

export const LAYER_KINDS = [
  'as-found', 'restored', 'line-drawing', 'infrared', 'ultraviolet', 'raking-light', 'lamp-light', 'historic', 'other',
] as const; // prettier-ignore

const layer = z.strictObject({
  id,
  kind: z.enum(LAYER_KINDS),
  label: languageMap,
  source: panoramaSourceSchema,
  /** The right eye's pyramid where the layer is stereo; `source` is then the left eye's. */
  rightEye: z.optional(panoramaSourceSchema),
  ...statement,
});

/** The part of the sphere that the panorama covers; outside of it there is no picture. */
const coverage = z.strictObject({
  yawMin: degrees(-360, 360),
  yawMax: degrees(-360, 720),
  pitchMin: degrees(-90, 90),
  pitchMax: degrees(-90, 90),
});

const panorama = z.strictObject({
  kind: z.literal('panorama'),
  id,
  label: languageMap,
  layers: z.array(layer).check(z.minLength(1), z.maxLength(32)),
  /** How the panorama's own frame is turned against the node's: heading first, then pitch, then roll. */
  pose: z.optional(
    z.strictObject({
      heading: z.optional(degrees(-360, 360)),
      pitch: z.optional(degrees(-90, 90)),
      roll: z.optional(degrees(-180, 180)),
    }),
  ),
  coverage: z.optional(coverage),
  /** A small flat picture of the start view: for the title card, the list of places and link previews. */
  poster: z.optional(z.strictObject({ uri, width: pixels, height: pixels })),
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

export const assetSchema = z.discriminatedUnion('kind', [panorama, image]);

const link = z.strictObject({
  to: id,
  /** Where the link stands in the view; without it the positions of the two nodes decide. */
  target: z.optional(viewTarget),
  label: z.optional(languageMap),
});

const hotspotBase = { id, label: languageMap, target: viewTarget };
export const hotspotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...hotspotBase, body: languageMap, facts: z.optional(z.array(labelledValue)) }),
  z.strictObject({
    kind: z.literal('image'),
    ...hotspotBase,
    image: id,
    body: z.optional(languageMap),
    facts: z.optional(z.array(labelledValue)),
  }),
]);

const node = z.strictObject({
  id,
  label: languageMap,
  summary: z.optional(languageMap),
  asset: id,
  /** Which layer of the panorama is shown; the first by default. */
  layer: z.optional(id),
  /** Where the visitor's eyes are on the site, in metres. */
  position: z.optional(position),
  /** The compass direction, degrees clockwise from north, of the node's yaw 0. */
  heading: z.optional(degrees(-360, 360)),
  start: z.optional(startView),
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

/** A web origin that may embed and steer the page through postMessage. */
const origin = z.string().check(z.regex(/^https?:\/\/[^/\s]+$/));

export const exhibitionSchema = z.strictObject({
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
  assets: z.array(assetSchema).check(z.maxLength(20_000)),
  nodes: z.array(node).check(z.minLength(1), z.maxLength(20_000)),
  plans: z.optional(z.array(plan).check(z.maxLength(50))),
  embed: z.optional(z.strictObject({ allowedOrigins: z.array(origin).check(z.maxLength(100)) })),
});

export type Exhibition = z.infer<typeof exhibitionSchema>;
export type LanguageMap = z.infer<typeof languageMap>;
export type Asset = z.infer<typeof assetSchema>;
export type PanoramaAsset = z.infer<typeof panorama>;
export type ImageAsset = z.infer<typeof image>;
export type PanoramaLayer = z.infer<typeof layer>;
export type PanoramaSource = z.infer<typeof panoramaSourceSchema>;
export type CubeTilesSource = z.infer<typeof cubeTiles>;
export type EquirectImageSource = z.infer<typeof equirectImage>;
export type CubeFacesSource = z.infer<typeof cubeFaces>;
export type Coverage = z.infer<typeof coverage>;
export type ExhibitionNode = z.infer<typeof node>;
export type Link = z.infer<typeof link>;
export type Hotspot = z.infer<typeof hotspotSchema>;
export type Plan = z.infer<typeof plan>;
export type DigitalSourceType = (typeof DIGITAL_SOURCE_TYPES)[number];
export type LayerKind = (typeof LAYER_KINDS)[number];
