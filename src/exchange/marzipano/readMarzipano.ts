/**
 * The data of a Marzipano tour (`data.js` of its tool, or the same as JSON). The script is not run: what stands between
 * its first brace and its last is read as JSON. Radians; yaw grows to the right, pitch grows downward whatever its
 * comments say (google/marzipano, src/views/Rectilinear.js: y = −sin pitch); `fov` is vertical.
 */
import type { ExhibitionNode } from '#document/schema.ts';
import { describeFault } from '#document/fault.ts';
import { readJson } from '#document/read.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { toDegrees } from '#shared/angle.ts';
import { ExchangeError, quote } from '../loss.ts';
import { fovOf, pitchOf, yawOf } from '../making/angles.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { addPlace, findTemplate, type PendingWay, settleWays } from '../making/places.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import { createLocate } from '../reading/addresses.ts';
import { measurePicture } from '../reading/folder.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger, type KeyReasons } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { createIdMaker } from '../text/ids.ts';
import { inLanguage, readText } from '../text/words.ts';

const REASONS: KeyReasons = {
  settings: 'is about Marzipano’s own interface',
  rotation: 'is about how a mark looks',
};

export async function readMarzipano(text: string, options: ImportOptions): Promise<ImportResult> {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from === -1 || to < from) throw new ExchangeError('expected data between braces, as in “var APP_DATA = { … };”');
  const reading = readJson(text.slice(from, to + 1));
  if (reading.fault)
    throw new ExchangeError(`what stands between the braces is no plain data: ${describeFault(reading.fault)}`);
  if (!isJsonObject(reading.value)) throw new ExchangeError('expected an object { … }');
  return readTour(reading.value, text, from, options);
}

async function readTour(
  document: JsonObject,
  text: string,
  from: number,
  options: ImportOptions,
): Promise<ImportResult> {
  const ledger = createLedger(REASONS);
  const root = ledger.open(document, '');
  const script = text.slice(0, from).trim();
  if (!/^(?:(?:var|let|const|window\.)?\s*[\w.]+\s*=)?$/.test(script))
    ledger.lose('', 'script before the data is not read', script.slice(0, 2_000));
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({
    format: 'marzipano',
    ledger,
    folder: options.folder,
    locate,
    language: options.language,
  });
  const nodes = new Map<string, ExhibitionNode>();
  const ways: PendingWay[] = [];
  for (const scene of root.objects('scenes')) {
    const id = scene.text('id') ?? '';
    const node = await readScene(draft, scene, id, ways);
    if (node) nodes.set(id, node);
  }
  settleWays(draft, ways, nodes);
  const name = root.text('name');
  return draft.finish({
    name: name ?? 'marzipano',
    label: name === undefined || name === '' ? (draft.nodes[0]?.label ?? {}) : inLanguage(name),
  });
}

async function readScene(draft: Draft, scene: Foreign, id: string, ways: PendingWay[]): Promise<ExhibitionNode | null> {
  const { ledger } = draft;
  const name = scene.text('name') ?? id;
  const label = inLanguage(readText(ledger, scene.at('name'), name, 'mixed'));
  scene.ignore('faceSize');
  const view = scene.object('initialViewParameters');
  const [yaw, pitch, fov] = ['yaw', 'pitch', 'fov'].map((key) => view?.number(key, -100, 100));
  const links = scene.objects('linkHotspots');
  const infos = scene.objects('infoHotspots');
  const tiles = await readLevels(draft, scene, id);
  const node = tiles && addPlace(draft, { wish: id === '' ? name : id, label, tiles, path: scene.path });
  if (!node) {
    for (const one of [...links, ...infos]) one.ignore(...one.keys());
    ledger.lose(
      scene.path,
      `the scene ${quote(name)} is left out, and with it ${links.length + infos.length} hotspots`,
    );
    return null;
  }
  if (view) {
    const target = { yaw: yawOf(toDegrees(yaw ?? 0)), pitch: pitchOf(-toDegrees(pitch ?? 0)) };
    node.start = { ...target, ...(fov !== undefined && fov > 0 && { fov: fovOf(toDegrees(fov)) }) };
  }
  for (const link of links)
    ways.push({ node, to: link.text('target') ?? '', path: link.path, target: targetOf(link), label: null });
  const ids = createIdMaker();
  for (const info of infos) readInfo(info, node, ids.make(info.glance('title'), 'label'));
  return node;
}

