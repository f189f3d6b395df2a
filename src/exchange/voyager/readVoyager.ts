/**
 * A Smithsonian Voyager document (SVX) as a hall with its relics. The shape is that of the schemas in
 * Smithsonian/dpo-voyager; units, poses and cameras become metres in the frame of the scene.
 */
import type { LanguageMap, ModelAsset } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { ExchangeError, quote } from '../loss.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { createLocate } from '../reading/addresses.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { addText, inLanguage, isEmpty, joinTexts, readTag } from '../text/words.ts';
import { type Meta, readMeta } from './readMeta.ts';
import { type ReadModel, readModel } from './readModel.ts';
import { indices, listModels } from './readNodes.ts';
import { addTours } from './readTours.ts';
import { readOrbit, readSnapshots } from './readViews.ts';
import { REASONS } from './reasons.ts';
import { metresOf } from './units.ts';

export const SVX_TYPE = 'application/si-dpo-3d.document+json';

export async function readVoyager(document: JsonObject, options: ImportOptions): Promise<ImportResult> {
  const ledger = createLedger(REASONS);
  const root = ledger.open(document, '');
  const asset = root.object('asset');
  if (asset?.text('type') !== SVX_TYPE)
    throw new ExchangeError(`expected asset.type “${SVX_TYPE}” of a Voyager document`);
  asset.ignore('version', 'generator');
  const copyright = asset.text('copyright');
  const scene = pickScene(root);
  const setup = componentAt(root, 'setups', scene.number('setup'));
  const unit = scene.text('units') ?? setup?.text('units');
  const metres = metresOf(unit);
  if (metres === null) ledger.lose(setup?.at('units') ?? '/scenes', `${quote(unit)} is no unit of length; cm is taken`);
  const draft = createDraft({ format: 'voyager', ledger, folder: options.folder, locate: createLocate(undefined, options.mounts), language: readLanguage(setup) ?? options.language }); // prettier-ignore
  const { about, relics, articles } = await readRelics(draft, root, scene, setup, metres ?? 0.01);
  const names = relics.map(({ names: own, hotspot }) => ({ hotspot, names: own }));
  addTours(draft, setup, { snapshots: about.snapshots, articles, relics: names });
  const label = isEmpty(about.title) ? (relics[0]?.label ?? {}) : about.title;
  return draft.finish({
    name: options.name ?? 'voyager',
    label,
    ...(copyright !== undefined && copyright !== '' && {
      requiredStatement: { label: inLanguage('Copyright', 'en'), value: inLanguage(copyright) },
    }),
  }); // prettier-ignore
}

function pickScene(root: Foreign): Foreign {
  const scenes = root.objects('scenes');
  const index = root.number('scene') ?? 0;
  const scene = scenes[index];
  if (!scene) throw new ExchangeError(`the document shows scene ${index}, but has ${scenes.length} scenes`);
  scenes.forEach((other, at) => {
    if (at === index) return;
    other.ignore(...other.keys());
    root.ledger.lose(other.path, 'the scene is left out: the document shows another one');
  });
  scene.ignore('name');
  return scene;
}

function componentAt(root: Foreign, key: string, index: number | undefined): Foreign | undefined {
  return index === undefined ? undefined : root.objects(key)[index];
}

function readLanguage(setup: Foreign | undefined): string | undefined {
  const written = setup?.object('language')?.text('language');
  return written === undefined ? undefined : (readTag(written) ?? undefined);
}

interface Relic {
  readonly hotspot: string;
  readonly label: LanguageMap;
  readonly names: ReadonlyMap<string, string>;
}

