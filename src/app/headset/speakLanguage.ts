/** Says a language's name in that language, with a voice of the device itself: nothing is asked of a stranger. */
import { nameLanguage } from '#i18n/nameLanguage.ts';

export function canSpeak(): boolean {
  return typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined';
}

/** Silent where the device has no voice of its own for the language. */
export function speakLanguage(tag: string): void {
  const [wanted = ''] = tag.toLowerCase().split('-');
  const voice = speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === wanted);
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(nameLanguage(tag));
  words.voice = voice;
  words.lang = voice.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
}
