/**
 * Which panoramas on the screen are mixed of two lights, and how. A panorama whose place has a second light gets a
 * companion, the picture by that other light: the engine streams both, the patches of the first draw both
 * (`panorama/lightMix.ts`), so a mixture is right for each eye and one draw call.
 *
 * What stands on the screen as it was photographed is mixed from the frame on in which its companion covers the view;
 * what arrives with a light already chosen is mixed from its first frame, or a dark cave would flash.
 */
import { dot, type Vec3 } from '#shared/vec.ts';
import type { FrameReport } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { LightMix } from '#scene/panorama/lightMix.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import { writeDaylight } from '#tour/light/daylight.ts';
import { flickerAt } from '#tour/light/flicker.ts';
import type { TourLight } from '#tour/light/state.ts';
import type { View } from '#tour/state.ts';
import type { LightOfPyramid } from './pyramidLight.ts';

/** κ of the cone: half as bright at 26° from its middle. */
const NARROWNESS = Math.LN2 / (1 - Math.cos((26 * Math.PI) / 180));
/** What the walls throw back beyond it. */
const REST = 0.05;
/** Seconds between frames of a flickering flame: slow as it is, more frames would show no more. */
const FLICKER_SECONDS = 1 / 20;

export interface LightFrame {
  readonly light: TourLight | null;
  readonly view: View;
  /** Where the middle of the picture looks where the camera is not the view's, as in a headset; null where it is. */
  readonly head: Vec3 | null;
  readonly aspect: number;
  /** Seconds. */
  readonly now: number;
  readonly isMotionReduced: boolean;
}

/** Writes where a carried lamp shines. */
export interface LampAim {
  writeAxis(view: View, aspect: number, axis: [number, number, number]): void;
  /** Along which unit direction a hand in the place holds it; null while none does. Goes before the gaze. */
  handAxis?(): Vec3 | null;
}

interface Companion {
  readonly shown: ShownPanorama;
  readonly of: ShownPanorama;
  readonly mix: LightMix;
  /** Whether what stood there as photographed waits for it. */
  isAwaited: boolean;
}

export class LightMixer {
  /** What the engine has to show beside the panoramas themselves; a new array only when its members change. */
  companions: readonly ShownPanorama[] = [];
  readonly #lightOf: LightOfPyramid;
  readonly #lamp: LampAim;
  #entries: Companion[] = [];
  #places: readonly ShownPanorama[] = [];
  #isOn = false;
  readonly #isCovered: boolean[] = [];
  /** Whether a lamp in the hand lights what is on the screen. */
  isAimed = false;

  constructor(lightOf: LightOfPyramid, lamp: LampAim) {
    this.#lightOf = lightOf;
    this.#lamp = lamp;
  }

  /** Sets up the mixtures of a frame. Says in how many seconds another frame is wanted; null where none is. */
  follow(places: readonly ShownPanorama[], frame: LightFrame): number | null {
    const { light } = frame;
    const isOn = light !== null;
    if (places !== this.#places || isOn !== this.#isOn) this.#gather(places, isOn);
    this.isAimed = light !== null && this.#entries.length > 0 && light.isLampLit && light.isLampCarried;
    if (!light || this.#entries.length === 0) return null;
    const isFlickering = light.isLampLit && light.isFlickering && light.lampStrength > 0 && !frame.isMotionReduced;
    const gain = light.isLampLit ? light.lampStrength * (isFlickering ? flickerAt(frame.now) : 1) : 0;
    for (const { shown, of, mix } of this.#entries) {
      shown.toPyramid = of.toPyramid;
      shown.opacity = of.opacity;
      shown.reach = of.reach ?? 0;
      writeDaylight(light.time, mix.dayGain);
      mix.lampGain = gain;
      mix.lampNarrowness = light.isLampCarried ? NARROWNESS : 0;
      mix.lampRest = light.isLampCarried ? REST : 1;
      if (frame.head) mix.lampAxis.splice(0, 3, ...(this.#lamp.handAxis?.() ?? frame.head));
      else this.#lamp.writeAxis(frame.view, frame.aspect, mix.lampAxis);
    }
    return isFlickering ? FLICKER_SECONDS : null;
  }

  /** Which of the panoramas are mixed in this frame. `first` is the index of the first companion in the engine's list. */
  apply(report: FrameReport, first: number): void {
    this.#entries.forEach((entry, i) => {
      entry.mix.companion = first + i;
      if (report.isCovered[first + i] === true) entry.isAwaited = false;
      entry.of.mix = entry.isAwaited ? null : entry.mix;
    });
  }

  /** The report's cover, where a mixture covers what both its pictures do. */
  coverOf(report: FrameReport, first: number): readonly boolean[] {
    const { isCovered } = report;
    this.#isCovered.length = 0;
    for (let i = 0; i < first; i++) this.#isCovered.push(isCovered[i] === true);
    this.#entries.forEach(({ of }, i) => {
      const index = this.#places.indexOf(of);
      if (index >= 0 && isCovered[first + i] !== true) this.#isCovered[index] = false;
    });
    return this.#isCovered;
  }

  /**
   * How bright the topmost place is in a direction against how it was photographed, for what stands in it. It takes the
   * two pictures to be equally bright, which is as much as can be said without reading them.
   */
  brightnessAt(direction: Vec3): number {
    const { mix } = this.#places.at(-1) ?? {};
    if (!mix) return 1;
    const [r, g, b] = mix.dayGain;
    const day = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const cone = Math.exp(mix.lampNarrowness * (dot(direction, mix.lampAxis) - 1));
    const lamp = mix.lampGain * (mix.lampRest + (1 - mix.lampRest) * cone);
    return day + Math.max(0, lamp - mix.lampInDaylight * day) * mix.lampScale;
  }

  #gather(places: readonly ShownPanorama[], isOn: boolean): void {
    const stood = new Set(this.#places);
    const before = new Map(this.#entries.map((entry) => [entry.of, entry]));
    const wasOn = this.#isOn;
    this.#places = places;
    this.#isOn = isOn;
    for (const { of } of this.#entries) of.mix = null;
    this.#entries = isOn
      ? places.flatMap((of) => before.get(of) ?? this.#companionOf(of, !wasOn && stood.has(of)) ?? [])
      : [];
    this.companions = this.#entries.map(({ shown }) => shown);
  }

  #companionOf(of: ShownPanorama, isAwaited: boolean): Companion | null {
    const light = this.#lightOf(of.pyramid);
    if (!light) return null;
    const shown: ShownPanorama = { ...of, pyramid: light.other, window: null, rimPx: 0 };
    return { shown, of, mix: createMix(light.other, light), isAwaited };
  }
}

function createMix(
  pyramid: Pyramid,
  { isLamp, lampScale, lampInDaylight }: { isLamp: boolean; lampScale: number; lampInDaylight: number },
): LightMix {
  return {
    companion: 0,
    pyramid,
    isFirstLamp: isLamp,
    dayGain: [1, 1, 1],
    lampGain: 0,
    lampScale,
    lampInDaylight,
    lampAxis: [0, 0, -1],
    lampNarrowness: 0,
    lampRest: 1,
  };
}
