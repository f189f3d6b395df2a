import type { LabelStyle } from '#scene/hotspot/drawLabel.ts';

/** In rem. */
const FONT_SIZE = 0.9;

/** Words in the picture look like those of the page. */
export function labelStyle(pixelRatio: number): LabelStyle {
  const root = getComputedStyle(document.documentElement);
  const family = root.getPropertyValue('--sans').trim() || 'sans-serif';
  return { family, fontPx: FONT_SIZE * (parseFloat(root.fontSize) || 16), pixelRatio };
}
