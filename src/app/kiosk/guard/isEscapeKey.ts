/** Keys that a browser or a desktop takes for itself: they print, save, open, close, zoom, leave or show what lies behind. */
const NAMED =
  /^(F\d{1,2}|ContextMenu|PrintScreen|Help|Escape.+|Browser.+|Launch.+|Zoom.+|Power|Sleep|Standby|Close|Exit|New|Open|Print|Save|Find|Eject|MediaSelect|Meta|OS)$/;

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  getModifierState(name: string): boolean;
}

/** Letters, arrows, Tab, Enter, space and Escape stay: a kiosk may have keys for those who cannot touch it. */
export function isEscapeKey(pressed: PressedKey): boolean {
  if (NAMED.test(pressed.key)) return true;
  // Letters of many keyboards are typed with AltGr, which some systems report as Ctrl and Alt together.
  if (pressed.getModifierState('AltGraph') && [...pressed.key].length === 1) return false;
  return pressed.ctrlKey || pressed.altKey || pressed.metaKey;
}
