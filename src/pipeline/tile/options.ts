/** The options of `grotto tile`: read from the command line, checked, with their defaults. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  DIGITAL_SOURCE_TYPES,
  type DigitalSourceType,
  LAYER_KINDS,
  type LanguageMap,
  type LayerKind,
} from '#document/schema.ts';
import { CommandError } from '../command.ts';
import { DEPTH_ARGS, type DepthOptions, readDepthOptions } from './depth/options.ts';
import type { CoverageDegrees } from './input/place.ts';

export interface TileOptions {
  /** Empty where depth alone is made. */
  readonly inputs: readonly string[];
  readonly out: string;
  readonly faceSize?: number;
  readonly tileSize: number;
  readonly format: 'webp' | 'jpeg';
  readonly quality: number;
  readonly isLossless: boolean;
  readonly keepProfile: boolean;
  readonly stereo?: 'sbs' | 'tb';
  readonly faceNames?: readonly string[];
  readonly coverage?: CoverageDegrees;
  readonly start?: { readonly yaw: number; readonly pitch: number; readonly fov: number };
  readonly maxPixels: number;
  readonly allowTruncated: boolean;
  readonly workers: number;
  readonly isForced: boolean;
  readonly isQuiet: boolean;
  readonly base?: string;
  readonly exhibition?: string;
  readonly id?: string;
  /** Empty where none was given. */
  readonly label: LanguageMap;
  /** Empty where none was given. */
  readonly layerLabel: LanguageMap;
  readonly layerId?: string;
  readonly layerKind: LayerKind;
  readonly digitalSourceType?: DigitalSourceType;
  readonly depth?: DepthOptions;
}

/** Workers each hold about 100 MB; more than this many only when asked for. */
const MOST_WORKERS_BY_DEFAULT = 8;
const DEFAULT_QUALITY = { webp: 80, jpeg: 85 } as const;
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const string = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

export function readTileOptions(args: readonly string[], cwd: string): TileOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { ...string, short: 'o' },
      'face-size': string,
      'tile-size': { ...string, default: '512' },
      format: { ...string, default: 'webp' },
      quality: { ...string, short: 'q' },
      lossless: flag,
      'keep-profile': flag,
      stereo: string,
      'face-names': string,
      coverage: string,
      start: string,
      'max-pixels': { ...string, default: '2e9' },
      'allow-truncated': flag,
      workers: string,
      force: flag,
      quiet: flag,
      base: string,
      exhibition: string,
      id: string,
      'label-en': string,
      'label-zh': string,
      'layer-label-en': string,
      'layer-label-zh': string,
      layer: string,
      kind: { ...string, default: 'as-found' },
      'digital-source-type': string,
      ...DEPTH_ARGS,
    },
  });
  if (values.out === undefined) throw usage('say where the pyramid goes with --out <folder>');
  const format = oneOf('--format', values.format, ['webp', 'jpeg']);
  if (values.lossless && format !== 'webp') throw usage('--lossless is for --format webp');
  const depth = readDepthOptions(values);
  if (positionals.length === 0 && !depth) throw usage('name a picture to tile');
  const exhibition = values.exhibition === undefined ? undefined : path.resolve(cwd, values.exhibition);
  if (exhibition !== undefined && values.id === undefined) throw usage('--exhibition needs --id <panorama>');
  return {
    inputs: positionals,
    out: path.resolve(cwd, values.out),
    ...(values['face-size'] !== undefined && { faceSize: whole('--face-size', values['face-size'], 16, 1_048_576) }),
    tileSize: whole('--tile-size', values['tile-size'], 64, 2_048),
    format,
    quality: values.quality === undefined ? DEFAULT_QUALITY[format] : whole('--quality', values.quality, 1, 100),
    isLossless: values.lossless,
    keepProfile: values['keep-profile'],
    ...(values.stereo !== undefined && { stereo: oneOf('--stereo', values.stereo, ['sbs', 'tb']) }),
    ...(values['face-names'] !== undefined && { faceNames: readFaceNames(values['face-names']) }),
    ...(values.coverage !== undefined && { coverage: readCoverage(values.coverage) }),
    ...(values.start !== undefined && { start: readStart(values.start) }),
    maxPixels: whole('--max-pixels', values['max-pixels'], 1, 1e12),
    allowTruncated: values['allow-truncated'],
    workers:
      values.workers === undefined
        ? Math.min(availableParallelism(), MOST_WORKERS_BY_DEFAULT)
        : whole('--workers', values.workers, 1, 256),
    isForced: values.force,
    isQuiet: values.quiet,
    ...(values.base !== undefined && { base: path.resolve(cwd, values.base) }),
    ...(exhibition !== undefined && { exhibition }),
    ...(values.id !== undefined && { id: readId('--id', values.id) }),
    label: readLabel(values['label-en'], values['label-zh']),
    layerLabel: readLabel(values['layer-label-en'], values['layer-label-zh']),
    ...(values.layer !== undefined && { layerId: readId('--layer', values.layer) }),
    layerKind: oneOf('--kind', values.kind, LAYER_KINDS),
    ...(values['digital-source-type'] !== undefined && {
      digitalSourceType: oneOf('--digital-source-type', values['digital-source-type'], DIGITAL_SOURCE_TYPES),
    }),
    ...(depth && { depth }),
  };
}

