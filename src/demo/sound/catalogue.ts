/** All sounds of the exhibition: how each is made, how loud it is, how it is stored. */
import { BELL_SECONDS, synthesiseBell } from '#demo/sound/voices/bell.ts';
import { CHANT_SECONDS, synthesiseChant } from '#demo/sound/voices/chant.ts';
import { DRIP_SECONDS, synthesiseDrip } from '#demo/sound/voices/drip.ts';
import { GATE_SECONDS, synthesiseGate } from '#demo/sound/voices/gate.ts';
import { PLUCK_SECONDS, synthesisePluck } from '#demo/sound/voices/pluck.ts';
import { WIND_SECONDS, synthesiseWind } from '#demo/sound/voices/wind.ts';

export interface Sound {
  readonly id: string;
  readonly seconds: number;
  readonly loop: boolean;
  /** LUFS. Beds lie at −23, events at −18. */
  readonly loudness: number;
  /** Bits a second of the Opus file. */
  readonly bitrate: number;
  /** Bits a sample that the fallback keeps. */
  readonly fallbackBits: number;
  readonly seed: number;
  synthesise(seed: number): Float32Array[];
}

export const SOUNDS: readonly Sound[] = [
  {
    id: 'cliff-wind',
    seconds: WIND_SECONDS,
    loop: true,
    loudness: -23,
    bitrate: 56_000,
    fallbackBits: 11,
    seed: 11,
    synthesise: synthesiseWind,
  },
  {
    id: 'cave-drip',
    seconds: DRIP_SECONDS,
    loop: true,
    loudness: -23,
    bitrate: 56_000,
    fallbackBits: 12,
    seed: 23,
    synthesise: synthesiseDrip,
  },
  {
    id: 'bronze-bell',
    seconds: BELL_SECONDS,
    loop: false,
    loudness: -18,
    bitrate: 72_000,
    fallbackBits: 13,
    seed: 31,
    synthesise: synthesiseBell,
  },
  {
    id: 'wooden-gate',
    seconds: GATE_SECONDS,
    loop: false,
    loudness: -18,
    bitrate: 72_000,
    fallbackBits: 13,
    seed: 41,
    synthesise: synthesiseGate,
  },
  {
    id: 'plucked-phrase',
    seconds: PLUCK_SECONDS,
    loop: true,
    loudness: -20,
    bitrate: 64_000,
    fallbackBits: 13,
    seed: 53,
    synthesise: synthesisePluck,
  },
  {
    id: 'low-chant',
    seconds: CHANT_SECONDS,
    loop: true,
    loudness: -23,
    bitrate: 56_000,
    fallbackBits: 12,
    seed: 61,
    synthesise: synthesiseChant,
  },
];
