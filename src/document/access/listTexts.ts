import { type Exhibition, exhibitionSchema } from '../schema.ts';
import { childSchema, isJsonObject, type Schema, shapeOf } from '../schemaWalk.ts';

type Texts = Readonly<Record<string, string>>;

/** By language too, but files, or what is written on a thing in its own language. */
const NO_TEXTS = new Set(['captions', 'voice', 'transcription']);

/** Every text of a document by its languages, without those that are empty. */
export function listTexts(exhibition: Exhibition): Texts[] {
  const texts: Texts[] = [];
  const walk = (schema: Schema, value: unknown): void => {
    const shape = shapeOf(schema, value);
    if (shape.kind === 'array' && Array.isArray(value)) {
      for (const element of value) walk(shape.element, element);
      return;
    }
    if (!isJsonObject(value)) return;
    if (shape.kind === 'record') {
      const filled = Object.entries(value).filter((entry): entry is [string, string] => Boolean(entry[1]));
      texts.push(Object.fromEntries(filled));
    }
    for (const key of shape.kind === 'object' ? Object.keys(value) : []) {
      const child = NO_TEXTS.has(key) ? undefined : childSchema(shape, key);
      if (child) walk(child, value[key]);
    }
  };
  walk(exhibitionSchema, exhibition);
  return texts;
}
