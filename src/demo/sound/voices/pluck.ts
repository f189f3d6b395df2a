/**
 * A phrase on silk strings, like a qin: pentatonic, slow, with slides and a trembling hand. Each note is a delay line with a
 * loss filter (Karplus and Strong; extended by Jaffe and Smith with a fractional delay and the place of the pluck).
 */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import { createMode } from '#demo/sound/signal/filters.ts';
import { foldTail } from '#demo/sound/signal/loop.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { reverberateLoop } from '#demo/sound/signal/room.ts';

export const PLUCK_SECONDS = 22;

interface Note {
  readonly at: number;
  /** Hz: where the finger is when the string is plucked, and where it has slid to. */
  readonly from: number;
  readonly to: number;
  /** Seconds after the pluck when the slide ends. */
  readonly slide: number;
  /** Trembling of the stopping finger, share of the pitch. */
  readonly tremble: number;
  readonly level: number;
}

/** Degrees of gong, shang, jue, zhi, yu over a low F. */
const TONIC = 87.31;
const DEGREES = [1, 9 / 8, 5 / 4, 3 / 2, 5 / 3];

function pitch(step: number): number {
  const octave = Math.floor(step / 5);
  return TONIC * Math.pow(2, octave) * DEGREES[step - octave * 5]!;
}

function note(
  at: number,
  step: number,
  options: Partial<{ bySlideFrom: number; slide: number; tremble: number; level: number }> = {},
): Note {
  const { bySlideFrom = step, slide = 0.35, tremble = 0, level = 1 } = options;
  return { at, from: pitch(bySlideFrom), to: pitch(step), slide, tremble, level };
}

export const PHRASE: readonly Note[] = [
  note(0.3, 0, { level: 0.9 }),
  note(1.7, 5, { bySlideFrom: 4, slide: 0.28 }),
  note(2.9, 7, { tremble: 0.006, level: 0.85 }),
  note(4.5, 6, { bySlideFrom: 7, slide: 0.5, level: 0.7 }),
  note(5.6, 5, { level: 0.8 }),
  note(6.4, 3, { tremble: 0.005 }),
  note(8.6, 8, { bySlideFrom: 7, slide: 0.4, level: 0.95 }),
  note(9.8, 9, { tremble: 0.008, level: 0.85 }),
  note(10.5, 8, { level: 0.6 }),
  note(11.3, 7, { bySlideFrom: 8, slide: 0.6, tremble: 0.005, level: 0.75 }),
  note(13.2, 5, { level: 0.8 }),
  note(13.25, 0, { level: 0.7 }),
  note(15.0, 4, { bySlideFrom: 5, slide: 0.7, level: 0.7 }),
  note(16.4, 3, { tremble: 0.006, level: 0.75 }),
  note(18.2, 5, { bySlideFrom: 3, slide: 0.45, level: 0.6 }),
  note(18.24, 0, { level: 0.8 }),
];

const TAIL = 6;

export function synthesisePluck(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = PLUCK_SECONDS * RATE;
  const strings = new Float32Array(length + TAIL * RATE);
  for (const one of PHRASE) addNote(strings, one, random);
  const body = [
    [112, 0.12, 0.05],
    [205, 0.08, 0.04],
    [388, 0.05, 0.03],
    [710, 0.03, 0.015],
  ] as const;
  const sounding = strings.map((value) => value * 0.8);
  for (const [frequency, seconds, level] of body) {
    const mode = createMode(frequency, seconds);
    for (let i = 0; i < strings.length; i++) sounding[i]! += mode(strings[i]!) * level;
  }
  const dry = foldTail(sounding, length);
  const wet = reverberateLoop([dry], { seconds: 1.8, size: 5, damping: 0.5 });
  return wet.map((channel) => channel.map((value, i) => dry[i]! + value * 0.28));
}

function addNote(out: Float32Array, one: Note, random: Random): void {
  const size = 2048;
  const line = new Float32Array(size);
  const period = RATE / one.from;
  pluckInto(line, period, random);
  let write = Math.ceil(period);
  let held = 0;
  let before = 0;
  let blocked = 0;
  let delay = period;
  let loss = 1;
  const start = Math.round(one.at * RATE);
  const seconds = Math.min(PLUCK_SECONDS + TAIL - one.at, 9);
  const end = Math.round(seconds * RATE);
  for (let i = 0; i < end; i++) {
    if (i % 8 === 0) {
      const frequency = pitchAt(one, i / RATE);
      // The loss filter delays by half a sample; the read below sits between two samples.
      delay = RATE / frequency - 0.5;
      loss = Math.pow(10, -3 / (frequency * (2.6 + 380 / frequency)));
    }
    const place = write - delay + size;
    const index = Math.floor(place);
    const share = place - index;
    const value = line[index % size]! * (1 - share) + line[(index + 1) % size]! * share;
    const filtered = (value * 0.56 + held * 0.44) * loss;
    held = value;
    // The loop must not hold a constant: it would never die.
    blocked = filtered - before + 0.9995 * blocked;
    before = filtered;
    line[write % size] = blocked;
    write = (write + 1) % size;
    const release = i > end - 4800 ? (end - i) / 4800 : 1;
    out[start + i]! += value * one.level * release;
  }
}

/** Hz, `t` seconds after the pluck: the slide, then the trembling. */
function pitchAt(one: Note, t: number): number {
  const slid = Math.min(1, Math.max(0, (t - 0.09) / one.slide));
  const eased = slid * slid * (3 - 2 * slid);
  const wave = Math.sin(2 * Math.PI * (4.6 * t + 0.4 * t * t)) * Math.min(1, t / 0.6) * Math.exp(-t / 2.5);
  return one.from * Math.pow(one.to / one.from, eased) * (1 + one.tremble * wave);
}

/** A finger's pluck: rounded noise over one period, with the gap of a string plucked at a seventh of its length. */
function pluckInto(line: Float32Array, period: number, random: Random): void {
  const length = Math.ceil(period);
  const shape = new Float32Array(length);
  let soft = 0;
  let softer = 0;
  for (let i = 0; i < length; i++) {
    soft += (random() * 2 - 1 - soft) * 0.42;
    softer += (soft - softer) * 0.5;
    shape[i] = softer;
  }
  const gap = Math.round(length / 7);
  let mean = 0;
  for (let i = 0; i < length; i++) mean += (shape[i]! - shape[(i + length - gap) % length]!) / length;
  for (let i = 0; i < length; i++) line[i] = (shape[i]! - shape[(i + length - gap) % length]! - mean) * 1.6;
}
