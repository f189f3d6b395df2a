/**
 * Short answers to "has this changed?" for previews: a painting is drawn small, a field and a sheet are asked at a few
 * thousand places. A change too small to show there is missed; what is made to be kept is hashed by its sources instead.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Cave, Painting, SheetPoint, Solid } from '#demo/cave/cave.ts';
import { createRandom } from '#demo/noise/random.ts';
import { drawLayer } from '#demo/paint/paintSurface.ts';
import { DEMO_FOLDER, hashModule, hashValue } from '#demo/make/hashes.ts';

const PIXELS_PER_METRE = 24;
const FIELD_SAMPLES = 6000;
const SHEET_SAMPLES = 12;
const WEAR_SAMPLES = 12;

export function fingerprintPainting(painting: Painting): string {
  const hash = createHash('sha256');
  const painter = drawLayer(painting, PIXELS_PER_METRE, 'restored');
  hash.update(painter.pixels().data);
  const { id, width, height, fineness, seed } = painting;
  hash.update(JSON.stringify({ id, width, height, fineness, seed, wear: describeWear(painting) }));
  hash.update(hashModule(path.join(DEMO_FOLDER, 'paint/paintSurface.ts')));
  return hash.digest('hex');
}

function describeWear({ wear, width, height }: Painting): unknown {
  return Object.entries(wear).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'function') return [name, value];
    const field = value as (x: number, y: number) => number;
    const values = Array.from({ length: WEAR_SAMPLES ** 2 }, (_, i) =>
      field(
        (((i % WEAR_SAMPLES) + 0.5) / WEAR_SAMPLES) * width,
        ((Math.floor(i / WEAR_SAMPLES) + 0.5) / WEAR_SAMPLES) * height,
      ),
    );
    return [name, values];
  });
}

/** The shapes of a cave: sheets, solids and where they stand. */
export function fingerprintShapes(cave: Cave): string {
  const point: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  const sheets = cave.sheets.map((sheet) => {
    const values: number[] = [];
    for (let i = 0; i <= SHEET_SAMPLES; i++)
      for (let j = 0; j <= SHEET_SAMPLES; j++) {
        sheet.at(i / SHEET_SAMPLES, j / SHEET_SAMPLES, point);
        values.push(point.x, point.y, point.z, point.u, point.v);
      }
    return [sheet.surface, sheet.columns, sheet.rows, sheet.facing, values];
  });
  const code = hashModule(path.join(DEMO_FOLDER, 'form/scene.ts'));
  return hashValue([code, sheets, cave.paintings.map(({ id }) => id), cave.solids.map(sampleSolid), cave.statues]);
}

function sampleSolid(solid: Solid): unknown {
  const random = createRandom(1);
  const { id, low, high, cell } = solid;
  const values = Array.from({ length: FIELD_SAMPLES }, () =>
    solid.distance(random.between(low[0], high[0]), random.between(low[1], high[1]), random.between(low[2], high[2])),
  );
  return [id, low, high, cell, values];
}
