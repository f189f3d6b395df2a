/** What a schema cannot say about assets: where their files may lie, and whether their numbers fit together. */
import { findTemplateFault } from '#sources/panorama/cube-tiles/address.ts';
import type { TileFiles } from '#sources/panorama/tile-files/tileFiles.ts';
import type { Fault, FaultList } from '../fault.ts';
import type {
  Asset,
  AudioAsset,
  Exhibition,
  FlatSource,
  ModelAsset,
  PanoramaAsset,
  PanoramaDepth,
  PanoramaSource,
  TilesetAsset,
} from '../schema.ts';
import { findAssetUriFault } from '../uri.ts';
import { placeIn, type Places } from './places.ts';
import { type Losses, note } from './prune.ts';

/** The key under which a lost layer is kept in `Losses.lostAssets`. */
export function layerKey(assetId: string, layerId: string): string {
  return `${assetId}/${layerId}`;
}

/** Takes out every asset, layer, poster and preview that cannot be shown. */
export function gateAssets(exhibition: Exhibition, places: Places, faults: FaultList, losses: Losses): void {
  exhibition.assets = exhibition.assets.filter((asset) => {
    const found = gateAsset(asset, places, faults, losses);
    for (const fault of found) {
      faults.add(fault);
      note(losses.lostAssets, asset.id, fault);
    }
    return found.length === 0;
  });
}

function gateAsset(asset: Asset, places: Places, faults: FaultList, losses: Losses): Fault[] {
  switch (asset.kind) {
    case 'image':
      return gateUri(asset, 'uri', places);
    case 'model':
      return gateModel(asset, places, faults);
    case 'panorama':
      return gatePanorama(asset, places, faults, losses);
    case 'tileset':
      return gateTileset(asset, places, faults);
    case 'audio':
      return gateAudio(asset, places, faults);
    case 'gallery':
      gatePicture(asset, 'poster', places, faults);
      return [];
    case 'scroll':
    case 'picture':
      gatePicture(asset, 'poster', places, faults);
      return gateFlat(asset.source, places);
  }
}

/** Sections, regions and templates that lead nowhere harm nobody; `check/checkFlat.ts` says so. */
function gateFlat(source: FlatSource, places: Places): Fault[] {
  if (source.type === 'tile-files') return tileFaults(source, places);
  return source.type === 'flat-image' ? gateUri(source, 'uri', places) : gateUri(source, 'template', places);
}

function tileFaults(source: TileFiles, places: Places): Fault[] {
  return source.faults.map(({ key, fault }) => wrong(placeIn(places, source, key), 'bad-tiles', fault));
}

function gateTileset(asset: TilesetAsset, places: Places, faults: FaultList): Fault[] {
  gatePicture(asset, 'poster', places, faults);
  return gateUri(asset, 'uri', places);
}

/** A step that lies elsewhere is taken out; the model goes with its last one. */
function gateModel(asset: ModelAsset, places: Places, faults: FaultList): Fault[] {
  gatePicture(asset, 'poster', places, faults);
  const lost = keepSafe(asset.lods, places);
  if (asset.lods.length === 0) return lost;
  for (const state of asset.states ?? []) lost.push(...keepSafe(state.lods ?? [], places));
  asset.states &&= asset.states.filter(({ lods }) => lods === undefined || lods.length > 0);
  lost.push(...keepSafe(asset.downloads ?? [], places));
  for (const note of asset.annotations ?? []) gateSound(note, places, faults);
  for (const fault of lost) faults.add(fault);
  return [];
}

/** A format or a caption file that lies elsewhere is taken out; the sound goes with its last format. */
function gateAudio(asset: AudioAsset, places: Places, faults: FaultList): Fault[] {
  const lost = keepSafe(asset.sources, places);
  if (asset.sources.length === 0) return lost;
  const { captions = {} } = asset;
  for (const language of Object.keys(captions)) {
    const found = gateUri(captions, language, places);
    if (found.length > 0) delete captions[language];
    lost.push(...found);
  }
  for (const fault of lost) faults.add(fault);
  return [];
}

/** Takes out what names a file elsewhere, in place; says what was wrong. */
function keepSafe(list: { uri: string }[], places: Places): Fault[] {
  const faults = list.map((one) => gateUri(one, 'uri', places));
  const kept = list.filter((_, index) => faults[index]?.length === 0);
  list.splice(0, list.length, ...kept);
  return faults.flat();
}

function gateSound(owner: { sound?: string | undefined }, places: Places, faults: FaultList): void {
  if (owner.sound === undefined) return;
  const found = gateUri(owner as { sound: string }, 'sound', places);
  if (found.length > 0) delete owner.sound;
  for (const fault of found) faults.add(fault);
}

