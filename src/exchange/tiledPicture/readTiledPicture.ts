/**
 * A picture in tiles that is described by itself: IIIF Image API (`info.json`), Deep Zoom (`.dzi`), Zoomify
 * (`ImageProperties.xml`). One of the whole sphere becomes an exhibition of one place.
 */
import type { JsonObject } from '#document/schemaWalk.ts';
import { readDzi } from '#sources/panorama/deep-zoom/readDzi.ts';
import type { DeepZoomSource } from '#sources/panorama/deep-zoom/schema.ts';
import { readInfo } from '#sources/panorama/iiif-image/readInfo.ts';
import type { IiifImageSource } from '#sources/panorama/iiif-image/schema.ts';
import { readProperties } from '#sources/panorama/zoomify/readProperties.ts';
import type { ZoomifySource } from '#sources/panorama/zoomify/schema.ts';
import { ExchangeError } from '../loss.ts';
import { createDraft } from '../making/draft.ts';
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
  return makeExhibition('iiif-image', readInfo(info, options.tilesFolder ?? FOLDER), name, options);
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
  source: IiifImageSource | DeepZoomSource | ZoomifySource | null,
  title: string,
  options: ImportOptions,
): Promise<ImportResult> {
  if (!source) throw new ExchangeError('the description of the picture says too little, or sizes that no picture has');
  const { width, height } = source;
  if (!isWholeSphere(source))
    throw new ExchangeError(
      `the picture is ${width}×${height}; a panorama of the whole sphere is twice as wide as high, and flat pictures are not taken over`,
    );
  const ledger = createLedger();
  const locate = createLocate(undefined, options.mounts);
  const draft = createDraft({ format, ledger, folder: options.folder, locate, language: options.language });
  const name = title === '' ? FOLDER : title;
  const label = inLanguage(name);
  const folder = `${options.tilesFolder ?? FOLDER}/`;
  const besideIt = (file: string) => (format !== 'deep-zoom' && file.startsWith(folder) ? file.slice(folder.length) : file); // prettier-ignore
  const place = {
    wish: createIdMaker().make(name, FOLDER),
    label,
    path: '',
    tiles: { format: 'as-written', source },
  } as const;
  if (!addPlace(draft, { ...place, from: besideIt }))
    throw new ExchangeError(ledger.losses.losses[0]?.reason ?? 'its tiles cannot be shown');
  ledger.lose('', 'nothing says that the picture is a panorama; it is shown as one, since it is twice as wide as high');
  return draft.finish({ name, label });
}
