/** What an exhibition offers to those who do not see, hear or read it as others do: told from its document alone. */
import { matchLanguage } from '#i18n/matchLanguage.ts';
import type { AudioAsset, Exhibition, LanguageMap } from '../schema.ts';
import { listTexts } from './listTexts.ts';

/** How many of a kind have what is spoken of, and which have not. */
export interface Share {
  readonly of: number;
  readonly have: number;
  readonly lacking: readonly { readonly id: string; readonly label: LanguageMap }[];
}

export const ACCESS_SUBJECTS = [
  /** Pictures and relics that are described in words. */
  'descriptions',
  /** Places that are. */
  'places',
  /** Recordings of words with captions in every language of the exhibition. */
  'captions',
  /** Recordings without words whose sound is described. */
  'sounds',
  /** Guided tours whose every word can be read, in every language of the exhibition. */
  'transcripts',
  /** Guided tours in a sign language: the document has no place for one yet. */
  'signLanguage',
] as const;
export type AccessSubject = (typeof ACCESS_SUBJECTS)[number];

export interface AccessStatement {
  readonly subjects: Readonly<Record<AccessSubject, Share>>;
  /** Of each language of the exhibition, how many of all texts it has. */
  readonly texts: readonly { readonly language: string; readonly of: number; readonly have: number }[];
}

export function describeAccess(exhibition: Exhibition): AccessStatement {
  const { assets, nodes, languages, tours = [] } = exhibition;
  const hasAll = (map: Readonly<Record<string, string>> | undefined): boolean => {
    const tags = Object.keys(map ?? {}).filter((tag) => map?.[tag] !== '');
    return languages.every((language) => matchLanguage([language], tags) !== null);
  };
  const voices = new Set(tours.flatMap(({ steps }) => steps.flatMap(({ voice }) => Object.values(voice ?? {}))));
  const recordings = assets.filter((asset): asset is AudioAsset => asset.kind === 'audio');
  const hasWords = ({ id, captions }: AudioAsset): boolean => voices.has(id) || captions !== undefined;
  // A tour's voice speaks one language; its captions need be in that one.
  const isCaptioned = ({ id, captions }: AudioAsset): boolean =>
    voices.has(id) ? Object.keys(captions ?? {}).length > 0 : hasAll(captions);
  const seen = assets.filter((asset) => asset.kind === 'image' || asset.kind === 'model');
  const texts = listTexts(exhibition);
  return {
    subjects: {
      descriptions: shareOf(seen, ({ alt }) => alt !== undefined && hasAll(alt)),
      places: shareOf(nodes, ({ summary }) => hasAll(summary)),
      captions: shareOf(recordings.filter(hasWords), isCaptioned),
      sounds: shareOf(
        recordings.filter((one) => !hasWords(one)),
        ({ description }) => hasAll(description),
      ),
      transcripts: shareOf(tours, ({ steps }) => steps.every(({ narration }) => hasAll(narration))),
      signLanguage: shareOf(tours, () => false),
    },
    texts: languages.map((language) => ({
      language,
      of: texts.length,
      have: texts.filter((map) => matchLanguage([language], Object.keys(map)) !== null).length,
    })),
  };
}

function shareOf<One extends { readonly id: string; readonly label: LanguageMap }>(
  all: readonly One[],
  has: (one: One) => boolean,
): Share {
  const lacking = all.filter((one) => !has(one)).map(({ id, label }) => ({ id, label }));
  return { of: all.length, have: all.length - lacking.length, lacking };
}
