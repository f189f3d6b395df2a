/** The voices of the device, as `sound` takes them. */
import type { DeviceVoice } from '#sound/narrator/chooseVoice.ts';
import type { Speech, Utterance } from '#sound/narrator/tellAloud.ts';

export function canSpeak(): boolean {
  return typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined';
}

export function deviceVoices(): readonly DeviceVoice[] {
  return canSpeak() ? speechSynthesis.getVoices() : [];
}

/** @param voice One of `deviceVoices`. */
export function speakIn(voice: DeviceVoice): Speech {
  return {
    utter(text) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = voice.lang;
      return utterance as unknown as Utterance;
    },
    speak: (utterance) => speechSynthesis.speak(utterance as unknown as SpeechSynthesisUtterance),
    cancel: () => speechSynthesis.cancel(),
    resume: () => speechSynthesis.resume(),
  };
}
