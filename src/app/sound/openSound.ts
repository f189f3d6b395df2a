/** The sound of a visit: what the page lends to `sound`. A chunk of its own, sent for after the first picture. */
import { resolveAssetUri } from '#document/uri.ts';
import { createSoundscape, type SoundStats } from '#sound/createSoundscape.ts';
import { hearsAround } from '#sound/hearsAround.ts';
import { createNarrator } from '#sound/narrator/createNarrator.ts';
import type { Narrator } from '#tour/guide/ports.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { deviceVoices, speakIn } from './deviceSpeech.ts';

export interface OpenedSound {
  readonly narrator: Narrator;
  stats(): SoundStats;
}

export interface SoundOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  /** Where in a hall one stands at this moment; null elsewhere. */
  readonly stand: () => Stand | null;
}

const MEGABYTE = 1_048_576;
/** A slow phone takes a second to load the shape of ears. */
const EARS_MS = 4_000;

export function openSound({ tour, liveView, baseUrl, stand }: SoundOptions): OpenedSound {
  const probe = document.createElement('audio');
  const canPlayType = (type: string): string => probe.canPlayType(type);
  const resolve = (uri: string): string | null => resolveAssetUri(uri, baseUrl);
  const soundscape = createSoundscape({
    tour,
    liveView,
    stand,
    resolve,
    canPlayType,
    createContext: () => new AudioContext({ latencyHint: 'interactive' }),
    hearsAround: (rate) =>
      hearsAround({ createOffline: () => new OfflineAudioContext(2, 4_096, rate), later, ms: EARS_MS }),
    fetch: (url, init) => fetch(url, { ...init, mode: 'same-origin', credentials: 'same-origin' }),
    later,
    watchHidden,
    watchPresses,
    seed: Date.now(),
    budgetBytes: (matchMedia('(pointer: coarse)').matches ? 64 : 128) * MEGABYTE,
  });
  const openPlayer = () => {
    const voice = soundscape.voiceInput();
    if (!voice) return null;
    const player = new Audio();
    const source = voice.context.createMediaElementSource(player);
    source.connect(voice.input);
    return { player, disconnect: () => source.disconnect() };
  };
  const narrator = createNarrator({
    tour,
    resolve,
    canPlayType,
    openPlayer,
    voices: deviceVoices,
    speechOf: speakIn,
    watchHidden,
    now: () => performance.now() / 1_000,
    every(act, ms) {
      const timer = setInterval(act, ms);
      return () => clearInterval(timer);
    },
  });
  return { narrator, stats: () => soundscape.stats() };
}

function later(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

function watchHidden(listener: (isHidden: boolean) => void): () => void {
  const tell = (): void => listener(document.hidden);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => document.removeEventListener('visibilitychange', tell);
}

function watchPresses(listener: () => void): () => void {
  const presses = ['pointerup', 'keydown'] as const;
  for (const press of presses) addEventListener(press, listener, { passive: true });
  return () => {
    for (const press of presses) removeEventListener(press, listener);
  };
}
