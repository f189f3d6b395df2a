/** What the exhibition document says of relics: models with their steps, states, annotations and tours; tilesets; halls. */
import * as z from 'zod/mini';
import { degrees, uri } from '#sources/panorama/fields.ts';
import { count, id, languageMap, metres, position, poster, statement } from './fields.ts';

export const LOD_QUALITIES = ['thumb', 'low', 'medium', 'high', 'whole'] as const;

/** One GLB of a model. What it weighs is written down, so that loading can be planned before anything is loaded. */
const lod = z.strictObject({
  quality: z.enum(LOD_QUALITIES),
  uri,
  bytes: count,
  triangles: count,
  /** Draw calls it takes; 1 by default. */
  draws: z.optional(count),
  /** Longest side of its largest texture, pixels. */
  textureSize: z.optional(count),
  /** Bytes of geometry and textures, with mipmaps, once they are on the GPU. */
  gpuBytes: z.optional(count),
  /** How far its surface may lie from the model's own at most, metres. */
  error: z.optional(z.number().check(z.minimum(0), z.maximum(1e6))),
  /**
   * Largest diameter on the screen, device pixels, at which it was measured to look like the model; 0 where at none, then
   * it only stands in while a finer one is on its way.
   */
  sharpTo: z.optional(z.number().check(z.minimum(0), z.maximum(65_536))),
});

const lods = z.array(lod).check(z.minLength(1), z.maxLength(16));

export const STATE_KINDS = ['as-found', 'cleaned', 'reassembled', 'restored', 'conjectural', 'other'] as const;

/** The relic at another moment of its life, in the same frame and of the same size as the model itself. */
const relicState = z.strictObject({
  id,
  kind: z.enum(STATE_KINDS),
  label: languageMap,
  /** What was done, by whom, on what grounds. */
  body: z.optional(languageMap),
  /** Coarse to fine; without any the state is the model itself. */
  lods: z.optional(lods),
  ...statement,
});

/** A camera around a relic: where it stands, seen from the point it looks at. */
export const orbitView = z.strictObject({
  /** 0 looks at the front (+Z); grows as the camera goes to the relic's left, seen from the front to the right. */
  yaw: degrees(-360, 360),
  /** Grows upward. */
  pitch: z.optional(degrees(-90, 90)),
  /** From the camera to the point it looks at, metres; the whole relic by default. */
  distance: z.optional(z.number().check(z.positive(), z.maximum(1e6))),
  /** The point looked at, in the model's metres; the middle of the relic by default. */
  target: z.optional(position),
});

/** Text, picture and sound about one part of a relic. */
const annotation = z.strictObject({
  id,
  label: languageMap,
  body: z.optional(languageMap),
  /** An image asset. */
  image: z.optional(id),
  /** A sound beside exhibition.json. */
  sound: z.optional(uri),
  /** A point on the surface, or the corners of an area on it, in the model's metres. */
  target: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('point'), at: position }),
    z.strictObject({ type: z.literal('area'), corners: z.array(position).check(z.minLength(3), z.maxLength(200)) }),
  ]),
  view: z.optional(orbitView),
});

/** A lamp beside the relic, as one would hold it: seen from the relic's middle. */
export const relicLamp = z.strictObject({
  yaw: degrees(-360, 360),
  pitch: degrees(-90, 90),
  /** 0 is daylight alone, 1 the lamp alone. */
  mix: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
});

/** A cut through the relic: what lies on the far side of the plane along `normal` is left out. */
export const section = z.strictObject({
  normal: position,
  /** Distance of the plane from the model's origin along the normal, metres. */
  offset: metres,
});

export const SURFACES = ['textured', 'clay', 'normals', 'x-ray', 'wireframe'] as const;

