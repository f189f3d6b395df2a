/** Which of the voices that sound go on as which of the sources that are wanted now. */
import type { Source } from './mix.ts';

export interface RunningVoice {
  readonly key: string;
  readonly audioId: string;
}

export interface Matching<Voice> {
  readonly going: readonly (readonly [Voice, Source])[];
  readonly leaving: readonly Voice[];
  readonly coming: readonly Source[];
}

/** The same spot first; else the same sound, which moves there without beginning anew. */
export function matchVoices<Voice extends RunningVoice>(
  running: readonly Voice[],
  wanted: readonly Source[],
): Matching<Voice> {
  const going: [Voice, Source][] = [];
  const voices = new Set(running);
  const sources = new Set(wanted);
  const pair = (isPair: (voice: Voice, source: Source) => boolean): void => {
    for (const source of sources) {
      const voice = [...voices].find((one) => isPair(one, source));
      if (!voice) continue;
      going.push([voice, source]);
      voices.delete(voice);
      sources.delete(source);
    }
  };
  pair((voice, source) => voice.key === source.key);
  pair((voice, source) => voice.audioId === source.audioId);
  return { going, leaving: [...voices], coming: [...sources] };
}
