/**
 * The first walk over a document as it was written, in place. Keys of others (`x-…`) are set aside and put back once
 * the rest is known to be sound; unknown keys are taken out; lists and texts that are too long are cut.
 */
import type { FaultList } from '../fault.ts';
import { suggest } from '../nearest.ts';
import { childSchema, isJsonObject, type JsonObject, type Schema, shapeOf } from '../schemaWalk.ts';
import { joinPath, type Places } from './places.ts';
import { validate } from './validate.ts';

export interface SetAside {
  readonly places: Places;
  /** Puts the keys of others back where they were. */
  restore(): void;
}

/** Keys at any object that belong to others and are kept as they are. */
export function isExtensionKey(key: string): boolean {
  return key.startsWith('x-');
}

export function setAsideKeys(schema: Schema, document: JsonObject, faults: FaultList): SetAside {
  const places: Places = new WeakMap();
  const kept: { object: JsonObject; key: string; value: unknown }[] = [];

  function walk(schema: Schema, value: unknown, path: string): void {
    if (typeof value !== 'object' || value === null) return;
    places.set(value, path);
    const shape = shapeOf(schema, value);
    if (Array.isArray(value)) {
      if (shape.kind !== 'array') return;
      if (value.length > shape.maxLength) cutList(value, shape.maxLength, path, faults);
      value.forEach((element, index) => walk(shape.element, element, joinPath(path, index)));
      return;
    }
    if (!isJsonObject(value) || shape.kind === 'array' || shape.kind === 'plain') return;
    for (const key of Object.keys(value)) {
      const place = joinPath(path, key);
      if (shape.kind === 'record') {
        checkEntry(value, key, shape.key, shape.maxLength, place, faults);
        continue;
      }
      const child = childSchema(shape, key);
      if (child) walk(child, value[key], place);
      else {
        if (isExtensionKey(key)) kept.push({ object: value, key, value: value[key] });
        else faults.add(unknownKey(key, Object.keys(shape.properties), place));
        delete value[key];
      }
    }
  }

  walk(schema, document, '');
  return {
    places,
    restore() {
      for (const { object, key, value } of kept) object[key] = value;
    },
  };
}

/** An entry of a language map; its text is cut rather than lost. */
function checkEntry(
  map: JsonObject,
  key: string,
  keySchema: Schema,
  maxLength: number,
  path: string,
  faults: FaultList,
) {
  const text = map[key];
  if (validate(keySchema, key).length > 0) {
    const message = `"${key}" is no language tag; expected one such as "en" or "zh-Hans"`;
    faults.add({ severity: 'error', path, code: 'bad-language-tag', message });
    delete map[key];
  } else if (typeof text !== 'string') {
    faults.add({ severity: 'error', path, code: 'wrong-type', message: 'expected a text' });
    delete map[key];
  } else if (text.length > maxLength) {
    const message = `expected at most ${maxLength} characters, found ${text.length}; the rest is cut off`;
    faults.add({ severity: 'error', path, code: 'too-long', message });
    map[key] = text.slice(0, maxLength);
  }
}

function cutList(list: unknown[], maxLength: number, path: string, faults: FaultList): void {
  const message = `expected at most ${maxLength} entries, found ${list.length}; the rest is left out`;
  faults.add({ severity: 'error', path, code: 'too-long', message });
  list.length = maxLength;
}

function unknownKey(key: string, known: readonly string[], path: string) {
  const remedy = suggest(key, known) ?? `known keys are ${known.join(', ')}; a key of your own begins with "x-"`;
  return { severity: 'error', path, code: 'unknown-key', message: `unknown key "${clip(key)}"`, remedy } as const;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
