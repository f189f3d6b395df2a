/** A scene of version 4 as a hall: models stand where it puts them, with what is said about them. */
import type { ExhibitionNode, ModelAsset } from '#document/schema.ts';
import { IDENTITY, type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { scaling, transformPoint, translation, turnAbout } from '../gltf/matrix.ts';
import { toRadians } from '#shared/angle.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { nameOfAddress } from '../text/ids.ts';
import { inLanguage, isEmpty } from '../text/words.ts';
import type { Body } from './bodies.ts';
import type { NotePool } from './notePool.ts';
import { takeOwnService } from './ownService.ts';
import { listAnnotations } from './pages.ts';
import { losePainting } from './paintings.ts';
import { type Camera, readCamera, viewOf } from './readCameras.ts';
import { addModel } from './readModels.ts';
import { type Note, readNote } from './note.ts';
import { labelFrom } from './readNotes.ts';
import type { PendingLink } from './readNotes.ts';
import { addSceneNotes, nearest, type Stood } from './readSceneNotes.ts';
import { readEmitter } from './readSounds.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import { readStatement } from './statement.ts';
import { pointOf, readTransforms, standAs } from './transforms.ts';

interface Stage {
  readonly draft: Draft;
  readonly node: ExhibitionNode;
  readonly scenes: ReadonlyMap<string, Foreign>;
  /** Whether the hall sets its relics up itself. */
  readonly isOwn: boolean;
  readonly stood: Stood[];
  readonly cameras: Camera[];
  readonly painted: Set<string>;
}

const MAX_NESTED = 4;
const EMITTERS = ['AmbientAudio', 'PointAudio', 'SpotAudio'];

export async function readScene(
  draft: Draft,
  scene: Foreign,
  pool: NotePool,
  scenes: ReadonlyMap<string, Foreign>,
  links: PendingLink[],
) {
  const id = idOf(scene);
  typeOf(scene);
  const own = wordsOf(scene, 'label');
  const label = isEmpty(own) ? inLanguage('Scene', 'en') : own;
  const summary = wordsOf(scene, 'summary');
  const { statement, facts } = readStatement(scene);
  const node = draft.halls.open(label, nameOfAddress(id));
  if (!isEmpty(summary)) node.summary = summary;
  const asset = draft.assets.find((one) => one.id === node.asset);
  if (asset) Object.assign(asset, statement);
  const hall = takeOwnService(scene, 'hall');
  hall?.ignore('layout');
  if (hall && asset?.kind === 'gallery' && hall.peek('layout') === 'walls') asset.layout = 'walls';
  const stage: Stage = { draft, node, scenes, isOwn: hall !== null, stood: [], cameras: [], painted: new Set() };
  await addPainted(stage, scene, IDENTITY, 0);
  if (facts.length > 0) draft.halls.add({ kind: 'text', label, body: {}, facts }, 'about');
  const notes = (await listAnnotations(draft, scene, ['annotations'])).map(readNote);
  addSceneNotes(draft, node, [...notes, ...pool.take(id, stage.painted)], stage.stood, stage.cameras, links);
  setStarts(stage);
  return { id, node };
}

async function addPainted(stage: Stage, scene: Foreign, parent: Matrix, depth: number): Promise<void> {
  for (const annotation of await listAnnotations(stage.draft, scene, ['items'])) {
    const isHidden = JSON.stringify(annotation.peek('behavior') ?? '').includes('hidden');
    annotation.ignore('behavior');
    const note = readNote(annotation);
    stage.painted.add(note.id);
    if (!isEmpty(note.said.text)) {
      stage.draft.halls.add(
        { kind: 'text', label: labelFrom(note.label, note.said.text, stage.node.label), body: note.said.text },
        'words',
      );
    }
    for (const body of note.bodies) await addBody(stage, body, note, isHidden, parent, depth);
  }
}

async function addBody(
  stage: Stage,
  body: Body,
  note: Note,
  isHidden: boolean,
  parent: Matrix,
  depth: number,
): Promise<void> {
  const { draft, node } = stage;
  const { type, resource } = body;
  const isModel = type === 'Model' || (type === 'Choice' && body.choices[0]?.type === 'Model');
  if (isModel) return addRelic(stage, body, note, parent);
  if (type.endsWith('Camera')) {
    stage.cameras.push(readCamera(body, note.region, note.id, isHidden));
    if (type === 'OrthographicCamera')
      resource.lose('viewHeight', 'a camera without perspective is left out; its place is kept');
  } else if (type.endsWith('Light')) {
    resource.ignore(...resource.keys());
    draft.ledger.lose(resource.path, `the ${type} is left out: a hall has lights of its own`);
  } else if (EMITTERS.includes(type)) {
    const sound = await readEmitter(draft, body, note.region);
    if (sound) node.sounds = [...(node.sounds ?? []), sound].slice(0, 50);
  } else if (type === 'Scene') {
    const inner = stage.scenes.get(body.id);
    resource.ignore('label');
    if (!inner || depth >= MAX_NESTED)
      draft.ledger.lose(
        resource.path,
        `the scene ${quote(body.id)} within the scene is left out: it is ${inner ? 'too deep' : 'not in the manifest'}`,
      );
    else await addPainted(stage, inner, multiply(parent, placeOf(body, note)), depth + 1);
  } else losePainting(draft, body);
}

function placeOf({ wrapper }: Body, { region }: Note): Matrix {
  return multiply(translation(pointOf(region)), readTransforms(wrapper));
}

async function addRelic(stage: Stage, body: Body, note: Note, parent: Matrix): Promise<void> {
  const { draft, node } = stage;
  const standing = standAs(multiply(parent, placeOf(body, note)));
  const label = isEmpty(note.label) ? node.label : note.label;
  const modelId = await addModel(draft, body, label, standing.baked);
  const model = draft.assets.find((one): one is ModelAsset => one.kind === 'model' && one.id === modelId);
  if (!model) return;
  const { position, turn, scale } = standing;
  const stands = { position, ...(turn !== undefined && { turn }), ...(scale !== undefined && { scale }) };
  const { hotspot } = draft.halls.add(
    {
      kind: 'relic',
      label: isEmpty(note.label) ? model.label : note.label,
      model: model.id,
      ...(!stage.isOwn && { stands }),
    },
    nameOfAddress(note.id) || model.id,
  );
  if (hotspot.kind !== 'relic') return;
  const turned = multiply(turnAbout('y', toRadians(-(turn ?? 0))), scaling([scale ?? 1, scale ?? 1, scale ?? 1]));
  const frame = multiply(translation(position), turned);
  const { min = [0, 0, 0], max = [0, 0, 0] } = model.boundingBox ?? {};
  const middle = transformPoint(frame, [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]);
  stage.stood.push({ names: [note.id, body.id, ...body.choices.map(({ id }) => id)], model, hotspot, frame, middle });
}

/** The first camera that is not hidden is where one begins; what it looks at decides which relic it is about. */
function setStarts({ draft, cameras, stood, node }: Stage): void {
  for (const camera of cameras.filter(({ isHidden }) => !isHidden)) {
    const { lookAt } = camera;
    const seen = seenBy(lookAt, stood);
    const view = seen && viewOf(camera, seen);
    if (seen && view && !seen.model.start) seen.model.start = view;
    else
      draft.ledger.lose(
        '',
        `the camera ${quote(camera.id)} of ${quote(Object.values(node.label)[0])} is left out: it is about no relic that has no view yet`,
      );
  }
}

/** What it looks at, the relic nearest to where it looks, or the only one that there is. */
function seenBy(lookAt: Camera['lookAt'], stood: readonly Stood[]): Stood | undefined {
  if (typeof lookAt === 'string') return stood.find(({ names }) => names.includes(lookAt));
  return lookAt ? nearest(stood, lookAt) : stood.length === 1 ? stood[0] : undefined;
}
