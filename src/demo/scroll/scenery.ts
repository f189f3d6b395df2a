/** The whole scroll as a list of things in the order of drawing, with an index that finds what touches a window. */
import type { Element } from '#demo/scroll/element.ts';
import type { WindowPlace } from '#demo/scroll/brush/pen.ts';
import { Pen } from '#demo/scroll/brush/pen.ts';
import { compose } from '#demo/scroll/compose/compose.ts';
import { ageSilk, laySilk } from '#demo/scroll/ground/silk.ts';
import { drawWater } from '#demo/scroll/ground/water.ts';
import { drawMarksOnSilk, drawMount } from '#demo/scroll/marks/mount.ts';
import { WIDTH } from '#demo/scroll/size.ts';

const CELL = 256;

export interface Scenery {
  readonly elements: readonly Element[];
  /** Numbers of the elements that touch each upright strip of CELL pixels, in the order of drawing. */
  readonly strips: readonly (readonly number[])[];
}

/** Builds the list; needs about a second and is done once for each thread. */
export function buildScenery(): Scenery {
  const elements = compose();
  const strips: number[][] = [];
  for (let i = 0; i <= Math.ceil(WIDTH / CELL); i++) strips.push([]);
  elements.forEach((element, number) => {
    const first = Math.max(0, Math.floor(element.left / CELL));
    const last = Math.min(strips.length - 1, Math.floor(element.right / CELL));
    for (let strip = first; strip <= last; strip++) strips[strip]!.push(number);
  });
  return { elements, strips };
}

/** Paints one window: RGB bytes, row by row. A pure function of scenery and place. */
export function paintWindow(scenery: Scenery, place: WindowPlace): Uint8Array {
  const pen = new Pen(place);
  laySilk(pen);
  drawWater(pen);
  for (const element of touching(scenery, place)) element.draw(pen);
  drawMarksOnSilk(pen);
  ageSilk(pen);
  pen.home();
  drawMount(pen);
  const pixels = new Uint8Array(place.width * place.height * 3);
  for (let i = 0; i < place.width * place.height; i++) {
    pixels[3 * i] = toByte(pen.red[i]!);
    pixels[3 * i + 1] = toByte(pen.green[i]!);
    pixels[3 * i + 2] = toByte(pen.blue[i]!);
  }
  return pixels;
}

function toByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
}

function touching(scenery: Scenery, { left, top, width, height, scale }: WindowPlace): Element[] {
  const from = left / scale;
  const to = (left + width) / scale;
  const numbers = new Set<number>();
  const last = Math.min(scenery.strips.length - 1, Math.floor(to / CELL));
  for (let strip = Math.max(0, Math.floor(from / CELL)); strip <= last; strip++) {
    for (const number of scenery.strips[strip]!) numbers.add(number);
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => scenery.elements[number]!)
    .filter(
      (element) =>
        element.left < to &&
        element.right > from &&
        element.top < (top + height) / scale &&
        element.bottom > top / scale,
    );
}
