import { Matrix4, Quaternion, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Liftable, Lifting } from '#scene/relic/lift/lifting.ts';
import type { Vec3 } from '#shared/vec.ts';

const AHEAD: Vec3 = [0, 0, -1];
const bounds = { min: [-0.2, 0, -0.1], max: [0.2, 0.8, 0.1] } as const;

function at(hotspotId: string, x: number, z: number, scale = 1): Liftable {
  const matrix = new Matrix4().compose(
    new Vector3(x, -0.4 * scale, z),
    new Quaternion(),
    new Vector3().setScalar(scale),
  );
  return { hotspotId, bounds, placed: { instanceId: hotspotId, assetId: 'model', stateId: '', matrix } };
}

let moved: string[];
let changes: string[];
let lifting: Lifting;
beforeEach(() => {
  moved = [];
  changes = [];
  lifting = new Lifting({
    pool: { move: (id) => void moved.push(id) },
    onChange: (id, isInPlace) => void changes.push(`${id} ${isInPlace ? 'is back' : 'has left'}`),
  });
  lifting.set([at('near', 0, -2), at('far', 0, -5), at('beside', 2, -2, 2)]);
});

describe('a ray among relics', () => {
  it.each<[string, Vec3, Vec3, string | null, number]>([
    ['meets the nearest one', [0, 0, 0], AHEAD, 'near', 1.9],
    ['meets the one behind it from beyond it', [0, 0, -3], AHEAD, 'far', 1.9],
    ['meets one that is larger than life', [2, 0, 0], AHEAD, 'beside', 1.8],
    ['begins inside of one', [0, 0, -2], AHEAD, 'near', 0],
    ['meets none', [0, 3, 0], AHEAD, null, 0],
    ['meets none behind it', [0, 0, 1], [0, 0, 1], null, 0],
  ])('%s', (_name, origin, direction, hotspotId, distance) => {
    const found = lifting.grabbable({ origin, direction });
    expect(found?.hotspotId ?? null).toBe(hotspotId);
    if (found) expect(found.distance).toBeCloseTo(distance, 6);
    if (found) expect(found.point[2]).toBeCloseTo(origin[2] - distance, 6);
  });

  it('finds nothing where a wall hides it', () => {
    expect(lifting.grabbable({ origin: [0, 0, 0], direction: AHEAD }, ([, , z]) => z > -3)).toBeNull();
  });
});

describe('a relic that is lifted', () => {
  const turned = new Matrix4().compose(
    new Vector3(1, 1, -1),
    new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), Math.PI / 2),
    new Vector3(0.5, 0.5, 0.5),
  );

  it('is met where it is carried, turned and scaled, and no longer where it stood', () => {
    lifting.lift('near');
    lifting.carry('near', turned);
    expect(lifting.grabbable({ origin: [0, 0, 0], direction: AHEAD })?.hotspotId).toBe('far');
    // It lies on its side now, 0.4 m to the left of (1, 1).
    const found = lifting.grabbable({ origin: [0.7, 1, 0], direction: AHEAD });
    expect(found?.hotspotId).toBe('near');
    expect(found?.distance).toBeCloseTo(0.94, 6);
    expect(lifting.grabbable({ origin: [1, 1.3, 0], direction: AHEAD })).toBeNull();
  });

  it('is met though a wall would hide it there', () => {
    lifting.lift('near');
    lifting.carry('near', turned);
    expect(lifting.grabbable({ origin: [0.7, 1, 0], direction: AHEAD }, () => true)?.hotspotId).toBe('near');
  });

  it('is moved in the pool, stays where it is for who shows the place anew, and comes back', () => {
    const stood = lifting.lift('near')?.placed.matrix.clone();
    lifting.lift('near');
    lifting.carry('near', turned);
    expect(lifting.placed[0]?.matrix.equals(turned)).toBe(true);
    lifting.putDown('near');
    lifting.putDown('near');
    expect(lifting.placed[0]?.matrix.equals(stood ?? turned)).toBe(true);
    expect(moved).toEqual(['near', 'near']);
    expect(changes).toEqual(['near has left', 'near is back']);
  });

  it('that is not here is not lifted, and one that is not lifted is not carried', () => {
    expect(lifting.lift('elsewhere')).toBeNull();
    lifting.carry('far', turned);
    expect(moved).toEqual([]);
  });
});