/** One station of a relic's own tour; what it does not say stays as it was. */
const relicStep = z.strictObject({
  label: z.optional(languageMap),
  narration: languageMap,
  view: z.optional(orbitView),
  /** An annotation that is opened. */
  show: z.optional(id),
  lamp: z.optional(relicLamp),
  /** Null takes the cut away. */
  section: z.optional(z.nullable(section)),
  surface: z.optional(z.enum(SURFACES)),
  /** A material variant, by its name in the file. */
  variant: z.optional(z.string().check(z.maxLength(200))),
  /** A state of the relic; the model itself is `""`. */
  state: z.optional(z.union([id, z.literal('')])),
  minSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(3_600))),
});

const download = z.strictObject({
  uri,
  label: languageMap,
  bytes: z.optional(count),
});

/** A relic: glTF in metres, Y up, its front towards +Z. */
export const model = z.strictObject({
  kind: z.literal('model'),
  id,
  label: languageMap,
  /** The relic in words, for those who do not see it. */
  alt: z.optional(languageMap),
  /** Coarse to fine. */
  lods,
  boundingBox: z.optional(z.strictObject({ min: position, max: position })),
  poster: z.optional(poster),
  /** What the model itself shows, where there are other states of it. */
  stateKind: z.optional(z.enum(STATE_KINDS)),
  stateLabel: z.optional(languageMap),
  states: z.optional(z.array(relicState).check(z.maxLength(16))),
  annotations: z.optional(z.array(annotation).check(z.maxLength(200))),
  /** An audio asset that sounds when it is struck, as a bell does. */
  rings: z.optional(id),
  /** The relic's own guided tour. */
  steps: z.optional(z.array(relicStep).check(z.maxLength(200))),
  /** Material variants by their name in the file, and how a visitor reads them. */
  variants: z.optional(
    z.array(z.strictObject({ name: z.string().check(z.maxLength(200)), label: languageMap })).check(z.maxLength(100)),
  ),
  /** Where a visitor first sees it from. */
  start: z.optional(orbitView),
  /** Files offered for download; only shown where the rights allow it. */
  downloads: z.optional(z.array(download).check(z.maxLength(20))),
  ...statement,
});

/** Something too large for a ladder: OGC 3D Tiles in metres, turned and moved into the frame of a relic. */
export const tileset = z.strictObject({
  kind: z.literal('tileset'),
  id,
  label: languageMap,
  alt: z.optional(languageMap),
  /** Its tileset.json. */
  uri,
  /** `z` turns the usual frame of 3D Tiles upright; `y` leaves it as it is. `z` by default. */
  up: z.optional(z.enum(['y', 'z'])),
  /** Whether it is moved so that its middle stands on the origin; true by default. */
  isCentred: z.optional(z.boolean()),
  /** Around it as it stands: turned upright and moved. A hall and a cave need it to make room for it. */
  boundingBox: z.optional(z.strictObject({ min: position, max: position })),
  poster: z.optional(poster),
  start: z.optional(orbitView),
  ...statement,
});

const positiveMetres = z.number().check(z.minimum(1), z.maximum(1_000));

/** A hall that is built by the viewer, for relics on plinths: hotspots of kind `relic` of the node that shows it. */
export const gallery = z.strictObject({
  kind: z.literal('gallery'),
  id,
  label: languageMap,
  /** Inner width (x), depth (z) and height, metres; what the relics need by default. */
  size: z.optional(
    z.strictObject({ width: positiveMetres, depth: positiveMetres, height: z.optional(positiveMetres) }),
  ),
  /** How relics without a place of their own are set up; `rows` by default. */
  layout: z.optional(z.enum(['rows', 'walls'])),
  poster: z.optional(poster),
  ...statement,
});

export type ModelAsset = z.infer<typeof model>;
export type ModelLod = z.infer<typeof lod>;
export type RelicState = z.infer<typeof relicState>;
export type RelicStep = z.infer<typeof relicStep>;
export type Annotation = z.infer<typeof annotation>;
export type OrbitView = z.infer<typeof orbitView>;
export type Lamp = z.infer<typeof relicLamp>;
export type Section = z.infer<typeof section>;
export type StateKind = (typeof STATE_KINDS)[number];
export type Surface = (typeof SURFACES)[number];
export type TilesetAsset = z.infer<typeof tileset>;
export type GalleryAsset = z.infer<typeof gallery>;
