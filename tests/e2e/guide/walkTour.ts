/** A guided tour from its first station to its last, each told to its natural end, against the document. */
import { expect } from 'vitest';
import type { Tour, TourStep } from '#document/tourSchema.ts';
import type { HeldTime } from './heldTime.ts';
import { captionsOf, stationsOf, stepOf } from './script.ts';
import { type Moment, readMoment } from './tourLog.ts';

/** While a narration is told: no caption is shorter than this. */
const TELLING_MS = 800;

export interface Station {
  readonly tour: Tour;
  /** From 0, in the document. */
  readonly index: number;
  /** How many one has come to, this one included. */
  readonly count: number;
  readonly language: string;
}

/** How a visitor sees a tour, be it on a page or in a headset. */
export interface TourEyes {
  /** Expects what the station shows, while it is told. */
  expectStation(station: Station): Promise<void>;
  /** Expects these captions, and no others, to have been shown at the station. */
  expectCaptions(station: Station, script: readonly string[]): Promise<void>;
  /** Expects to be asked, and takes one of the ways, from 0. */
  choose(station: Station, choices: NonNullable<TourStep['choices']>, choice: number): Promise<void>;
  /** Milliseconds between two pictures: while the camera turns, and while it waits. */
  readonly pace: { readonly turningMs: number; readonly waitingMs: number };
}

export interface Walk {
  readonly tourId: string;
  readonly language: string;
  /** Which way is taken where the tour asks, from 0. */
  readonly choice: number;
}

/** A tour that has been begun; answers every moment that was looked at. */
export async function walkTour(time: HeldTime, eyes: TourEyes, tour: Tour, how: Walk): Promise<Moment[]> {
  const { language, choice } = how;
  const moments: Moment[] = [];
  const read = async (): Promise<Moment> => {
    const moment = await readMoment(time.page);
    moments.push(moment);
    return moment;
  };
  // What loads takes real time, during which little of the page's passes, so that the tour does not lose patience.
  const waiting = (): number => {
    const [before, now] = moments.slice(-2);
    const isTurning = now && before && JSON.stringify(now.view) !== JSON.stringify(before.view);
    return isTurning ? eyes.pace.turningMs : eyes.pace.waitingMs;
  };
  const stations = stationsOf(tour, choice);
  for (const [at, index] of stations.entries()) {
    const step = stepOf(tour, index);
    const station = { tour, index, count: at + 1, language };
    await time.until(read, ({ guide }) => guide?.step === index + 1 && guide.phase === 'telling', waiting);
    await eyes.expectStation(station);
    const isTelling = ({ guide }: Moment): boolean =>
      guide?.step === index + 1 && (guide.phase === 'telling' || guide.phase === 'waiting');
    const { guide } = await time.until(
      read,
      (now) => !isTelling(now),
      () => TELLING_MS,
    );
    await eyes.expectCaptions(station, captionsOf(step, language));
    if (step.choices) {
      expect(guide).toMatchObject({ phase: 'choosing', choices: step.choices.length });
      await eyes.choose(station, step.choices, choice);
    } else if (at === stations.length - 1) expect(guide?.phase).toBe('ended');
  }
  return moments;
}
