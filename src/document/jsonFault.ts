/** Where and how a text fails to be JSON. Only run on a text that `JSON.parse` has refused. */
import { readToken } from './jsonToken.ts';

export interface JsonFault {
  /** Offset in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
  readonly remedy?: string;
}

/** `line 3, column 14`, counted from 1. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}

type Expectation = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'end';

/** Follows the grammar with a stack of its own, so that depth costs no recursion. */
export function locateJsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  let comma = -1;
  for (let offset = 0; ;) {
    const { kind, start, end } = readToken(text, offset);
    if (kind === 'bad') return describeBadToken(text, start);
    if (kind === 'end') {
      return { offset: start, message: 'the file ends too early', remedy: 'it may have been cut off: copy it again' };
    }
    const token = kind === 'mark' ? text.charAt(start) : kind;
    const isClosing = token === '}' || token === ']';
    if (isClosing && comma !== -1 && (expected === 'name' || expected === 'value')) {
      return { offset: comma, message: `a comma before ${token}`, remedy: 'take the comma away' };
    }
    const next = advance(expected, token, open);
    if (!next) {
      return { offset: start, message: `expected ${NAMES[expected]}, found ${show(text.slice(start, end))}` };
    }
    comma = token === ',' ? start : -1;
    expected = next;
    offset = end;
  }
}

const NAMES: Record<Expectation, string> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  name: 'a name in quotation marks',
  'name-or-end': 'a name in quotation marks or }',
  colon: 'a colon after the name',
  'comma-or-end': 'a comma or the closing bracket',
  end: 'nothing more',
};

function advance(expected: Expectation, token: string, open: ('{' | '[')[]): Expectation | undefined {
  const afterValue = (): Expectation => (open.length === 0 ? 'end' : 'comma-or-end');
  switch (expected) {
    case 'value':
    case 'value-or-end':
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'name-or-end' : 'value-or-end';
      }
      if (token === 'string' || token === 'word') return afterValue();
      if (expected === 'value-or-end' && token === ']') return open.pop() && afterValue();
      return undefined;
    case 'name':
    case 'name-or-end':
      if (token === 'string') return 'colon';
      return expected === 'name-or-end' && token === '}' ? open.pop() && afterValue() : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma-or-end': {
      const inner = open.at(-1);
      if (token === ',') return inner === '{' ? 'name' : 'value';
      return token === (inner === '{' ? '}' : ']') ? open.pop() && afterValue() : undefined;
    }
    case 'end':
      return undefined;
  }
}

function describeBadToken(text: string, offset: number): JsonFault {
  const rest = text.slice(offset, offset + 40);
  if (rest.startsWith('//') || rest.startsWith('/*')) {
    return { offset, message: 'JSON has no comments', remedy: 'put the remark into a key that begins with "x-"' };
  }
  if (rest.startsWith('"')) return { offset, message: describeBadString(text, offset) };
  if (rest.startsWith("'") || /^[“”‘’]/.test(rest)) {
    return { offset, message: `expected straight double quotation marks, found ${rest.charAt(0)}` };
  }
  const word = /^[-+]?[\p{L}\d_$.]+/u.exec(rest)?.[0];
  if (word !== undefined && /^[-+]?(NaN|Infinity)$/i.test(word)) {
    return { offset, message: `${word} is no JSON value`, remedy: 'write a number or leave the key out' };
  }
  const message = `expected a JSON value, found ${show(word ?? rest.charAt(0))}`;
  const isBare = word !== undefined && /^\p{L}/u.test(word);
  return { offset, message, ...(isBare && { remedy: 'names and texts stand in double quotation marks' }) };
}

function describeBadString(text: string, offset: number): string {
  for (let i = offset + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') break;
    if (character === '\\') i++;
    else if (character === '\n') return 'the text in quotation marks does not end on its line';
    else if (character < ' ')
      return 'the text in quotation marks holds a control character that is not written as \\u….';
    if (i >= text.length - 1) return 'the text in quotation marks never ends';
  }
  return 'the text in quotation marks holds an escape that JSON does not know';
}

function show(token: string): string {
  return token.length > 30 ? `${token.slice(0, 30)}…` : token;
}
