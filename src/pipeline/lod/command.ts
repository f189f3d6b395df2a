/** `grotto lod`: a scan becomes a ladder of steps, from a thumb to every tool mark, and its entry for the exhibition. */
import path from 'node:path';
import type { Command, CommandIo } from '../command.ts';
import { readDocument } from '../tile/output/mergeEntry.ts';
import { makeLadder } from './makeLadder.ts';
import type { StepFacts } from './make/makeStep.ts';
import { readLodOptions } from './options.ts';
import { mergeModel } from './output/mergeModel.ts';
import type { TextureFacts } from './textures/makeTexture.ts';

const HELP = `Usage: grotto lod <model.glb|model.gltf> --out <folder> [options]

Turns a model into a ladder of steps: thumb, low, medium, high, whole, as <folder>/<step>.glb, and model.json, the
model's entry for exhibition.json. Geometry is compressed with meshopt; textures are WebP and AVIF in the thumb, KTX2 above.
Reads glTF 2.0 with Draco, meshopt, quantized or specular-glossiness data, and scans as OBJ, PLY or STL, saying what
those lose. Steps that would add nothing are left out.

  -o, --out <folder>       where the steps go
      --steps <list>       only these, such as thumb,low
      --scale <n>          from the file's unit to metres: 0.001 for millimetres
      --id <id>            of the model, default: the folder's name
      --label-en <text>    its name in English        --label-zh <text>  in simplified Chinese
      --rights <uri>       a Creative Commons licence or RightsStatements.org statement; default: what the model says
      --digital-source-type <type>  IPTC term, such as digitalCapture or algorithmicMedia
      --exhibition <folder>  put the entry into this folder's exhibition.json

      --jobs <n>           steps at once; default: one per core, at most 8; the result is the same with any number
      --quick              leave out sharpTo: do not draw the steps to see up to which size they look like the model
      --quiet              say nothing but errors

A step once made is kept by content: the same model makes it again at once.
`;

export const command: Command = {
  summary: 'make the steps of a 3D model, coarse to fine',
  help: HELP,
  async run(args: string[], io: CommandIo): Promise<number> {
    const options = readLodOptions(args, io.cwd);
    if (options.exhibition !== undefined) await readDocument(path.join(options.exhibition, 'exhibition.json'));
    const { entry, losses } = await makeLadder(options, (facts, isFromCache) => {
      if (!options.isQuiet) io.out(describeStep(facts, isFromCache));
    });
    for (const loss of losses) if (!options.isQuiet) io.err(`grotto lod: ${loss}\n`);
    if (options.exhibition !== undefined) io.out(`${await mergeModel(options.exhibition, entry)}\n`);
    return 0;
  },
};

function describeStep(facts: StepFacts, isFromCache: boolean): string {
  const { quality, triangles, draws, bytes, gpuBytes, boundMetres, measuredMetres, isSloppy, sharpToPx } = facts;
  const parts = [
    `${triangles} triangles in ${draws} draw${draws === 1 ? '' : 's'}`,
    `${(bytes / 1000).toFixed(0)} kB`,
    `${(gpuBytes / 1e6).toFixed(1)} MB on the GPU`,
    measuredMetres > 0
      ? `surface within ${inMillimetres(measuredMetres)} mm as measured, ${inMillimetres(boundMetres)} mm as reckoned`
      : 'surface as in the model',
  ];
  if (sharpToPx !== null) parts.push(sharpToPx > 0 ? `like the model up to ${sharpToPx} pixels across` : 'a stand-in, never quite like the model'); // prettier-ignore
  if (isSloppy) parts.push('its shape would not go down otherwise than by merging what lies close');
  if (isFromCache) parts.push('kept from before');
  const lines = [`${quality}: ${parts.join(', ')}`];
  for (const texture of facts.textures) lines.push(`  ${describeTexture(texture)}`);
  for (const note of facts.notes) lines.push(`  ${note}`);
  return `${lines.join('\n')}\n`;
}

function describeTexture({ role, format, width, height, bytes, decibels }: TextureFacts): string {
  const how = { etc1s: 'ETC1S', uastc: 'UASTC', webp: 'WebP', avif: 'AVIF', kept: 'KTX2 as in the model' }[format];
  const likeness = decibels === undefined ? '' : `, ${decibels} dB`;
  return `${role} ${width} × ${height} as ${how}${likeness}, ${(bytes / 1000).toFixed(0)} kB`;
}

function inMillimetres(metres: number): number {
  return Number((metres * 1000).toPrecision(2));
}
