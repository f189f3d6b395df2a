/** Writes along while a guided tour is told: the captions of the recorded voice where it has any, else of the text. */
import type { Cue } from '#sources/captions/cue.ts';
import type { Captionist, Telling } from '../guide/ports.ts';
import type { CaptionCommands } from '../tourCommands.ts';
import { cueAt, cuesOf } from './cues.ts';

const SOURCE = 'narration';

export interface CaptionistOptions {
  readonly captions: Pick<CaptionCommands, 'show' | 'clear'>;
  /** The captions of a file of the exhibition; rejected where they cannot be had, which leaves those of the text. */
  loadCues(uri: string, signal: AbortSignal): Promise<readonly Cue[]>;
}

/** Writes to the tour where a caption begins or ends, and at no other time. */
export function createCaptionist({ captions, loadCues }: CaptionistOptions): Captionist {
  let telling: Telling | null = null;
  let recorded: readonly Cue[] | null = null;
  let cues: readonly Cue[] = [];
  let cutFor = 0;
  let shown: Cue | null = null;
  let loading: AbortController | null = null;

  const show = (cue: Cue | null): void => {
    if (cue === shown || (cue && shown && cue.text === shown.text && cue.start === shown.start)) return;
    shown = cue;
    if (cue === null || telling === null) return captions.clear(SOURCE);
    const text = cue.speaker === undefined ? cue.text : `${cue.speaker}: ${cue.text}`;
    captions.show({ source: SOURCE, kind: 'speech', text, language: telling.language });
  };
  const end = (): void => {
    loading?.abort();
    loading = null;
    recorded = null;
    show(null);
    telling = null;
  };
  const load = async (uri: string): Promise<void> => {
    const own = new AbortController();
    loading = own;
    try {
      const loaded = await loadCues(uri, own.signal);
      if (loading === own && loaded.length > 0) recorded = loaded;
    } catch {
      // The captions of the text go on.
    }
  };

  return {
    begin(next) {
      end();
      telling = next;
      cutFor = next.voice?.seconds ?? next.silentSeconds;
      cues = cuesOf(next.text, next.language, cutFor);
      const uri = next.voice?.captions?.[next.language];
      if (uri !== undefined) void load(uri);
      show(cueAt(cues, 0));
    },
    at(seconds, totalSeconds) {
      if (telling === null) return;
      if (recorded) return show(cueAt(recorded, seconds));
      // How long a voice of the device takes shows only while it speaks.
      const pace = totalSeconds > 0 ? cutFor / totalSeconds : 1;
      show(cueAt(cues, Math.min(seconds * pace, cutFor - 1e-3)));
    },
    end,
  };
}
