/** Posters: small flat pictures of the view on arrival, for title cards and lists of places. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeWebp } from '#pipeline/tile/output/preview.ts';
import { toRadians } from '#shared/angle.ts';
import { prepareGlow, prepareSight, type PrepareOptions } from '#demo/make/prepare.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import { renderView } from '#demo/picture/renderView.ts';

/** Width and height, pixels. */
const SIZES = { draft: [240, 150], normal: [640, 400], full: [640, 400] } as const;
const MAX_BYTES = 18_000;
const QUALITIES = [75, 65, 55, 45, 35, 25];

export interface PosterStart {
  readonly picture: string;
  /** Degrees; `fov` is vertical. */
  readonly start: { readonly yaw: number; readonly pitch: number; readonly fov: number };
}

/** Writes `panoramas/<cave>/<picture>/poster.webp`, each as good as fits into 18 kB; returns the paths. */
export async function writePosters(
  id: string,
  starts: readonly PosterStart[],
  options: PrepareOptions,
  out: string,
): Promise<string[]> {
  const sight = await prepareSight(id, options);
  // A draft has one poster a place: the start of the title card, not a picture of every layer.
  const pictures = listPictures(sight.cave).slice(0, options.quality === 'draft' ? 1 : undefined);
  const origin = sight.cave.eye;
  const glow = await prepareGlow(sight, id, origin, pictures, options);
  const [width, height] = SIZES[options.quality];
  const written: string[] = [];
  for (const [i, picture] of pictures.entries()) {
    const start = starts.find((each) => each.picture === picture.id)?.start ?? starts[0]?.start;
    if (!start) continue;
    const view = {
      yaw: toRadians(start.yaw),
      pitch: toRadians(start.pitch),
      fov: toRadians(start.fov),
      width,
      height,
    };
    const own = { ...glow, bloom: [glow.bloom[i]!] };
    const [pixels] = renderView(sight, origin, view, [picture], own);
    const name = `panoramas/${id}/${picture.id}/poster.webp`;
    const file = path.join(out, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.part`, await encodePoster(pixels!, width, height));
    await rename(`${file}.part`, file);
    written.push(name);
    options.progress((i + 1) / pictures.length, picture.id);
  }
  return written;
}

async function encodePoster(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  let bytes = await encodeWebp(pixels, width, height, QUALITIES[0]!);
  for (const quality of QUALITIES) {
    bytes = await encodeWebp(pixels, width, height, quality);
    if (bytes.length <= MAX_BYTES) break;
  }
  return bytes;
}
