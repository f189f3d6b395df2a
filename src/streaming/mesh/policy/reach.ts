/**
 * How large on the screen a step may be. A relic of projected diameter D device pixels wants the first step whose
 * reach is at least D. The reach follows from what `grotto lod` has measured by drawing the step beside the whole; where
 * nobody measured, it is reckoned:
 *
 *   geometry: its error projects to at most a pixel, D ≤ 2 · radius / error; where no error is declared, its front
 *   shows a triangle per 9 pixels, half of them over the disc π/4 · D²;
 *   texture: a texel per device pixel. Unwrapped, about half of a texture's side lies across a relic: a sphere's
 *   surface is π · D², so with 70 % of the texture used, texture side² · 0.7 ≥ π · D² gives D ≤ 0.47 · side.
 *
 * Both count where both are known; the finest step reaches everywhere. Limits: the diameter is measured at the relic's
 * middle, a knob that stands out towards the visitor is larger.
 */
import type { MeshStep } from '../ports.ts';

/**
 * Part of a measured size up to which a step is shown: it was measured in another light and from a few sides. Of the
 * demonstration's steps the least like one has an SSIM of 0.971 in the viewer at the whole of that size (0.983 when it was
 * measured), and all have more than 0.98 at this part of it.
 */
const TRUST = 0.6;
const PIXELS_PER_TRIANGLE = 9;
const TEXTURE_ACROSS = 0.47;
/** Smaller than this, device pixels, a card does as well. */
const LEAST_MESH_PX = 12;
/** To go coarser again the size must be this much smaller than what led to the finer step. */
const BAND = 0.7;

/** Per step, never falling from coarse to fine. */
export function reachesOf(steps: readonly MeshStep[], radius: number): number[] {
  return rising(steps, (step) => (step.sharpToPx === undefined ? reckonReach(step, radius) : step.sharpToPx * TRUST));
}

/**
 * Per step, as reckoned from its numbers whatever was measured: up to here it has all the detail there is to see. What a
 * step is worth that stands in for a finer one goes by this; a difference one can find is no reason for a flat card.
 */
export function detailsOf(steps: readonly MeshStep[], radius: number): number[] {
  return rising(steps, (step) => reckonReach(step, radius));
}

function rising(steps: readonly MeshStep[], reachOf: (step: MeshStep) => number): number[] {
  let most = 0;
  return steps.map((step, i) => {
    const isFinest = i === steps.length - 1;
    most = Math.max(most, isFinest ? Infinity : reachOf(step));
    return most;
  });
}

function reckonReach({ errorMetres, triangles, textureSize }: MeshStep, radius: number): number {
  const byShape =
    errorMetres > 0 ? (2 * radius) / errorMetres : Math.sqrt((((triangles / 2) * PIXELS_PER_TRIANGLE) / Math.PI) * 4);
  return textureSize > 0 ? Math.min(byShape, textureSize * TEXTURE_ACROSS) : byShape;
}

interface Reaching {
  readonly reachPx: number;
}

/**
 * The step wanted at a size, −1 for the card. `before` was wanted until now: finer is wanted at once, coarser only
 * once the size has left the band, so that walking to and fro does not swap to and fro.
 */
export function wantStep(steps: readonly Reaching[], sizePx: number, before: number): number {
  const due = firstReaching(steps, sizePx);
  if (due >= before) return due;
  return Math.min(before, firstReaching(steps, sizePx / BAND));
}

function firstReaching(steps: readonly Reaching[], sizePx: number): number {
  if (sizePx < LEAST_MESH_PX) return -1;
  for (let i = 0; i < steps.length; i++) if ((steps[i]?.reachPx ?? Infinity) >= sizePx) return i;
  return steps.length - 1;
}
