import type { WebGLRenderer } from 'three';
import type { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import { hangFor, keepAlong, speedOfStick } from '#tour/flat/hang.ts';
import type { FlatShape } from '#tour/flat/shape.ts';

const MOST_DT = 0.1;
/** Of a gamepad of the mapping `xr-standard`: the stick's Y, which grows towards the visitor. */
const STICK_Y = 3;

/** Hangs a sheet before the visitor of a headset and moves it along by the sticks. */
export class HangInHeadset {
  #before = -1;

  /** Where along the picture the visitor is after this frame, metres from its middle. */
  step(sheet: HangingSheet, shape: FlatShape, along: number, isSeated: boolean, stick: number, now: number): number {
    const dt = this.#before < 0 ? 0 : Math.min(MOST_DT, Math.max(0, now - this.#before));
    this.#before = now;
    const speed = speedOfStick(shape, stick, isSeated);
    const to = keepAlong(shape, along + speed * dt);
    Object.assign(sheet, hangFor(shape, to, isSeated));
    sheet.along = to;
    sheet.speed = to === along ? 0 : speed;
    return to;
  }

  rest(): void {
    this.#before = -1;
  }
}

/** What the sticks of both hands ask for together, −1 to 1, forward positive. */
export function stickOf({ xr }: WebGLRenderer): number {
  let sum = 0;
  for (const { gamepad } of xr.getSession()?.inputSources ?? []) {
    if (gamepad?.mapping === 'xr-standard') sum -= gamepad.axes[STICK_Y] ?? 0;
  }
  return Math.max(-1, Math.min(1, sum));
}
