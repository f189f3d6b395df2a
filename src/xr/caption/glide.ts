/** Where captions stay before a visitor in a headset: in their place, until the gaze has left it. Radians, seconds. */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import type { CaptionSettings } from '#tour/captions/state.ts';
import { type HeadPlace, type PanelPlace } from '../panel/placing.ts';
import { READING_DISTANCE } from '../panel/layout/measures.ts';

/** The edges of what one sees without moving the eyes much: they look down more easily than up. */
const CAPTION_PITCH = { below: toRadians(-17), above: toRadians(13) } satisfies Record<CaptionPlace, number>;
/** The head has left the captions when it faces farther aside than this. */
const LEFT_BY = toRadians(25);
/** It must stay away for so long; a glance aside moves nothing. */
const DELAY_SECONDS = 0.6;
/** Seconds of darkness before and after the change of place, each. */
const FADE_SECONDS = 0.2;

type CaptionPlace = CaptionSettings['place'];

export interface Glide {
  /** Where they stand. */
  readonly yaw: number;
  /** How long the gaze has been away. */
  readonly awaySeconds: number;
  /** 0 to 1. */
  readonly opacity: number;
  readonly isLeaving: boolean;
}

export function beginGlide(headYaw: number): Glide {
  return { yaw: headYaw, awaySeconds: 0, opacity: 0, isLeaving: false };
}

/** Captions fade out where they are and in where the gaze is: nothing is ever dragged through the view. */
export function stepGlide(glide: Glide, headYaw: number, seconds: number): Glide {
  const fade = seconds / FADE_SECONDS;
  if (glide.isLeaving) {
    const opacity = Math.max(0, glide.opacity - fade);
    if (opacity > 0) return { ...glide, opacity };
    return { yaw: headYaw, awaySeconds: 0, opacity: 0, isLeaving: false };
  }
  const isAway = Math.abs(wrapAngle(headYaw - glide.yaw)) > LEFT_BY;
  const awaySeconds = isAway ? glide.awaySeconds + seconds : 0;
  const opacity = Math.min(1, glide.opacity + fade);
  return { ...glide, awaySeconds, opacity, isLeaving: awaySeconds >= DELAY_SECONDS };
}

/** They go along with the visitor who walks, but do not turn with the head. */
export function placeCaption({ position }: HeadPlace, yaw: number, place: CaptionPlace = 'below'): PanelPlace {
  const pitch = CAPTION_PITCH[place];
  const [x, y, z] = directionOf(yaw, pitch);
  const at = READING_DISTANCE;
  return {
    position: [position[0] + x * at, position[1] + y * at, position[2] + z * at],
    yaw,
    pitch,
  };
}
