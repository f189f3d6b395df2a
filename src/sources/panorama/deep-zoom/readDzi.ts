import { readXmlAttributes } from '../foreign/xmlAttributes.ts';
import { deepZoomSchema, type DeepZoomSource } from './schema.ts';

/** The source that a .dzi file describes; `uri` is its own address. Null where it says too little or something else. */
export function readDzi(text: string, uri: string): DeepZoomSource | null {
  const image = readXmlAttributes(text, 'Image');
  const size = readXmlAttributes(text, 'Size');
  if (!image || !size) return null;
  const result = deepZoomSchema.safeParse({
    type: 'deep-zoom',
    uri,
    width: Number(size['Width']),
    height: Number(size['Height']),
    tileSize: Number(image['TileSize']),
    overlap: Number(image['Overlap'] ?? 0),
    format: image['Format'],
  });
  return result.success ? result.data : null;
}
