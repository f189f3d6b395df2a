import { BoxGeometry, Group, InstancedMesh, Matrix4, Mesh, SphereGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '#shared/vec.ts';
import { Body } from '#scene/relic/measure/body.ts';
import { drape } from '#scene/relic/measure/drape.ts';
import { lightGround } from '#scene/relic/measure/ground.ts';
import { listMeshes, partsOf } from '#scene/relic/measure/listMeshes.ts';
import type { MeshPart } from '#scene/relic/measure/protocol.ts';
import { unpack } from '#scene/relic/measure/unpack.ts';

/** A cube of 10 cm that stands on the origin. */
function cube(): Group {
  const root = new Group();
  const mesh = new Mesh(new BoxGeometry(0.1, 0.1, 0.1));
  mesh.position.y = 0.05;
  root.add(mesh);
  return root;
}

const bodyOf = (root: Group): Body => new Body(partsOf(root));
const AHEAD: Vec3 = [0, 0, -1];

describe('reading the meshes of a relic', () => {
  it('undoes what compresses them: whole numbers, interleaving, turned and scaled frames', () => {
    const part: MeshPart = {
      positions: Int16Array.of(9, 32767, -32767, 0, 9, 0, 16384, 32767, 9, 1, 2, 3),
      stride: 4,
      offset: 1,
      count: 2,
      isNormalized: true,
      index: null,
      matrices: [new Matrix4().makeScale(2, 2, 2).setPosition(1, 0, 0).toArray()],
    };
    const { positions } = unpack([part]);
    expect([...positions]).toEqual([3, -2, 0, 1, expect.closeTo(1, 4) as number, 2]);
  });

  it('leaves out triangles whose vertices are not there', () => {
    const part: MeshPart = {
      positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0),
      stride: 3,
      offset: 0,
      count: 3,
      isNormalized: false,
      index: Uint16Array.of(0, 1, 2, 0, 1, 7, 2, 1),
      matrices: [new Matrix4().toArray()],
    };
    expect([...unpack([part]).index]).toEqual([0, 1, 2]);
  });

  it('sees every instance of an instanced mesh, in the frame of the model', () => {
    const root = new Group();
    const mesh = new InstancedMesh(new BoxGeometry(0.1, 0.1, 0.1), undefined, 2);
    mesh.setMatrixAt(0, new Matrix4().makeTranslation(-1, 0, 0));
    mesh.setMatrixAt(1, new Matrix4().makeTranslation(1, 0, 0));
    root.add(mesh);
    // Where the pool has put it must not matter.
    root.position.set(5, 5, 5);
    const body = bodyOf(root);
    for (const x of [-1, 1]) expect(body.pick([x, 0, 2], AHEAD, null)?.point[2]).toBeCloseTo(0.05, 6);
    expect(body.pick([0, 0, 2], AHEAD, null)).toBeNull();
  });

  it('lists meshes and their parts in the same order', () => {
    const root = cube();
    root.add(new Mesh(new SphereGeometry(1, 8, 6)));
    expect(partsOf(root).map(({ count }) => count)).toEqual(
      listMeshes(root).map(({ geometry }) => geometry.getAttribute('position').count),
    );
  });
});

describe('where a ray meets a relic', () => {
  it('is exact to a hundredth of a millimetre', () => {
    const body = bodyOf(cube());
    const front = body.pick([0.01, 0.03, 2], AHEAD, null);
    expect(front?.point[2]).toBeCloseTo(0.05, 5);
    expect(front?.normal).toEqual([0, 0, 1]);
    const side = body.pick([2, 0.03, 0.01], [-1, 0, 0], null);
    expect(side?.point[0]).toBeCloseTo(0.05, 5);
    expect(body.pick([0, 0.2, 2], AHEAD, null)).toBeNull();
  });

  const cut = { normal: [0, 0, 1] as Vec3, offset: 0.02 };
  it.each([
    { what: 'the filled cut, from the open side', from: [0, 0.05, 2], to: [0, 0, -1], z: 0.02, isCut: true },
    { what: 'the back, from the other side', from: [0, 0.05, -2], to: [0, 0, 1], z: -0.05, isCut: false },
  ])('is $what', ({ from, to, z, isCut }) => {
    const hit = bodyOf(cube()).pick(from as unknown as Vec3, to as unknown as Vec3, cut);
    expect(hit?.point[2]).toBeCloseTo(z, 6);
    expect(hit?.isCut).toBe(isCut);
  });

  it('is nowhere on what was cut away, nor beside the cut', () => {
    const body = bodyOf(cube());
    expect(body.pick([2, 0.05, 0.04], [-1, 0, 0], cut)).toBeNull();
    expect(body.pick([2, 0.05, 0.01], [-1, 0, 0], cut)?.point[0]).toBeCloseTo(0.05, 6);
    expect(body.pick([0, 0.05, 1], [0, 0, 1], cut)).toBeNull();
  });

  it('tells which points are hidden from an eye', () => {
    const body = bodyOf(cube());
    const eye: Vec3 = [0, 0.05, 1];
    expect(body.isSeen(eye, [0.02, 0.05, 0.05], null)).toBe(true);
    expect(body.isSeen(eye, [0.02, 0.05, -0.05], null)).toBe(false);
    expect(body.isSeen(eye, [0, 0.3, 0], null)).toBe(true);
    expect(body.isSeen(eye, [0.02, 0.05, 0.05], cut)).toBe(false);
  });
});

