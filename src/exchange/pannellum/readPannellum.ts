/**
 * A Pannellum configuration: one panorama, or a tour of scenes. Its angles are degrees, yaw to the right and pitch upward
 * as ours; `hfov` is horizontal. (mpetroff/pannellum, doc/json-config-parameters.md)
 */
import type { ExhibitionNode, LanguageMap } from '#document/schema.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { safeLinkUrl } from '#document/uri.ts';
import { pitchOf, verticalFov, yawOf } from '../making/angles.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { leanOfPannellum } from '../making/lean.ts';
import { addImage, findPicture } from '../making/pictures.ts';
import { addPlace, type PendingWay, settleWays } from '../making/places.ts';
import { quote } from '../loss.ts';
import { createLocate } from '../reading/addresses.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { createIdMaker } from '../text/ids.ts';
import { inLanguage, readText } from '../text/words.ts';
import { REASONS } from './reasons.ts';
import { readPicture } from './readPicture.ts';

export async function readPannellum(document: JsonObject, options: ImportOptions): Promise<ImportResult> {
  const ledger = createLedger(REASONS);
  const root = ledger.open(document, '');
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({
    format: 'pannellum',
    ledger,
    folder: options.folder,
    locate,
    language: options.language,
  });
  const defaults = root.object('default');
  const scenes = root.object('scenes');
  const nodes = new Map<string, ExhibitionNode>();
  const ways: PendingWay[] = [];
  const keys = scenes?.keys().slice(0, 5_000) ?? [];
  for (const key of keys) {
    const scene = scenes?.object(key);
    const node = scene && (await readScene(draft, scene, key, [defaults, root], ways));
    if (node) nodes.set(key, node);
  }
  if (keys.length === 0) await readScene(draft, root, options.name ?? 'panorama', [defaults], ways);
  settleWays(draft, ways, nodes);
  const first = (defaults ?? root).text('firstScene');
  const start = first === undefined ? undefined : nodes.get(first);
  if (first !== undefined && !start)
    ledger.lose('/default/firstScene', `it begins at ${quote(first)}, which is not shown`, first);
  const author = defaults?.text('author') ?? (keys.length > 0 ? root.text('author') : undefined);
  const title = defaults?.text('title') ?? (keys.length > 0 ? root.text('title') : undefined);
  const label: LanguageMap = title === undefined ? (draft.nodes[0]?.label ?? {}) : inLanguage(readText(ledger, '/default/title', title, 'mixed')); // prettier-ignore
  return draft.finish({
    name: title ?? (options.name ?? 'pannellum').replace(/\.json$/, ''),
    label,
    ...(author !== undefined && {
      requiredStatement: { label: inLanguage('Author', 'en'), value: inLanguage(author) },
    }),
    ...(start && { start: start.id }),
  });
}

/** A key of the scene, else of what it lies in: as Pannellum merges them. */
function inherited(
  scene: Foreign,
  outer: readonly (Foreign | undefined)[],
  key: string,
  most = 1e6,
): number | undefined {
  for (const one of [scene, ...outer]) {
    const value = one?.number(key, -most, most);
    if (value !== undefined) return value;
  }
  return undefined;
}

