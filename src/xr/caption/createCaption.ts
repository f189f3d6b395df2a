/** What is said and heard, in words before a visitor in a headset. One draw, and none where there is nothing to read. */
import { Group } from 'three';
import { chooseCaptions, dressCaption } from '#tour/captions/dressCaption.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { createPanelType } from '../panel/draw/panelType.ts';
import { PANEL_ORDER, PanelFace } from '../panel/face/panelFace.ts';
import { PIXELS_PER_METRE } from '../panel/layout/measures.ts';
import type { HeadPlace } from '../panel/placing.ts';
import { beginGlide, type Glide, placeCaption, stepGlide } from './glide.ts';
import { layCaption } from './layCaption.ts';

export interface HeadsetCaption {
  readonly group: Group;
  /** Once a frame, while a session runs. */
  step(head: HeadPlace, deltaSeconds: number): void;
  stats(): { readonly gpuBytes: number };
  dispose(): void;
}

export function createCaption(tour: Tour, requestFrame: () => void): HeadsetCaption {
  const { store } = tour;
  const face = new PanelFace();
  // What a hand or a ray points at lies over it.
  face.mesh.renderOrder = PANEL_ORDER - 1;
  const group = new Group();
  group.add(face.mesh);
  let glide: Glide | null = null;
  let written = '';
  let seen: Partial<Pick<TourState, 'captions' | 'captionSettings'>> = {};
  const type = createPanelType(PIXELS_PER_METRE, () => {
    written = '';
    requestFrame();
  });

  /** Draws what is new; closes what has nothing to say. */
  const write = (): void => {
    const { captions, captionSettings } = store.getState();
    if (captions === seen.captions && captionSettings === seen.captionSettings && written !== '') return;
    seen = { captions, captionSettings };
    const { isOn, describesSounds, size } = captionSettings;
    const shown = isOn ? chooseCaptions(captions, describesSounds) : [];
    const texts = shown.map((caption) => ({ text: dressCaption(caption), language: caption.language }));
    const next = JSON.stringify([texts, size]);
    if (next === written) return;
    written = next;
    if (texts.length === 0) {
      face.close();
      glide = null;
      return;
    }
    const page = layCaption(texts, size, type.measure);
    face.draw(page, { fontOf: type.fontOf, pictureOf: () => null });
    face.open();
    void type.load(page).then((isNew) => {
      if (!isNew || written !== next) return;
      written = '';
      requestFrame();
    });
  };

  return {
    group,
    step(head, deltaSeconds) {
      write();
      if (!face.isOpen) return;
      glide = stepGlide(glide ?? beginGlide(head.yaw), head.yaw, deltaSeconds);
      face.place(placeCaption(head, glide.yaw, store.getState().captionSettings.place));
      face.fade(deltaSeconds);
      face.dim(glide.opacity);
    },
    stats: () => ({ gpuBytes: face.gpuBytes }),
    dispose() {
      face.dispose();
      type.dispose();
    },
  };
}
