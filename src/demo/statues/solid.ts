/** Solids made of named regions, each with a distance of its own: the nearest one decides the colour. */
import type { Solid, SolidColour, Vec3 } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';

export interface RegionSolid {
  readonly id: string;
  readonly low: Vec3;
  readonly high: Vec3;
  readonly cell: number;
  readonly regions: number;
  /** Writes the distance of every region into `out`. */
  measure(x: number, y: number, z: number, out: Float64Array): void;
  /** Joins them; the least of all by default. */
  join?(distances: Float64Array): number;
  /** Paints the point of a region. */
  paint(region: number, x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void;
}

export function createSolid({ id, low, high, cell, regions, measure, join, paint }: RegionSolid): Solid {
  const distances = new Float64Array(regions);
  return {
    id,
    low,
    high,
    cell,
    distance(x, y, z) {
      measure(x, y, z, distances);
      if (join) return join(distances);
      let least = distances[0]!;
      for (let i = 1; i < regions; i++) if (distances[i]! < least) least = distances[i]!;
      return least;
    },
    colour(x, y, z, layer, variant, out) {
      measure(x, y, z, distances);
      let region = 0;
      for (let i = 1; i < regions; i++) if (distances[i]! < distances[region]!) region = i;
      paint(region, x, y, z, layer, variant, out);
    },
  };
}
