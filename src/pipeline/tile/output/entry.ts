/** The `panorama` asset entry of the exhibition document for a finished pyramid. */
import type {
  DigitalSourceType,
  LanguageMap,
  LayerKind,
  PanoramaAsset,
  PanoramaDepth,
  PanoramaSource,
} from '#document/schema.ts';
import type { CoverageDegrees } from '../input/place.ts';
import { tileTemplate } from './levels.ts';
import type { Poster } from './poster.ts';

export interface EntryFacts {
  readonly id: string;
  readonly label: LanguageMap;
  readonly layerId: string;
  readonly layerKind: LayerKind;
  readonly layerLabel: LanguageMap;
  /** The pyramid's folder relative to the exhibition's, with a slash at its end, or empty. */
  readonly folder: string;
  readonly eyes: readonly EyePyramid[];
  readonly tileSize: number;
  readonly extension: string;
  readonly pose?: { readonly heading?: number; readonly pitch?: number; readonly roll?: number };
  readonly coverage?: CoverageDegrees;
  readonly poster: Poster;
  /** Addresses are within `folder`. */
  readonly depth?: PanoramaDepth;
  readonly colorProfile: string;
  readonly digitalSourceType?: DigitalSourceType;
}

export interface EyePyramid {
  /** Empty for a panorama for both eyes, else `left/` or `right/`. */
  readonly subfolder: string;
  readonly levelSizes: readonly number[];
  readonly previewFaceSize: number;
}

export function describePanorama(facts: EntryFacts): PanoramaAsset {
  const [left, right] = facts.eyes;
  if (!left) throw new Error('a panorama has at least one pyramid');
  const { pose, coverage, poster, depth, digitalSourceType } = facts;
  return {
    kind: 'panorama',
    id: facts.id,
    label: facts.label,
    layers: [
      {
        id: facts.layerId,
        kind: facts.layerKind,
        label: facts.layerLabel,
        source: describeSource(facts, left),
        ...(right && { rightEye: describeSource(facts, right) }),
        ...(digitalSourceType && { digitalSourceType }),
      },
    ],
    ...(pose && { pose }),
    ...(coverage && { coverage }),
    poster: { uri: `${facts.folder}poster.webp`, width: poster.width, height: poster.height },
    ...(depth && { depth: placeDepth(depth, facts.folder) }),
    colorProfile: facts.colorProfile,
  };
}

/** With addresses from where exhibition.json lies. */
export function placeDepth(depth: PanoramaDepth, folder: string): PanoramaDepth {
  const levels = depth.levels?.map((level) => ({ ...level, uri: folder + level.uri }));
  return { ...depth, uri: folder + depth.uri, ...(levels && { levels }) };
}

function describeSource(facts: EntryFacts, eye: EyePyramid): PanoramaSource {
  const folder = facts.folder + eye.subfolder;
  return {
    type: 'cube-tiles',
    template: folder + tileTemplate(facts.extension),
    tileSize: facts.tileSize,
    levels: [...eye.levelSizes],
    preview: { uri: `${folder}preview.webp`, faceSize: eye.previewFaceSize },
  };
}
