/** Reading a schema beside a value: what kind of thing is expected at a place. The one file that knows zod's insides. */
import type * as z from 'zod/mini';

export type Schema = z.core.$ZodType;
export type JsonObject = Record<string, unknown>;
export type PathKey = string | number;

export type Shape =
  | { readonly kind: 'object'; readonly properties: Readonly<Record<string, Schema>> }
  | { readonly kind: 'array'; readonly element: Schema; readonly maxLength: number }
  | { readonly kind: 'record'; readonly key: Schema; readonly value: Schema; readonly maxLength: number }
  | { readonly kind: 'plain' };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isOptional(schema: Schema): boolean {
  return definitionOf(schema).type === 'optional';
}

/** What is expected of a value; of a tagged union the member whose tag the value carries, `plain` if there is none. */
export function shapeOf(schema: Schema, value: unknown): Shape {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
      return shapeOf(definition.innerType, value);
    case 'object':
      return { kind: 'object', properties: definition.shape };
    case 'array':
      return { kind: 'array', element: definition.element, maxLength: maximumOf(definition) };
    case 'record':
      return {
        kind: 'record',
        key: definition.keyType,
        value: definition.valueType,
        maxLength: maximumOf(definitionOf(definition.valueType)),
      };
    case 'union': {
      const member = isJsonObject(value) && definition.options.find((option) => carriesTag(definition, option, value));
      return member ? shapeOf(member, value) : { kind: 'plain' };
    }
    default:
      return { kind: 'plain' };
  }
}

/** The schema of a property or element, or undefined where the schema has none. */
export function childSchema(shape: Shape, key: PathKey): Schema | undefined {
  switch (shape.kind) {
    case 'object':
      return Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
    case 'array':
      return shape.element;
    case 'record':
      return shape.value;
    case 'plain':
      return undefined;
  }
}

type Definition = z.core.$ZodTypes['_zod']['def'];

function definitionOf(schema: Schema): Definition {
  return (schema as z.core.$ZodTypes)._zod.def;
}

function carriesTag(union: object, option: Schema, value: JsonObject): boolean {
  const tag = 'discriminator' in union && typeof union.discriminator === 'string' ? union.discriminator : undefined;
  const definition = definitionOf(option);
  if (tag === undefined || definition.type !== 'object') return false;
  const literal = definition.shape[tag];
  const literalDefinition = literal && definitionOf(literal);
  return literalDefinition?.type === 'literal' && literalDefinition.values.some((known) => known === value[tag]);
}

function maximumOf(definition: Definition): number {
  for (const check of definition.checks ?? []) {
    const checked = check._zod.def;
    if (checked.check === 'max_length' && 'maximum' in checked) return Number(checked.maximum);
  }
  return Infinity;
}
