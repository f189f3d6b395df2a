/** Pictures of a model, drawn on the processor: what a visitor would see of it, to compare the steps of a ladder by. */
import type { Document } from '@gltf-transform/core';
import { RoomLight } from './light.ts';
import { readParts, type Part } from './parts.ts';
import type { Rgba } from './mipmaps.ts';
import { Raster, type View } from './raster.ts';
import { Shader } from './shade.ts';

/** Samples along a pixel's side: few pixels show steps in an outline that many do not. */
const MOST_SAMPLES = 3;
const FINE_ENOUGH = { sidePx: 128, samples: 2 } as const;
const BACKGROUND = [21, 17, 14] as const;

export class Drawing {
  readonly #parts: readonly Part[];
  readonly #shader: Shader;

  private constructor(parts: readonly Part[], room: RoomLight) {
    this.#shader = new Shader(room);
    this.#parts = parts;
  }

  /** Textures are decoded once for any number of views; the room may serve any number of drawings. */
  static async of(document: Document, room = new RoomLight()): Promise<Drawing> {
    return new Drawing(await readParts(document), room);
  }

  /** Square, `sidePx` wide, filled by the sphere of the view. */
  draw(view: View, sidePx: number): Rgba {
    const samples = sidePx > FINE_ENOUGH.sidePx ? FINE_ENOUGH.samples : MOST_SAMPLES;
    const raster = new Raster(view, sidePx * samples);
    this.#parts.forEach((part, place) => raster.add(part, place));
    const sums = new Float32Array(sidePx * sidePx * 3);
    const colour = new Float32Array(3);
    for (let y = 0, at = 0; y < raster.side; y++) {
      for (let x = 0; x < raster.side; x++, at++) {
        const part = this.#parts[raster.parts[at]! - 1];
        if (part) {
          this.#shader.shade(raster, at, part, colour);
          toScreen(colour);
        } else colour.set(BACKGROUND);
        const pixel = (Math.floor(y / samples) * sidePx + Math.floor(x / samples)) * 3;
        for (let k = 0; k < 3; k++) sums[pixel + k]! += colour[k]!;
      }
    }
    const pixels = new Uint8Array(sidePx * sidePx * 4).fill(255);
    for (let i = 0; i < sums.length; i++) {
      pixels[Math.floor(i / 3) * 4 + (i % 3)] = Math.round(sums[i]! / samples ** 2);
    }
    return { width: sidePx, height: sidePx, pixels };
  }
}

/** Khronos' neutral tone mapping, then sRGB from 0 to 255. */
function toScreen(colour: Float32Array): void {
  const least = Math.min(colour[0]!, colour[1]!, colour[2]!);
  const offset = least < 0.08 ? least - 6.25 * least * least : 0.04;
  for (let k = 0; k < 3; k++) colour[k]! -= offset;
  const peak = Math.max(colour[0]!, colour[1]!, colour[2]!);
  const start = 0.8 - 0.04;
  const room = 1 - start;
  const isBright = peak >= start;
  const newPeak = isBright ? 1 - (room * room) / (peak + room - start) : peak;
  const white = isBright ? 1 - 1 / (0.15 * (peak - newPeak) + 1) : 0;
  for (let k = 0; k < 3; k++) {
    const value = isBright ? ((colour[k]! * newPeak) / peak) * (1 - white) + newPeak * white : colour[k]!;
    const clamped = Math.min(1, Math.max(0, value));
    colour[k] = 255 * (clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055);
  }
}