function targetOf(hotspot: Foreign): { yaw: number; pitch: number } {
  const yaw = hotspot.number('yaw', -100, 100) ?? 0;
  const pitch = hotspot.number('pitch', -100, 100) ?? 0;
  return { yaw: yawOf(toDegrees(yaw)), pitch: pitchOf(-toDegrees(pitch)) };
}

function readInfo(info: Foreign, node: ExhibitionNode, id: string): void {
  const target = targetOf(info);
  const title = readText(info.ledger, info.at('title'), info.text('title') ?? '', 'mixed');
  const text = readText(info.ledger, info.at('text'), info.text('text') ?? '', 'mixed');
  const hotspots = (node.hotspots ??= []);
  if (title === '' && text === '') info.ledger.lose(info.path, 'a mark that says nothing is left out');
  else if (hotspots.length >= 500) info.ledger.lose(info.path, 'a place has no more than 500 labels');
  else
    hotspots.push({
      kind: 'text',
      id,
      label: inLanguage(title === '' ? text.slice(0, 80) : title),
      target,
      body: inLanguage(text),
    });
}

/** Tiles lie under `tiles/<scene>/{z}/{f}/{y}/{x}.jpg`; the level that is only a fallback is the preview. */
async function readLevels(draft: Draft, scene: Foreign, id: string): Promise<PanoramaTiles | null> {
  const levels = scene.objects('levels').map((level) => ({
    tileSize: level.number('tileSize', 64, 2_048),
    size: level.number('size', 1, 1_048_576),
    isFallback: level.flag('fallbackOnly') === true,
  }));
  const template = findTemplate(draft, `tiles/${id}/{z}/{f}/{y}/{x}.jpg`, scene.at('id'));
  if (template === null) return null;
  const shown = levels.filter(({ isFallback }) => !isFallback);
  const preview = await readPreview(draft, `tiles/${id}/preview.jpg`);
  const tileSize = Math.max(...shown.map(({ tileSize: size }) => size ?? 0));
  const isEven = shown.every(
    (level) =>
      level.size !== undefined && Math.ceil(level.size / (level.tileSize ?? 1)) === Math.ceil(level.size / tileSize),
  );
  if (shown.length > 0 && isEven)
    return {
      format: 'cube-tiles',
      template,
      tileSize,
      levels: shown.map((level) => level.size ?? 0),
      firstLevel: levels.length - shown.length,
      firstIndex: 0,
      faces: 'frblud',
      ...(preview && { preview }),
    };
  const isCounted = levels.every(({ isFallback }, index) => isFallback === (index === 0 && preview !== null));
  if (!isCounted) {
    draft.ledger.lose(
      scene.at('levels'),
      'levels of several tile sizes are left out: their preview is not here',
      levels,
    );
    return null;
  }
  return {
    format: 'as-written',
    source: {
      type: 'marzipano-tiles',
      url: template,
      levels: levels.map(({ tileSize: edge = 0, size = 0, isFallback }) => ({ tileSize: edge, size, ...(isFallback && { fallbackOnly: true }) })),
      ...(preview && { cubeMapPreviewUrl: preview.uri, cubeMapPreviewFaceOrder: preview.order }),
    },
  }; // prettier-ignore
}

/** All six faces in one picture, as the tool writes them; null where it is not here. */
async function readPreview(draft: Draft, uri: string) {
  const size = await measurePicture(draft.folder, uri);
  const isStrip = size && size.height === size.width * 6 && size.width >= 8 && size.width <= 1_024;
  return isStrip ? { uri, faceSize: size.width, order: 'bdflru' } : null;
}
