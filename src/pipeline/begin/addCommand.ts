/** `grotto add`: more for an exhibition that is there. */
import { type Command, CommandError } from '../command.ts';
import { addCave } from './addCave.ts';
import { addRelic } from './addRelic.ts';
import { addScroll } from './addScroll.ts';

const HELP = `Usage: grotto add cave <folder> <picture>... [options]
       grotto add relic <folder> <model> [options]
       grotto add scroll <folder> <picture> [options]

Puts more into the exhibition of <folder>; what is in its document stays as it is.

cave: panoramas, cut into tiles, each a place of its own, with links to and from its neighbours. Layers of a place come by
grotto tile --exhibition.

  --positions <file>     where the pictures were taken: { "<name without ending>": [x, y, z], … }, metres; y up, −z north
  --workers <n>          how many pictures are worked on at once; one per core by default

relic: a model (glTF, GLB; scans as OBJ, PLY, STL) as the steps of grotto lod, on a plinth in a hall. Where the exhibition has
no hall, one is made, with a way there from the first place and back.

  --size <metres>        how long its longest side is; without it the model is taken to be in metres
  --to <place>           where it goes: a hall, or a place that was photographed, in whose picture it gets a mark
  --look=<yaw,pitch>     where its mark is in the picture, degrees; 0,-10 by default
  --stands=<x,y,z>       it stands in the place itself, there on the site, metres
  --id <id>              of the model, default: its file's name
  --rights <uri>         a Creative Commons licence or RightsStatements.org statement; default: what the model says
  --digital-source-type <type>  IPTC term, such as digitalCapture or algorithmicMedia
  --jobs <n>             steps at once; one per core by default
  --quick                do not draw the steps to see up to which size they look like the model

scroll: a handscroll, painting or map, cut into tiles, as a place that is unrolled or seen whole, with a way there from the
first place and back.

  --height <metres>      of the original, or --width <metres>
  --ltr                  it is read from left to right; from right to left by default
  --kind <kind>          scroll or picture; by default a scroll where it is three times as long as high
  --id <id>              default: its file's name
  --rights <uri>         a Creative Commons licence or RightsStatements.org statement

  --help                 this text
`;

const KINDS: Readonly<Record<string, Command['run']>> = { cave: addCave, relic: addRelic, scroll: addScroll };

export const command: Command = {
  summary: 'put more photographs, a relic or a scroll into an exhibition',
  help: HELP,
  async run(args, io) {
    const [kind = '', ...rest] = args;
    const add = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!add)
      throw new CommandError(`say what to add: grotto add ${Object.keys(KINDS).join('|')} <folder> <file>...`, 2);
    return add(rest, io);
  },
};
