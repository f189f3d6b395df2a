/** What is to be heard, and how the visitor wants to hear it. Nothing of it is kept on the device. */

export interface SoundSettings {
  /** Null until the visitor has said; nothing sounds until then, and what one asks to hear turns it on. */
  readonly isOn: boolean | null;
  /** Steps of loudness, 0 (silent) to 10 (as made); see `sound/loudness.ts`. */
  readonly master: number;
  readonly voice: number;
  readonly ambience: number;
  /** Both ears hear the same. */
  readonly isMono: boolean;
  /** Whether single sounds of the place are heard now and then. */
  readonly hasConcert: boolean;
}

export interface SoundVisit extends SoundSettings {
  /** What was struck or asked for last; null before the first. */
  readonly ring: Ring | null;
  /** Who tells at this moment: a recording, a synthetic voice of the device, nobody; null while nothing is told. */
  readonly teller: Teller | null;
  /** Ids of the audio assets that sound at this moment. */
  readonly heard: readonly string[];
}

export interface Ring {
  /** Grows by one with every stroke. */
  readonly serial: number;
  /** The relic that was struck; null for a sound that is nowhere in particular. */
  readonly hotspotId: string | null;
  readonly audioId: string;
}

export type Teller = 'recorded' | 'device' | 'silent';

export const MOST_LOUDNESS = 10;

export const FIRST_SOUND: SoundVisit = {
  isOn: null,
  master: 8,
  voice: 10,
  ambience: 8,
  isMono: false,
  hasConcert: true,
  ring: null,
  teller: null,
  heard: [],
};
