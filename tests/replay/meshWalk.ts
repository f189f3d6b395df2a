/** Walks a visitor through the hall in front of an engine and says what it took. */
import type { MeshBudget, MeshEye, MeshReport } from '#streaming/mesh/ports.ts';
import { WALK_SECONDS, hallOf, walkAt } from './meshHall.ts';
import { HOME, MeshReplay } from './meshStage.ts';
import type { Worst } from './meshStage.ts';
import { HAND, PAGE, eyeAt, eyesAt } from './meshViews.ts';
import type { Standpoint } from './meshViews.ts';

export type Device = 'desktop' | 'phone' | 'headset';

const FRAMES_PER_SECOND = { desktop: 60, phone: 60, headset: 72 } satisfies Record<Device, number>;
/** Going there and back within this many seconds is a flap. */
const FLAP_SECONDS = 2;

export function eyesOf(device: Device, at: Standpoint): MeshEye[] {
  if (device === 'headset') return eyesAt(at);
  return [eyeAt(at, device === 'phone' ? HAND : PAGE)];
}

export interface Walked {
  /** Of every frame. */
  readonly worst: Worst;
  /** Seconds until the relic nearest to the middle of the view is more than a card. */
  readonly firstMesh: number;
  /** Seconds until all in the first view is settled. */
  readonly firstSettled: number;
  readonly requests: number;
  readonly megabytes: number;
  readonly swaps: number;
  /** Relics that went from one step to another and back within two seconds in view. */
  readonly flaps: number;
  readonly evicted: number;
  readonly frames: number;
}

export async function walkHall(
  device: Device,
  budget: MeshBudget,
  onFrame?: (replay: MeshReplay) => void,
): Promise<Walked> {
  const replay = new MeshReplay(budget, HOME);
  replay.engine.show(hallOf(200));
  const flaps = new FlapCounter();
  const rate = FRAMES_PER_SECOND[device];
  let firstMesh = -1;
  let firstSettled = -1;
  let frames = 0;
  for (; frames < WALK_SECONDS * rate; frames++) {
    const now = frames / rate;
    const report = replay.frame(eyesOf(device, walkAt(now)));
    onFrame?.(replay);
    flaps.see(report, now);
    if (firstMesh < 0 && report.drawCount > 0) firstMesh = now;
    if (firstSettled < 0 && report.isSettled) firstSettled = now;
    await replay.pass(1 / rate);
  }
  const { requests, bytes, swaps, evicted } = replay.engine.stats;
  const { count } = flaps;
  return {
    worst: replay.worst,
    firstMesh: round(firstMesh),
    firstSettled: round(firstSettled),
    requests,
    megabytes: round(bytes / 1e6),
    swaps,
    flaps: count,
    evicted,
    frames,
  };
}

class FlapCounter {
  count = 0;
  /** Per relic in view: the steps it has had, and since when. */
  readonly #pasts = new Map<string, { step: number; since: number }[]>();

  see(report: MeshReport, now: number): void {
    const steps = new Map<string, number>();
    for (const card of report.cards.slice(0, report.cardCount)) if (!card.isLeaving) steps.set(card.instance.id, -1);
    for (const draw of report.draws.slice(0, report.drawCount))
      if (!draw.isLeaving) steps.set(draw.instance.id, draw.step);
    for (const id of this.#pasts.keys()) if (!steps.has(id)) this.#pasts.delete(id);
    for (const [id, step] of steps) this.#note(id, step, now);
  }

  #note(id: string, step: number, now: number): void {
    const past = this.#pasts.get(id) ?? [];
    this.#pasts.set(id, past);
    const last = past.at(-1);
    if (last?.step === step) return;
    if (last && past.at(-2)?.step === step && now - last.since < FLAP_SECONDS) this.count++;
    past.push({ step, since: now });
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
