/**
 * Tells one thing at a time: as it was recorded, else in a voice of the device, else in silence. Whoever cannot go on
 * hands over to silence where it stands, so that a tour never waits for a voice.
 */
import type { Narrator, Telling, TellingEvents, Told } from '#tour/guide/ports.ts';
import type { Teller } from '#tour/sound/state.ts';
import type { Tour } from '#tour/store.ts';
import { gainOfStep } from '../loudness.ts';
import { playableFirst } from '../library.ts';
import { chooseVoice, type DeviceVoice } from './chooseVoice.ts';
import { type Speech, tellAloud } from './tellAloud.ts';
import { type Player, tellRecorded } from './tellRecorded.ts';
import { tellSilently } from './tellSilently.ts';
import type { TellerEvents, TellerPorts } from './teller.ts';

export interface NarratorOptions extends TellerPorts {
  readonly tour: Tour;
  readonly resolve: (uri: string) => string | null;
  readonly canPlayType: (type: string) => string;
  /** A player whose sound goes where narration goes; null where there is no sound. */
  readonly openPlayer: () => { readonly player: Player; disconnect(): void } | null;
  /** The voices of the device at this moment; none where it cannot speak. */
  readonly voices: () => readonly DeviceVoice[];
  /** Speaks in one of them. */
  readonly speechOf: (voice: DeviceVoice) => Speech;
  /** Tells whether the page is hidden, now and whenever that changes. */
  readonly watchHidden: (listener: (isHidden: boolean) => void) => () => void;
}

export function createNarrator(options: NarratorOptions): Narrator {
  const { tour } = options;
  const { sound: note } = tour.commands;
  let generation = 0;
  let stopLast = (): void => undefined;

  return {
    tell(telling, { rate: first }, events) {
      stopLast();
      const mine = ++generation;
      const isMine = (): boolean => mine === generation;
      let rate = first;
      let isPaused = false;
      let isHidden = false;
      let told: Told | null = null;
      let soFar = 0;
      let stopWatching = (): void => undefined;
      let stopListening = (): void => undefined;

      const close = (): void => {
        stopWatching();
        stopListening();
        if (isMine()) note.noteTeller(null);
        generation++;
      };
      const own: TellingEvents = {
        onProgress(seconds, total) {
          soFar = seconds;
          if (isMine()) events.onProgress(seconds, total);
        },
        onEnd() {
          if (!isMine()) return;
          close();
          events.onEnd();
        },
      };
      const begin = (from: number | null): void => {
        const who = from === null ? chooseTeller(telling, options) : silentTeller(inSilence(telling), options);
        note.noteTeller(who.kind);
        told = who.begin({ rate, from: from ?? 0 }, { ...own, onFail: (seconds) => isMine() && begin(seconds) });
        if (isPaused || isHidden) told.pause();
      };

      // Whoever has a tour told wants to hear it, unless sound has been turned off.
      if (tour.store.getState().sound.isOn === null) note.set({ isOn: true });
      begin(null);
      stopWatching = options.watchHidden((hidden) => {
        if (hidden === isHidden) return;
        isHidden = hidden;
        if (isPaused) return;
        if (hidden) told?.pause();
        else told?.resume();
      });
      // Turned off in the middle, it goes on in silence from there.
      stopListening = tour.store.subscribe(({ sound }, { sound: before }) => {
        if (sound.isOn !== false || before.isOn === false || !isMine() || sound.teller === 'silent') return;
        told?.stop();
        begin(soFar);
      });
      const stop = (): void => {
        if (!isMine()) return;
        told?.stop();
        close();
      };
      stopLast = stop;
      return {
        pause() {
          if (isPaused || !isMine()) return;
          isPaused = true;
          if (!isHidden) told?.pause();
        },
        resume() {
          if (!isPaused || !isMine()) return;
          isPaused = false;
          if (!isHidden) told?.resume();
        },
        setRate(next) {
          rate = next;
          if (isMine()) told?.setRate(next);
        },
        stop,
      };
    },
  };
}

interface ChosenTeller {
  readonly kind: Teller;
  begin(options: { readonly rate: number; readonly from: number }, events: TellerEvents): Told;
}

function chooseTeller(telling: Telling, options: NarratorOptions): ChosenTeller {
  const { sound } = options.tour.store.getState();
  if (sound.isOn !== true) return silentTeller(telling, options);
  return recordedTeller(telling, options) ?? deviceTeller(telling, options) ?? silentTeller(telling, options);
}

function recordedTeller({ voice }: Telling, options: NarratorOptions): ChosenTeller | null {
  const [source] = voice ? playableFirst(voice, options.canPlayType) : [];
  const url = source ? options.resolve(source.uri) : null;
  if (!voice || url === null) return null;
  return {
    kind: 'recorded',
    begin({ rate }, events) {
      const opened = options.openPlayer();
      if (!opened) return silentTeller({ silentSeconds: voice.seconds }, options).begin({ rate, from: 0 }, events);
      const { player, disconnect } = opened;
      return tellRecorded({ url, seconds: voice.seconds, rate, disconnect }, events, { ...options, player });
    },
  };
}

function deviceTeller({ text, language, silentSeconds }: Telling, options: NarratorOptions): ChosenTeller | null {
  const voice = chooseVoice(options.voices(), language);
  if (!voice) return null;
  const volume = (): number => {
    const { master, voice: ofVoice } = options.tour.store.getState().sound;
    return gainOfStep(master) * gainOfStep(ofVoice);
  };
  const speech = options.speechOf(voice);
  return {
    kind: 'device',
    begin: ({ rate }, events) =>
      tellAloud({ text, seconds: silentSeconds, rate, volume }, events, { ...options, speech }),
  };
}

/** What was begun as a recording goes on at the recording's own pace, so that its captions stay in step. */
function inSilence({ voice, silentSeconds }: Telling): Pick<Telling, 'silentSeconds'> {
  return { silentSeconds: voice?.seconds ?? silentSeconds };
}

function silentTeller({ silentSeconds: seconds }: Pick<Telling, 'silentSeconds'>, ports: TellerPorts): ChosenTeller {
  return { kind: 'silent', begin: ({ rate, from }, events) => tellSilently({ seconds, rate, from }, events, ports) };
}
