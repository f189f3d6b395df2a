/** Files that others made, which lie beside the repository on some machines and are never copied into it. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export const REALDATA = path.resolve(import.meta.dirname, '../../../shared/realdata');
export const hasRealdata = existsSync(REALDATA);
/** To be put into the title of a test that is skipped without them. */
export const NEEDS = hasRealdata ? '' : ' (skipped: needs ../shared/realdata)';
