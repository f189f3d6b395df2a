/** The names of the layers that are seen together, in the picture itself, so that they are there in a headset as well. */
import { Group } from 'three';
import { pickText } from '#i18n/pickText.ts';
import type { Locale } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';
import type { LayerFrame, SceneLayer } from '#scene/frame/layer.ts';
import { labelStyle } from '#scene/sign/labelStyle.ts';
import { Tag } from '#scene/sign/tag.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { PanoramaLayer } from '#document/schema.ts';
import { shiftsOf, type Shift } from './halves.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { isSideBySide } from '#tour/compare/sideBySide.ts';
import type { Comparison } from '#tour/compare/state.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import { truthOf } from '#tour/compare/truth.ts';
import type { Tour } from '#tour/store.ts';

export interface CompareSignsOptions {
  readonly tour: Tour;
  readonly live: LiveCompare;
  readonly requestFrame: () => void;
  readonly loadLocale: (tag: string) => Promise<Locale>;
}

/** CSS pixels between the rim of the lens and its name. */
const BELOW_PX = -20;
/** Of half the picture's height: where the names stand beside a curtain, below the middle. */
const NAME_HEIGHT = -0.62;
/** Nearer than this to the lower edge, parts of the view's height, a lens has its name inside. */
const EDGE = 0.07;

export function createCompareSigns({ tour, live, requestFrame, loadLocale }: CompareSignsOptions): SceneLayer {
  const { store } = tour;
  const group = new Group();
  group.name = 'names of layers';
  const other = new Tag(group, requestFrame);
  const own = new Tag(group, requestFrame);
  let locale: Locale | null = null;
  let wanted = '';
  /** Whether the words are to be written anew; the height of the picture they were written for, device pixels. */
  let isStale = true;
  let heightPx = 0;

  const speak = (language: string): void => {
    if (language === wanted) return;
    wanted = language;
    void loadLocale(language).then((loaded) => {
      if (wanted !== language) return;
      locale = loaded;
      isStale = true;
      requestFrame();
    });
  };
  const nameOf = (layer: PanoramaLayer | null): string => {
    const { exhibition, nodeId, language } = store.getState();
    if (!layer || !locale) return '';
    const { label, isConjecture, made } = truthOf(exhibition, nodeId, layer);
    const parts = [pickText(label, language, exhibition.defaultLanguage).text];
    if (isConjecture) parts.push(translate(locale, 'compare.conjecture'));
    if (made === 'ai' || made === 'partlyAi') parts.push(translate(locale, 'compare.ai'));
    return parts.join(' · ');
  };

  const write = ({ layerId, mode }: Comparison, pixelRatio: number): void => {
    const { exhibition, nodeId, language } = store.getState();
    speak(language);
    const { shown, others } = layersOf(exhibition, nodeId);
    const style = labelStyle(pixelRatio);
    other.say(mode === 'blend' ? '' : nameOf(others.find(({ id }) => id === layerId) ?? null), language, style);
    own.say(mode === 'curtain' || mode === 'side' ? nameOf(shown) : '', language, style);
    isStale = false;
  };
  const unsubscribe = store.subscribe((state, before) => {
    const isSame =
      state.comparison?.layerId === before.comparison?.layerId &&
      state.comparison?.mode === before.comparison?.mode &&
      state.nodeId === before.nodeId &&
      state.exhibition === before.exhibition &&
      state.language === before.language;
    if (isSame) return;
    isStale = true;
    requestFrame();
  });

  return {
    group,
    isOfPicture: true,
    hasCamera: false,
    hidesPanoramas: false,
    isSettled: true,
    aim: () => undefined,
    frame({ renderer, sample }: LayerFrame) {
      const { comparison, relic } = store.getState();
      const eye = sample.eyes[0];
      const isSeen = comparison !== null && relic === null && eye !== undefined;
      group.visible = isSeen;
      if (!isSeen) return false;
      const pixelRatio = renderer.getPixelRatio();
      // Letters follow the page, which has others on a larger screen.
      if (isStale || eye.heightPx !== heightPx) write(comparison, pixelRatio);
      heightPx = eye.heightPx;
      if (comparison.mode === 'curtain') {
        const at = besideCurtain(eye, live.current.curtain);
        other.place(at, 0, -1);
        own.place(at, 0, 1);
      } else if (comparison.mode === 'side') {
        const { first, second } = shiftsOf(eye);
        if (renderer.xr.isPresenting || !isSideBySide(store.getState())) {
          // One view for both, parted in the middle.
          const at = besideCurtain(eye, 0.5);
          other.place(at, 0, -1);
          own.place(at, 0, 1);
        } else {
          other.place(inHalf(eye, first), 0);
          own.place(inHalf(eye, second), 0);
        }
      } else {
        other.place(belowLens(eye, live.current.lens), BELOW_PX);
      }
      const unitsPerPx = ((eye.tanTop + eye.tanBottom) / eye.heightPx) * pixelRatio;
      other.follow(unitsPerPx);
      own.follow(unitsPerPx);
      return false;
    },
    stats: () => ({ gpuBytes: {}, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => undefined,
    dispose() {
      unsubscribe();
      other.dispose();
      own.dispose();
    },
  };
}

/** A metre away, where the line of the curtain is. */
function besideCurtain(eye: EyeView, curtain: number): Vec3 {
  return onPicture(eye, 2 * curtain - 1, NAME_HEIGHT);
}

/** A metre away, in the middle of a half of the picture, as near to its lower edge as names are elsewhere. */
function inHalf(eye: EyeView, [x, y]: Shift): Vec3 {
  return onPicture(eye, x, y === 0 ? NAME_HEIGHT : y + NAME_HEIGHT / 2);
}

/** A metre away, at a point of the picture in normalised device coordinates. */
function onPicture(
  { right, up, forward, tanLeft, tanRight, tanTop, tanBottom }: EyeView,
  px: number,
  py: number,
): Vec3 {
  const x = (px * (tanLeft + tanRight) + tanRight - tanLeft) / 2;
  const y = (py * (tanTop + tanBottom) + tanTop - tanBottom) / 2;
  return [0, 1, 2].map((i) => (forward[i] ?? 0) + x * (right[i] ?? 0) + y * (up[i] ?? 0)) as unknown as Vec3;
}

function belowLens(
  { forward, tanBottom, tanTop }: EyeView,
  { yaw, pitch, radius }: { readonly yaw: number; readonly pitch: number; readonly radius: number },
): Vec3 {
  const viewPitch = Math.asin(Math.max(-1, Math.min(1, forward[1])));
  const lowest = viewPitch - Math.atan(tanBottom) + EDGE * (Math.atan(tanBottom) + Math.atan(tanTop));
  return directionOf(yaw, Math.max(pitch - radius, Math.min(pitch, lowest)));
}
