/**
 * WebVTT as plain text: what is bold, coloured or placed in the file is for its player to ignore here, since visitors
 * choose how captions are set. Of its markup only the speaker is kept; nothing of a file is ever markup of the page.
 */
import { parseText, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions';
import type { Cue } from './cue.ts';
import { gateVtt, MOST_CUE_CHARACTERS, MOST_CUES, MOST_SECONDS } from './gateVtt.ts';

/** A cue that names nobody ends here, so that a speaker's name is never a paragraph. */
const MOST_NAME_CHARACTERS = 60;
/** Signs that turn the reading order around: in captions of one line they can only mislead. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Tags that WebVTT does not know; the library would take the end of one for the end of another. */
const FOREIGN_TAG = /<(?!\/?(?:c|i|b|u|ruby|rt|v|lang)(?![a-z])|\d)[^>]*>/gu;

/** The cues in order of their beginnings. Throws a `CaptionError` where the file asks for too much or is none. */
export async function readVtt(text: string): Promise<Cue[]> {
  const { cues } = await parseText(gateVtt(text), { type: 'vtt', strict: false, errors: false });
  return cues
    .slice(0, MOST_CUES)
    .flatMap(cueOf)
    .sort((a, b) => a.start - b.start);
}

function cueOf(cue: VTTCue): Cue[] {
  const { startTime: start, endTime } = cue;
  const end = Math.min(endTime, MOST_SECONDS);
  if (!(start >= 0 && end > start)) return [];
  cue.text = cue.text.slice(0, MOST_CUE_CHARACTERS).replace(FOREIGN_TAG, '');
  const nodes = tokenizeVTTCue(cue);
  const text = tidy(textOf(nodes));
  if (text === '') return [];
  const speaker = tidy(speakerOf(nodes)).slice(0, MOST_NAME_CHARACTERS);
  return [{ start, end, text, ...(speaker !== '' && { speaker }) }];
}

function textOf(nodes: readonly VTTNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.data;
      // What stands above letters to say how they are read would be read twice.
      return node.type === 'rt' ? '' : textOf(node.children);
    })
    .join('');
}

/** The speaker of a cue that is one person's from beginning to end. */
function speakerOf(nodes: readonly VTTNode[]): string {
  const voices = new Set<string>();
  for (const node of nodes) {
    if (node.type === 'v') voices.add(node.voice ?? '');
    else if (node.type !== 'text' || node.data.trim() !== '') voices.add('');
  }
  const [only = ''] = voices;
  return voices.size === 1 ? only : '';
}

function tidy(text: string): string {
  return text
    .replace(TURNING, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
