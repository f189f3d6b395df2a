/** What the controls of panels do, as plain data. */
import type { CaptionSettings } from '#tour/captions/state.ts';
import type { CompareMode } from '#document/tourSchema.ts';
import type { ComfortSettings, HeadsetMenu } from '#tour/headset/state.ts';
import type { Spot } from '#tour/find/things.ts';
import type { TourLight } from '#tour/light/state.ts';
import type { SoundSettings } from '#tour/sound/state.ts';
import type { Panel } from '#tour/state.ts';

/**
 * What can be set by degrees. `lensSize`: degrees from the middle to the rim; `heightOffset`: centimetres; `sound…`: steps
 * of loudness; all others percent.
 */
export const SETTINGS = [
  'lensSize', 'curtain', 'blend', 'time', 'lampStrength', 'vignette', 'heightOffset',
  'soundMaster', 'soundVoice', 'soundAmbience',
] as const; // prettier-ignore
export type Setting = (typeof SETTINGS)[number];

export type PanelAction =
  | { readonly kind: 'startGuide'; readonly tourId: string }
  /** A number is the choice that is taken. */
  | { readonly kind: 'steerGuide'; readonly to: 'pause' | 'resume' | 'back' | 'skip' | 'leave' | number }
  | { readonly kind: 'close' }
  /** The language is chosen; the visit begins. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'recentre' }
  | { readonly kind: 'openMenu'; readonly menu: HeadsetMenu }
  | { readonly kind: 'openPanel'; readonly panel: Panel }
  /** The panel stays open where one is named. */
  | { readonly kind: 'goTo'; readonly nodeId: string; readonly panel: Panel | null }
  /** To a thing, its label open, out of the dark: nobody is turned before their own eyes. */
  | { readonly kind: 'openSpot'; readonly spot: Spot }
  | { readonly kind: 'setLanguage'; readonly language: string }
  | { readonly kind: 'speakLanguage'; readonly language: string }
  /** Null lays none over the place's own. */
  | { readonly kind: 'chooseLayer'; readonly layerId: string | null }
  | { readonly kind: 'chooseMode'; readonly mode: CompareMode }
  | { readonly kind: 'pinLens'; readonly isOn: boolean }
  | { readonly kind: 'setOnlyFound'; readonly isOn: boolean }
  /** Null shows places as they were photographed. */
  | { readonly kind: 'setLight'; readonly light: Partial<TourLight> | null }
  | { readonly kind: 'setComfort'; readonly comfort: Partial<ComfortSettings> }
  | { readonly kind: 'setSound'; readonly sound: Partial<SoundSettings> }
  | { readonly kind: 'setCaptions'; readonly captions: Partial<CaptionSettings> }
  /** Strikes a relic of the place. */
  | { readonly kind: 'ring'; readonly hotspotId: string }
  | { readonly kind: 'takeUp'; readonly hotspotId: string }
  /** The relic that is out of its place goes home. */
  | { readonly kind: 'putBack' }
  | { readonly kind: 'slide'; readonly setting: Setting; readonly value: number }
  /** Of the panel itself: they change nothing of the visit. */
  | { readonly kind: 'turnPage'; readonly by: 1 | -1 }
  | { readonly kind: 'choosePlan'; readonly planId: string }
  /** Of which guided tour the words are read. */
  | { readonly kind: 'chooseTranscript'; readonly tourId: string };
