/**
 * A krpano tour (`tour.xml`): its scenes, pictures and hotspots as data; actions are script and not read. Degrees: `hlookat`
 * and `ath` grow to the right as ours, `vlookat` and `atv` grow downward (krpano.com/docu/xml).
 */
import type { ExhibitionNode } from '#document/schema.ts';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { ExchangeError, quote } from '../loss.ts';
import { fovOf, pitchOf, TAKEN_ASPECT, verticalFov, yawOf } from '../making/angles.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { addPlace, type PendingWay, settleWays } from '../making/places.ts';
import { createLocate } from '../reading/addresses.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { createIdMaker } from '../text/ids.ts';
import { inLanguage, readText } from '../text/words.ts';
import { readImage } from './readImage.ts';
import { readXml } from './readXml.ts';
import { REASONS } from './reasons.ts';

export async function readKrpano(text: string, options: ImportOptions): Promise<ImportResult> {
  const { name, element } = readXml(text);
  if (name !== 'krpano') throw new ExchangeError('expected <krpano> as the outermost element');
  const ledger = createLedger(REASONS);
  const root = ledger.open(element, '');
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({ format: 'krpano', ledger, folder: options.folder, locate, language: options.language });
  const title = root.text('title');
  const nodes = new Map<string, ExhibitionNode>();
  const ways: PendingWay[] = [];
  for (const scene of root.objects('scene')) {
    const key = scene.text('name') ?? '';
    const node = await readScene(draft, scene, key, ways);
    if (node) nodes.set(key.toLowerCase(), node);
  }
  // A file without scenes shows one panorama by itself.
  if (root.has('image'))
    await readScene(draft, root, title ?? options.name?.replace(/\.xml$/i, '') ?? 'panorama', ways);
  settleWays(draft, ways, nodes);
  return draft.finish({
    name: title ?? (options.name ?? 'krpano').replace(/\.xml$/i, ''),
    label: title === undefined || title === '' ? (draft.nodes[0]?.label ?? {}) : inLanguage(title),
  });
}

async function readScene(
  draft: Draft,
  scene: Foreign,
  key: string,
  ways: PendingWay[],
): Promise<ExhibitionNode | null> {
  const { ledger } = draft;
  const title = scene.text('title') ?? key;
  const label = inLanguage(readText(ledger, scene.at('title'), title === '' ? key : title, 'mixed'));
  const hotspots = scene.objects('hotspot');
  const views = scene.objects('view');
  const heading = numberAt(scene, 'heading');
  const [image, ...others] = scene.objects('image');
  for (const other of others) {
    ledger.lose(other.path, 'a second picture of the same place is left out');
    other.ignore(...other.keys());
  }
  const preview = scene.objects('preview')[0]?.text('url');
  const found = image && (await readImage(draft, image, preview));
  const node = found && addPlace(draft, { wish: key, label, tiles: found, path: image.path });
  if (!node) {
    for (const one of [...hotspots, ...views]) one.ignore(...one.keys());
    ledger.lose(
      scene.path,
      `the scene ${quote(title)} is left out, and with it ${hotspots.length} hotspots: its picture is not here`,
    );
    return null;
  }
  if (heading !== undefined) node.heading = yawOf(heading);
  for (const view of views) readView(view, node);
  const ids = createIdMaker();
  for (const hotspot of hotspots) readHotspot(hotspot, node, ids.make(hotspot.text('name') ?? '', 'label'), ways);
  return node;
}

/** Attributes are texts; one that is no number is a loss. */
export function numberAt(owner: Foreign, key: string): number | undefined {
  const text = owner.text(key);
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  if (Number.isFinite(value) && Math.abs(value) < 1e6) return value;
  owner.ledger.lose(owner.at(key), `expected a number, found ${quote(text)}`, text);
  return undefined;
}

function readView(view: Foreign, node: ExhibitionNode): void {
  const [yaw, down, fov] = [numberAt(view, 'hlookat'), numberAt(view, 'vlookat'), numberAt(view, 'fov')];
  const type = (view.text('fovtype') ?? 'MFOV').toUpperCase();
  if (yaw === undefined && down === undefined && fov === undefined) return;
  node.start = {
    yaw: yawOf(yaw ?? 0),
    pitch: pitchOf(-(down ?? 0)),
    ...(fov !== undefined && { fov: readFov(fov, type) }),
  };
}

/** MFOV is horizontal on a wide screen as far as 4 by 3, DFOV runs from corner to corner. */
function readFov(fov: number, type: string): number {
  if (type === 'VFOV') return fovOf(fov);
  if (type === 'DFOV') {
    const half = Math.tan(toRadians(Math.max(1, Math.min(178, fov))) / 2) / Math.hypot(TAKEN_ASPECT, 1);
    return fovOf(toDegrees(2 * Math.atan(half)));
  }
  return type === 'MFOV' ? verticalFov(fov, 4 / 3) : verticalFov(fov);
}

function readHotspot(hotspot: Foreign, node: ExhibitionNode, id: string, ways: PendingWay[]): void {
  const { ledger } = hotspot;
  const [yaw, down] = [numberAt(hotspot, 'ath'), numberAt(hotspot, 'atv')];
  const points = hotspot.objects('point').flatMap((point): [number, number][] => {
    const [h, v] = [numberAt(point, 'ath'), numberAt(point, 'atv')];
    return h === undefined || v === undefined ? [] : [[yawOf(h), pitchOf(-v)]];
  });
  const target =
    yaw === undefined && down === undefined ? null : { yaw: yawOf(yaw ?? 0), pitch: pitchOf(-(down ?? 0)) };
  const to = hotspot.text('linkedscene');
  hotspot.ignore('type', 'style');
  const written = hotspot.text('tooltip') ?? hotspot.text('text') ?? hotspot.text('html') ?? hotspot.text('title');
  const words =
    written === undefined
      ? ''
      : readText(ledger, hotspot.path, written.replace(/^\[/, '<').replace(/\]$/, '>'), 'mixed');
  if (to !== undefined && to !== '') {
    hotspot.lose('linkedscene_lookat', 'where one looks on arrival is left out: a place has one view to begin with');
    ways.push({
      node,
      to: to.toLowerCase(),
      path: hotspot.path,
      target,
      label: words === '' ? null : inLanguage(words),
    });
    return;
  }
  const area = points.length >= 3 && points.length <= 200 ? points : null;
  if (words === '' || (!target && !area)) {
    ledger.lose(hotspot.path, 'a hotspot that says nothing, or only by script, is left out', id);
    return;
  }
  const hotspots = (node.hotspots ??= []);
  const label = inLanguage(words.split('\n')[0]?.slice(0, 120) ?? id);
  if (hotspots.length >= 500) ledger.lose(hotspot.path, 'a place has no more than 500 labels');
  else
    hotspots.push({
      kind: 'text',
      id,
      label,
      ...(target && { target }),
      ...(area && { area }),
      body: inLanguage(words),
    });
}
