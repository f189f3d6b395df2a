/**
 * Up to which size on the screen a step looks like the model: both are drawn from several sides, larger and larger,
 * until their structural similarity falls below what is asked for. So a step's reach is seen, not reckoned from numbers
 * that know nothing of what matters on this relic.
 */
import { type Document, getBounds } from '@gltf-transform/core';
import { Drawing } from './drawing.ts';
import { RoomLight } from './light.ts';
import type { View } from './raster.ts';
import { measureSsim } from './ssim.ts';

/**
 * SSIM asked for here. A visitor is promised 0.98; the rest is for what this drawing leaves out: other light, sides that
 * were not looked at.
 */
const LIKE = 0.983;
/**
 * Sizes tried, device pixels, each so many times the one before. Smaller ones are not: there single pixels decide, and
 * the likeness grows with the size before it falls. What is never like up to `HOPELESS_PX` will not be.
 */
const LEAST_PX = 64;
const HOPELESS_PX = 256;
const MOST_PX = 1536;
const GROWTH = 2;
/** Of the interval in which it ceases to be like. */
const HALVINGS = 3;
/** Yaw and pitch, radians: behind, which nobody took care of; from the side, steeply; as most stand. */
const SIDES = [
  [2.5, 0.15],
  [-1.9, 0.55],
  [0.46, 0.3],
] as const;

/**
 * Diameter of the sphere around the model, device pixels; 0 where the step is never like it. `step` is read back from its
 * file; nothing larger than `largestPx` is tried.
 */
export async function measureSharpSize(model: Document, step: Document, largestPx = MOST_PX): Promise<number> {
  const mostPx = Math.max(LEAST_PX, Math.min(MOST_PX, largestPx));
  const views = viewsOf(model);
  const room = new RoomLight();
  const [whole, coarse] = [await Drawing.of(model, room), await Drawing.of(step, room)];
  const isLike = (sizePx: number): boolean =>
    views.every((view) => measureSsim(whole.draw(view, sizePx), coarse.draw(view, sizePx)) >= LIKE);
  let good = 0;
  let bad = 0;
  for (let sizePx = LEAST_PX; bad === 0 && good < mostPx; sizePx = Math.min(mostPx, Math.round(sizePx * GROWTH))) {
    if (isLike(sizePx)) good = sizePx;
    else if (good > 0 || sizePx >= HOPELESS_PX) bad = sizePx;
  }
  for (let i = 0; i < HALVINGS && good > 0 && bad > 0; i++) {
    const middle = Math.round(Math.sqrt(good * bad));
    if (isLike(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function viewsOf(model: Document): View[] {
  const root = model.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0];
  if (!scene) return [];
  const { min, max } = getBounds(scene);
  const centre = min.map((value, axis) => (value + max[axis]!) / 2);
  const radius = Math.hypot(...min.map((value, axis) => max[axis]! - value)) / 2;
  return SIDES.map(([yaw, pitch]) => ({ yaw, pitch, centre, radius }));
}