async function readScene(
  draft: Draft,
  scene: Foreign,
  key: string,
  outer: readonly (Foreign | undefined)[],
  ways: PendingWay[],
) {
  const title = scene.text('title');
  const label = inLanguage(title === undefined ? key : readText(draft.ledger, scene.at('title'), title, 'mixed'));
  const author = scene.text('author');
  const authorUrl = scene.text('authorURL');
  const [yaw, pitch, hfov] = ['yaw', 'pitch', 'hfov'].map((name) => inherited(scene, outer, name));
  const north = inherited(scene, outer, 'northOffset');
  const base = [scene, ...outer].map((one) => one?.text('basePath')).find((one) => one !== undefined) ?? '';
  const [leanPitch, leanRoll] = ['horizonPitch', 'horizonRoll'].map((name) => inherited(scene, outer, name, 90));
  const pose = leanOfPannellum(leanPitch ?? 0, leanRoll ?? 0);
  const picture = await readPicture(draft, scene, base);
  const poster = await readPoster(draft, scene, base);
  const hotspots = scene.objects('hotSpots');
  const node = picture && addPlace(draft, { wish: key, label, path: scene.path, poster, pose, ...picture });
  if (!node) {
    for (const hotspot of hotspots) hotspot.ignore(...hotspot.keys());
    draft.ledger.lose(scene.path, `the scene ${quote(title ?? key)} is left out, and with it ${hotspots.length} labels and ways: its picture is not here`); // prettier-ignore
    return null;
  }
  if (yaw !== undefined || pitch !== undefined || hfov !== undefined) {
    node.start = {
      yaw: yawOf(yaw ?? 0),
      pitch: pitchOf(pitch ?? 0),
      ...(hfov !== undefined && { fov: verticalFov(hfov) }),
    };
  }
  if (north !== undefined) node.heading = yawOf(north);
  const asset = draft.assets.find(({ id }) => id === node.asset);
  if (asset && author !== undefined) asset.credit = inLanguage(author + link(authorUrl));
  const ids = createIdMaker();
  for (const hotspot of hotspots)
    await readHotspot(draft, hotspot, node, ids.make(hotspot.text('id') ?? '', 'label'), ways);
  return node;
}

async function readPoster(draft: Draft, scene: Foreign, base: string) {
  const preview = scene.text('preview');
  return preview === undefined ? null : findPicture(draft, base + preview, scene.at('preview'));
}

function link(url: string | undefined): string {
  return url !== undefined && safeLinkUrl(url) !== null ? ` (${url})` : '';
}

async function readHotspot(
  draft: Draft,
  hotspot: Foreign,
  node: ExhibitionNode,
  id: string,
  ways: PendingWay[],
): Promise<void> {
  const { ledger } = draft;
  const type = hotspot.text('type') ?? 'info';
  const target = {
    yaw: yawOf(hotspot.number('yaw', -1e6, 1e6) ?? 0),
    pitch: pitchOf(hotspot.number('pitch', -1e6, 1e6) ?? 0),
  };
  const written = hotspot.text('text');
  const text = written === undefined ? '' : readText(ledger, hotspot.at('text'), written, 'mixed');
  const to = hotspot.text('sceneId');
  hotspot.lose('targetPitch', 'where one looks on arrival is left out: a place has one view to begin with');
  hotspot.lose('targetYaw', 'where one looks on arrival is left out: a place has one view to begin with');
  hotspot.lose('targetHfov', 'where one looks on arrival is left out: a place has one view to begin with');
  hotspot.lose('video', 'a film has no place in a label');
  if (type === 'scene' || to !== undefined) {
    ways.push({ node, to: to ?? '', path: hotspot.path, target, label: text === '' ? null : inLanguage(text) });
    return;
  }
  const url = hotspot.text('URL');
  if (url !== undefined && safeLinkUrl(url) === null)
    ledger.lose(hotspot.at('URL'), `${quote(url)} is no link that a visitor may follow`, url);
  const address = hotspot.text('image');
  const body = inLanguage([text, link(url).trim()].filter((one) => one !== '').join('\n\n'));
  const label = inLanguage(text.split('\n')[0]?.slice(0, 120) || (url ?? id));
  const picture = address === undefined ? null : await findPicture(draft, address, hotspot.at('image'));
  if ((node.hotspots?.length ?? 0) >= 500) ledger.lose(hotspot.path, 'a place has no more than 500 labels');
  else if (picture)
    node.hotspots = [
      ...(node.hotspots ?? []),
      { kind: 'image', id, label, target, image: addImage(draft, picture, id, label), body },
    ];
  else if (text === '' && url === undefined)
    ledger.lose(hotspot.path, 'a mark that says nothing is left out', isJsonObject(target) && target);
  else node.hotspots = [...(node.hotspots ?? []), { kind: 'text', id, label, target, body }];
}
