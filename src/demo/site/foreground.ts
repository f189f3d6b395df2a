/**
 * The terrace as one sees it from inside a cave: sand, and the parapet at its edge. The terrace itself is built in
 * `caves/terrace`; from behind a door a simpler one will do.
 */
import type { Layer } from '#demo/cave/layer.ts';
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { DRAWING } from '#demo/paint/pigments.ts';
import { linearOf } from '#demo/site/colour.ts';
import { PARAPET } from '#demo/site/terracePlan.ts';

const noise = createNoise3(83);
const SAND = linearOf('#8f8584');
const SAND_WARM = linearOf('#c08a58');
const WALL = linearOf('#6a6270');
const CAP = linearOf('#8d8896');
const paper = linearOf(DRAWING.paper);
const ink = linearOf(DRAWING.ink);

/**
 * Writes the radiance and returns true where the terrace is hit. The eye is `height` above the terrace and `behind`
 * metres west of the cliff face; z is east.
 */
export function foreground(
  x: number,
  y: number,
  z: number,
  height: number,
  behind: number,
  layer: Layer,
  out: Float64Array,
): boolean {
  const toWall = (PARAPET.from + behind) / z;
  const wallHeight = height + y * toWall;
  if (wallHeight > PARAPET.height) {
    const toBack = (PARAPET.to + behind) / z;
    if (height + y * toBack > PARAPET.height) return false;
    return write(layer, CAP, 1, 0, out);
  }
  if (wallHeight > 0) {
    const along = x * toWall;
    const course = Math.abs((wallHeight / 0.17) % 1);
    const seam = layer === 'line-drawing' ? smoothStep(0.1, 0.05, course) : 0;
    const tone = 0.8 + 0.4 * noise(along * 5, wallHeight * 14, 3) - 0.12 * smoothStep(0.2, 0.05, course);
    return write(layer, WALL, tone, seam, out);
  }
  const reach = height / -y;
  const east = z * reach - behind;
  const tone = 0.82 + 0.2 * noise(x * reach * 1.7, 1, east * 1.7) + 0.16 * noise(x * reach * 9, 4, east * 9);
  const warm = Math.exp(-Math.max(0, east) / 2.2) * 0.7;
  write(layer, SAND, tone, 0, out);
  if (layer !== 'line-drawing') for (let c = 0; c < 3; c++) out[c]! += (SAND_WARM[c]! * tone - out[c]!) * warm;
  return true;
}

function write(
  layer: Layer,
  colour: readonly [number, number, number],
  tone: number,
  line: number,
  out: Float64Array,
): boolean {
  const isDrawing = layer === 'line-drawing';
  for (let c = 0; c < 3; c++) out[c] = isDrawing ? paper[c]! + (ink[c]! - paper[c]!) * line * 0.5 : colour[c]! * tone;
  return true;
}
