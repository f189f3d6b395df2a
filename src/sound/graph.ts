/**
 * The Web Audio graph, in a context that plays or one that renders:
 *
 *     file ─ low-pass ─ level ─ fade ┬─ dry ──────────────────────┐
 *                                    └─ one channel ─ HRTF ─ wet ─┴─ ambience ─ duck ┐
 *     narration ────────────────────────────────────────────── voice ────────────────┴─ master ┬─ stereo ┬─ out
 *                                                                                              └─ mono ──┘
 *
 * Directions are those of the head: whoever turns it turns the sources, and the context's own listener stays as it is.
 * Nothing ever jumps: every change is a ramp.
 */
import type { Vec3 } from '#shared/vec.ts';
import { type Fade, runFade } from './fade.ts';
import { gainOfDecibels } from './loudness.ts';

/** How a voice is heard at this moment. */
export interface Placing {
  readonly gain: number;
  /** As the head has it: x to its right, y up, −z ahead. */
  readonly direction: Vec3;
  readonly spread: number;
  readonly isMuffled: boolean;
}

export interface Levels {
  /** Factors. */
  readonly master: number;
  readonly voice: number;
  readonly ambience: number;
  readonly isMono: boolean;
}

export interface GraphVoice {
  /** Glides there; at once where it has just begun. */
  place(placing: Placing): void;
  /** Only the direction, as the head turns. */
  turn(direction: Vec3): void;
  /** Fades out and is gone. */
  leave(seconds: number): void;
  readonly isLeaving: boolean;
}

export interface VoiceOptions {
  readonly placing: Placing;
  readonly isLoop: boolean;
  readonly fadeSeconds: number;
  /** It has come to its end, or has been left. */
  onEnd(): void;
}

export interface SoundGraph {
  start(buffer: AudioBuffer, options: VoiceOptions): GraphVoice;
  /** Where narration goes in. */
  readonly voice: AudioNode;
  setLevels(levels: Levels): void;
  /** Softer while something is told. */
  duck(isTelling: boolean): void;
  /** From now on left and right by loudness alone, for a browser without the shape of ears. */
  panByLoudness(): void;
  /** Fades everything out, or in again. */
  open(isOpen: boolean, seconds: number): void;
  dispose(): void;
}

/** Room for what several sounds and the shape of ears add up to. */
const HEADROOM = gainOfDecibels(-6);
const DUCKED = gainOfDecibels(-9);
/** Seconds. */
const RAMP = 0.12;
const DUCK_RAMP = 0.5;
/** Time constants, seconds: of a turned head, of a change of place. */
const TURN = 0.02;
const GLIDE = 0.3;
/** Hertz: what a door lets through, and all one hears. */
const MUFFLED_HERTZ = 600;
const OPEN_HERTZ = 20_000;

export function createGraph(context: BaseAudioContext): SoundGraph {
  const gain = (value: number, to: AudioNode): GainNode => {
    const node = context.createGain();
    node.gain.value = value;
    node.connect(to);
    return node;
  };
  const stereo = gain(1, context.destination);
  const both = gain(0, context.destination);
  const mono = context.createGain();
  mono.channelCount = 1;
  mono.channelCountMode = 'explicit';
  mono.connect(both);
  const gate = context.createGain();
  gate.connect(stereo);
  gate.connect(mono);
  const master = gain(0, gate);
  const voice = gain(0, master);
  const duck = gain(1, master);
  const ambience = gain(0, duck);
  const ears: Ears = { model: 'HRTF', panners: new Set() };
  let gateFade: Fade | null = null;
  const ramps = {
    master: rampOf(context, master.gain),
    voice: rampOf(context, voice.gain),
    ambience: rampOf(context, ambience.gain),
    duck: rampOf(context, duck.gain),
    stereo: rampOf(context, stereo.gain),
    both: rampOf(context, both.gain),
  };

  return {
    voice,
    start: (buffer, options) => startVoice({ context, out: ambience, ears }, buffer, options),
    setLevels(levels) {
      ramps.master(levels.master * HEADROOM);
      ramps.voice(levels.voice);
      ramps.ambience(levels.ambience);
      ramps.stereo(levels.isMono ? 0 : 1);
      ramps.both(levels.isMono ? 1 : 0);
    },
    duck: (isTelling) => ramps.duck(isTelling ? DUCKED : 1, DUCK_RAMP),
    panByLoudness() {
      ears.model = 'equalpower';
      for (const panner of ears.panners) panner.panningModel = ears.model;
    },
    open(isOpen, seconds) {
      gateFade = runFade(gate.gain, gateFade, { to: isOpen ? 1 : 0, now: context.currentTime, seconds });
    },
    dispose() {
      for (const node of [stereo, both, mono, gate, master, voice, duck, ambience]) node.disconnect();
    },
  };
}

