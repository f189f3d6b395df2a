/** Sounds as samples: fetched from the exhibition's own folder when they are first wanted, kept within a budget. */
import type { AudioAsset } from '#document/schema.ts';
import { closeLoop } from './closeLoop.ts';

export interface SoundLibrary {
  /** Rejects where no file can be had or played, and with the signal. Each asset is fetched once at a time. */
  load(asset: AudioAsset, signal: AbortSignal): Promise<AudioBuffer>;
  /** Of samples that are kept. */
  readonly bytes: number;
  clear(): void;
}

export interface LibraryOptions {
  readonly context: BaseAudioContext;
  /** The full address of a file of the exhibition; null where the gate refuses it. */
  readonly resolve: (uri: string) => string | null;
  /** Whether the browser plays a type: as `HTMLMediaElement.canPlayType` answers. */
  readonly canPlayType: (type: string) => string;
  /** Of samples, beyond which what was wanted longest ago is forgotten. */
  readonly budgetBytes: number;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
}

/** Bytes of a sample in memory. */
const SAMPLE_BYTES = 4;

export function createLibrary({ context, resolve, canPlayType, budgetBytes, fetch }: LibraryOptions): SoundLibrary {
  const kept = new Map<string, AudioBuffer>();
  let bytes = 0;

  const forget = (id: string): void => {
    const buffer = kept.get(id);
    if (buffer) bytes -= bytesOf(buffer);
    kept.delete(id);
  };
  const keep = (id: string, buffer: AudioBuffer): void => {
    forget(id);
    kept.set(id, buffer);
    bytes += bytesOf(buffer);
    for (const oldest of kept.keys()) {
      if (bytes <= budgetBytes || oldest === id) break;
      forget(oldest);
    }
  };
  const fetchFirst = async (asset: AudioAsset, signal: AbortSignal): Promise<AudioBuffer> => {
    const reasons: string[] = [];
    for (const { uri } of playableFirst(asset, canPlayType)) {
      const url = resolve(uri);
      try {
        if (url === null) throw new Error('lies elsewhere');
        const response = await fetch(url, { signal });
        if (!response.ok) throw new Error(`was answered with ${response.status}`);
        return closed(asset, await context.decodeAudioData(await response.arrayBuffer()));
      } catch (error) {
        signal.throwIfAborted();
        reasons.push(`"${uri}" ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    throw new Error(reasons.join('; ') || 'this browser plays none of its formats');
  };
  return {
    async load(asset, signal) {
      const known = kept.get(asset.id);
      const buffer = known ?? (await fetchFirst(asset, signal));
      signal.throwIfAborted();
      keep(asset.id, buffer);
      return buffer;
    },
    get bytes() {
      return bytes;
    },
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}

/** What the browser is sure of first, then what it may play; what it cannot is left out. */
export function playableFirst(
  { sources }: Pick<AudioAsset, 'sources'>,
  canPlayType: (type: string) => string,
): AudioAsset['sources'] {
  const rank = { probably: 0, maybe: 1 } as Readonly<Record<string, number>>;
  return sources
    .map((source) => ({ source, rank: rank[canPlayType(source.type)] ?? 2 }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
}

function closed({ isLoop }: AudioAsset, buffer: AudioBuffer): AudioBuffer {
  for (let channel = 0; isLoop && channel < buffer.numberOfChannels; channel++) {
    closeLoop(buffer.getChannelData(channel), buffer.sampleRate);
  }
  return buffer;
}

function bytesOf({ length, numberOfChannels }: AudioBuffer): number {
  return length * numberOfChannels * SAMPLE_BYTES;
}