async function readRelics(draft: Draft, root: Foreign, scene: Foreign, setup: Foreign | undefined, metres: number) {
  const { ledger } = draft;
  const metas: Meta[] = [];
  for (const meta of root.objects('metas')) metas.push(await readMeta(draft, meta));
  const sceneMeta = metas[scene.number('meta') ?? (metas.length === 1 ? 0 : -1)];
  const snapshots = readSnapshots(setup?.object('snapshots'), metres);
  const articles = new Map(metas.flatMap((meta) => [...meta.articles]));
  const sounds = new Map(metas.flatMap((meta) => [...meta.sounds]));
  const models = root.objects('models');
  const placed = listModels(root, indices(scene, 'nodes'), metres);
  const start = readStart(setup, metres);
  const relics: Relic[] = [];
  const used = new Set<Meta>();
  for (const { node, model: index, place, meta: metaIndex } of placed) {
    const model = models[index];
    const meta = metaIndex === undefined ? (placed.length === 1 ? sceneMeta : undefined) : metas[metaIndex];
    if (!model) {
      ledger.lose(node.at('model'), `there is no model ${index}`);
      continue;
    }
    const read = await readModel(model, place, { draft, metres, snapshots, articles, sounds });
    const label = pickLabel(meta, node, sceneMeta, placed.length);
    if (!read) continue;
    if (meta) used.add(meta);
    relics.push(addRelic(draft, read, { label, meta: meta ?? null, start: placed.length === 1 ? start : null }));
  }
  for (const meta of metas) if (!used.has(meta)) hangArticles(draft, meta);
  if (relics.length > 1) ledger.lose('/nodes', 'how the models stand to each other is left out: the hall sets them up');
  return { about: { title: sceneMeta?.title ?? {}, snapshots }, relics, articles };
}

/** What no relic has taken hangs on the wall. */
function hangArticles(draft: Draft, { articles, poster }: Meta): void {
  if (poster)
    draft.ledger.lose('/metas', `the picture “${poster.uri}” belongs to no relic and is left out`, poster.uri);
  for (const { title, body } of articles.values()) {
    const label = isEmpty(title) ? inLanguage('Article', 'en') : title;
    if (!isEmpty(body) || !isEmpty(title))
      draft.halls.add({ kind: 'text', label, body }, Object.values(label)[0] ?? 'article');
  }
}

function pickLabel(meta: Meta | undefined, node: Foreign, scene: Meta | undefined, count: number): LanguageMap {
  const name = node.text('name');
  if (meta && !isEmpty(meta.title)) return meta.title;
  if (count === 1 && scene && !isEmpty(scene.title)) return scene.title;
  return { und: name ?? 'model' };
}

function readStart(setup: Foreign | undefined, metres: number): ModelAsset['start'] | null {
  const navigation = setup?.object('navigation');
  navigation?.ignore('type', 'enabled', 'autoZoom', 'autoRotation', 'lightsFollowCamera');
  navigation?.lose('walk', 'walking about a model has no place: one goes around it');
  const orbit = navigation?.object('orbit');
  orbit?.ignore('minOrbit', 'maxOrbit', 'minOffset', 'maxOffset');
  const angles = orbit?.numbers('orbit', 3);
  const offset = orbit?.numbers('offset', 3);
  const pivot = orbit?.numbers('pivot', 3);
  return angles && offset ? readOrbit(angles, offset, metres, pivot) : null;
}

function addRelic(
  draft: Draft,
  read: ReadModel,
  { label, meta, start }: { label: LanguageMap; meta: Meta | null; start: ModelAsset['start'] | null },
): Relic {
  const id = draft.assetIds.make(Object.values(label)[0] ?? 'model', 'model');
  const { lods, boundingBox, annotations, names } = read;
  draft.assets.push({
    kind: 'model',
    id,
    label,
    lods,
    ...(boundingBox && { boundingBox }),
    ...(meta?.poster && { poster: meta.poster }),
    ...(annotations.length > 0 && { annotations }),
    ...(start && { start }),
  });
  let body: LanguageMap = {};
  for (const article of meta?.articles.values() ?? []) {
    for (const [tag, title] of Object.entries(article.title)) addText(body, tag, title, '\n\n');
    body = joinTexts(body, article.body);
  }
  const { hotspot } = draft.halls.add({ kind: 'relic', label, model: id, ...(!isEmpty(body) && { body }) }, id);
  return { hotspot: hotspot.id, label, names };
}
