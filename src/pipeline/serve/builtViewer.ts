import path from 'node:path';

/** Where `npm run build` puts the viewer. */
export const BUILT_VIEWER = path.resolve(import.meta.dirname, '../../../dist');
