/** Captions as a page of a panel: lines in the middle, on a ground of their own. Metres. */
import type { PickedText } from '#i18n/pickText.ts';
import type { CaptionSettings } from '#tour/captions/state.ts';
import type { PanelPage } from '../panel/layout/ink.ts';
import { CONTENT_WIDTH, MARGIN, MOST_HEIGHT, PANEL_WIDTH } from '../panel/layout/measures.ts';
import { inkLines, typeset } from '../panel/layout/text.ts';
import type { Measure } from '../panel/type/typeStyle.ts';

/** Above and below the lines. */
const PADDING = 0.018;
const GAP = 0.008;

/** The sizes of captions are those of the type of panels, the largest being a title's. */
const ROLES = { 1: 'strong', 1.5: 'heading', 2: 'title' } as const;

/** @param captions From the upper to the lower. */
export function layCaption(
  captions: readonly PickedText[],
  size: CaptionSettings['size'],
  measure: Measure,
): PanelPage {
  let y = PADDING;
  const inks = captions.flatMap((caption, index) => {
    if (index > 0) y += GAP;
    return caption.text.split('\n').flatMap((line) => {
      const set = typeset(
        { ...caption, text: line },
        { role: ROLES[size], width: CONTENT_WIDTH, isEven: true },
        measure,
      );
      const own = inkLines(set, { x: PANEL_WIDTH / 2, y, colour: 'plaster', align: 'middle' });
      y += set.height;
      return own;
    });
  });
  const height = Math.min(MOST_HEIGHT, y + PADDING);
  return {
    width: PANEL_WIDTH,
    height,
    inks: inks.filter((ink) => ink.kind !== 'text' || ink.y < height - MARGIN / 4),
    controls: [],
  };
}
