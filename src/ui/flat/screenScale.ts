/** How dense the screen is, as its visitor has measured it. It belongs to the device, not to a visitor. */

/** Of a bank card (ISO/IEC 7810 ID-1), metres. */
export const CARD = 0.0856;
/** Begins like all that a kiosk's wiping spares. */
const NAME = 'grotto.device.screen';
/** Device pixels per metre of anything one looks at. */
const LEAST = 1_000;
const MOST = 60_000;

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** CSS pixels per metre; null where nobody has measured. `pixelRatio`: device pixels per CSS pixel, which zooming changes. */
export function readScreenScale(shelf: Shelf | null, pixelRatio: number): number | null {
  const kept = Number(attempt(() => shelf?.getItem(NAME)) ?? NaN);
  return kept >= LEAST && kept <= MOST ? kept / pixelRatio : null;
}

export function keepScreenScale(shelf: Shelf | null, pixelRatio: number, cssPxPerMetre: number): void {
  attempt(() => shelf?.setItem(NAME, String(cssPxPerMetre * pixelRatio)));
}

/** A browser may refuse its storage, even to be asked for it. */
export function deviceShelf(): Shelf | null {
  return attempt(() => localStorage) ?? null;
}

function attempt<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
