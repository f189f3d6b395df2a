/**
 * The configuration of Photo Sphere Viewer as JSON: one panorama with markers, or the nodes of its virtual tour. Numbers
 * are radians; yaw grows to the right and pitch upward, as ours.
 */
import type { ExhibitionNode, LanguageMap, PanoramaAsset } from '#document/schema.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { pitchOf, yawOf } from '../making/angles.ts';
import { leanOfPhotoSphereViewer } from '../making/lean.ts';
import { addImage, findPicture } from '../making/pictures.ts';
import { addPlace, type PendingWay, settleWays } from '../making/places.ts';
import { createLocate } from '../reading/addresses.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { createIdMaker, type IdMaker } from '../text/ids.ts';
import { inLanguage, readText } from '../text/words.ts';
import { readAngle, readPosition } from './readAngles.ts';
import { readPanorama } from './readPanorama.ts';
import { REASONS } from './reasons.ts';

export async function readPhotoSphereViewer(document: JsonObject, options: ImportOptions): Promise<ImportResult> {
  const ledger = createLedger(REASONS);
  const root = ledger.open(document, '');
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({
    format: 'photo-sphere-viewer',
    ledger,
    folder: options.folder,
    locate,
    language: options.language,
  });
  const settings = [root, ...listPlugins(root)];
  const nodes = new Map<string, ExhibitionNode>();
  const ways: PendingWay[] = [];
  const places = settings.flatMap((one) => one.objects('nodes'));
  for (const place of places) {
    const id = place.text('id') ?? '';
    const node = await readPlace(draft, place, id, ways);
    if (node) nodes.set(id, node);
  }
  if (places.length === 0) {
    const node = await readPlace(draft, root, options.name?.replace(/\.json$/, '') ?? 'panorama', ways);
    for (const plugin of settings.slice(1)) if (node) await readMarkers(draft, plugin, node);
  }
  settleWays(draft, ways, nodes);
  const first = settings.map((one) => one.text('startNodeId')).find((one) => one !== undefined);
  const start = first === undefined ? undefined : nodes.get(first);
  if (first !== undefined && !start) ledger.lose('', `it begins at ${quote(first)}, which is not shown`, first);
  return draft.finish({
    name: (options.name ?? 'panorama').replace(/\.json$/, ''),
    label: draft.nodes[0]?.label ?? {},
    ...(start && { start: start.id }),
  });
}

/** Plugins are pairs of a name and its settings, or settings alone. */
function listPlugins(root: Foreign): Foreign[] {
  return root.list('plugins').flatMap(({ value, path }) => {
    const settings: unknown = Array.isArray(value) ? value[1] : value;
    return isJsonObject(settings) ? [root.ledger.open(settings, Array.isArray(value) ? `${path}/1` : path)] : [];
  });
}

async function readPlace(
  draft: Draft,
  place: Foreign,
  wish: string,
  ways: PendingWay[],
): Promise<ExhibitionNode | null> {
  const { ledger } = draft;
  const adapter = place.text('adapter');
  const name = wordsAt(place, 'name') ?? wordsAt(place, 'caption') ?? inLanguage(wish);
  const description = wordsAt(place, 'description');
  const [yaw, pitch] = [readAngle(place.take('defaultYaw')), readAngle(place.take('defaultPitch'))];
  place.lose('defaultZoomLvl', 'how near one begins is left out: it depends on the viewer’s own limits');
  const pose = readLean(place);
  const tiles = await readPanorama(draft, place);
  const node = tiles && addPlace(draft, { wish, label: name, tiles, pose, path: place.path });
  if (!node) {
    for (const key of ['links', 'markers']) place.lose(key, 'is left out with its panorama');
    ledger.lose(
      place.path,
      `the panorama ${quote(wish)} is left out${adapter === undefined ? '' : ` (adapter ${quote(adapter)})`}`,
    );
    return null;
  }
  if (description) node.summary = description;
  if (yaw !== null || pitch !== null) node.start = { yaw: yawOf(yaw ?? 0), pitch: pitchOf(pitch ?? 0) };
  for (const link of place.objects('links')) {
    const label = wordsAt(link, 'name');
    ways.push({ node, to: link.text('nodeId') ?? '', path: link.path, target: readPosition(link, 'position'), label });
  }
  await readMarkers(draft, place, node);
  return node;
}

