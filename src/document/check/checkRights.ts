import { isKnownRights } from '../rights/describeRights.ts';
import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Asset, DigitalSourceType, Exhibition, PanoramaLayer } from '../schema.ts';
import { madeLabelOf } from '../sourceType.ts';

type Part = Exhibition | Asset | PanoramaLayer;

/** Warns where nobody says who may use a picture or how it was made. */
export function checkRights(exhibition: Exhibition, places: Places, faults: FaultList): void {
  const warn = (part: Part, key: string, code: string, message: string, remedy: string) =>
    faults.add({ severity: 'warning', path: placeIn(places, part, key), code, message, remedy });

  function checkUri(part: Part): void {
    if (part.rights === undefined || isKnownRights(part.rights)) return;
    const message = 'is neither a Creative Commons licence nor a RightsStatements.org statement; it is shown as it is';
    warn(part, 'rights', 'unknown-rights', message, 'see https://rightsstatements.org for one that fits');
  }

  checkUri(exhibition);
  for (const asset of exhibition.assets) {
    const pictures = asset.kind === 'panorama' ? asset.layers : [asset];
    checkUri(asset);
    if (asset.kind === 'panorama') asset.layers.forEach(checkUri);
    const inherited = asset.rights ?? exhibition.rights;
    if (pictures.some((picture) => (picture.rights ?? inherited) === undefined)) {
      const remedy = 'name a licence or statement here or for the whole exhibition';
      const what = asset.kind === 'audio' ? 'sound' : 'picture';
      warn(asset, 'rights', 'missing-rights', `nothing says who may use this ${what}`, remedy);
    }
    for (const picture of pictures) {
      const type = picture.digitalSourceType ?? asset.digitalSourceType ?? exhibition.digitalSourceType;
      checkMaking(picture, type, warn);
    }
  }
}

function checkMaking(
  picture: Asset | PanoramaLayer,
  type: DigitalSourceType | undefined,
  warn: (part: Part, key: string, code: string, message: string, remedy: string) => void,
): void {
  const key = 'digitalSourceType';
  if (type === undefined) {
    const isHeard = picture.kind === 'audio';
    const remedy = isHeard
      ? 'say "digitalCapture" for a recording, "algorithmicMedia" for what a program made'
      : 'say "digitalCapture" for a photograph, "compositeCapture" for a stitched panorama';
    const what = isHeard ? 'sound' : 'picture';
    warn(picture, key, 'missing-source-type', `nothing says how this ${what} was made`, remedy);
    return;
  }
  const made = madeLabelOf(type);
  const kind = picture.kind;
  if (kind === 'restored' && made === null) {
    const message = `a restoration cannot be "${type}", which stands for a record of what is there`;
    warn(
      picture,
      key,
      'doubtful-source-type',
      message,
      'say how the restoration was made, such as "compositeSynthetic"',
    );
  } else if (kind === 'as-found' && (made === 'ai' || made === 'partlyAi')) {
    const message = `"as-found" stands for a record of what is there, and this picture is "${type}"`;
    warn(picture, 'kind', 'doubtful-layer-kind', message, 'call the layer "restored" or "other"');
  }
}
