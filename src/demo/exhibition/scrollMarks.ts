/** What is written about the parts of the handscroll, its seals and its inscriptions: none of them is writing. */
import type { LanguageMap } from '#document/schema.ts';
import { both } from './words.ts';

export const SECTION_LABELS: Readonly<Record<string, LanguageMap>> = {
  'section-foothills': both('山麓', 'Foothills'),
  'section-lake': both('湖', 'The lake'),
  'section-massif': both('主峰', 'The great peak'),
  'section-bridge': both('长桥', 'The long bridge'),
  'section-gorge': both('峡谷', 'The gorge'),
  'section-open-water': both('远水', 'Open water'),
};

export interface MarkText {
  readonly label: LanguageMap;
  readonly body: LanguageMap;
  /** What stands there, in the language it would be in, and what it would mean. */
  readonly transcription?: LanguageMap;
  readonly translation?: LanguageMap;
}

const NO_WRITING = {
  transcription: { 'zh-Hant': '（無字，僅有似字之筆畫）' },
  translation: both('（没有字，只有像字的笔画）', '(No writing, only strokes that look like it.)'),
};

/** In the words of a catalogue, which says of every mark what it is. */
export const MARK_TEXTS: Readonly<Record<string, MarkText>> = {
  'inscription-opening': {
    label: both('卷首题记', 'Inscription at the opening'),
    body: both(
      '手卷的题记多写在起首的天空里，记画名、年月与作者。这里只有像字的笔画：我们不愿让程序假装会写字。',
      'A handscroll often carries its title, date and painter in the sky of its first passage. Here there are only strokes that look like writing: we did not want a program to pretend that it can write.',
    ),
    ...NO_WRITING,
  },
  'inscription-lake': {
    label: both('湖上题诗', 'Verse over the lake'),
    body: both(
      '藏家常在画中留白处题诗。这几行只是像字的笔画，不成诗。',
      'Owners liked to write a verse into the empty parts of a picture. These columns are strokes that look like one and say nothing.',
    ),
    ...NO_WRITING,
  },
  'inscription-colophon': {
    label: both('卷尾跋', 'Colophon'),
    body: both(
      '画后接一段纸，历代看过的人在上面写跋。跋往往比画还长；这一篇一个字也没有。',
      'After the painting paper is mounted for those who have seen it to write upon. Such colophons may grow longer than the picture; in this one there is not a single character.',
    ),
    ...NO_WRITING,
  },
  'seal-opening': {
    label: both('引首印', 'Seal at the opening'),
    body: both('朱砂印，像印而无印文。', 'In cinnabar; it looks like a seal and has no legend.'),
  },
  'seal-collector': {
    label: both('收藏印', 'Collector’s seal'),
    body: both(
      '收藏印一方接一方，说明一幅画经过谁的手。这一方是虚构的。',
      'Collectors’ seals, one beside the other, tell through whose hands a painting has gone. This one is made up.',
    ),
  },
  'seal-lake': {
    label: both('题诗印', 'Seal below the verse'),
    body: both('题诗之后钤的小印，无印文。', 'A small seal set after the verse, without a legend.'),
  },
  'seal-open-water': {
    label: both('压角印', 'Corner seal'),
    body: both(
      '钤在画的左下角，镇住一片空水。无印文。',
      'Set in the lower left corner to hold down an expanse of empty water. It has no legend.',
    ),
  },
  'seal-colophon': {
    label: both('跋后印', 'Seal after the colophon'),
    body: both('跋文之末的印，无印文。', 'The seal at the end of the colophon, without a legend.'),
  },
};
