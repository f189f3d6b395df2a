import * as z from 'zod/mini';
import type { Fault } from '../fault.ts';
import { suggest } from '../nearest.ts';
import type { PathKey, Schema } from '../schemaWalk.ts';
import { readKey } from './places.ts';

export interface Issue {
  readonly path: readonly PathKey[];
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

/** Everything a schema has to say about a value, each as one sentence of what was expected and what was found. */
export function validate(schema: Schema, value: unknown): Issue[] {
  const result = z.core.safeParse(schema, value, { reportInput: true });
  return result.success ? [] : result.error.issues.map(toIssue);
}

export function toFault(issue: Issue, path: string): Fault {
  const { code, message, remedy } = issue;
  return { severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) };
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.input === undefined) {
    return { path, code: 'missing', message: `is missing; expected ${describeExpected(issue)}` };
  }
  const found = issue.code === 'invalid_union' ? readKey(issue.input, issue.discriminator ?? 'kind') : issue.input;
  const remedy = suggestValue(issue, found);
  const message = `expected ${describeExpected(issue)}, found ${describeValue(found)}`;
  return { path, code: CODES[issue.code] ?? 'wrong-value', message, ...(remedy !== undefined && { remedy }) };
}

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  too_big: 'out-of-range',
  too_small: 'out-of-range',
};

const NAMES_OF_TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list [ … ]',
  tuple: 'a list [ … ]',
  object: 'an object { … }',
  record: 'a text per language { "en": "…" }',
};

function describeExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES_OF_TYPES[issue.expected] ?? issue.expected;
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trim();
    case 'too_small':
      return issue.inclusive === false
        ? `more than ${issue.minimum}`
        : `at least ${issue.minimum} ${unitOf(issue.origin)}`.trim();
    case 'invalid_value':
      return listValues(issue.values);
    case 'invalid_union':
      return listValues('options' in issue ? issue.options : []);
    default:
      // The schema says in words what its patterns mean.
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'of them' : '';
}

function listValues(values: readonly unknown[]): string {
  const listed = values.map((value) => JSON.stringify(value)).join(', ');
  return values.length > 1 ? `one of ${listed}` : listed;
}

function suggestValue(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  if (typeof found !== 'string') return undefined;
  if (issue.code === 'invalid_value') return suggest(found, issue.values.map(String));
  return issue.code === 'invalid_union' && 'options' in issue ? suggest(found, issue.options.map(String)) : undefined;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (value === undefined) return 'none';
  // JSON has no word for what a number too large for it becomes.
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
