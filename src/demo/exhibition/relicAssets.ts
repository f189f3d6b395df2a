/** The relics as model assets: steps, states, notes on their parts, tours around them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelAsset } from '#document/schema.ts';
import type { RelicState } from '#document/relicSchema.ts';
import type { Vec3 } from '#demo/cave/cave.ts';
import type { CatalogueEntry } from '#demo/relics/catalogue.ts';
import { createIo } from '#demo/relics/model/gltf.ts';
import { meetSurface, readSurface } from '#demo/relics/model/readSurface.ts';
import type { RestorationState } from '#demo/relics/relic.ts';
import { toRadians } from '#shared/angle.ts';
import { measurePicture } from './pictures.ts';
import { describeNote, type Project } from './relicNote.ts';
import { RELIC_NOTES } from './relicNotes.ts';
import { RELIC_STARTS, RELIC_STEPS } from './relicSteps.ts';
import type { RelicText } from './relics.ts';
import { both } from './words.ts';

/** What the exhibition needs of a catalogue's entry. */
export type RelicFile = CatalogueEntry;

/** The state that is the model itself. */
const ON_SHOW: RestorationState = 'reassembled';

const STATES = {
  'as-found': {
    kind: 'as-found',
    label: both('出土残片', 'As found'),
    body: both(
      '裂缝未合，缺口未补，缝里留着土。程序先算出破裂的样子，再拿走几片。',
      'Joints open, gaps unfilled, earth still in them. The program computed how it broke, then took some sherds away.',
    ),
  },
  reassembled: {
    kind: 'reassembled',
    label: both('修补', 'Reassembled'),
    body: both(
      '残片拼合，缺口以素色石膏补平，未作色。',
      'Sherds joined; gaps filled with plain plaster, left without colour.',
    ),
  },
  completed: {
    kind: 'conjectural',
    label: both('推想完整', 'Whole, by conjecture'),
    body: both(
      '缺失部分按相邻的釉色与器形推补。这是推想，不是证据。',
      'What is missing follows the glaze and the outline beside it. This is conjecture, not evidence.',
    ),
  },
} as const satisfies Record<RestorationState, Pick<RelicState, 'kind' | 'label' | 'body'>>;

const CONJECTURE = {
  label: both('推想', 'Conjecture'),
  value: both('缺失部分为推想补全。', 'What was missing has been added by conjecture.'),
};

/** Null where there is no picture of it yet. `files` are the relic's own, one for each state. */
export async function describeRelic(
  folder: string,
  text: RelicText,
  files: readonly RelicFile[],
): Promise<ModelAsset | null> {
  const shown = files.find(({ state }) => state === undefined || state === ON_SHOW);
  const poster = await measurePicture(folder, `pictures/relics/${text.id}.webp`);
  if (!shown || !poster) return null;
  const { id } = text;
  const notes = RELIC_NOTES[id] ?? [];
  const project = await createProject(folder, shown);
  return {
    kind: 'model',
    id,
    label: text.label,
    alt: text.alt,
    lods: placeLods(shown),
    boundingBox: { min: [...shown.low], max: [...shown.high] },
    poster,
    ...(shown.state && {
      stateKind: STATES[shown.state].kind,
      stateLabel: STATES[shown.state].label,
      states: files.filter((file) => file !== shown).map(describeState),
    }),
    ...(notes.length > 0 && { annotations: notes.map((note) => describeNote(note, project)) }),
    ...(RELIC_STEPS[id] && { steps: RELIC_STEPS[id] }),
    ...(RELIC_STARTS[id] && { start: RELIC_STARTS[id] }),
    ...describeDownload(shown),
    digitalSourceType: 'algorithmicMedia',
  };
}

/** The finest file, as it is shown: whoever opens it needs meshopt and WebP, which viewers of the web know. */
function describeDownload({ lods }: RelicFile): Pick<ModelAsset, 'downloads'> {
  const finest = lods.at(-1);
  if (!finest) return {};
  return {
    downloads: [
      {
        uri: `models/${finest.uri}`,
        label: both('模型（GLB，meshopt 与 WebP）', 'Model (GLB, meshopt and WebP)'),
        bytes: finest.bytes,
      },
    ],
  };
}

function describeState(file: RelicFile): RelicState {
  if (!file.state) throw new Error(`describeState: ${file.id} comes in several states, one of which has no name`);
  return {
    id: file.state,
    ...STATES[file.state],
    lods: placeLods(file),
    ...(file.state === 'completed' && { requiredStatement: CONJECTURE }),
    digitalSourceType: 'algorithmicMedia',
  };
}

function placeLods({ lods }: RelicFile): ModelAsset['lods'] {
  return lods.map((lod) => ({ ...lod, uri: `models/${lod.uri}` }));
}

/** Onto the finest mesh; where its file is not there, as in a dry run, points stay as they are written. */
async function createProject(folder: string, { id, lods }: RelicFile): Promise<Project> {
  const file = path.join(folder, 'models', lods.at(-1)?.uri ?? '');
  if (lods.length === 0 || !existsSync(file)) return ({ through }) => through;
  const surface = readSurface(await (await createIo()).readBinary(await readFile(file)));
  return ({ yaw, pitch = 0, through }) => {
    const out: Vec3 = [
      Math.sin(toRadians(yaw)) * Math.cos(toRadians(pitch)),
      Math.sin(toRadians(pitch)),
      Math.cos(toRadians(yaw)) * Math.cos(toRadians(pitch)),
    ];
    const from: Vec3 = [through[0] + out[0] * 2, through[1] + out[1] * 2, through[2] + out[2] * 2];
    const met = meetSurface(surface, from, [-out[0], -out[1], -out[2]]);
    if (met) return met;
    throw new Error(`${id}: nothing is met looking from yaw ${yaw} through ${through.join(', ')}; move the note`);
  };
}
