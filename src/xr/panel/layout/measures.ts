/** Lengths on a panel, metres; angles are for an eye at `READING_DISTANCE`. */

/** Where panels stand before the visitor. */
export const READING_DISTANCE = 1.5;
/** Thirty texels a degree, a little more than headsets have pixels. */
export const PIXELS_PER_METRE = 1_200;

export const PANEL_WIDTH = 0.76;
export const MOST_HEIGHT = 0.94;
export const MARGIN = 0.042;
export const CONTENT_WIDTH = PANEL_WIDTH - 2 * MARGIN;

/** The least side of whatever is pressed: 2.3°. */
export const TARGET = 0.061;
/** Between things that are pressed. */
export const TARGET_GAP = 0.008;

export const HAIRLINE = 0.0014;
/** Between a paragraph and the next, between a group and the next. */
export const PARAGRAPH_GAP = 0.016;
export const GROUP_GAP = 0.024;