/** How panners hear, and those there are. */
interface Ears {
  model: PanningModelType;
  readonly panners: Set<PannerNode>;
}

interface Stage {
  readonly context: BaseAudioContext;
  readonly out: AudioNode;
  readonly ears: Ears;
}

function startVoice(
  stage: Stage,
  buffer: AudioBuffer,
  { placing: first, isLoop, fadeSeconds, onEnd }: VoiceOptions,
): GraphVoice {
  const { context, out } = stage;
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = isLoop;
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.Q.value = 0;
  const most = 0.45 * context.sampleRate;
  const cut = (placing: Placing): number => Math.min(most, placing.isMuffled ? MUFFLED_HERTZ : OPEN_HERTZ);
  filter.frequency.value = cut(first);
  const level = context.createGain();
  level.gain.value = first.gain;
  const fade = context.createGain();
  const dry = context.createGain();
  dry.gain.value = dryOf(first);
  source.connect(filter).connect(level).connect(fade).connect(dry).connect(out);
  let panned: Panned | null = null;
  let running = runFade(fade.gain, { from: 0, to: 0, start: 0, seconds: 0 }, {
    to: 1,
    now: context.currentTime,
    seconds: fadeSeconds,
  }); // prettier-ignore
  let isLeaving = false;

  const pan = ({ direction, spread }: Placing, isFirst: boolean): void => {
    // What is all around needs no panner, which costs more than all the rest.
    if (spread >= 1 && !panned) return;
    panned ??= createPanned(stage, fade, direction, isFirst ? spread : 1);
    panned.turn(direction, isFirst ? 0 : TURN);
    panned.wet(spread);
  };
  pan(first, true);
  source.onended = () => {
    for (const node of [source, filter, level, fade, dry]) node.disconnect();
    panned?.dispose();
    onEnd();
  };
  source.start();
  return {
    place(placing) {
      const now = context.currentTime;
      level.gain.setTargetAtTime(placing.gain, now, GLIDE);
      filter.frequency.setTargetAtTime(cut(placing), now, GLIDE);
      dry.gain.setTargetAtTime(dryOf(placing), now, GLIDE);
      pan(placing, false);
    },
    turn: (direction) => panned?.turn(direction, TURN),
    leave(seconds) {
      if (isLeaving) return;
      isLeaving = true;
      const now = context.currentTime;
      running = runFade(fade.gain, running, { to: 0, now, seconds });
      source.stop(now + seconds + RAMP);
    },
    get isLeaving() {
      return isLeaving;
    },
  };
}

interface Panned {
  turn(direction: Vec3, timeConstant: number): void;
  wet(spread: number): void;
  dispose(): void;
}

/** From one direction: both channels as one, through the shape of ears. Distance is no business of the panner. */
function createPanned({ context, out, ears }: Stage, from: AudioNode, direction: Vec3, spread: number): Panned {
  const one = context.createGain();
  one.channelCount = 1;
  one.channelCountMode = 'explicit';
  const panner = context.createPanner();
  panner.panningModel = ears.model;
  ears.panners.add(panner);
  panner.rolloffFactor = 0;
  const wet = context.createGain();
  wet.gain.value = wetOf(spread);
  from.connect(one).connect(panner).connect(wet).connect(out);
  const axes = [panner.positionX, panner.positionY, panner.positionZ] as const;
  axes.forEach((axis, index) => (axis.value = direction[index] ?? 0));
  return {
    turn(to, timeConstant) {
      if (timeConstant === 0) return;
      axes.forEach((axis, index) => axis.setTargetAtTime(to[index] ?? 0, context.currentTime, timeConstant));
    },
    wet: (to) => void wet.gain.setTargetAtTime(wetOf(to), context.currentTime, GLIDE),
    dispose() {
      ears.panners.delete(panner);
      for (const node of [one, panner, wet]) node.disconnect();
    },
  };
}

function dryOf({ spread }: Placing): number {
  return Math.sin((Math.PI / 2) * spread);
}

function wetOf(spread: number): number {
  return spread >= 1 ? 0 : Math.cos((Math.PI / 2) * spread);
}

type Ramp = (to: number, seconds?: number) => void;

/**
 * Moves a parameter in straight lines and to its very value: a share of mono that is nearly nothing would not be mono.
 * Where it stands is reckoned here, since not every browser tells.
 */
function rampOf(context: BaseAudioContext, param: AudioParam): Ramp {
  let line = { from: param.value, to: param.value, start: 0, seconds: 0 };
  return (to, seconds = RAMP) => {
    const now = context.currentTime;
    const { start } = line;
    const share = line.seconds > 0 ? Math.min(1, (now - start) / line.seconds) : 1;
    const from = line.from + (line.to - line.from) * share;
    line = { from, to, start: now, seconds };
    param.cancelScheduledValues(now);
    param.setValueAtTime(from, now);
    param.linearRampToValueAtTime(to, now + seconds);
  };
}
