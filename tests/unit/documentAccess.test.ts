import { describe, expect, it } from 'vitest';
import { describeAccess } from '#document/access/describeAccess.ts';
import type { Exhibition } from '#document/schema.ts';
import { exhibition } from './tour/exhibition.ts';

const sources = [{ uri: 'a.mp3', type: 'audio/mpeg' }];
const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });
const shown: Exhibition = {
  ...exhibition,
  assets: [
    { kind: 'image', id: 'told', label: both('A', '甲'), uri: 'a.webp', width: 1, height: 1, alt: both('A', '甲') },
    { kind: 'image', id: 'half', label: both('B', '乙'), uri: 'b.webp', width: 1, height: 1, alt: { en: 'B' } },
    { kind: 'audio', id: 'voice', label: both('V', '声'), sources, seconds: 3, captions: { en: 'v.vtt' } },
    { kind: 'audio', id: 'song', label: both('S', '歌'), sources, seconds: 3, captions: { en: 's.vtt' } },
    { kind: 'audio', id: 'wind', label: both('W', '风'), sources, seconds: 3, description: both('wind', '风声') },
    { kind: 'audio', id: 'hum', label: both('H', '嗡'), sources, seconds: 3 },
  ],
  tours: [
    {
      id: 'whole',
      label: both('T', '导'),
      steps: [{ at: 'hall', narration: both('Say', '说'), voice: { en: 'voice' } }],
    },
    { id: 'half', label: both('U', '览'), steps: [{ at: 'hall', narration: { en: 'Say' } }] },
  ],
};

describe('what an exhibition offers to everyone', () => {
  const { subjects, texts } = describeAccess(shown);

  it.each([
    ['descriptions', 1, 2, ['half']],
    ['places', 0, 3, ['antechamber', 'hall', 'niche']],
    ['captions', 1, 2, ['song']],
    ['sounds', 1, 2, ['hum']],
    ['transcripts', 1, 2, ['half']],
    ['signLanguage', 0, 2, ['whole', 'half']],
  ] as const)('is counted: %s', (subject, have, of, lacking) => {
    expect([subjects[subject].have, subjects[subject].of]).toEqual([have, of]);
    expect(subjects[subject].lacking.map(({ id }) => id)).toEqual(lacking);
  });

  it('counts texts by language, and no file as a text', () => {
    const [english, chinese] = texts;
    expect(english?.have).toBe(english?.of);
    expect((chinese?.of ?? 0) - (chinese?.have ?? 0)).toBe(2);
  });
});
