/** Decides everything about a panorama before its pixels are read: place, sizes, pose, colours, names. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toRadians } from '#shared/angle.ts';
import type { SphereRectangle } from '#streaming/pyramid/pyramid.ts';
import type { GPano } from './input/gpano.ts';
import type { EyeInput } from './input/inputs.ts';
import type { InspectedPicture } from './input/inspect.ts';
import { type CoverageDegrees, type Placement, placePicture } from './input/place.ts';
import type { TileOptions } from './options.ts';
import type { EntryFacts } from './output/entry.ts';
import { defaultFaceSize } from './output/levels.ts';

export interface PanoramaPlan {
  readonly id: string;
  readonly faceSize: number;
  readonly placement: Placement;
  /** Radians; absent where the whole sphere is covered. */
  readonly coverage?: SphereRectangle;
  /** Degrees. */
  readonly start: { readonly yaw: number; readonly pitch: number; readonly fov: number };
  /** The profile that tiles carry; absent where their colours are sRGB. */
  readonly profile?: Uint8Array;
  readonly facts: Omit<EntryFacts, 'eyes' | 'tileSize' | 'extension' | 'poster' | 'depth'>;
  readonly warnings: readonly string[];
}

const START_FOV = 65;

export function planPanorama(eyes: readonly EyeInput[], options: TileOptions): PanoramaPlan {
  const [eye] = eyes;
  if (!eye) throw new RangeError('there is no input');
  const picture = eye.kind === 'cube' ? eye.pictures[0] : eye.picture;
  if (!picture) throw new RangeError('there is no input');
  const gpano = eye.kind === 'cube' ? null : eye.gpano;
  const placed =
    eye.kind === 'cube'
      ? { placement: { fullWidth: 0, fullHeight: 0, left: 0, top: 0 }, coverage: undefined, warnings: [] }
      : placePicture(picture.name, eye.part.width, eye.part.height, gpano, options.coverage);
  const id = options.id ?? slugOf(options.out);
  const label = Object.keys(options.label).length > 0 ? options.label : { en: id };
  const pose = readPose(gpano);
  const keptProfile = options.keepProfile ? picture.profile : undefined;
  return {
    id,
    faceSize: options.faceSize ?? (eye.kind === 'cube' ? picture.width : defaultFaceSize(placed.placement.fullWidth)),
    placement: placed.placement,
    ...(placed.coverage && { coverage: coverageRadians(placed.coverage) }),
    start: options.start ?? readStart(gpano, placed.coverage),
    ...(keptProfile && { profile: keptProfile.bytes }),
    facts: {
      id,
      label,
      layerId: options.layerId ?? options.layerKind,
      layerKind: options.layerKind,
      layerLabel: Object.keys(options.layerLabel).length > 0 ? options.layerLabel : label,
      folder: folderInExhibition(options),
      ...(pose && { pose }),
      ...(placed.coverage && { coverage: placed.coverage }),
      colorProfile: keptProfile?.name ?? 'sRGB',
      ...(options.digitalSourceType && { digitalSourceType: options.digitalSourceType }),
    },
    warnings: [...placed.warnings, ...describeColours(picture, options.keepProfile)],
  };
}

function describeColours({ name, profile }: InspectedPicture, isKept: boolean): string[] {
  if (!profile || /srgb/i.test(profile.name) || isKept) return [];
  return [`${name}: colours are converted from ${profile.name} to sRGB; --keep-profile keeps them`];
}

function coverageRadians(coverage: CoverageDegrees): SphereRectangle {
  return {
    yawMin: toRadians(coverage.yawMin),
    yawMax: toRadians(coverage.yawMax),
    pitchMin: toRadians(coverage.pitchMin),
    pitchMax: toRadians(coverage.pitchMax),
  };
}

function isWithin(value: number | undefined, limit: number): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= limit;
}

function readPose(gpano: GPano | null): EntryFacts['pose'] {
  if (!gpano) return undefined;
  const pose = {
    ...(isWithin(gpano.poseHeading, 360) && gpano.poseHeading !== 0 && { heading: gpano.poseHeading }),
    ...(isWithin(gpano.posePitch, 90) && gpano.posePitch !== 0 && { pitch: gpano.posePitch }),
    ...(isWithin(gpano.poseRoll, 180) && gpano.poseRoll !== 0 && { roll: gpano.poseRoll }),
  };
  return Object.keys(pose).length > 0 ? pose : undefined;
}

/** GPano gives the first view as a compass direction, the pose's heading says which one yaw 0 is. */
function readStart(gpano: GPano | null, coverage: CoverageDegrees | undefined) {
  const middle = coverage
    ? { yaw: (coverage.yawMin + coverage.yawMax) / 2, pitch: (coverage.pitchMin + coverage.pitchMax) / 2 }
    : { yaw: 0, pitch: 0 };
  const heading = isWithin(gpano?.poseHeading, 360) ? gpano.poseHeading : 0;
  return {
    yaw: isWithin(gpano?.viewHeading, 360) ? gpano.viewHeading - heading : middle.yaw,
    pitch: isWithin(gpano?.viewPitch, 90) ? gpano.viewPitch : middle.pitch,
    fov: START_FOV,
  };
}

/** The address of the pyramid's folder from where exhibition.json lies, or will most likely lie. */
export function folderInExhibition({ out, base, exhibition }: TileOptions): string {
  const root = exhibition ?? base ?? findExhibition(path.dirname(out)) ?? path.dirname(out);
  const relative = path.relative(root, out).split(path.sep).map(encodeURIComponent).join('/'); // prettier-ignore
  return relative === '' ? '' : `${relative}/`;
}

function findExhibition(folder: string): string | null {
  if (existsSync(path.join(folder, 'exhibition.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : findExhibition(parent);
}

function slugOf(out: string): string {
  const slug = path.basename(out).replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, ''); // prettier-ignore
  return slug.slice(0, 64) || 'panorama';
}
