/** Where filtered pixels go. */
import { STORED_8_OF_LINEAR } from './transfer.ts';

/** A rectangle of the picture being made: three bytes per pixel, `stride` pixels per row, from pixel `offset` on. */
export interface Target {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** Linear light, which a filter may have carried beyond its range, as a stored value. */
export function storeLight(light: number): number {
  return STORED_8_OF_LINEAR[light <= 0 ? 0 : light >= 65_535 ? 65_535 : (light + 0.5) | 0]!;
}
