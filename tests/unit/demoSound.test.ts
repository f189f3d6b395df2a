import { createDecoder } from 'libopus-wasm';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#demo/noise/random.ts';
import { SOUNDS } from '#demo/sound/catalogue.ts';
import { quantise } from '#demo/sound/encode/decimate.ts';
import { encodeFlac } from '#demo/sound/encode/flac.ts';
import { encodeOpus } from '#demo/sound/encode/opus.ts';
import { renderSound } from '#demo/sound/render.ts';
import { closeNoise } from '#demo/sound/signal/loop.ts';
import { measureLoudness, measureTruePeak } from '#demo/sound/signal/loudness.ts';
import { pinkNoise } from '#demo/sound/signal/noise.ts';
import { RATE } from '#demo/sound/signal/rate.ts';
import { BELL_PARTIALS } from '#demo/sound/voices/bell.ts';
import { THUD_AT } from '#demo/sound/voices/gate.ts';

function sine(frequency: number, level: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: seconds * RATE },
    (_, i) => level * Math.sin((2 * Math.PI * frequency * i) / RATE),
  );
}

/** How strong a frequency is in a part of a sound: amplitude of the sine, by a Hann window. */
function strength(samples: Float32Array, frequency: number, from: number, length: number): number {
  let re = 0;
  let im = 0;
  for (let i = 0; i < length; i++) {
    const value = samples[from + i]! * (1 - Math.cos((2 * Math.PI * i) / length));
    const angle = (2 * Math.PI * frequency * i) / RATE;
    re += value * Math.cos(angle);
    im += value * Math.sin(angle);
  }
  return (2 * Math.hypot(re, im)) / length;
}

const rendered = new Map<string, Float32Array[]>();
function samplesOf(id: string): Float32Array[] {
  const sound = SOUNDS.find((one) => one.id === id)!;
  const found = rendered.get(id) ?? renderSound(sound);
  rendered.set(id, found);
  return found;
}

describe('loudness', () => {
  test('of a full-scale sine at 997 Hz in one channel is −3.01 LUFS, as the Recommendation says', () => {
    expect(measureLoudness([sine(997, 1, 5)], false)).toBeCloseTo(-3.01, 1);
  });

  test('leaves silence out: a tone and a pause are as loud as the tone', () => {
    const tone = new Float32Array(20 * RATE);
    tone.set(sine(997, 0.1, 5));
    expect(measureLoudness([tone], false)).toBeCloseTo(-23.01, 0);
    expect(measureLoudness([new Float32Array(RATE)], false)).toBe(-Infinity);
  });

  test('finds peaks between the samples', () => {
    const quarter = Float32Array.from({ length: 4800 }, (_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4));
    expect(Math.max(...quarter)).toBeLessThan(0.71);
    expect(measureTruePeak([quarter], true)).toBeGreaterThan(-0.5);
  });
});

describe.each(SOUNDS)('$id', (sound) => {
  const channels = samplesOf(sound.id);

  test('lasts as long as the catalogue says, in two channels that differ', () => {
    expect(channels.map(({ length }) => length)).toEqual([sound.seconds * RATE, sound.seconds * RATE]);
    expect(channels[0]!.some((value, i) => value !== channels[1]![i])).toBe(true);
  });

  test('is as loud as the catalogue says, and its peaks stay under −1 dBTP', () => {
    expect(Math.abs(measureLoudness(channels, sound.loop) - sound.loudness)).toBeLessThan(0.5);
    expect(measureTruePeak(channels, sound.loop)).toBeLessThan(-1);
  });

  test('has no constant part and no broken sample', () => {
    for (const channel of channels) {
      const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length;
      expect(Math.abs(mean)).toBeLessThan(1e-3);
      expect(channel.every(Number.isFinite)).toBe(true);
    }
  });

  test(sound.loop ? 'runs on from its end into its beginning without a step or a kink' : 'ends in silence', () => {
    for (const channel of channels) {
      const length = channel.length;
      if (!sound.loop) {
        expect(Math.abs(channel[length - 1]!)).toBeLessThan(1e-4);
        continue;
      }
      const at = (i: number): number => channel[(i + length) % length]!;
      const kink = (i: number): number => Math.abs(at(i + 1) - 2 * at(i) + at(i - 1));
      let step = 0;
      let bend = 0;
      for (let i = 1; i < length - 1; i += 1) {
        step = Math.max(step, Math.abs(at(i) - at(i - 1)));
        bend = Math.max(bend, kink(i));
      }
      expect(Math.abs(at(0) - at(-1))).toBeLessThan(step * 0.5);
      expect(Math.max(kink(-1), kink(0))).toBeLessThan(bend * 0.5);
    }
  });
});

describe('what is heard', () => {
  test('the bell rings at its partials, and each falls as fast as it is said to', () => {
    const [left] = samplesOf('bronze-bell');
    for (const { frequency, seconds } of BELL_PARTIALS.slice(0, 6)) {
      const early = strength(left!, frequency, RATE, 2 * RATE);
      expect(early, `${frequency} Hz`).toBeGreaterThan(8 * strength(left!, frequency * 1.13, RATE, 2 * RATE));
      // Beating moves single moments by some decibels; over four seconds the fall must show.
      const fall = 20 * Math.log10(early / strength(left!, frequency, 5 * RATE, 2 * RATE));
      expect(Math.abs(fall - (4 * 60) / seconds), `${frequency} Hz`).toBeLessThan(14);
    }
  });

  test('the gate falls to when it should: nothing is lower and louder', () => {
    const [left] = samplesOf('wooden-gate');
    const low = (t: number): number => strength(left!, 83, Math.round(t * RATE), 9600);
    expect(low(THUD_AT)).toBeGreaterThan(5 * Math.max(low(0.5), low(1.2), low(2.2), low(3.2)));
  });

  test('the same seed gives the same samples', () => {
    const gate = SOUNDS.find(({ id }) => id === 'wooden-gate')!;
    const again = renderSound(gate);
    expect(Buffer.from(again[0]!.buffer).equals(Buffer.from(samplesOf('wooden-gate')[0]!.buffer))).toBe(true);
  });
});

