/** A wet cave: the low tone of the room, and drops that ring where they fall and long after. */
import { createRandom } from '#demo/noise/random.ts';
import { CONTROL, createLowPass, createMovingBand } from '#demo/sound/signal/filters.ts';
import { closeNoise } from '#demo/sound/signal/loop.ts';
import { createWander, pinkNoise } from '#demo/sound/signal/noise.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { reverberateLoop } from '#demo/sound/signal/room.ts';

export const DRIP_SECONDS = 24;

interface Spring {
  /** Hz; the pitch of the bubble that a drop makes here. */
  readonly pitch: number;
  /** 0 left … 1 right. */
  readonly side: number;
  /** Seconds between drops. */
  readonly pause: number;
  readonly level: number;
}

const SPRINGS: readonly Spring[] = [
  { pitch: 760, side: 0.22, pause: 3.1, level: 0.9 },
  { pitch: 1240, side: 0.8, pause: 4.7, level: 0.55 },
  { pitch: 540, side: 0.55, pause: 7.9, level: 0.8 },
  { pitch: 1680, side: 0.36, pause: 5.6, level: 0.35 },
  { pitch: 980, side: 0.94, pause: 9.7, level: 0.3 },
];

export function synthesiseDrip(seed: number): Float32Array[] {
  const random = createRandom(seed);
  const length = DRIP_SECONDS * RATE;
  const drops = [new Float32Array(length), new Float32Array(length)];
  for (const spring of SPRINGS) {
    for (let at = random() * spring.pause; at < DRIP_SECONDS; at += spring.pause * random.between(0.75, 1.3)) {
      addDrop(drops, Math.round(at * RATE), spring, random.between(0.9, 1.12), spring.level * random.between(0.6, 1));
      // Now and then a drop breaks, and a smaller one follows at once.
      if (random() < 0.35)
        addDrop(
          drops,
          Math.round((at + random.between(0.06, 0.16)) * RATE),
          spring,
          random.between(1.2, 1.6),
          spring.level * 0.4,
        );
    }
  }
  const wet = reverberateLoop(drops, { seconds: 2.9, size: 7.5, damping: 0.32 });
  return [0, 1].map((side) => {
    const tone = roomTone(createRandom(seed + 11 + side), length);
    return tone.map((value, i) => value * 0.03 + drops[side]![i]! * 0.34 + wet[side]![i]! * 0.42);
  });
}

/** A drop: a tick, then a bubble whose pitch climbs while it fades (after van den Doel, Physically based models for liquid sounds). */
function addDrop(sides: readonly Float32Array[], at: number, spring: Spring, tune: number, level: number): void {
  const pitch = spring.pitch * tune;
  const fall = 0.013 + 14 / pitch;
  let phase = 0;
  for (let i = 0; i < 0.3 * RATE; i++) {
    const t = i / RATE;
    phase += (2 * Math.PI * pitch * (1 + 2.4 * t)) / RATE;
    const rise = 1 - Math.exp(-t / 0.0012);
    const value = Math.sin(phase) * Math.exp(-t / fall) * rise * level;
    const place = (at + i) % sides[0]!.length;
    sides[0]![place]! += value * Math.cos((spring.side * Math.PI) / 2);
    sides[1]![place]! += value * Math.sin((spring.side * Math.PI) / 2);
  }
}

function roomTone(random: ReturnType<typeof createRandom>, length: number): Float32Array {
  const noise = pinkNoise(random, length + 3 * RATE);
  const low = createLowPass(240);
  const lower = createLowPass(240);
  const hollow = createMovingBand();
  const breath = createWander(random, 6);
  const samples = noise.map((x, i) => {
    if (i % CONTROL === 0) hollow.tune(148 + 10 * breath((i / length) % 1), 9);
    return lower(low(x)) * 1.1 + hollow.run(x) * 0.9;
  });
  return closeNoise(samples, length);
}
