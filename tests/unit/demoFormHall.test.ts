import { beforeAll, expect, test } from 'vitest';
import type { Cave, SheetPoint } from '#demo/cave/cave.ts';
import { GROUND } from '#demo/caves/hall/room/ground.ts';
import { CEILING } from '#demo/caves/hall/room/ceiling.ts';
import { LAMP_SHEETS } from '#demo/caves/hall/room/lamps.ts';
import { WALLS } from '#demo/caves/hall/room/walls.ts';
import { HALL_OUTLINE } from '#demo/caves/hall/outline.ts';
import { STATUE_SOLIDS, STATUES } from '#demo/caves/hall/statues.ts';
import { placed } from '#demo/caves/hall/room/handCut.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { createTracer } from '#demo/form/bvh.ts';
import { createExactTracer } from '#demo/form/exact.ts';
import { meshSheet } from '#demo/form/mesh.ts';
import { placeStatue } from '#demo/form/placement.ts';
import { buildScene } from '#demo/form/scene.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import { SITE } from '#demo/site/site.ts';

const mix = { daylight: 1, lamps: 1, documentation: 1, exposure: 1 };
const ROOM_SHEETS = [...WALLS, ...CEILING, ...GROUND];

/** The hall's room without its paint and figures. */
const ROOM: Cave = {
  id: 'room',
  eye: SITE.hall.eye,
  sheets: [...ROOM_SHEETS, ...LAMP_SHEETS],
  paintings: [],
  finishes: [...new Set([...ROOM_SHEETS, ...LAMP_SHEETS].map(({ surface }) => surface))].map((id) => ({
    id,
    colour: { 'as-found': [128, 128, 128], restored: [128, 128, 128], 'line-drawing': [128, 128, 128] },
    shine: 0,
  })),
  solids: [],
  statues: [],
  lighting: { daylight: [], skyLights: false, flames: [], flameRadiance: [0, 0, 0], documentation: [] },
  mixes: { 'as-found': mix, restored: mix, 'line-drawing': mix },
  sky: (_x, _y, _z, _layer, out) => void out.fill(0),
};

let scene: Scene;
beforeAll(() => {
  scene = buildScene(ROOM);
});

test('mesh and exact sheet agree within 3 mm in the middle of every quadrilateral', () => {
  const at: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  for (const sheet of ROOM_SHEETS) {
    const { positions, indices } = meshSheet(sheet, sheet.columns, sheet.rows);
    for (let j = 0; j < sheet.rows; j += 3)
      for (let i = 0; i < sheet.columns; i += 3) {
        const quad = (j * sheet.columns + i) * 6;
        const [a, b, c, d] = [quad, quad + 1, quad + 2, quad + 4].map((k) => indices[k]! * 3);
        sheet.at((i + 0.5) / sheet.columns, (j + 0.5) / sheet.rows, at);
        const [x, y, z] = [0, 1, 2].map(
          (k) => (positions[a! + k]! + positions[b! + k]! + positions[c! + k]! + positions[d! + k]!) / 4,
        );
        const normal = normalOf(positions, a!, b!, c!);
        const off = (at.x - x!) * normal[0]! + (at.y - y!) * normal[1]! + (at.z - z!) * normal[2]!;
        expect(Math.abs(off), `${sheet.surface} ${i} ${j}`).toBeLessThan(0.003);
      }
  }
});

function normalOf(p: Float32Array, a: number, b: number, c: number): number[] {
  const u = [0, 1, 2].map((k) => p[b + k]! - p[a + k]!);
  const v = [0, 1, 2].map((k) => p[c + k]! - p[a + k]!);
  const n = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
  const length = Math.hypot(...n) || 1;
  return n.map((k) => k / length);
}

/** Directions spread evenly over the sphere. */
function direction(i: number, count: number): [number, number, number] {
  const y = 1 - (2 * (i + 0.5)) / count;
  const r = Math.sqrt(1 - y * y);
  const turn = i * 2.399963229728653;
  return [Math.cos(turn) * r, y, Math.sin(turn) * r];
}

