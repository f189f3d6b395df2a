/** Which format a file is in, by what is in it; its name only where nothing else tells. */
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { SVX_TYPE } from './voyager/readVoyager.ts';

export const FORMATS = [
  'iiif', 'iiif-image', 'voyager', 'pannellum', 'photo-sphere-viewer', 'marzipano', 'krpano', 'deep-zoom', 'zoomify',
] as const; // prettier-ignore
export type Format = (typeof FORMATS)[number];

/** Formats that are no JSON. */
export function detectText(text: string, name: string): Format | null {
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,5000}?-->\s*)*<krpano[\s>]/.test(text.slice(0, 10_000))) return 'krpano';
  if (/<Image\s[^<>]*schemas\.microsoft\.com\/deepzoom\//.test(text.slice(0, 10_000))) return 'deep-zoom';
  if (/^\s*(<\?xml[^>]*>\s*)?<IMAGE_PROPERTIES\s/.test(text)) return 'zoomify';
  if (/\.js$/i.test(name) && !/^\s*[[{]/.test(text)) return 'marzipano';
  return null;
}

export function detectJson(document: JsonObject): Format | null {
  const asset = document['asset'];
  if (isJsonObject(asset) && asset['type'] === SVX_TYPE) return 'voyager';
  if (isImageInfo(document)) return 'iiif-image';
  if (isIiif(document)) return 'iiif';
  if (isMarzipano(document)) return 'marzipano';
  if (isPhotoSphereViewer(document)) return 'photo-sphere-viewer';
  return isPannellum(document) ? 'pannellum' : null;
}

const IIIF_TYPES = /^(sc:|oa:)?(Manifest|Collection|Canvas|Sequence|AnnotationList|AnnotationPage|AnnotationCollection|Range|Scene|Timeline|Annotation)$/; // prettier-ignore

/** What the Image API answers for a single picture, of version 2 or 3. */
function isImageInfo({ type, '@context': context }: JsonObject): boolean {
  return /^ImageService[23]$/.test(String(type)) || /iiif\.io\/api\/image\/[23]/.test(JSON.stringify(context ?? ''));
}

function isIiif(document: JsonObject): boolean {
  const type = document['type'] ?? document['@type'];
  if (typeof type === 'string' && IIIF_TYPES.test(type)) return true;
  return JSON.stringify(document['@context'] ?? '').includes('iiif.io/api/');
}

function isMarzipano({ scenes }: JsonObject): boolean {
  return Array.isArray(scenes) && scenes.some((scene) => isJsonObject(scene) && Array.isArray(scene['levels']));
}

function isPhotoSphereViewer(document: JsonObject): boolean {
  const { panorama, nodes } = document;
  const hasNodes = Array.isArray(nodes) && nodes.some((node) => isJsonObject(node) && 'panorama' in node);
  const own = ['plugins', 'navbar', 'defaultYaw', 'defaultPitch', 'adapter', 'markers', 'panoData', 'sphereCorrection'];
  if (Array.isArray(document['plugins']) && !('scenes' in document)) return true;
  if (isBarePanorama(document)) return true;
  return hasNodes || isJsonObject(panorama) || ('panorama' in document && own.some((key) => key in document));
}

function isPannellum(document: JsonObject): boolean {
  const types = ['equirectangular', 'cubemap', 'multires'];
  if (isJsonObject(document['scenes']) || types.includes(String(document['type']))) return true;
  return ['panorama', 'cubeMap', 'multiRes'].some((key) => key in document);
}

/** What the viewer's adapters for tiles are given, by itself. */
function isBarePanorama(document: JsonObject): boolean {
  return typeof document['tileUrl'] === 'string' && ['cols', 'nbTiles', 'levels'].some((key) => key in document);
}
