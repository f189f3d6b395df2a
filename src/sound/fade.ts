/**
 * Fades of equal power: while one sound comes and another goes within the same time, their powers add up to what they
 * were. A fade can be turned round at any moment; the next one begins where it stands.
 */
export interface Fade {
  /** Factors at its beginning and end, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Seconds of the context's clock. */
  readonly start: number;
  readonly seconds: number;
}

/** Pieces of straight line that a fade is made of; the steepest is off by less than a hundredth of a decibel. */
const PIECES = 24;

export function fadeAt({ from, to, start, seconds }: Fade, now: number): number {
  const part = seconds > 0 ? Math.min(1, Math.max(0, (now - start) / seconds)) : now < start ? 0 : 1;
  if (part === 1) return to;
  const share = Math.sin((Math.PI / 2) * part) ** 2;
  return Math.sqrt(from * from + (to * to - from * from) * share);
}

/** What a parameter has to be told, by `setValueAtTime` the first and by linear ramps to the others. */
export function* pointsOf(fade: Fade): Generator<readonly [value: number, at: number]> {
  for (let piece = 0; piece <= PIECES; piece++) {
    const at = fade.start + (fade.seconds * piece) / PIECES;
    yield [piece === PIECES ? fade.to : fadeAt(fade, at), at];
  }
}

/** Moves a gain along a fade that begins where the running one, if any, stands at this moment. */
export function runFade(
  param: AudioParam,
  running: Fade | null,
  { to, now, seconds }: { readonly to: number; readonly now: number; readonly seconds: number },
): Fade {
  const fade: Fade = { from: running ? fadeAt(running, now) : param.value, to, start: now, seconds };
  param.cancelScheduledValues(now);
  let isFirst = true;
  for (const [value, at] of pointsOf(fade)) {
    if (isFirst) param.setValueAtTime(value, at);
    else param.linearRampToValueAtTime(value, at);
    isFirst = false;
  }
  return fade;
}
