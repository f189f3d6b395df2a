/** The options of `grotto lod`: read from the command line, checked, with their defaults. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DIGITAL_SOURCE_TYPES, type DigitalSourceType, type LanguageMap } from '#document/schema.ts';
import { CommandError } from '../command.ts';
import { LADDER } from './ladder.ts';

export interface LodOptions {
  readonly input: string;
  readonly out: string;
  readonly id: string;
  /** Empty where none was given. */
  readonly label: LanguageMap;
  /** The steps asked for; null for all that are worth making. */
  readonly steps: readonly string[] | null;
  /** From the file's unit to metres; 1 where it is in metres, as glTF should be. */
  readonly scale: number;
  readonly rights?: string;
  readonly digitalSourceType?: DigitalSourceType;
  readonly exhibition?: string;
  readonly jobs: number;
  /** Steps are not drawn to see up to which size they look like the model. */
  readonly isQuick?: boolean;
  readonly isQuiet: boolean;
}

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const QUALITIES = LADDER.map(({ quality }) => quality as string);
const string = { type: 'string' } as const;

export function readLodOptions(args: readonly string[], cwd: string): LodOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { ...string, short: 'o' },
      id: string,
      steps: string,
      scale: { ...string, default: '1' },
      'label-en': string,
      'label-zh': string,
      rights: string,
      'digital-source-type': string,
      exhibition: string,
      jobs: string,
      quick: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) {
    throw new CommandError('expected one model: grotto lod <model.glb> --out <folder>', 2);
  }
  if (values.out === undefined) throw new CommandError('where to? Add --out <folder>', 2);
  const out = path.resolve(cwd, values.out);
  const id = values.id ?? path.basename(out);
  if (!ID_PATTERN.test(id)) throw new CommandError(`--id ${id}: expected letters, digits, ".", "_" and "-"`, 2);
  const type = values['digital-source-type'];
  return {
    input: path.resolve(cwd, input),
    out,
    id,
    label: {
      ...(values['label-zh'] !== undefined && { 'zh-Hans': values['label-zh'] }),
      ...(values['label-en'] !== undefined && { en: values['label-en'] }),
    },
    steps: values.steps === undefined ? null : readSteps(values.steps),
    scale: readScale(values.scale),
    ...(values.rights !== undefined && { rights: values.rights }),
    ...(type !== undefined && { digitalSourceType: readType(type) }),
    ...(values.exhibition !== undefined && { exhibition: path.resolve(cwd, values.exhibition) }),
    jobs: readJobs(values.jobs),
    isQuick: values.quick,
    isQuiet: values.quiet,
  };
}

function readSteps(text: string): string[] {
  const steps = text.split(',').map((step) => step.trim());
  for (const step of steps) {
    if (!QUALITIES.includes(step)) {
      throw new CommandError(`--steps: there is no step "${step}"; steps are ${QUALITIES.join(', ')}`, 2);
    }
  }
  return steps;
}

function readType(type: string): DigitalSourceType {
  const known = DIGITAL_SOURCE_TYPES.find((one) => one === type);
  if (known) return known;
  throw new CommandError(`--digital-source-type ${type}: expected one of ${DIGITAL_SOURCE_TYPES.join(', ')}`, 2);
}

function readScale(text: string): number {
  const scale = Number(text);
  if (scale > 0 && scale <= 1e6) return scale;
  throw new CommandError(`--scale ${text}: expected a number above 0, such as 0.001 for millimetres`, 2);
}

function readJobs(text: string | undefined): number {
  if (text === undefined) return Math.min(8, availableParallelism());
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new CommandError(`--jobs ${text}: expected a whole number from 1 to 64`, 2);
}
