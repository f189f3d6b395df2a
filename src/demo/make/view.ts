/** `view`: one perspective picture of a cave, quickly, for looking at it while it is made. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#demo/cave/cave.ts';
import { prepareGlow, prepareSight, type PrepareOptions } from '#demo/make/prepare.ts';
import { eyeOrigin } from '#demo/picture/camera.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import { renderView } from '#demo/picture/renderView.ts';

const VIEW_HELP = `main.ts view <cave> [options]     one perspective picture of a cave

  --yaw <degrees>        0 looks to the inner end (−Z), grows to the right; default 0
  --pitch <degrees>      default 0
  --fov <degrees>        vertical; default 60
  --size <w>x<h>         pixels; default 1000x700
  --layer <name>         as-found, restored, line-drawing, lamp-light, or all (one file each); default as-found
  --quality <name>       draft (default), normal: mesh, paint and light
  --light <name>         baked (default) or flat, which bakes nothing
  --paint <px/m>         resolution of the paintings; default 160 for draft, 512 for normal
  --eye <x,y,z>          another place for the eye, metres; --offset <metres> moves it to the side, for stereo
  --samples <n>          samples along each side of a pixel at edges; default 2 for draft, 3 for normal
  --out <file.png>       default <cave>-<layer>.png here

Meshes, paint and light are kept in node_modules/.cache/grotto/demo/view and made again when they would look different.
`;

export async function runView(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: joinNegatives(args),
    allowPositionals: true,
    options: {
      yaw: { type: 'string', default: '0' },
      pitch: { type: 'string', default: '0' },
      fov: { type: 'string', default: '60' },
      size: { type: 'string', default: '1000x700' },
      layer: { type: 'string', default: 'as-found' },
      quality: { type: 'string', default: 'draft' },
      light: { type: 'string', default: 'baked' },
      paint: { type: 'string' },
      eye: { type: 'string' },
      offset: { type: 'string', default: '0' },
      samples: { type: 'string' },
      out: { type: 'string' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(VIEW_HELP);
    return;
  }
  const [id] = positionals;
  if (!id) throw new Error('view: which cave? hall, pillar, chamber or terrace');
  const isDraft = values.quality !== 'normal';
  const options: PrepareOptions = {
    quality: isDraft ? 'draft' : 'normal',
    pixelsPerMetre: Number(values.paint ?? (isDraft ? 160 : 512)),
    fineness: isDraft ? 0.6 : 1,
    light: values.light === 'flat' ? 'flat' : 'baked',
    trust: 'shown',
    jobs: Number(values.jobs),
    cache: path.resolve('node_modules/.cache/grotto/demo/view'),
    progress: (_, note) => process.stderr.write(`${id}: ${note}\n`),
  };
  const sight = await prepareSight(id, options);
  const [width = 1000, height = 700] = values.size.split('x').map(Number);
  const view = {
    yaw: toRadians(Number(values.yaw)),
    pitch: toRadians(Number(values.pitch)),
    fov: toRadians(Number(values.fov)),
    width,
    height,
  };
  const all = listPictures(sight.cave);
  const pictures = values.layer === 'all' ? all : all.filter((picture) => picture.id === values.layer);
  if (pictures.length === 0)
    throw new Error(`view: no layer "${values.layer}"; there are ${all.map((p) => p.id).join(', ')}`);
  const eye = values.eye ? parsePoint(values.eye) : sight.cave.eye;
  const samples = Number(values.samples ?? (isDraft ? 2 : 3));
  const origin = eyeOrigin(eye, view.yaw, Number(values.offset));
  const glow = await prepareGlow(sight, id, origin, pictures, options);
  const images = renderView(sight, origin, view, pictures, glow, { samples });
  for (const [i, { id: layer }] of pictures.entries()) {
    const file = values.out ?? `${id}-${layer}.png`;
    const named = pictures.length > 1 && values.out ? values.out.replace(/(\.png)?$/, `-${layer}.png`) : file;
    await sharp(images[i], { raw: { width, height, channels: 3 } })
      .png()
      .toFile(named);
    process.stderr.write(`${named}\n`);
  }
}

/** `--yaw -60` as `--yaw=-60`, which is what the parser wants for numbers below zero. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-[\d.]/.test(arg) && last?.startsWith('--')) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function parsePoint(text: string): Vec3 {
  const [x, y, z] = text.split(',').map(Number);
  if (x === undefined || y === undefined || z === undefined || [x, y, z].some(Number.isNaN))
    throw new Error(`--eye: expected x,y,z in metres, got "${text}"`);
  return [x, y, z];
}
