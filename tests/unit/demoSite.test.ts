import { describe, expect, it } from 'vitest';
import { type Vec3 } from '#demo/cave/cave.ts';
import { LAYERS } from '#demo/cave/layer.ts';
import { DOORS } from '#demo/caves/terrace/rock/face.ts';
import { createVista, landscape, skyLight } from '#demo/site/landscape.ts';
import { doorPoint, linkTarget, PLACES, startView } from '#demo/site/links.ts';
import { siteOutlines, type PlanPoint } from '#demo/site/outlines.ts';
import { drawPlan, PLAN, toPlanPixel } from '#demo/site/plan.ts';
import { SITE, toPlace, toSite, type Place } from '#demo/site/site.ts';
import { directionAt } from '#demo/site/sky.ts';
import { directionOf } from '#shared/vec.ts';

const CAVES: readonly Place[] = [SITE.hall, SITE.pillar, SITE.chamber];

describe('the site', () => {
  it('goes from a place to the site and back', () => {
    for (const place of PLACES) {
      const point: Vec3 = [1.25, 0.5, -3.75];
      const back = toPlace(place, toSite(place, point));
      back.forEach((value, axis) => expect(value).toBeCloseTo(point[axis]!, 9));
    }
  });

  it('has every sill on the cliff plane and in an opening of the terrace', () => {
    for (const cave of CAVES) {
      const sill = toSite(cave, cave.door!.sill);
      expect(Math.abs(sill[0])).toBeLessThan(1e-3);
      const [x, y, z] = toPlace(SITE.terrace, sill);
      const opening = DOORS.find(({ id }) => id === cave.id)!;
      expect(Math.abs((opening.left + opening.right) / 2 - x)).toBeLessThan(1e-3);
      expect(Math.abs(opening.bottom - y)).toBeLessThan(1e-3);
      expect(Math.abs(z)).toBeLessThan(1e-3);
      expect(opening.right - opening.left).toBeCloseTo(cave.door!.width, 6);
      expect(opening.top - opening.bottom).toBeCloseTo(cave.door!.height, 6);
    }
  });

  it('points every link through its door: into the opening from outside, through the whole passage from inside', () => {
    for (const cave of CAVES) {
      const opening = cave.door!;
      const passage = siteOutlines().find(({ place, id }) => place === cave.id && id === 'passage')!;
      const inner = Math.min(...passage.points.map(([x]) => x)) - cave.origin[0];
      const out = lookAlong(cave, SITE.terrace);
      for (const z of [inner, opening.sill[2]]) {
        const [x, y] = out(z);
        expect(Math.abs(x - opening.sill[0]), `${cave.id} at ${z}`).toBeLessThan(opening.width / 2 - 0.05);
        expect(y - opening.sill[1]).toBeGreaterThan(0.5);
        expect(y - opening.sill[1]).toBeLessThan(opening.height - 0.2);
      }
      const [doorX, doorY] = toPlace(SITE.terrace, toSite(cave, opening.sill));
      const [x, y] = lookAlong(SITE.terrace, cave)(0);
      expect(Math.abs(x - doorX)).toBeLessThan(0.1);
      expect(Math.abs(y - doorY - 1.1)).toBeLessThan(0.1);
    }
  });

  it('looks at the hall on arrival and a little up', () => {
    expect(startView(SITE.terrace)).toEqual({ yaw: -2.8, pitch: 7.9 });
  });

  it('says which two places have no door between them', () => {
    const nowhere: Place = { id: 'terrace', origin: [0, 0, 0], eye: [0, 1.6, 0] };
    expect(() => doorPoint(nowhere, SITE.terrace)).toThrow('no door between terrace and terrace');
  });
});

describe('the plan', () => {
  const rooms = siteOutlines();

  it('keeps half a metre of rock between caves', () => {
    for (const a of rooms)
      for (const b of rooms) {
        if (a.place >= b.place) continue;
        expect(gap(a.points, b.points), `${a.place}/${a.id} and ${b.place}/${b.id}`).toBeGreaterThan(0.5);
      }
  });

  it('has a room and a passage for every cave, the passage ending at its door', () => {
    for (const cave of CAVES) {
      const own = rooms.filter(({ place }) => place === cave.id);
      expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining(['room', 'passage']));
      const passage = own.find(({ id }) => id === 'passage')!;
      expect(Math.max(...passage.points.map(([x]) => x))).toBeCloseTo(0, 3);
      const [, , z] = toSite(cave, cave.door!.sill);
      const along = passage.points.map((point) => point[1]);
      expect((Math.min(...along) + Math.max(...along)) / 2).toBeCloseTo(z, 3);
      expect(Math.max(...along) - Math.min(...along)).toBeCloseTo(cave.door!.width, 2);
    }
  });

  it('agrees with the numbers given for the document', () => {
    expect(toPlanPixel([0, 0])).toEqual([...PLAN.origin]);
    const [x, y] = toPlanPixel([1, -1]);
    expect((x - PLAN.origin[0]) * PLAN.metresPerPixel).toBeCloseTo(1, 9);
    expect((y - PLAN.origin[1]) * PLAN.metresPerPixel).toBeCloseTo(-1, 9);
    const svg = drawPlan();
    expect(svg).toContain(`viewBox="0 0 ${PLAN.width} ${PLAN.height}"`);
    expect(svg).not.toContain('<text');
    expect(svg).not.toContain('NaN');
    for (const place of PLACES) {
      const [siteX, , siteZ] = toSite(place, place.eye);
      const [cx, cy] = toPlanPixel([siteX, siteZ]).map((value) => Math.round(value * 10) / 10);
      expect(svg).toContain(`<circle cx="${cx}" cy="${cy}" r="15"`);
    }
  });
});

