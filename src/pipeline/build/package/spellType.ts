import ts from 'typescript';

/** Deeper than any document; a type that contains itself would go on for ever. */
const DEEPEST = 40;

/**
 * A type as TypeScript text that names no other: what a schema's library infers is spelt out, so that whoever uses the
 * types needs no such library. For data: objects, lists, tuples, unions, maps. Everything else is an error.
 */
export function spellType(checker: ts.TypeChecker, type: ts.Type, indent = '', depth = 0): string {
  if (depth > DEEPEST) throw new Error('a type that contains itself cannot be spelt out');
  const spell = (part: ts.Type, deeper = indent): string => spellType(checker, part, deeper, depth + 1);
  if (type.isUnion() && !(type.flags & ts.TypeFlags.BooleanLike)) return spellUnion(type, spell);
  if (type.flags & SIMPLE) return checker.typeToString(type);
  if (checker.isTupleType(type))
    return `[${listArguments(checker, type)
      .map((part) => spell(part))
      .join(', ')}]`;
  if (checker.isArrayType(type))
    return `readonly (${listArguments(checker, type)
      .map((part) => spell(part))
      .join()})[]`;
  if (type.getCallSignatures().length > 0 || !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) {
    throw new Error(`${checker.typeToString(type)} is no data and cannot be spelt out`);
  }
  const inner = `${indent}  `;
  const members = checker.getPropertiesOfType(type).map((property) => {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const value = checker.getTypeOfSymbol(property);
    const key = /^[a-zA-Z_$][\w$]*$/.test(property.name) ? property.name : JSON.stringify(property.name);
    return `readonly ${key}${isOptional ? '?' : ''}: ${spell(value, inner)};`;
  });
  const indices = checker.getIndexInfosOfType(type).map(({ keyType, type: value }) => {
    return `readonly [key: ${checker.typeToString(keyType)}]: ${spell(value, inner)};`;
  });
  const lines = [...members, ...indices];
  return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}}`;
}

const SIMPLE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Unknown;

function spellUnion(type: ts.UnionType, spell: (part: ts.Type) => string): string {
  // `true | false` stand apart in a larger union.
  const parts = type.types.map((part) => (part.flags & ts.TypeFlags.BooleanLiteral ? 'boolean' : spell(part)));
  return [...new Set(parts)].join(' | ');
}

function listArguments(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return checker.getTypeArguments(type as ts.TypeReference);
}
