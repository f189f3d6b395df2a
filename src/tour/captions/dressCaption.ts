import type { Caption } from './state.ts';
import { isCjk } from './script.ts';

/** As subtitlers write it: sounds in brackets of the script, 〔风声〕 or [wind]; what is sung between notes. */
export function dressCaption({ kind, text, language }: Pick<Caption, 'kind' | 'text' | 'language'>): string {
  if (kind === 'song') return `♪ ${text} ♪`;
  if (kind === 'speech') return text;
  return isCjk(language) ? `〔${text}〕` : `[${text}]`;
}

/** At most two at a time: who speaks or sings before what is heard, the later before the earlier. */
export function chooseCaptions(captions: readonly Caption[], describesSounds: boolean): Caption[] {
  const latest = captions.toReversed();
  const said = latest.filter(({ kind }) => kind !== 'sound');
  const heard = describesSounds ? latest.filter(({ kind }) => kind === 'sound') : [];
  return [...heard.slice(0, said.length > 0 ? 1 : 2), ...said.slice(0, 1)];
}