describe('closed noise', () => {
  test('keeps its strength through the fade', () => {
    const loop = closeNoise(pinkNoise(createRandom(3), 3 * RATE), 2 * RATE);
    const power = (from: number): number =>
      loop.subarray(from, from + RATE).reduce((sum, value) => sum + value * value, 0) / RATE;
    expect(Math.abs(10 * Math.log10(power(0) / power(RATE)))).toBeLessThan(1.5);
  });
});

describe('Opus files', () => {
  const tone = [sine(440, 0.3, 1)];

  test('are the same bytes twice, and say what to skip', async () => {
    const one = Buffer.from(await encodeOpus(tone, { bitrate: 48_000, isLoop: true }));
    const two = Buffer.from(await encodeOpus(tone, { bitrate: 48_000, isLoop: true }));
    expect(one.equals(two)).toBe(true);
    const head = one.indexOf('OpusHead');
    expect(one.readUInt8(head + 9)).toBe(1);
    expect(one.readUInt16LE(head + 10)).toBe(312 + 3840);
    const last = one.lastIndexOf('OggS');
    expect(one.readUInt8(last + 5)).toBe(4);
    expect(Number(one.readBigInt64LE(last + 6))).toBe(312 + 3840 + RATE);
  });

  test('decode to a loop that closes: the sample after the end is the first', async () => {
    const file = Buffer.from(await encodeOpus(tone, { bitrate: 64_000, isLoop: true }));
    const decoder = await createDecoder({ channels: 1 });
    const parts: Float32Array[] = packetsOf(file).map((packet) => decoder.decodeFloat(packet).slice());
    decoder.free();
    const all = parts.flatMap((part) => [...part]).slice(312 + 3840, 312 + 3840 + RATE);
    expect(all).toHaveLength(RATE);
    let error = 0;
    for (let i = -200; i < 200; i++)
      error = Math.max(error, Math.abs(all[(i + RATE) % RATE]! - tone[0]![(i + RATE) % RATE]!));
    expect(error).toBeLessThan(0.03);
  });
});

/** The audio packets of an Ogg file whose packets do not cross pages. */
function packetsOf(file: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  for (let at = 0; at < file.length;) {
    const count = file[at + 26]!;
    let data = at + 27 + count;
    let size = 0;
    for (let i = 0; i < count; i++) {
      const lace = file[at + 27 + i]!;
      size += lace;
      if (lace === 255) continue;
      packets.push(file.subarray(data, data + size));
      data += size;
      size = 0;
    }
    at = data;
  }
  return packets.slice(2);
}

describe('FLAC files', () => {
  test('hold every sample: an independent reading of the bits gives them back', () => {
    const samples = quantise(
      Float32Array.from({ length: 9000 }, (_, i) => 0.4 * Math.sin(i / 9) + 0.2 * Math.sin(i / 2.3)),
      12,
    );
    const file = encodeFlac(samples, 24_000);
    expect(Buffer.from(file.subarray(0, 4)).toString()).toBe('fLaC');
    expect(file.length).toBeLessThan(samples.length * 1.2);
    expect(readFlac(file)).toEqual([...samples]);
  });

  test('keep 12 bits where 12 are asked for', () => {
    expect(quantise(sine(300, 0.8, 0.1), 12).every((sample) => sample % 16 === 0)).toBe(true);
  });
});

/** Reads what our encoder may write: one channel, linear prediction or verbatim prediction of order 0, Rice codes. */
function readFlac(file: Uint8Array): number[] {
  let place = (4 + 4 + 34) * 8;
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, place++) value = value * 2 + ((file[place >> 3]! >> (7 - (place & 7))) & 1);
    return value;
  };
  const signed = (count: number): number => {
    const value = bits(count);
    return value >= 2 ** (count - 1) ? value - 2 ** count : value;
  };
  const unary = (): number => {
    let zeros = 0;
    while (bits(1) === 0) zeros++;
    return zeros;
  };
  const samples: number[] = [];
  while (place < file.length * 8) {
    expect(bits(16)).toBe(0xfff8);
    bits(16);
    bits(8);
    const length = bits(16) + 1;
    bits(8);
    bits(1);
    const kind = bits(6);
    const wasted = bits(1) ? unary() + 1 : 0;
    const order = kind >= 32 ? kind - 31 : 0;
    const block: number[] = [];
    for (let i = 0; i < order; i++) block.push(signed(16 - wasted));
    const precision = order > 0 ? bits(4) + 1 : 0;
    const shift = order > 0 ? bits(5) : 0;
    const coefficients = Array.from({ length: order }, () => signed(precision));
    bits(2);
    const parts = 1 << bits(4);
    for (let part = 0; part < parts; part++) {
      const rice = bits(4);
      const many = length / parts - (part === 0 ? order : 0);
      for (let i = 0; i < many; i++) {
        const folded = unary() * 2 ** rice + bits(rice);
        const residual = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
        const sum = coefficients.reduce((total, value, k) => total + value * block[block.length - 1 - k]!, 0);
        block.push(residual + Math.floor(sum / 2 ** shift));
      }
    }
    place = Math.ceil(place / 8) * 8 + 16;
    samples.push(...block.map((value) => value * 2 ** wasted));
  }
  return samples;
}
