/** `grotto tile`: a photograph becomes a pyramid of cube-face tiles and its entry for the exhibition document. */
import path from 'node:path';
import { type Command, CommandError, type CommandIo } from '../command.ts';
import type { MadeDepth } from './depth/makeDepth.ts';
import { tileDepth } from './depth/tileDepth.ts';
import { readTileOptions } from './options.ts';
import { mergeDepth, mergeEntry, readDocument } from './output/mergeEntry.ts';
import { tilePanorama } from './tilePanorama.ts';

const HELP = `Usage: grotto tile <picture> --out <folder> [options]
       grotto tile <left> <right> --out <folder>                        two eyes
       grotto tile <front> <right> <back> <left> <up> <down> --out …    six cube faces
       grotto tile 'faces/{f}.jpg' --out <folder>                       the same, by pattern
       grotto tile --depth <file> --out <folder> [--exhibition … --id …]  depth of a panorama that is tiled already

Turns an equirectangular picture (JPEG, PNG, TIFF, WebP, AVIF; 8 or 16 bits), whole or partial with GPano data,
or six cube faces, into a pyramid of cube-face tiles: {z}/{f}/{y}_{x}.webp, preview.webp, poster.webp and
panorama.json, the panorama's entry for exhibition.json. A killed run goes on where it was: run it again.

Output
  -o, --out <folder>       where the pyramid goes; made beside it as <folder>.partial, then renamed
      --force              replace <folder> if it exists
      --face-size <px>     edge of a finest face; default: width of the whole sphere / π, rounded up to an even
                           number, so that no pixel in the middle of a face is lost; of cube faces, their own
      --tile-size <px>     64 to 2048, default 512
      --format <f>         webp (default) or jpeg
  -q, --quality <1-100>    default 80 for webp, 85 for jpeg
      --lossless           webp only: every pixel exactly
      --keep-profile       keep the input's colours and embed its ICC profile; default: convert to sRGB

Input
      --stereo <layout>    sbs (left eye on the left) or tb (left eye on top), both eyes in one picture
      --coverage=<a,b,c,d> yawMin,yawMax,pitchMin,pitchMax in degrees that a partial picture shows; overrules GPano
      --face-names <list>  what {f} stands for: front,right,back,left,up,down
      --max-pixels <n>     refuse larger inputs, default 2e9
      --allow-truncated    tile what can be read of a damaged input instead of refusing it

Depth, so that relics are hidden by what is nearer and visitors can measure
      --depth <file>       how far everything is: one equirectangular picture of the whole sphere, or six cube faces
                           ('depth/{f}.exr', or --depth six times, front, right, back, left, up, down), seen from the
                           panorama's own point; greyscale PNG of 16 or 8 bits, or OpenEXR of scan lines (half,
                           float, uint; uncompressed, RLE, ZIPS, ZIP). 0, NaN and infinity: nothing is known there.
                           Written as depth/<width>.png, greyscale of 16 bits, in halves down to 512 px
      --depth-kind <kind>  distance (default) or inverse: distance = 1 ÷ (1/far + n/N · (1/near − 1/far)), where N is
                           255 of 8 bits, 65535 of 16, 1 of OpenEXR; near: the distance of N, far: of 0, or inf
      --depth-range=<near,far>  metres, for inverse
      --depth-unit <unit>  mm (default of 16 bits), cm, m (default of OpenEXR), or metres that the number 1 stands for
      --depth-along <what> of cube faces: ray (distance from the eye) or axis (along the face's axis, as depth buffers
                           hold it)
      --depth-pose=<y,p,r> yaw, pitch and roll in degrees where the depth has another frame: where its middle appears
                           in the panorama, and how far it is rolled clockwise
      --depth-channel <c>  of an OpenEXR with several
      --depth-error <e>    how far its distances may be off: metres (0.005), a part (0.5%), or both (0.005,0.5%)
      --depth-width <px>   of the largest picture, at most; default 4096
      --depth-step <mm>    that a written number stands for; default 1, which reaches 65 m

Exhibition
      --id <id>            of the panorama, default: the folder's name
      --label-en <text>    its name in English        --label-zh <text>  in simplified Chinese
      --layer <id>         of the layer, default: its kind
      --layer-label-en, --layer-label-zh <text>  its name, default: the panorama's
      --kind <kind>        as-found (default), restored, line-drawing, infrared, ultraviolet, raking-light,
                           lamp-light, historic or other
      --digital-source-type <type>  IPTC term, such as compositeCapture or algorithmicMedia
      --start=<y,p,fov>    view of the poster: yaw, pitch, vertical field of view in degrees
      --base <folder>      where exhibition.json will lie; default: the nearest folder above that has one
      --exhibition <folder>  put the entry, or the layer, into this folder's exhibition.json; needs --id

Work
      --workers <n>        default: one per core, at most 8; the result is the same with any number
      --quiet              say nothing but warnings and errors
`;

export const command: Command = {
  summary: 'cut a panorama into a pyramid of tiles',
  help: HELP,
  async run(args: string[], io: CommandIo): Promise<number> {
    const options = readTileOptions(args, io.cwd);
    if (options.exhibition !== undefined) await readDocument(path.join(options.exhibition, 'exhibition.json'));
    const { depth: depthOptions, exhibition, id } = options;
    if (options.inputs.length === 0 && depthOptions) {
      const made = await explainSystemErrors(() => tileDepth(options, depthOptions, io));
      if (exhibition !== undefined && id !== undefined) io.out(`${await mergeDepth(exhibition, id, made.depth)}\n`);
      if (!options.isQuiet) io.out(`${options.out}: ${describeDepth(made)}\n`);
      return 0;
    }
    const { entry, tileCount, depth } = await explainSystemErrors(() => tilePanorama(options, io));
    if (options.exhibition !== undefined) io.out(`${await mergeEntry(options.exhibition, entry)}\n`);
    const [layer] = entry.layers;
    const levels = layer?.source.type === 'cube-tiles' ? layer.source.levels.join(', ') : '';
    if (!options.isQuiet) {
      io.out(`${options.out}: ${tileCount} tiles, faces of ${levels} px, colours ${entry.colorProfile}\n`);
      if (depth) io.out(`${describeDepth(depth)}\n`);
    }
    return 0;
  },
};

function describeDepth({ levels, depth }: MadeDepth): string {
  const { error = 0, errorShare = 0, errorNearness = 0 } = depth;
  const sizes = levels.map(({ width, bytes }) => `${width} px ${bytes} bytes`).join(', ');
  const errors = [`${error} m`, `${errorShare} of the distance`, `${errorNearness} of its inverse`];
  const stated = errors.filter((text) => !text.startsWith('0 ')).join(' + ') || 'none stated';
  return `depth: ${sizes}; error ${stated}`;
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk; free some and run the same command again, it goes on where it was',
  EACCES: 'no permission to write there; choose another --out',
  EROFS: 'the disk is read-only; choose another --out',
};

async function explainSystemErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && !(error instanceof CommandError)) {
      const code = 'code' in error ? String(error.code) : (/\b(ENOSPC|EACCES|EROFS)\b/.exec(error.message)?.[1] ?? '');
      const explanation = SYSTEM_ERRORS[code];
      if (explanation !== undefined) throw new CommandError(explanation);
    }
    throw error;
  }
}
