/** A model of an SVX document as a relic: its derivatives as a ladder, its annotations, in metres. */
import type { Annotation } from '#document/relicSchema.ts';
import type { LanguageMap, ModelAsset, ModelLod } from '#document/schema.ts';
import { type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { type Box, rotation, scaling, transformBox, transformPoint, translation } from '../gltf/matrix.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { addImage, findModel, findPicture, roundBox } from '../making/pictures.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty, joinTexts } from '../text/words.ts';
import type { Snapshot } from './readViews.ts';
import { readMap, readWords } from './readTexts.ts';
import { metresOf } from './units.ts';

const QUALITIES: Readonly<Record<string, ModelLod['quality']>> = {
  Thumb: 'thumb', Low: 'low', Medium: 'medium', High: 'high', Highest: 'whole',
}; // prettier-ignore

export interface ModelContext {
  readonly draft: Draft;
  /** One unit of the scene, metres. */
  readonly metres: number;
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  readonly articles: ReadonlyMap<string, { readonly title: LanguageMap; readonly body: LanguageMap }>;
  readonly sounds: ReadonlyMap<string, string>;
}

export interface ReadModel {
  readonly lods: ModelLod[];
  readonly boundingBox: ModelAsset['boundingBox'] | undefined;
  readonly annotations: Annotation[];
  /** Foreign ids of annotations by ours. */
  readonly names: ReadonlyMap<string, string>;
}

/** `place` is the model's node; what comes back stands in the scene's frame, in metres. */
export async function readModel(model: Foreign, place: Matrix, context: ModelContext): Promise<ReadModel | null> {
  const unit = model.text('units');
  const own = metresOf(unit, context.metres);
  if (own === null) model.ledger.lose(model.at('units'), `${quote(unit)} is no unit of length; the scene’s is taken`);
  const scale = (own ?? context.metres) / context.metres;
  const [x = 0, y = 0, z = 0] = model.numbers('translation', 3) ?? [];
  const [a = 0, b = 0, c = 0, d = 1] = model.numbers('rotation', 4) ?? [];
  // As CVModel2 composes it: the pose lies within the model's own units.
  const pose = multiply(translation([x, y, z]), rotation([a, b, c, d]));
  const matrix = multiply(multiply(place, scaling([scale, scale, scale])), pose);
  const lods: ModelLod[] = [];
  let bounds = readBox(model, matrix);
  for (const derivative of model.objects('derivatives')) {
    const found = await readDerivative(derivative, matrix, context.draft);
    if (!found) continue;
    if (lods.some(({ quality }) => quality === found.lod.quality))
      model.ledger.lose(derivative.path, `a second step of the quality “${found.lod.quality}” is left out`);
    else {
      lods.push(found.lod);
      bounds ??= found.bounds;
    }
  }
  const { annotations, names } = await readAnnotations(model, matrix, context);
  if (lods.length === 0) {
    model.ledger.lose(
      model.path,
      `the model is left out, and with it ${annotations.length} annotations: none of its files is there`,
    );
    return null;
  }
  lods.sort((one, other) => one.triangles - other.triangles);
  return { lods, boundingBox: bounds ? roundBox(bounds) : undefined, annotations, names };
}

async function readDerivative(derivative: Foreign, matrix: Matrix, draft: Draft) {
  const usage = derivative.text('usage') ?? '';
  const written = derivative.text('quality') ?? '';
  const quality = QUALITIES[written];
  if (usage !== 'Web3D' || quality === undefined) {
    const value = derivative.take('assets');
    draft.ledger.lose(derivative.path, `a copy for ${quote(`${usage} ${written}`)} is no step of a ladder`, value);
    return null;
  }
  const assets = derivative.objects('assets');
  const file = assets.find((asset) => asset.peek('type') === 'Model');
  for (const asset of assets) {
    if (asset === file) continue;
    asset.ignore(...asset.keys());
    draft.ledger.lose(asset.path, `${quote(asset.peek('uri'))} is no model in one file; make one with “grotto lod”`);
  }
  if (!file) return null;
  file.ignore('type', 'mimeType', 'byteSize', 'numFaces', 'part', 'mapType');
  const textureSize = file.number('imageSize', 1, 65_536);
  const uri = file.text('uri');
  const found = uri === undefined ? null : await findModel(draft, uri, file.at('uri'), matrix);
  if (!found) return null;
  return { bounds: found.bounds, lod: { quality, ...found.lod, ...(textureSize !== undefined && { textureSize }) } };
}

function readBox(model: Foreign, matrix: Matrix): Box | null {
  const box = model.object('boundingBox');
  const min = box?.numbers('min', 3);
  const max = box?.numbers('max', 3);
  if (!min || !max) return null;
  return transformBox(matrix, { min: [min[0] ?? 0, min[1] ?? 0, min[2] ?? 0], max: [max[0] ?? 0, max[1] ?? 0, max[2] ?? 0] }); // prettier-ignore
}

async function readAnnotations(model: Foreign, matrix: Matrix, { draft, snapshots, articles, sounds }: ModelContext) {
  const ids = createIdMaker();
  const names = new Map<string, string>();
  const annotations: Annotation[] = [];
  for (const note of model.objects('annotations').slice(0, 200)) {
    const foreignId = note.text('id') ?? '';
    const label = readWords(note, 'title', 'titles');
    const articleId = note.text('articleId');
    const article = articleId === undefined ? undefined : articles.get(articleId);
    if (articleId !== undefined && !article)
      note.ledger.lose(note.at('articleId'), `there is no article ${quote(articleId)}`);
    const body = joinTexts(readWords(note, 'lead', 'leads'), article?.body);
    const [x, y, z] = note.numbers('position', 3) ?? [];
    const alt = readMap(note, 'imageAltText');
    const credit = readMap(note, 'imageCredit');
    const imageUri = note.text('imageUri');
    const picture =
      imageUri === undefined || imageUri === '' ? null : await findPicture(draft, imageUri, note.at('imageUri'));
    const audioId = note.text('audioId');
    const sound = audioId === undefined ? undefined : sounds.get(audioId);
    if (audioId && sound === undefined)
      note.ledger.lose(note.at('audioId'), `there is no sound ${quote(audioId)} to be played`);
    const view = snapshots.get(note.text('viewId') ?? '')?.view;
    if (x === undefined || y === undefined || z === undefined) {
      note.ledger.lose(
        note.path,
        `the annotation ${quote(Object.values(label)[0] ?? foreignId)} is left out: it says no position`,
      );
      continue;
    }
    const id = ids.make(Object.values(label)[0] ?? foreignId, 'note');
    names.set(foreignId, id);
    const at = transformPoint(matrix, [x, y, z]).map((value) => Math.round(value * 1e6) / 1e6);
    annotations.push({
      id,
      label: isEmpty(label) ? { und: foreignId || id } : label,
      ...(!isEmpty(body) && { body }),
      ...(picture && {
        image: addImage(draft, picture, id, isEmpty(alt) ? label : alt, isEmpty(credit) ? {} : { credit }),
      }),
      ...(sound !== undefined && { sound }),
      target: { type: 'point', at: [at[0] ?? 0, at[1] ?? 0, at[2] ?? 0] },
      ...(view && { view }),
    });
  }
  return { annotations, names };
}
