/** Says a language's name in that language, with a voice of the device itself: nothing is asked of a stranger. */
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { chooseVoice } from '#sound/narrator/chooseVoice.ts';
import { deviceVoices, speakIn } from '../sound/deviceSpeech.ts';

/** Silent where the device has no voice of its own for the language. */
export function speakLanguage(tag: string): void {
  const voice = chooseVoice(deviceVoices(), tag);
  if (!voice) return;
  const speech = speakIn(voice);
  speech.cancel();
  speech.speak(speech.utter(nameLanguage(tag)));
}