describe('whether a mesh encloses something', () => {
  it('is so though seams double its vertices', () => {
    expect(bodyOf(cube()).facts).toEqual({ triangles: 12, isClosed: [true] });
  });

  it('is not so with a side missing, nor for a sheet', () => {
    const open = cube();
    const [mesh] = listMeshes(open);
    mesh?.geometry.setIndex([...(mesh.geometry.index?.array ?? [])].slice(6));
    expect(bodyOf(open).facts.isClosed).toEqual([false]);
    const sheet = new Group();
    sheet.add(new Mesh(new SphereGeometry(1, 32, 16, 0, Math.PI)));
    expect(bodyOf(sheet).facts.isClosed).toEqual([false]);
  });

  it('is so with a pinhole', () => {
    const root = new Group();
    const ball = new SphereGeometry(1, 128, 64);
    ball.setIndex([...(ball.index?.array ?? [])].slice(3));
    root.add(new Mesh(ball));
    expect(bodyOf(root).facts.isClosed).toEqual([true]);
  });

  it('is told of nothing', () => {
    const body = bodyOf(new Group());
    expect(body.facts).toEqual({ triangles: 0, isClosed: [] });
    expect(body.pick([0, 0, 1], AHEAD, null)).toBeNull();
    expect(body.nearest([0, 0, 1])).toBeNull();
  });
});

describe('an area laid on a relic', () => {
  it('follows a ball a little above its surface and faces outwards, whichever way round its corners go', () => {
    const root = new Group();
    root.add(new Mesh(new SphereGeometry(1, 96, 64)));
    const body = bodyOf(root);
    const corners = [-0.4, -0.4, 0.82, 0.4, -0.4, 0.82, 0.4, 0.4, 0.82, -0.4, 0.4, 0.82];
    const turned = [0, 3, 6, 9].reverse().flatMap((at) => corners.slice(at, at + 3));
    for (const numbers of [corners, turned]) {
      const drapery = drape(body, Float32Array.from(numbers));
      expect(drapery?.normal[2]).toBeCloseTo(1, 3);
      const points = [...(drapery?.triangles ?? []), ...(drapery?.outline ?? [])];
      expect(points.length).toBeGreaterThan(900);
      for (let k = 0; k < points.length; k += 3) {
        const radius = Math.hypot(points[k] ?? 0, points[k + 1] ?? 0, points[k + 2] ?? 0);
        expect(radius).toBeGreaterThan(1);
        expect(radius).toBeLessThan(1.02);
      }
    }
  });

  it('needs three corners, and bears corners in one point', () => {
    const body = bodyOf(cube());
    expect(drape(body, Float32Array.of(0, 0, 0, 1, 1, 1))).toBeNull();
    expect(() => drape(body, new Float32Array(9))).not.toThrow();
  });
});

describe('the light on the ground below a relic', () => {
  it('is dark under it and open away from it', () => {
    const work = lightGround(bodyOf(cube()), { x: 0, z: 0, halfSide: 0.3, y: 0, cells: 24, cut: null });
    let step = work.next();
    while (!step.done) step = work.next();
    const at = (x: number, z: number): number => step.value?.[z * 24 + x] ?? -1;
    expect(at(12, 12)).toBeLessThan(60);
    expect(at(0, 0)).toBeGreaterThan(225);
    // The nearer to its foot the darker.
    expect(at(12, 17)).toBeLessThan(at(12, 20));
  });
});
