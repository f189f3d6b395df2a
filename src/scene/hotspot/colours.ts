/** Pigments of the walls (sRGB, as in the page's own style sheet). */
export const PLASTER = '#e8ddc6';
export const OCHRE = '#c98f3c';
export const LAMP_BLACK = '#15110e';
/** How dense the dark ground behind signs and letters is: enough for 3:1 and 4.5:1 over pure white. */
export const SIGN_SCRIM = 0.62;
export const TEXT_SCRIM = 0.74;
