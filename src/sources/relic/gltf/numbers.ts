/** Numbers of a file, each within its range, or a word about where they are not. */
import { ModelError } from './modelError.ts';

export function readCount(value: unknown, place: string, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value;
  const isLarge = typeof value === 'number' && value > most;
  const found = typeof value === 'number' ? String(value) : typeof value;
  throw new ModelError(isLarge ? 'too-large' : 'broken-data', `${place}: expected 0 to ${most}, found ${found}`);
}

export function readIndex(value: unknown, place: string, count: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count) return value;
  throw new ModelError('broken-reference', `${place}: names part ${String(value)} of ${count}; export the file again`);
}

export function indicesOf(value: unknown, place: string, count: number): number[] {
  return Array.isArray(value) ? value.map((index) => readIndex(index, place, count)) : [];
}
