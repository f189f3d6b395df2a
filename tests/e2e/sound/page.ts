/** The viewer's own graph in a context that renders as fast as it can; tests say what happens when, and measure. */
import { hearsAround } from '#sound/hearsAround.ts';
import { createLibrary } from '#sound/library.ts';
import { createGraph, type GraphVoice, type Levels, type Placing, type SoundGraph } from '#sound/graph.ts';

const RATE = 48_000;

/** `noise` and `tone` are made here, `file` is a sound of the demonstration. */
export type Signal =
  | { readonly kind: 'noise'; readonly seed: number }
  | { readonly kind: 'tone'; readonly hertz: number }
  | { readonly kind: 'file'; readonly url: string };

export type Deed =
  | { readonly act: 'start'; readonly id: string; readonly signal: Signal; readonly placing: Placing; readonly fade?: number }
  | { readonly act: 'place'; readonly id: string; readonly placing: Placing }
  | { readonly act: 'leave'; readonly id: string; readonly seconds: number }
  | { readonly act: 'levels'; readonly levels: Levels }
  | { readonly act: 'flat' }
  | { readonly act: 'duck'; readonly isTelling: boolean }
  | { readonly act: 'open'; readonly isOpen: boolean; readonly seconds: number }; // prettier-ignore

export interface Scene {
  readonly seconds: number;
  readonly deeds: readonly (Deed & { readonly at: number })[];
  /** Root mean squares are taken over so many seconds; 0.05 when left out. */
  readonly window?: number;
  /** A moment whose neighbourhood is looked at for a click. */
  readonly seam?: number;
}

export interface Rendered {
  /** Of each window, decibels of full scale; −Infinity for nothing at all. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Largest difference of two samples in a row, and of the two channels. */
  readonly largestStep: number;
  readonly largestDifference: number;
  /** Second differences: the largest next to the seam, and what only one in a thousand near it exceeds. */
  readonly seam: { readonly here: number; readonly usual: number } | null;
  /** Seconds of the file that was played, as decoded. */
  readonly fileSeconds: number;
}

declare global {
  interface Window {
    soundPlay: {
      render(scene: Scene): Promise<Rendered>;
      /** Whether the shape of ears comes within so many milliseconds. */
      hearsAround(ms: number): Promise<boolean>;
    };
  }
}

// While one panner is there, the shape of ears stays loaded.
const kept = new OfflineAudioContext(2, 128, RATE).createPanner();
kept.panningModel = 'HRTF';

window.soundPlay = {
  render,
  hearsAround: (ms) =>
    hearsAround({
      createOffline: () => new OfflineAudioContext(2, 4_096, RATE),
      later(act, wait) {
        const timer = setTimeout(act, wait);
        return () => clearTimeout(timer);
      },
      ms,
    }),
};
document.documentElement.dataset['ready'] = '';

async function render({ seconds, deeds, window: length = 0.05, seam }: Scene): Promise<Rendered> {
  const context = new OfflineAudioContext(2, Math.round(seconds * RATE), RATE);
  const graph = createGraph(context);
  const buffers = new Map<Signal, AudioBuffer>();
  for (const deed of deeds) {
    if (deed.act === 'start') buffers.set(deed.signal, await bufferOf(context, deed.signal));
  }
  const voices = new Map<string, GraphVoice>();
  const moments = [...new Set(deeds.map(({ at }) => at))].sort((a, b) => a - b);
  for (const moment of moments) {
    const perform = (): void => {
      for (const deed of deeds) if (deed.at === moment) act(deed, graph, voices, buffers);
    };
    if (moment === 0) perform();
    else
      void context.suspend(moment).then(() => {
        perform();
        return context.resume();
      });
  }
  const rendered = await context.startRendering();
  const [left, right] = [rendered.getChannelData(0), rendered.getChannelData(1)];
  const file = [...buffers].find(([{ kind }]) => kind === 'file')?.[1];
  return {
    left: levelsOf(left, length),
    right: levelsOf(right, length),
    largestStep: Math.max(largest(left, stepAt), largest(right, stepAt)),
    largestDifference: left.reduce((most, value, at) => Math.max(most, Math.abs(value - (right[at] ?? 0))), 0),
    seam: seam === undefined ? null : lookAtSeam(left, Math.round(seam * RATE)),
    fileSeconds: file ? file.length / file.sampleRate : 0,
  };
}

