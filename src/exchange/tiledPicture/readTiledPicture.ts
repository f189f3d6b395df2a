/**
 * A picture in tiles that is described by itself: IIIF Image API (`info.json`), Deep Zoom (`.dzi`), Zoomify
 * (`ImageProperties.xml`). It becomes an exhibition of one place: of the whole sphere, where it is twice as wide as high.
 */
import type { JsonObject } from '#document/schemaWalk.ts';
import { readDzi } from '#sources/panorama/deep-zoom/readDzi.ts';
import type { DeepZoomSource } from '#sources/panorama/deep-zoom/schema.ts';
import { readInfo } from '#sources/panorama/iiif-image/readInfo.ts';
import type { IiifImageSource } from '#sources/panorama/iiif-image/schema.ts';
import { readProperties } from '#sources/panorama/zoomify/readProperties.ts';
import type { ZoomifySource } from '#sources/panorama/zoomify/schema.ts';
import { ExchangeError } from '../loss.ts';
import { readPhysicalScale } from '../iiif/physicalScale.ts';
import { createDraft } from '../making/draft.ts';
import { addFlat } from '../making/flats.ts';
import { asFiled } from '../making/levelZero.ts';
import { addPlace } from '../making/places.ts';
import { isWholeSphere } from '../making/wholeSphere.ts';
import { createLocate } from '../reading/addresses.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { createIdMaker, nameOfAddress } from '../text/ids.ts';
import { inLanguage } from '../text/words.ts';

/** Tiles that lie beside their description go into a folder of this name, so that no other file is among them. */
const FOLDER = 'picture';

export function readImageInfo(info: JsonObject, options: ImportOptions): Promise<ImportResult> {
  const id = info['id'] ?? info['@id'];
  const name = typeof id === 'string' ? nameOfAddress(id) : '';
  return makeExhibition('iiif-image', readInfo(info, options.tilesFolder ?? FOLDER), name, options, readPhysicalScale(info['service'])); // prettier-ignore
}

export function readDeepZoom(text: string, options: ImportOptions): Promise<ImportResult> {
  const file = options.name ?? 'picture.dzi';
  return makeExhibition('deep-zoom', readDzi(text, file), file.replace(/\.\w+$/, ''), options);
}

export function readZoomify(text: string, options: ImportOptions): Promise<ImportResult> {
  return makeExhibition('zoomify', readProperties(text, options.tilesFolder ?? FOLDER), '', options);
}

async function makeExhibition(
  format: string,
  described: IiifImageSource | DeepZoomSource | ZoomifySource | null,
  title: string,
  options: ImportOptions,
  metresPerPixel: number | null = null,
): Promise<ImportResult> {
  if (!described)
    throw new ExchangeError('the description of the picture says too little, or sizes that no picture has');
  const ledger = createLedger();
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({ format, ledger, folder: options.folder, locate, language: options.language });
  const name = title === '' ? FOLDER : title;
  const label = inLanguage(name);
  const folder = `${options.tilesFolder ?? FOLDER}/`;
  const besideIt = (file: string) => (format !== 'deep-zoom' && file.startsWith(folder) ? file.slice(folder.length) : file); // prettier-ignore
  const source = described.type === 'iiif-image' ? await asFiled(draft.folder, described, besideIt) : described;
  const place = { wish: createIdMaker().make(name, FOLDER), label, path: '', from: besideIt };
  const isSphere = isWholeSphere(source) && metresPerPixel === null;
  const made = isSphere
    ? addPlace(draft, { ...place, tiles: { format: 'as-written', source } })
    : addFlat(draft, { ...place, source, metresPerPixel });
  if (!made) throw new ExchangeError(ledger.losses.losses[0]?.reason ?? 'its tiles cannot be shown');
  if (isSphere)
    ledger.lose(
      '',
      'nothing says that the picture is a panorama; it is shown as one, since it is twice as wide as high',
    );
  return draft.finish({ name, label });
}
