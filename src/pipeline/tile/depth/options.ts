/** The options of `grotto tile` that are about depth. */
import { CommandError } from '../../command.ts';

/** What the command line says about a depth picture; what it leaves out depends on the picture's format. */
export interface DepthOptions {
  /** One equirectangular picture, six faces in the order of `FACES`, or one pattern with {f}. */
  readonly inputs: readonly string[];
  readonly kind: 'distance' | 'inverse';
  /** Whether numbers are distances along each pixel's own ray or along its face's axis; of one picture always `ray`. */
  readonly along?: 'ray' | 'axis';
  /** Metres that the number 1 stands for. */
  readonly unit?: number;
  /** Of inverse depth: metres of the largest number and of the smallest; the second may be Infinity. */
  readonly range?: { readonly near: number; readonly far: number };
  /** Degrees: where the middle of the depth appears in the panorama, and how far it is rolled clockwise. */
  readonly pose?: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  /** Of an EXR. */
  readonly channel?: string;
  /** How far a number may be off by itself: metres, and a part of the distance. */
  readonly error: { readonly metres: number; readonly share: number };
  /** Pixels across the finest picture that is written. */
  readonly mostWidth: number;
  /** Metres that a written number stands for. */
  readonly step: number;
}

const string = { type: 'string' } as const;

export const DEPTH_ARGS = {
  depth: { ...string, multiple: true },
  'depth-kind': string,
  'depth-along': string,
  'depth-unit': string,
  'depth-range': string,
  'depth-pose': string,
  'depth-channel': string,
  'depth-error': string,
  'depth-width': string,
  'depth-step': string,
} as const;

export type DepthArgs = { readonly [Key in keyof typeof DEPTH_ARGS]?: Key extends 'depth' ? string[] : string };

const UNITS: Readonly<Record<string, number>> = { mm: 0.001, cm: 0.01, m: 1 };
const DEFAULT_WIDTH = 4_096;
/** What `readDepth` takes. */
const LARGEST_WIDTH = 16_384;
const DEFAULT_STEP_MM = 1;

export function readDepthOptions(args: DepthArgs): DepthOptions | undefined {
  const inputs = args.depth;
  const [alone] = Object.keys(args).filter(
    (key) => key.startsWith('depth-') && args[key as keyof DepthArgs] !== undefined,
  );
  if (inputs === undefined) {
    if (alone !== undefined) throw usage(`--${alone} needs --depth <file>`);
    return undefined;
  }
  const kind = oneOf('--depth-kind', args['depth-kind'] ?? 'distance', ['distance', 'inverse']);
  const range = args['depth-range'];
  const unit = args['depth-unit'];
  if (kind === 'inverse' && range === undefined)
    throw usage(
      '--depth-kind inverse needs --depth-range near,far: the distances in metres of its largest number and of 0',
    );
  if (kind === 'distance' && range !== undefined) throw usage('--depth-range is for --depth-kind inverse');
  if (kind === 'inverse' && unit !== undefined) throw usage('--depth-unit is for --depth-kind distance');
  const { 'depth-along': along, 'depth-pose': pose, 'depth-channel': channel } = args;
  return {
    inputs,
    kind,
    ...(along !== undefined && { along: oneOf('--depth-along', along, ['ray', 'axis']) }),
    ...(unit !== undefined && { unit: readUnit(unit) }),
    ...(range !== undefined && { range: readRange(range) }),
    ...(pose !== undefined && { pose: readPose(pose) }),
    ...(channel !== undefined && { channel }),
    error: readError(args['depth-error'] ?? '0'),
    mostWidth: readWidth(args['depth-width']),
    step: readStep(args['depth-step']),
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

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function readUnit(value: string): number {
  const metres = UNITS[value] ?? numberOf(value);
  if (!(metres >= 1e-6 && metres <= 1_000))
    throw usage(`--depth-unit ${value}: expected mm, cm, m, or how many metres the number 1 stands for`);
  return metres;
}

function readRange(value: string): { near: number; far: number } {
  const [nearText = '', farText = '', ...rest] = value.split(',');
  const near = numberOf(nearText);
  const far = /^inf(inity)?$/i.test(farText.trim()) ? Infinity : numberOf(farText);
  if (!(near > 0 && far > near) || near === Infinity || rest.length > 0)
    throw usage(`--depth-range ${value}: expected near,far in metres, near above 0 and far beyond it, or inf`);
  return { near, far };
}

function readPose(value: string): { yaw: number; pitch: number; roll: number } {
  const numbers = value.split(',').map(numberOf);
  if (numbers.length > 3) {
    throw usage(
      `--depth-pose ${value}: expected yaw,pitch,roll in degrees and nothing else; depth from another point cannot ` +
        'say what that of the panorama sees, so scan or render it from the panorama’s own',
    );
  }
  const [yaw = NaN, pitch = NaN, roll = NaN] = numbers;
  if (!(Math.abs(yaw) <= 360 && Math.abs(pitch) <= 90 && Math.abs(roll) <= 180))
    throw usage(`--depth-pose ${value}: expected yaw,pitch,roll in degrees, within 360, 90 and 180`);
  return { yaw, pitch, roll };
}

function readError(value: string): { metres: number; share: number } {
  let [metres, share] = [0, 0];
  for (const part of value.split(',')) {
    const isShare = part.trim().endsWith('%');
    const number = numberOf(isShare ? part.trim().slice(0, -1) : part);
    if (!(number >= 0 && number <= 100))
      throw usage(`--depth-error ${value}: expected metres, such as 0.005, a part, such as 0.5%, or both with a comma`);
    if (isShare) share += number / 100;
    else metres += number;
  }
  return { metres, share };
}

function readWidth(value: string | undefined): number {
  if (value === undefined) return DEFAULT_WIDTH;
  const width = numberOf(value);
  if (!Number.isInteger(width) || width < 64 || width > LARGEST_WIDTH || width % 2 !== 0)
    throw usage(`--depth-width ${value}: expected an even number from 64 to ${LARGEST_WIDTH}`);
  return width;
}

function readStep(value: string | undefined): number {
  const millimetres = value === undefined ? DEFAULT_STEP_MM : numberOf(value);
  if (!(millimetres >= 0.01 && millimetres <= 1_000))
    throw usage(`--depth-step ${value}: expected millimetres from 0.01 to 1000`);
  return millimetres / 1_000;
}
