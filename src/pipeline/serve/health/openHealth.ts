import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readJson } from '../site.ts';
import { Health } from './health.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../../package.json');

/** @param folder Of the exhibition that is shown. */
export async function openHealth(folder: string, isKiosk: boolean): Promise<Health> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const { id } = ((await readJson(path.join(folder, 'exhibition.json'))) ?? {}) as { id?: unknown };
  const now = (): number => performance.now() / 1_000;
  return new Health({ version, exhibition: typeof id === 'string' ? id.slice(0, 200) : folder, isKiosk, now });
}
