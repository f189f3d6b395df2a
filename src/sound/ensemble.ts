/**
 * Who plays at this moment: brings the voices that sound in step with what is to be heard where the visitor stands.
 * Files come when they are first wanted; an answer that is no longer wanted is dropped.
 */
import type { AudioAsset } from '#document/schema.ts';
import { findAudio } from '#tour/sound/commands.ts';
import type { Ring } from '#tour/sound/state.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { beginConcert, stepConcert } from './concert.ts';
import type { GraphVoice, Placing, SoundGraph } from './graph.ts';
import type { SoundLibrary } from './library.ts';
import { gainOfDecibels, gainOfStep } from './loudness.ts';
import { matchVoices } from './matchVoices.ts';
import { listSources, type Source, turnToHead } from './mix.ts';
import { ringSource } from './ringSource.ts';
import type { SoundCaptions } from './soundCaptions.ts';

export interface Ensemble {
  /** After a change of place, of where one stands in it, of settings. */
  update(): void;
  /** Radians. */
  turn(yaw: number, pitch: number): void;
  ring(ring: Ring): void;
  /** Everything fades out; nothing is on its way any more. */
  stop(seconds: number): void;
  /** Voices that sound, those that fade out with them. */
  readonly voices: number;
}

export interface EnsembleOptions {
  readonly tour: Tour;
  readonly graph: SoundGraph;
  readonly library: SoundLibrary;
  readonly captions: SoundCaptions;
  readonly stand: () => Stand | null;
  /** Seconds. */
  readonly clock: () => number;
  /** Calls back once; the answer takes that back. */
  readonly later: (act: () => void, ms: number) => () => void;
  readonly seed: number;
  onFault(asset: AudioAsset, error: unknown): void;
}

interface Playing {
  key: string;
  readonly audioId: string;
  readonly voice: GraphVoice;
  source: Source;
  /** A single sound ends by itself; it goes on through a change of place while its spot is heard there. */
  readonly isSingle: boolean;
  readonly isInHand: boolean;
}

/** Seconds that sounds of one place need to give way to those of the next. */
const CROSS_FADE = 1.2;
/** A single sound begins at once, but not with a click. */
const SINGLE_FADE = 0.01;
/** What is softer is not written about. */
const LEAST_HEARD = gainOfDecibels(-40);
/** Radians; less is not heard. */
const LEAST_TURN = 0.01;

