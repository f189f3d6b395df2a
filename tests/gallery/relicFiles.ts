/**
 * `npm run gallery -- relic-files`: a contact sheet of every relic file of the collection beside the repository, as the
 * real loader opens it. Written to a temporary folder, which is printed.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { REALDATA } from '../e2e/realdata.ts';
import { openRelicStage } from '../e2e/relicFiles/stage.ts';

const COLUMNS = 10;
const SIDE_PX = 192;
const CAPTION_PX = 40;

const files = ['gltf', 'derived', 'crafted/gltf']
  .flatMap((folder) =>
    readdirSync(path.join(REALDATA, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.(glb|gltf)$/.test(file))
  .sort();
const stage = await openRelicStage(REALDATA);
const cells: OverlayOptions[] = [];
let index = 0;
for (const file of files) {
  const before = stage.faults.length;
  const { error, code, losses, ms, longestTaskMs, triangles, draws, gpuBytes, covered, picture } =
    await stage.open(file);
  const faults = stage.faults.slice(before);
  const verdict =
    error === null
      ? `${triangles} tri, ${draws} draws, ${(gpuBytes / 1e6).toFixed(1)} MB, ${(covered * 100).toFixed(1)} %`
      : `${code}: ${error}`;
  console.log(
    `${file}\t${Math.round(ms)} ms (${Math.round(longestTaskMs)})\t${verdict}${losses.length > 0 ? `\tlost ${losses.join('; ')}` : ''}${faults.length > 0 ? `\tFAULTS ${faults.join('; ')}` : ''}`,
  );
  if (/validator/.test(file) && error !== null) continue;
  cells.push(...cell(index++, file, error === null ? picture : null, error ?? ''));
}
await stage.close();
const rows = Math.ceil(index / COLUMNS);
const out = await mkdtemp(path.join(tmpdir(), 'grotto-relic-files-'));
const sheet = sharp({
  create: { width: COLUMNS * SIDE_PX, height: rows * (SIDE_PX + CAPTION_PX), channels: 3, background: '#000' },
});
await writeFile(path.join(out, 'sheet.png'), await sheet.composite(cells).png().toBuffer());
console.log(path.join(out, 'sheet.png'));

function cell(index: number, file: string, picture: string | null, error: string): OverlayOptions[] {
  const left = (index % COLUMNS) * SIDE_PX;
  const top = Math.floor(index / COLUMNS) * (SIDE_PX + CAPTION_PX);
  const words = [path.basename(file), error.slice(0, 34)].map((text) => text.replace(/[<&>]/g, ' '));
  const caption = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE_PX}" height="${CAPTION_PX}" font-family="sans-serif" font-size="11" fill="#ddd"><text x="4" y="14">${words[0]}</text><text x="4" y="30" fill="#e98">${words[1]}</text></svg>`;
  return [
    ...(picture ? [{ input: Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'), left, top }] : []),
    { input: Buffer.from(caption), left, top: top + SIDE_PX },
  ];
}