describe('the landscape', () => {
  const coarse = (2 * Math.PI) / 512;

  it('has a colour in every direction on every layer, the same each time', () => {
    const first = createVista(coarse);
    const second = createVista(coarse);
    const [a, b] = [new Float64Array(3), new Float64Array(3)];
    for (const layer of LAYERS)
      for (let pitch = -90; pitch <= 90; pitch += 15)
        for (let azimuth = 0; azimuth < 360; azimuth += 45) {
          const [x, y, z] = directionAt(azimuth, pitch);
          first(x, y, z, layer, a);
          second(x, y, z, layer, b);
          expect([...a].every((value) => Number.isFinite(value) && value > 0 && value < 4)).toBe(true);
          expect(a).toEqual(b);
        }
  });

  it('has no seam at the zenith and no sudden step between segments of the land', () => {
    const vista = createVista(coarse);
    const [a, b] = [new Float64Array(3), new Float64Array(3)];
    vista(1e-9, 1, 0, 'as-found', a);
    vista(-1e-9, 1, 1e-9, 'as-found', b);
    a.forEach((value, c) => expect(value).toBeCloseTo(b[c]!, 3));
    for (let edge = 22.5; edge < 360; edge += 22.5) {
      const left = directionAt(edge - 1e-6, -9);
      const right = directionAt(edge + 1e-6, -9);
      vista(...left, 'as-found', a);
      vista(...right, 'as-found', b);
      a.forEach((value, c) => expect(Math.abs(value - b[c]!)).toBeLessThan(0.02));
    }
  });

  it('is warm in the west, rose above blue in the east', () => {
    const out = new Float64Array(3);
    skyLight(...directionAt(0, 4), 'as-found', out);
    expect(out[0]).toBeGreaterThan(1.5 * out[2]!);
    skyLight(...directionAt(180, 13), 'as-found', out);
    expect(out[0]).toBeGreaterThan(out[2]!);
    skyLight(...directionAt(180, 2), 'as-found', out);
    expect(out[2]).toBeGreaterThan(out[0]!);
  });

  it('shows the parapet from inside the hall where the terrace ends', () => {
    const out = new Float64Array(3);
    landscape(...directionAt(180, -4), 'line-drawing', out);
    const wall = [...out];
    landscape(...directionAt(180, 40), 'line-drawing', out);
    expect(out[0]).toBeGreaterThan(0.7);
    expect(wall.every((value) => Number.isFinite(value))).toBe(true);
  });
});

/** Where the sight along a link from the eye is at a depth z of the place. */
function lookAlong(from: Place, to: Place): (z: number) => [x: number, y: number] {
  const { yaw, pitch } = linkTarget(from, to);
  const way = directionOf((yaw * Math.PI) / 180, (pitch * Math.PI) / 180);
  return (z) => {
    const reach = (z - from.eye[2]) / way[2];
    expect(reach).toBeGreaterThan(0);
    return [from.eye[0] + way[0] * reach, from.eye[1] + way[1] * reach];
  };
}

/** Smallest distance of two outlines; 0 where they overlap. */
function gap(a: readonly PlanPoint[], b: readonly PlanPoint[]): number {
  if (a.some((point) => isInside(point, b)) || b.some((point) => isInside(point, a))) return 0;
  let nearest = Infinity;
  for (const [points, others] of [
    [a, b],
    [b, a],
  ] as const)
    for (const point of points)
      others.forEach((start, i) => {
        nearest = Math.min(nearest, toSegment(point, start, others[(i + 1) % others.length]!));
      });
  return nearest;
}

function isInside([x, z]: PlanPoint, outline: readonly PlanPoint[]): boolean {
  let inside = false;
  outline.forEach(([ax, az], i) => {
    const [bx, bz] = outline[(i + 1) % outline.length]!;
    if (az > z !== bz > z && x < ax + ((bx - ax) * (z - az)) / (bz - az)) inside = !inside;
  });
  return inside;
}

function toSegment([x, z]: PlanPoint, [ax, az]: PlanPoint, [bx, bz]: PlanPoint): number {
  const [dx, dz] = [bx - ax, bz - az];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz || 1)));
  return Math.hypot(x - ax - dx * t, z - az - dz * t);
}
