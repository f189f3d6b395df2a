/** What a file brings besides shapes: pictures that lie elsewhere, lights and cameras are left out. */
import { findAssetUriFault } from '../../http/assetUri.ts';
import { type GltfJson, isObject, listOf } from './container.ts';
import { readIndex } from './numbers.ts';

const SAFE_PICTURES = /^data:image\/(png|jpeg|webp|avif|ktx2)[;,]/i;
/** One transparent pixel: what stands in for a picture that must not be asked for. */
const NOTHING =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** A picture that lies elsewhere costs itself, not the relic. */
export function gateImages(json: GltfJson, losses: string[]): unknown[] | null {
  if (!Array.isArray(json['images'])) return null;
  const views = listOf(json['bufferViews']).length;
  return listOf(json['images']).map((image, index) => {
    const { uri } = image;
    if (uri === undefined) {
      if (image['bufferView'] !== undefined) readIndex(image['bufferView'], `images.${index}.bufferView`, views);
      return image;
    }
    const isSafe = typeof uri === 'string' && (SAFE_PICTURES.test(uri) || findAssetUriFault(uri) === null);
    if (isSafe && !/\.svg$/i.test(uri)) return image;
    losses.push(`images.${index}: the picture does not lie beside the model and is left out`);
    return { uri: NOTHING, mimeType: 'image/png' };
  });
}

/** Lights of a file would flood the room, or freeze it with hundreds; the room brings its own. */
export function withoutLights(json: Record<string, unknown>): GltfJson {
  const extensions = isObject(json['extensions']) ? { ...json['extensions'] } : undefined;
  if (extensions) delete extensions['KHR_lights_punctual'];
  const nodes = listOf(json['nodes']).map((node) => {
    const { camera, extensions: own, ...rest } = node;
    if (!isObject(own)) return camera === undefined && own === undefined ? node : rest;
    const kept = { ...own };
    delete kept['KHR_lights_punctual'];
    return { ...rest, extensions: kept };
  });
  const { cameras, ...rest } = json;
  const without = (key: string): unknown =>
    Array.isArray(json[key]) ? (json[key] as unknown[]).filter((name) => name !== 'KHR_lights_punctual') : undefined;
  void cameras;
  return {
    ...rest,
    ...(json['nodes'] !== undefined && { nodes }),
    ...(extensions && { extensions }),
    ...(json['extensionsUsed'] !== undefined && { extensionsUsed: without('extensionsUsed') }),
    ...(json['extensionsRequired'] !== undefined && { extensionsRequired: without('extensionsRequired') }),
  };
}