export function createEnsemble(options: EnsembleOptions): Ensemble {
  const { tour, graph, library, captions, stand, clock, later } = options;
  const playing = new Set<Playing>();
  const coming = new Map<string, AbortController>();
  let view = { yaw: 0, pitch: 0 };
  let occasional: readonly Source[] = [];
  let concert = beginConcert(options.seed);
  let stopConcert = (): void => undefined;
  let sounding = 0;

  const placingOf = ({ gain, direction, spread, isMuffled }: Source, isInHand = false): Placing => {
    const { isMono } = tour.store.getState().sound;
    const heard = isInHand ? direction : turnToHead(direction, view.yaw, view.pitch);
    return { gain, direction: heard, spread: isMono ? 1 : spread, isMuffled };
  };
  const isAudible = ({ gain }: Source): boolean => {
    const { master, ambience } = tour.store.getState().sound;
    return gain * gainOfStep(master) * gainOfStep(ambience) >= LEAST_HEARD;
  };
  const noteHeard = (): void => {
    const ids = [...playing].filter(({ voice }) => !voice.isLeaving).map(({ audioId }) => audioId);
    tour.commands.sound.noteHeard([...new Set(ids)]);
  };
  const dismiss = (one: Playing, seconds: number): void => {
    one.voice.leave(seconds);
    captions.end(one.audioId);
  };
  const start = (source: Source, buffer: AudioBuffer, isSingle: boolean, isInHand: boolean): void => {
    sounding++;
    const one: Playing = {
      key: source.key,
      audioId: source.audioId,
      source,
      isSingle,
      isInHand,
      voice: graph.start(buffer, {
        placing: placingOf(source, isInHand),
        isLoop: !isSingle,
        fadeSeconds: isSingle ? SINGLE_FADE : CROSS_FADE,
        onEnd() {
          sounding--;
          const wasLast = playing.delete(one) && ![...playing].some(({ audioId }) => audioId === one.audioId);
          if (wasLast) captions.end(one.audioId);
          noteHeard();
        },
      }),
    };
    playing.add(one);
    if (isAudible(source)) captions.begin(source.audioId, !isSingle);
    noteHeard();
  };
  /** Fetches what is wanted under a key and starts it, unless the wish has been taken back by then. */
  const summon = (source: Source, isSingle: boolean, isInHand = false): void => {
    const asset = findAudio(tour.store.getState().exhibition, source.audioId);
    if (!asset || coming.has(source.key)) return;
    const wish = new AbortController();
    coming.set(source.key, wish);
    void library
      .load(asset, wish.signal)
      .then((buffer) => {
        if (wish.signal.aborted) return;
        coming.delete(source.key);
        start(source, buffer, isSingle, isInHand);
      })
      .catch((error: unknown) => {
        if (wish.signal.aborted) return;
        coming.delete(source.key);
        options.onFault(asset, error);
      });
  };
  const play = (): void => {
    stopConcert();
    const { exhibition, sound } = tour.store.getState();
    const parts = sound.hasConcert
      ? occasional.map(({ key, audioId }) => ({ key, seconds: findAudio(exhibition, audioId)?.seconds ?? 0 }))
      : [];
    const step = stepConcert(concert, clock(), parts);
    concert = step.concert;
    const source = occasional.find(({ key }) => key === step.part?.key);
    if (source) summon(source, true);
    if (concert.nextAt === null) return;
    stopConcert = later(play, Math.max(20, 1_000 * (concert.nextAt - clock())));
  };

  return {
    update() {
      const { exhibition, nodeId } = tour.store.getState();
      const sources = listSources(exhibition, nodeId, stand());
      const lasting = sources.filter(({ isContinuous }) => isContinuous);
      occasional = sources.filter(({ isContinuous }) => !isContinuous);
      const loops = [...playing].filter(({ isSingle, voice }) => !isSingle && !voice.isLeaving);
      const { going, leaving, coming: wanted } = matchVoices(loops, lasting);
      for (const [one, source] of going) {
        one.key = source.key;
        one.source = source;
        one.voice.place(placingOf(source));
      }
      for (const one of leaving) dismiss(one, CROSS_FADE);
      for (const one of playing) {
        if (!one.isSingle || one.voice.isLeaving || one.key.startsWith('ring ')) continue;
        const source = occasional.find(({ key }) => key === one.key);
        if (source) one.voice.place(placingOf((one.source = source)));
        else dismiss(one, CROSS_FADE);
      }
      const keys = new Set(sources.map(({ key }) => key));
      for (const [key, wish] of coming) {
        if (keys.has(key) || key.startsWith('ring ')) continue;
        wish.abort();
        coming.delete(key);
      }
      for (const source of wanted) summon(source, false);
      play();
      noteHeard();
    },
    turn(yaw, pitch) {
      if (Math.abs(yaw - view.yaw) < LEAST_TURN && Math.abs(pitch - view.pitch) < LEAST_TURN) return;
      view = { yaw, pitch };
      for (const { voice, source, isInHand } of playing) {
        if (!isInHand) voice.turn(turnToHead(source.direction, yaw, pitch));
      }
    },
    ring(ring) {
      const { isInHand, ...source } = ringSource(tour.store.getState(), ring, stand());
      summon(source, true, isInHand);
    },
    stop(seconds) {
      stopConcert();
      concert = { ...concert, nextAt: null };
      for (const wish of coming.values()) wish.abort();
      coming.clear();
      for (const one of playing) dismiss(one, seconds);
      captions.clear();
      noteHeard();
    },
    get voices() {
      return sounding;
    },
  };
}