/** How the sphere is turned; angles that are none stay losses. */
function readLean(place: Foreign): PanoramaAsset['pose'] {
  const correction = place.object('sphereCorrection');
  const [pan, tilt, roll] = ['pan', 'tilt', 'roll'].map((key) => {
    const angle = readAngle(correction?.take(key) ?? 0);
    if (angle === null) correction?.ledger.lose(correction.at(key), `${quote(correction.peek(key))} is no angle`);
    return yawOf(angle ?? 0);
  });
  return leanOfPhotoSphereViewer(pan ?? 0, pitchOf(tilt ?? 0), roll ?? 0);
}

function wordsAt(owner: Foreign, key: string): LanguageMap | null {
  const text = owner.text(key);
  return text === undefined || text === '' ? null : inLanguage(readText(owner.ledger, owner.at(key), text, 'mixed'));
}

async function readMarkers(draft: Draft, owner: Foreign, node: ExhibitionNode): Promise<void> {
  const ids = createIdMaker();
  for (const marker of owner.objects('markers')) await readMarker(draft, marker, node, ids);
}

async function readMarker(draft: Draft, marker: Foreign, node: ExhibitionNode, ids: IdMaker): Promise<void> {
  const { ledger } = draft;
  const id = ids.make(marker.text('id') ?? '', 'label');
  const tooltip = marker.peek('tooltip');
  const title =
    typeof tooltip === 'string'
      ? tooltip
      : isJsonObject(tooltip) && typeof tooltip['content'] === 'string'
        ? tooltip['content']
        : null;
  marker.ignore('tooltip');
  const content = wordsAt(marker, 'content');
  const html = wordsAt(marker, 'html');
  const layer = marker.text('imageLayer');
  const target = readPosition(marker, 'position');
  const corners = marker.peek('polygon') ?? marker.peek('polyline');
  const area = readCorners(corners);
  if (area) marker.ignore('polygon');
  const words =
    content ?? html ?? (title === null ? null : inLanguage(readText(ledger, marker.at('tooltip'), title, 'mixed')));
  const label = title === null ? words : inLanguage(readText(ledger, marker.at('tooltip'), title, 'mixed'));
  if ((!target && !area) || !words || !label) {
    ledger.lose(marker.path, 'the marker is left out: it says nothing, or nowhere', id);
    return;
  }
  const base = { id, label, ...(target && { target }), ...(area && { area }) };
  const picture = layer === undefined ? null : await findPicture(draft, layer, marker.at('imageLayer'));
  const hotspots = (node.hotspots ??= []);
  if (hotspots.length >= 500) ledger.lose(marker.path, 'a place has no more than 500 labels');
  else if (picture) hotspots.push({ ...base, kind: 'image', image: addImage(draft, picture, id, label), body: words });
  else hotspots.push({ ...base, kind: 'text', body: words });
}

/** Corners by yaw and pitch; those in pixels are left. */
function readCorners(value: unknown): [number, number][] | null {
  if (!Array.isArray(value) || value.length < 3 || value.length > 200) return null;
  const corners = value.map((corner): [number | null, number | null] =>
    Array.isArray(corner) ? [readAngle(corner[0]), readAngle(corner[1])] : [null, null],
  );
  const isWhole = corners.every(([yaw, pitch]) => yaw !== null && pitch !== null);
  return isWhole ? corners.map(([yaw, pitch]) => [yawOf(yaw ?? 0), pitchOf(pitch ?? 0)]) : null;
}
