/** Writes along what is heard: “wind over the cliff”. A sound that goes on is named when one comes, not all the while. */
import { pickText } from '#i18n/pickText.ts';
import type { Tour } from '#tour/store.ts';
import { findAudio } from '#tour/sound/commands.ts';

export interface SoundCaptions {
  /** It is heard from now on; a loop is written about for a few seconds. */
  begin(audioId: string, isLoop: boolean): void;
  end(audioId: string): void;
  /** Again in the visitor's language. */
  translate(): void;
  clear(): void;
}

/** Milliseconds. */
const LOOP_SHOWN_MS = 6_000;

export function createSoundCaptions(
  { store, commands }: Tour,
  later: (act: () => void, ms: number) => () => void,
): SoundCaptions {
  const shown = new Map<string, () => void>();
  const write = (audioId: string): boolean => {
    const { exhibition, language } = store.getState();
    const description = findAudio(exhibition, audioId)?.description;
    if (!description) return false;
    const picked = pickText(description, language, exhibition.defaultLanguage);
    commands.captions.show({ source: audioId, kind: 'sound', text: picked.text, language: picked.language });
    return true;
  };
  const end = (audioId: string): void => {
    const stop = shown.get(audioId);
    if (!stop) return;
    stop();
    shown.delete(audioId);
    commands.captions.clear(audioId);
  };
  return {
    begin(audioId, isLoop) {
      shown.get(audioId)?.();
      if (!write(audioId)) return;
      shown.set(audioId, isLoop ? later(() => end(audioId), LOOP_SHOWN_MS) : () => undefined);
    },
    end,
    translate: () => [...shown.keys()].forEach(write),
    clear: () => [...shown.keys()].forEach(end),
  };
}