function gatePanorama(asset: PanoramaAsset, places: Places, faults: FaultList, losses: Losses): Fault[] {
  gatePicture(asset, 'poster', places, faults);
  gatePicture(asset, 'depth', places, faults);
  if (asset.depth) gateDepth(asset.depth, places, faults);
  const { coverage } = asset;
  if (coverage && (coverage.yawMin >= coverage.yawMax || coverage.pitchMin >= coverage.pitchMax)) {
    faults.add(wrong(placeIn(places, coverage), 'bad-coverage', 'expected yawMin < yawMax and pitchMin < pitchMax'));
    delete asset.coverage;
  }
  const lost: Fault[] = [];
  asset.layers = asset.layers.filter((layer) => {
    gatePicture(layer, 'poster', places, faults);
    const found = gateSource(layer.source, places, faults);
    const foundRight = layer.rightEye ? gateSource(layer.rightEye, places, faults) : [];
    if (foundRight.length > 0) delete layer.rightEye;
    for (const fault of foundRight) faults.add(fault);
    for (const fault of found) note(losses.lostAssets, layerKey(asset.id, layer.id), fault);
    lost.push(...found);
    return found.length === 0;
  });
  if (asset.layers.length === 0) return lost;
  for (const fault of lost) faults.add(fault);
  return [];
}

/** A smaller picture that is at fault is taken out; the largest does for all. */
function gateDepth(depth: PanoramaDepth, places: Places, faults: FaultList): void {
  const { levels = [], width, height } = depth;
  for (const fault of keepSafe(levels, places)) faults.add(fault);
  const fits = levels.map(
    (level) => level.width < width && Math.abs(level.width * height - level.height * width) <= width,
  );
  levels.forEach((level, index) => {
    if (fits[index] === true) return;
    const message = `${level.width}×${level.height} is no smaller picture of the same ${width}×${height}`;
    faults.add(wrong(placeIn(places, level), 'bad-levels', message));
  });
  if (fits.includes(false)) depth.levels = levels.filter((_, index) => fits[index]);
}

/** A picture that may be missing: at fault, it alone is taken out. */
function gatePicture<Key extends string>(
  owner: { [K in Key]?: { uri: string } | undefined },
  key: Key,
  places: Places,
  faults: FaultList,
): void {
  const picture = owner[key];
  if (!picture) return;
  const found = gateUri(picture, 'uri', places);
  if (found.length > 0) delete owner[key];
  for (const fault of found) faults.add(fault);
}

/** Faults that make a source unusable; a preview that is at fault is only taken out. */
function gateSource(source: PanoramaSource, places: Places, faults: FaultList): Fault[] {
  switch (source.type) {
    case 'equirect-image':
      if (Math.abs(source.width / source.height - 2) > 0.04) {
        const message = `a panorama of the whole sphere is twice as wide as high, this one is ${source.width}×${source.height}`;
        const remedy = 'make a pyramid of it with "grotto tile", which reads how much of the sphere it covers';
        faults.add({ severity: 'warning', path: placeIn(places, source), code: 'bad-aspect', message, remedy });
      }
      return gateUri(source, 'uri', places);
    case 'cube-faces':
      return (['f', 'r', 'b', 'l', 'u', 'd'] as const).flatMap((face) => gateUri(source.faces, face, places));
    case 'cube-tiles': {
      if (source.preview) {
        const found = gateUri(source.preview, 'uri', places);
        if (found.length > 0) delete source.preview;
        for (const fault of found) faults.add(fault);
      }
      const isGrowing = source.levels.every((size, index) => index === 0 || size > (source.levels[index - 1] ?? 0));
      const found = gateUri(source, 'template', places);
      if (!isGrowing) {
        found.push(
          wrong(placeIn(places, source, 'levels'), 'bad-levels', 'expected face sizes that grow, coarse to fine'),
        );
      }
      const templateFault = findTemplateFault(source);
      if (templateFault !== null) {
        found.push(
          wrong(placeIn(places, source, 'template'), 'bad-template', `"${source.template}": ${templateFault}`),
        );
      }
      return found;
    }
    case 'tile-files':
      return tileFaults(source, places);
  }
}

function gateUri<Key extends string>(owner: Record<Key, string>, key: Key, places: Places): Fault[] {
  const reason = findAssetUriFault(owner[key]);
  if (reason === null) return [];
  const shown = owner[key].length > 80 ? `${owner[key].slice(0, 80)}…` : owner[key];
  const remedy = 'name a file in the exhibition’s folder, relative to exhibition.json, such as "pictures/wall.webp"';
  return [{ ...wrong(placeIn(places, owner, key), 'unsafe-uri', `${JSON.stringify(shown)} ${reason}`), remedy }];
}

function wrong(path: string, code: string, message: string): Fault {
  return { severity: 'error', path, code, message };
}
