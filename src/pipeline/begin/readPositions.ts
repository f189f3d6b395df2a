/** Where photographs were taken, as somebody has measured it: a JSON object, metres by the names of the pictures. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vec3 } from '#shared/vec.ts';
import { CommandError } from '../command.ts';

const EXPECTED = 'expected { "<name of a picture without its ending>": [x, y, z], … } in metres';
const MOST_METRES = 100_000;

export async function readPositions(file: string, cwd: string): Promise<Map<string, Vec3>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path.resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw new CommandError(`${file}: cannot be read (${error instanceof Error ? error.message : ''}); ${EXPECTED}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new CommandError(`${file}: ${EXPECTED}`);
  return new Map(
    Object.entries(parsed).map(([name, value]) => {
      if (!isPosition(value)) throw new CommandError(`${file}: ${name}: ${EXPECTED}`);
      return [name, value];
    }),
  );
}

function isPosition(value: unknown): value is Vec3 {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((metres) => typeof metres === 'number' && Math.abs(metres) <= MOST_METRES)
  );
}
