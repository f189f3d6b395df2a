/** `npm run build:package`: the package in `dist-package/`, ready for `npm pack`. */
import path from 'node:path';
import process from 'node:process';
import { makePackage } from './makePackage.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const OUT = 'dist-package';

process.env.NODE_ENV = 'production';
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
for (const { name, bytes, gzipBytes } of await makePackage(ROOT, path.join(ROOT, OUT))) {
  console.log(`${`${OUT}/${name}`.padEnd(28)}${kilobytes(bytes)}, gzip ${kilobytes(gzipBytes)}`);
}
