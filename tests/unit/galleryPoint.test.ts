import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { aimFrom } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { pointAt } from '#tour/gallery/pointAt.ts';
import { makeHall } from '../fixtures/hall.ts';

const exhibition = makeHall({
  sizes: [
    [0.3, 0.4, 0.3],
    [0.01, 0.01, 0.01],
    [1.5, 2, 1.5],
  ],
});
const plan = planHall(exhibition, exhibition.nodes[1]);
if (!plan) throw new Error('the node is no hall');
const { entrance, exhibits } = plan;

describe('pointing in a hall', () => {
  it('means a relic by itself, by its plinth and by its plate, however small it is', () => {
    for (const [index, { viewpoint, middle, support, plate }] of exhibits.entries()) {
      const foot = [middle[0], (support?.top ?? 0) / 2, middle[2] + (support?.depth ?? 0) / 2] as const;
      for (const target of [middle, foot, plate.position]) {
        const { yaw, pitch } = aimFrom(viewpoint.x, viewpoint.z, target);
        expect(pointAt(plan, viewpoint.x, viewpoint.z, yaw, pitch)).toMatchObject({ kind: 'exhibit', index });
      }
    }
  });

  it('means what is nearer where two lie behind each other', () => {
    const [first] = exhibits;
    const [x, y, z] = first?.middle ?? [0, 0, 0];
    // From behind the relic, towards the door.
    const { yaw, pitch } = aimFrom(x, z - 1, [x, y, z]);
    expect(pointAt(plan, x, z - 1, yaw, pitch)).toMatchObject({ kind: 'exhibit', index: 0 });
  });

  it('means the door in the wall, and nothing on the bare wall or the ceiling', () => {
    expect(pointAt(plan, 0, 0, Math.PI, 0)).toMatchObject({ kind: 'doorway', index: 0 });
    expect(pointAt(plan, 0, entrance.z, toRadians(120), toRadians(4))).toBeNull();
    expect(pointAt(plan, 0, entrance.z, 0, toRadians(80))).toBeNull();
  });

  it('means the spot of the floor that is seen there', () => {
    const at = pointAt(plan, entrance.x, entrance.z, toRadians(180), toRadians(-75));
    expect(at).toMatchObject({ kind: 'floor' });
    if (at?.kind === 'floor') expect(at.z - entrance.z).toBeCloseTo(1.6 * Math.tan(toRadians(15)), 6);
  });
});
