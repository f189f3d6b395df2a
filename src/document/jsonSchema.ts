import * as z from 'zod/mini';
import { ALL_FORMATS } from './foreign/formats.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema (2020-12) of an exhibition, for editors and for other programs. Objects take keys of others
 * (`x-…`) and none besides.
 */
export function exhibitionJsonSchema(): object {
  const schema = z.toJSONSchema(ALL_FORMATS.schema, { target: 'draft-2020-12', reused: 'inline', io: 'input' });
  allowExtensions(schema);
  return { ...schema, $schema: DIALECT, title: 'Grotto exhibition, version 1' };
}

function allowExtensions(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  if ('additionalProperties' in schema && schema.additionalProperties === false) {
    Object.assign(schema, { patternProperties: { '^x-': {} } });
  }
  for (const part of Object.values(schema)) allowExtensions(part);
}
