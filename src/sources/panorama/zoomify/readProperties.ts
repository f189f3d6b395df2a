import { readXmlAttributes } from '../foreign/xmlAttributes.ts';
import { zoomifySchema, type ZoomifySource } from './schema.ts';

/** The source that an ImageProperties.xml describes; `uri` is its folder. Null where it says too little or something else. */
export function readProperties(text: string, uri: string): ZoomifySource | null {
  const said = readXmlAttributes(text, 'IMAGE_PROPERTIES');
  if (!said) return null;
  const result = zoomifySchema.safeParse({
    type: 'zoomify',
    uri,
    width: Number(said['WIDTH']),
    height: Number(said['HEIGHT']),
    tileSize: Number(said['TILESIZE'] ?? 256),
    ...(said['NUMTILES'] !== undefined && { numTiles: Number(said['NUMTILES']) }),
  });
  return result.success ? result.data : null;
}
