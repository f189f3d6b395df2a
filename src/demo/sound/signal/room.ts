/** The room: a feedback delay network of eight lines (after Stautner and Puckette; Hadamard mixing, one low pass a line). */
import { RATE } from '#demo/sound/signal/rate.ts';

export interface Room {
  /** Seconds until the sound has fallen by 60 dB. */
  readonly seconds: number;
  /** Mean way between reflections, metres; about the size of the room. */
  readonly size: number;
  /** 0 hard walls … 0.9 soft ones that swallow the heights. */
  readonly damping: number;
}

const WAYS = [1, 1.137, 1.291, 1.433, 1.603, 1.787, 1.949, 2.153];

/** Two channels of reverberation for one or two channels of dry sound; as long as the input. */
export function reverberate(dry: readonly Float32Array[], room: Room): [Float32Array, Float32Array] {
  const lengths = WAYS.map((way) => Math.max(31, Math.round((way * room.size * RATE) / 343)) | 1);
  const lines = lengths.map((length) => new Float32Array(length));
  const gains = lengths.map((length) => Math.pow(10, (-3 * length) / (room.seconds * RATE)));
  const held = new Float64Array(8);
  const at = new Int32Array(8);
  const out = new Float64Array(8);
  const [a, b = a] = dry as [Float32Array, Float32Array?];
  const left = new Float32Array(a.length);
  const right = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) {
    for (let k = 0; k < 8; k++) {
      const value = lines[k]![at[k]!]! * gains[k]!;
      held[k]! += (value - held[k]!) * (1 - room.damping);
      out[k] = held[k]!;
    }
    left[i] = out[0]! - out[2]! + out[4]! - out[6]!;
    right[i] = out[1]! - out[3]! + out[5]! - out[7]!;
    for (let span = 1; span < 8; span *= 2) {
      for (let k = 0; k < 8; k++) {
        if (k & span) continue;
        const x = out[k]!;
        const y = out[k + span]!;
        out[k] = x + y;
        out[k + span] = x - y;
      }
    }
    for (let k = 0; k < 8; k++) {
      lines[k]![at[k]!] = out[k]! * 0.35355339 + (k % 2 === 0 ? a[i]! : b[i]!) * 0.5;
      at[k] = at[k]! + 1 === lengths[k]! ? 0 : at[k]! + 1;
    }
  }
  return [left, right];
}

/** The same for a loop: the room has heard the loop once before, so the end rings on into the beginning. */
export function reverberateLoop(dry: readonly Float32Array[], room: Room): [Float32Array, Float32Array] {
  const length = dry[0]!.length;
  const twice = dry.map((channel) => {
    const long = new Float32Array(length * 2);
    long.set(channel);
    long.set(channel, length);
    return long;
  });
  const [left, right] = reverberate(twice, room);
  return [left.slice(length), right.slice(length)];
}
