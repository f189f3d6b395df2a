import { parseArgs } from 'node:util';
import { ACCESS_SUBJECTS, type AccessSubject, describeAccess } from '#document/access/describeAccess.ts';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { pickText } from '#i18n/pickText.ts';
import { openTarget } from './check/target.ts';
import type { Command } from './command.ts';

const HELP = `Usage: grotto statement <folder> [options]

Says what an exhibition offers to those who do not see, hear or read it as others do: descriptions, captions,
transcripts, sign language, languages. Counts and lists come from exhibition.json alone; the same stands in the visit
under About. Paste it into the accessibility statement of the museum.

  --json    print it as JSON
`;

const NAMES = {
  descriptions: 'pictures and relics described in words',
  places: 'places described in words',
  captions: 'recordings of words with captions',
  sounds: 'other sounds described in words',
  transcripts: 'guided tours whose every word can be read',
  signLanguage: 'guided tours in a sign language',
} satisfies Record<AccessSubject, string>;

export const command: Command = {
  summary: 'say what an exhibition offers to everyone: captions, descriptions, languages',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
    const statement = describeAccess(await openTarget(positionals, io.cwd));
    if (values.json) {
      io.out(`${JSON.stringify(statement, null, 2)}\n`);
      return 0;
    }
    const lines = ACCESS_SUBJECTS.flatMap((subject) => {
      const { of, have, lacking } = statement.subjects[subject];
      const missing = lacking.map(({ id, label }) => `  without: ${id} (${pickText(label, 'en').text})`);
      return [`${have} of ${of} ${NAMES[subject]}`, ...missing];
    });
    for (const { language, of, have } of statement.texts)
      lines.push(`${have} of ${of} texts in ${nameLanguage(language)}`);
    io.out(`${lines.join('\n')}\n`);
    return 0;
  },
};
