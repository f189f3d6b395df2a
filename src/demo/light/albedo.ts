/** How much of the light every triangle gives back: the paint as found, averaged. */
import type { Cave, Rgb, SolidColour } from '#demo/cave/cave.ts';
import { placeStatue } from '#demo/form/placement.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';

/** A painting as found at any resolution; some 16 to 64 pixels a metre are plenty. sRGB, three bytes a pixel. */
export interface PaintSample {
  readonly width: number;
  readonly height: number;
  readonly asFound: Uint8Array;
}

/** Clay plaster, where a painting is not at hand. */
const PLASTER: Rgb = [0.36, 0.25, 0.18];
const MOST_REFLECTED = 0.8;
/** Samples each way about a triangle's middle. */
const REACH = 2;

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => toLinear(byte));

/** sRGB 0…255 to linear 0…1 (IEC 61966-2-1). */
export function toLinear(value: number): number {
  const v = Math.min(1, Math.max(0, value / 255));
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Three linear values a triangle. `paint` goes with `cave.paintings`. */
export function listAlbedo(cave: Cave, scene: Scene, paint: readonly (PaintSample | undefined)[]): Float32Array {
  const count = scene.partOfTriangle.length;
  const albedo = new Float32Array(new SharedArrayBuffer(count * 12));
  const placements = cave.statues.map(placeStatue);
  const own = new Float64Array(3);
  const colour: SolidColour = { r: 0, g: 0, b: 0, shine: 0 };
  for (let triangle = 0; triangle < count; triangle++) {
    const part = scene.parts[scene.partOfTriangle[triangle]!]!;
    let rgb: Rgb;
    if (part.kind === 'painted') {
      const { width, height } = cave.paintings[part.painting]!;
      const u = middle(scene, scene.uvs, 2, triangle, 0) / width;
      const v = middle(scene, scene.uvs, 2, triangle, 1) / height;
      rgb = averagePaint(paint[part.painting], u, v);
    } else if (part.kind === 'finished') {
      const [r, g, b] = cave.finishes[part.finish]!.colour['as-found'];
      rgb = [toLinear(r), toLinear(g), toLinear(b)];
    } else {
      const x = middle(scene, scene.positions, 3, triangle, 0);
      const y = middle(scene, scene.positions, 3, triangle, 1);
      const z = middle(scene, scene.positions, 3, triangle, 2);
      placements[part.statue]!.pointToOwn(x, y, z, own, 0);
      const { variant } = cave.statues[part.statue]!;
      cave.solids[part.solid]!.colour(own[0]!, own[1]!, own[2]!, 'as-found', variant, colour);
      rgb = [toLinear(colour.r), toLinear(colour.g), toLinear(colour.b)];
    }
    for (let c = 0; c < 3; c++) albedo[triangle * 3 + c] = Math.min(MOST_REFLECTED, rgb[c]!);
  }
  return albedo;
}

function middle(scene: Scene, values: Float32Array, stride: number, triangle: number, offset: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) sum += values[scene.indices[triangle * 3 + k]! * stride + offset]!;
  return sum / 3;
}

/** `u`, `v` 0…1 over the painting; a window of a fortieth of it. */
function averagePaint(paint: PaintSample | undefined, u: number, v: number): Rgb {
  if (!paint) return PLASTER;
  const sum = [0, 0, 0];
  for (let a = -REACH; a <= REACH; a++)
    for (let b = -REACH; b <= REACH; b++) {
      const x = Math.min(paint.width - 1, Math.max(0, Math.floor((u + a * 0.006) * paint.width)));
      const y = Math.min(paint.height - 1, Math.max(0, Math.floor((v + b * 0.006) * paint.height)));
      for (let c = 0; c < 3; c++) sum[c]! += LINEAR[paint.asFound[(y * paint.width + x) * 3 + c]!]!;
    }
  const samples = (2 * REACH + 1) ** 2;
  return [sum[0]! / samples, sum[1]! / samples, sum[2]! / samples];
}
