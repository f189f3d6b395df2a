/** A model becomes a ladder of steps: read once to learn what it is, then every step in a thread of its own. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelAsset } from '#document/schema.ts';
import { CommandError } from '../command.ts';
import { chooseSteps } from './ladder.ts';
import { measureBounds, type StepFacts } from './make/makeStep.ts';
import { countDocumentTriangles } from './make/simplify.ts';
import type { LodOptions } from './options.ts';
import { describeModel } from './output/entry.ts';
import { readStatement } from './output/readStatement.ts';
import { formatOf } from './read/convert.ts';
import { readOutline } from './read/gate.ts';
import { createModelIo, KNOWN_EXTENSIONS, readModel } from './read/readModel.ts';
import { listPictures } from './textures/listPictures.ts';
import { makeSteps } from './work/makeSteps.ts';

const CACHE = path.resolve(import.meta.dirname, '../../../node_modules/.cache/grotto/lod');

export interface Ladder {
  readonly entry: ModelAsset;
  readonly steps: readonly StepFacts[];
  /** What a conversion has left behind. */
  readonly losses: readonly string[];
}

/** Writes `<quality>.glb` and `model.json` into the folder; throws a `CommandError` in words. */
export async function makeLadder(
  options: LodOptions,
  onDone: (facts: StepFacts, isFromCache: boolean) => void,
): Promise<Ladder> {
  const contentHash = await hashModel(options.input);
  const { document, losses } = await readModel(options.input, options.scale, await createModelIo());
  const triangles = countDocumentTriangles(document);
  if (triangles === 0) throw new CommandError(`${path.basename(options.input)}: holds no triangles`);
  const pictures = await listPictures(path.basename(options.input), document);
  const largest = Math.max(0, ...pictures.map(({ width, height }) => Math.max(width, height)));
  const steps = await makeSteps({
    model: options.input,
    scale: options.scale,
    contentHash,
    pictures,
    steps: chooseSteps(triangles, largest, options.steps),
    out: options.out,
    cache: CACHE,
    isQuick: options.isQuick ?? false,
    jobs: options.jobs,
    onDone,
  });
  const label = Object.keys(options.label).length > 0 ? options.label : { en: options.id };
  const { rights, digitalSourceType } = options;
  const entry = describeModel({
    id: options.id,
    label,
    folder: options.exhibition === undefined ? '' : folderWithin(options.exhibition, options.out),
    steps,
    bounds: measureBounds(document),
    statement: {
      ...readStatement(document),
      ...(rights !== undefined && { rights }),
      ...(digitalSourceType !== undefined && { digitalSourceType }),
    },
  });
  await writeFile(path.join(options.out, 'model.json'), `${JSON.stringify(entry, null, 2)}\n`);
  return { entry, steps, losses };
}

function folderWithin(exhibition: string, out: string): string {
  const relative = path.relative(exhibition, out).split(path.sep).join('/');
  if (relative === '') return '';
  if (relative.startsWith('../')) {
    throw new CommandError(`--out must lie within the exhibition's folder ${exhibition}`, 2);
  }
  return `${relative}/`;
}

/** Of the model and of every file it needs. */
async function hashModel(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  });
  const hash = createHash('sha256').update(bytes);
  if (formatOf(file)) return hash.digest('hex');
  const { files } = readOutline(path.basename(file), new Uint8Array(bytes), KNOWN_EXTENSIONS);
  for (const needed of files) {
    const content = await readFile(path.join(path.dirname(file), needed)).catch(() => null);
    hash.update(`\0${needed}\0`).update(content ?? '');
  }
  return hash.digest('hex');
}
