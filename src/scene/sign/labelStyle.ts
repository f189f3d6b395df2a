import type { LabelStyle } from '#scene/hotspot/drawLabel.ts';

/** In rem. */
const FONT_SIZE = 0.9;
/** CSS pixels of a rem where the page is as large as a visitor's own browser sets it. */
const USUAL_REM_PX = 16;

/** Words in the picture look like those of the page. */
export function labelStyle(pixelRatio: number): LabelStyle {
  const root = getComputedStyle(document.documentElement);
  const family = root.getPropertyValue('--sans').trim() || 'sans-serif';
  return { family, fontPx: FONT_SIZE * (parseFloat(root.fontSize) || USUAL_REM_PX), pixelRatio };
}

/** How much larger than usual the page's letters are, as on a standing kiosk; what is drawn beside them grows alike. */
export function growthOf({ fontPx }: LabelStyle): number {
  return fontPx / (FONT_SIZE * USUAL_REM_PX);
}
