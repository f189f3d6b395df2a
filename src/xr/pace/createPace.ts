import { FrameTimes, type FrameSpread } from './frameTimes.ts';
import { AT_EASE, STAGES, stepPace, type PaceStage } from './stepPace.ts';

export interface PacePorts {
  /** Frames a second that the device draws at this moment; 0 where it does not say. */
  rate(): number;
  setFoveation(value: number): void;
  setRate(rate: number): void;
  setDensity(share: number): void;
}

export interface PaceStats extends PaceStage {
  readonly frameMs: FrameSpread;
}

export interface Pace {
  /** A frame was drawn so many seconds after the one before. */
  add(seconds: number): void;
  stats(): PaceStats;
  /** The session is over. */
  reset(): void;
}

/** Where a device does not say at what rate it draws. */
const USUAL_RATE = 72;

/** Watches the frames of a session and gives up quality before it loses frames. */
export function createPace(ports: PacePorts): Pace {
  const times = new FrameTimes();
  let pace = AT_EASE;
  const stageOf = (index: number): PaceStage => STAGES[index] ?? STAGES[0]!;

  const take = (stage: PaceStage, before: PaceStage): void => {
    if (stage.foveation !== before.foveation) ports.setFoveation(stage.foveation);
    if (stage.rate !== before.rate) ports.setRate(stage.rate);
    if (stage.density !== before.density) ports.setDensity(stage.density);
  };

  return {
    add(seconds) {
      times.add(seconds);
      const { stage } = pace;
      pace = stepPace(pace, seconds, ports.rate() || USUAL_RATE);
      if (pace.stage !== stage) take(stageOf(pace.stage), stageOf(stage));
    },
    stats: () => ({ ...stageOf(pace.stage), frameMs: times.spread() }),
    reset() {
      times.clear();
      take(stageOf(0), stageOf(pace.stage));
      pace = AT_EASE;
    },
  };
}