function act(
  deed: Deed,
  graph: SoundGraph,
  voices: Map<string, GraphVoice>,
  buffers: ReadonlyMap<Signal, AudioBuffer>,
): void {
  switch (deed.act) {
    case 'start': {
      const buffer = buffers.get(deed.signal);
      if (!buffer) throw new Error('a signal without samples');
      const { id, placing, fade: fadeSeconds = 0.01 } = deed;
      voices.set(id, graph.start(buffer, { placing, isLoop: true, fadeSeconds, onEnd: () => undefined }));
      return;
    }
    case 'place':
      return voices.get(deed.id)?.place(deed.placing);
    case 'leave':
      return voices.get(deed.id)?.leave(deed.seconds);
    case 'levels':
      return graph.setLevels(deed.levels);
    case 'flat':
      return graph.panByLoudness();
    case 'duck':
      return graph.duck(deed.isTelling);
    case 'open':
      return graph.open(deed.isOpen, deed.seconds);
  }
}

async function bufferOf(context: OfflineAudioContext, signal: Signal): Promise<AudioBuffer> {
  if (signal.kind === 'file') {
    const library = createLibrary({
      context,
      resolve: (uri) => uri,
      canPlayType: () => 'probably',
      budgetBytes: 1e9,
      fetch: (url, init) => fetch(url, init),
    });
    const sources = [{ uri: signal.url, type: 'audio/ogg' }];
    const asset = { kind: 'audio', id: 'file', label: {}, sources, seconds: 1, isLoop: true } as const;
    return library.load({ ...asset, sources }, new AbortController().signal);
  }
  // Two channels that have nothing to do with each other would not tell left from right: both are the same.
  const buffer = context.createBuffer(2, 4 * RATE, RATE);
  const samples = new Float32Array(buffer.length);
  let state = signal.kind === 'noise' ? signal.seed : 0;
  for (let at = 0; at < samples.length; at++) {
    if (signal.kind === 'tone') {
      samples[at] = 0.5 * Math.sin((2 * Math.PI * signal.hertz * at) / RATE);
      continue;
    }
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    samples[at] = state / 2 ** 32 - 0.5;
  }
  buffer.copyToChannel(samples, 0);
  buffer.copyToChannel(samples, 1);
  return buffer;
}

function levelsOf(samples: Float32Array, seconds: number): number[] {
  const length = Math.round(seconds * RATE);
  const levels: number[] = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    let sum = 0;
    for (let at = start; at < start + length; at++) sum += (samples[at] ?? 0) ** 2;
    levels.push(10 * Math.log10(sum / length));
  }
  return levels;
}

function stepAt(samples: Float32Array, at: number): number {
  return Math.abs((samples[at + 1] ?? 0) - (samples[at] ?? 0));
}

function largest(samples: Float32Array, measure: (samples: Float32Array, at: number) => number): number {
  let most = 0;
  for (let at = 0; at + 1 < samples.length; at++) most = Math.max(most, measure(samples, at));
  return most;
}

function lookAtSeam(samples: Float32Array, seam: number): { here: number; usual: number } {
  const bend = (at: number): number =>
    Math.abs((samples[at + 1] ?? 0) - 2 * (samples[at] ?? 0) + (samples[at - 1] ?? 0));
  let here = 0;
  for (let at = seam - 4; at <= seam + 4; at++) here = Math.max(here, bend(at));
  const around: number[] = [];
  for (let at = seam - RATE / 2; at < seam + RATE / 2; at++) if (Math.abs(at - seam) > 100) around.push(bend(at));
  around.sort((a, b) => a - b);
  return { here, usual: around[Math.floor(0.999 * around.length)] ?? 0 };
}