function usage(message: string): CommandError {
  return new CommandError(`${message}; see grotto tile --help`, 2);
}

function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw usage(`${option} ${value}: expected ${allowed.join(', ')}`);
  return found;
}

function whole(option: string, value: string, min: number, max: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max)
    throw usage(`${option} ${value}: expected a whole number from ${min} to ${max}`);
  return number;
}

function readId(option: string, value: string): string {
  if (!ID_PATTERN.test(value))
    throw usage(`${option} ${value}: expected up to 64 letters, digits, dots, hyphens and underscores`);
  return value;
}

function readNumbers(option: string, value: string, names: readonly string[]): number[] {
  const numbers = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (numbers.length !== names.length || !numbers.every(Number.isFinite))
    throw usage(`${option} ${value}: expected ${names.join(',')} in degrees`);
  return numbers;
}

function readCoverage(value: string): CoverageDegrees {
  const names = ['yawMin', 'yawMax', 'pitchMin', 'pitchMax'];
  const [yawMin = 0, yawMax = 0, pitchMin = 0, pitchMax = 0] = readNumbers('--coverage', value, names);
  const isSound =
    yawMin >= -360 &&
    yawMax > yawMin &&
    yawMax <= yawMin + 360 &&
    pitchMin >= -90 &&
    pitchMax > pitchMin &&
    pitchMax <= 90;
  if (!isSound) throw usage(`--coverage ${value}: expected a yaw range of at most 360° and pitches from -90 to 90`);
  return { yawMin, yawMax, pitchMin, pitchMax };
}

function readStart(value: string): { yaw: number; pitch: number; fov: number } {
  const [yaw = 0, pitch = 0, fov = 0] = readNumbers('--start', value, ['yaw', 'pitch', 'fov']);
  if (Math.abs(yaw) > 360 || Math.abs(pitch) > 90 || fov < 1 || fov > 120)
    throw usage(`--start ${value}: expected yaw within 360, pitch within 90, a vertical field of view from 1 to 120`);
  return { yaw, pitch, fov };
}

function readFaceNames(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  if (names.length !== 6 || new Set(names).size !== 6 || names.includes(''))
    throw usage(`--face-names ${value}: expected six names for front,right,back,left,up,down`);
  return names;
}

function readLabel(en: string | undefined, zh: string | undefined): LanguageMap {
  return { ...(zh !== undefined && { 'zh-Hans': zh }), ...(en !== undefined && { en }) };
}