test('nothing is seen between the sheets but the doorway', () => {
  const tracer = createTracer(scene.bvh);
  const [x, y, z] = SITE.hall.eye;
  let gone = 0;
  for (let i = 0; i < 20000; i++) {
    const [dx, dy, dz] = direction(i, 20000);
    if (tracer.closest(x, y, z, dx, dy, dz)) continue;
    gone++;
    const ahead = (SITE.hall.door.sill[2] - z) / dz;
    expect(dz).toBeGreaterThan(0);
    expect(Math.abs(x + dx * ahead)).toBeLessThan(SITE.hall.door.width / 2 + 0.02);
    expect(y + dy * ahead).toBeLessThan(SITE.hall.door.height + 0.02);
    expect(y + dy * ahead).toBeGreaterThan(-0.02);
  }
  expect(gone).toBeGreaterThan(100);
});

test('every surface of the room is seen from its front', () => {
  const exact = createExactTracer(ROOM, scene);
  const [x, y, z] = SITE.hall.eye;
  let hits = 0;
  for (let i = 0; i < 4000; i++) {
    const [dx, dy, dz] = direction(i, 4000);
    if (!exact.trace(x, y, z, dx, dy, dz)) continue;
    hits++;
    expect(exact.nx * dx + exact.ny * dy + exact.nz * dz).toBeLessThan(0.05);
    expect(Math.hypot(exact.nx, exact.ny, exact.nz)).toBeCloseTo(1, 5);
    const a = scene.indices[exact.triangle * 3]! * 3;
    const b = scene.indices[exact.triangle * 3 + 1]! * 3;
    const c = scene.indices[exact.triangle * 3 + 2]! * 3;
    const flat = normalOf(scene.positions, a, b, c);
    expect(flat[0]! * dx + flat[1]! * dy + flat[2]! * dz).toBeLessThan(0.05);
  }
  expect(hits).toBeGreaterThan(3800);
});

test('exact hits lie on their ray, near the mesh, and where the sheet says', () => {
  const exact = createExactTracer(ROOM, scene);
  const tracer = createTracer(scene.bvh);
  const [x, y, z] = SITE.hall.eye;
  let far = 0;
  for (let i = 0; i < 4000; i++) {
    const [dx, dy, dz] = direction(i, 4000);
    if (!exact.trace(x, y, z, dx, dy, dz)) continue;
    tracer.closest(x, y, z, dx, dy, dz);
    const grazing = Math.abs(exact.nx * dx + exact.ny * dy + exact.nz * dz);
    if (grazing > 0.2 && Math.abs(exact.distance - tracer.distance) * grazing > 0.004) far++;
    expect(Math.hypot(exact.x - x - dx * exact.distance, exact.y - y - dy * exact.distance, exact.z - z - dz * exact.distance)).toBeLessThan(0.005); // prettier-ignore
  }
  expect(far).toBeLessThan(8);
});

test('the hall meets the site: sill on the cliff face, floor level there', () => {
  for (const x of [-0.5, 0, 0.5]) {
    const [px, py, pz] = placed(x, 0, SITE.hall.door.sill[2]);
    expect(pz).toBeCloseTo(SITE.hall.door.sill[2], 6);
    expect(px).toBeCloseTo(x, 6);
    expect(py).toBeCloseTo(0, 6);
  }
  expect(HALL.depth / 2 + HALL.door.length).toBeCloseTo(SITE.hall.door.sill[2], 9);
  expect(HALL_OUTLINE.map(({ id }) => id)).toEqual(['room', 'niche', 'passage']);
});

test('figures stand on the floor of the niche, inside its shell, apart from each other', () => {
  expect(STATUES).toHaveLength(10);
  const own = new Float64Array(3);
  const bodies = STATUES.filter(({ solid }) => solid.endsWith('Body'));
  for (const statue of bodies) {
    const solid = STATUE_SOLIDS.find(({ id }) => id === statue.solid)!;
    const placement = placeStatue(statue);
    const depth = (height: number) => {
      placement.pointToOwn(statue.position[0], HALL.niche.floor + height, statue.position[2], own, 0);
      return solid.distance(own[0]!, own[1]!, own[2]!);
    };
    // Solid just above the floor, nothing of it more than 2 cm below.
    expect(depth(0.012), statue.solid).toBeLessThan(0);
    expect(depth(-0.02), statue.solid).toBeGreaterThan(0);
    for (const other of bodies)
      if (other !== statue)
        expect(Math.hypot(other.position[0] - statue.position[0], other.position[2] - statue.position[2])).toBeGreaterThan(0.45); // prettier-ignore
  }
});
