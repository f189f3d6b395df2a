import { iiifImageSchema, type IiifImageSource } from './schema.ts';

/** Ends what a profile says, as a word or as an address. */
const PROFILE = /(level[012])(?:\.json)?$/;

/**
 * The source that an `info.json` of version 2 or 3 describes; `uri` is its folder, relative to the exhibition's. Null
 * where it says too little or something else.
 */
export function readInfo(info: unknown, uri: string): IiifImageSource | null {
  if (!isObject(info)) return null;
  const read = (key: string): unknown => info[key];
  const contexts = [read('@context')].flat().map(String);
  const version = contexts.some((one) => one.includes('/image/3/')) || read('type') === 'ImageService3' ? 3 : 2;
  if (version === 2 && !contexts.some((one) => one.includes('/image/2/'))) return null;
  const [profile] = [read('profile')].flat().map((one) => PROFILE.exec(String(one))?.[1]);
  // Limits and forms of version 2 stand in further entries of its profile.
  const more = [read('profile')].flat().find(isObject);
  const limits = ['maxWidth', 'maxHeight', 'maxArea'].flatMap((key) => {
    const value = read(key) ?? more?.[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const source = {
    type: 'iiif-image',
    uri,
    version,
    profile: profile ?? 'level0',
    width: read('width'),
    height: read('height'),
    ...pick('tiles', readList(read('tiles'), ['width', 'height', 'scaleFactors'])),
    ...pick('sizes', readList(read('sizes'), ['width', 'height'])),
    ...Object.fromEntries(limits),
  };
  const result = iiifImageSchema.safeParse(source);
  return result.success ? result.data : null;
}

function pick(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}

/** Entries of a list with the keys that count; others may stand there too. */
function readList(list: unknown, keys: readonly string[]): unknown {
  if (!Array.isArray(list)) return undefined;
  return list.map((entry: unknown) =>
    isObject(entry) ? Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key))) : entry,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
