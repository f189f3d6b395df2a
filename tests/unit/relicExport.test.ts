import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  Color,
  Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshStandardMaterial,
  SphereGeometry,
  SRGBColorSpace,
} from 'three';
import type { Object3D } from 'three';
import { strFromU8, unzipSync } from 'three/addons/libs/fflate.module.js';
import { describe, expect, it } from 'vitest';
import { to3mf } from '#scene/relic/export/to3mf.ts';
import { toStl } from '#scene/relic/export/toStl.ts';
import { findSeams, weld } from '#scene/relic/export/weld.ts';

const plain = () => new MeshStandardMaterial({ color: 0xffffff });

/** 20 cm wide, 30 cm high, 10 cm deep, standing on the origin. */
function box(material = plain()): Mesh {
  const mesh = new Mesh(new BoxGeometry(0.2, 0.3, 0.1), material);
  mesh.position.set(0, 0.15, 0);
  return mesh;
}

interface ReadStl {
  readonly count: number;
  readonly least: number[];
  readonly most: number[];
  /** Volume inside, cubic millimetres: positive where the surface faces outward. */
  readonly volume: number;
}

function readStl(bytes: Uint8Array): ReadStl {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(80, true);
  expect(bytes.length).toBe(84 + count * 50);
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  let volume = 0;
  for (let i = 0; i < count; i++) {
    const numbers = Array.from({ length: 12 }, (_, k) => view.getFloat32(84 + i * 50 + k * 4, true));
    const [a = [], b = [], c = []] = [3, 6, 9].map((at) => numbers.slice(at, at + 3));
    for (const point of [a, b, c]) {
      point.forEach((value, axis) => {
        least[axis] = Math.min(least[axis] ?? 0, value);
        most[axis] = Math.max(most[axis] ?? 0, value);
      });
    }
    const [x = 0, y = 0, z = 0] = a;
    const [bx = 0, by = 0, bz = 0] = b;
    const [cx = 0, cy = 0, cz = 0] = c;
    volume += (x * (by * cz - bz * cy) - y * (bx * cz - bz * cx) + z * (bx * cy - by * cx)) / 6;
    expect(Math.hypot(...numbers.slice(0, 3))).toBeCloseTo(1, 5);
  }
  return { count, least, most, volume };
}

function readModel(bytes: Uint8Array): string {
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['[Content_Types].xml', '_rels/.rels', '3D/3dmodel.model']);
  expect(strFromU8(files['_rels/.rels'] as Uint8Array)).toContain('Target="/3D/3dmodel.model"');
  const xml = strFromU8(files['3D/3dmodel.model'] as Uint8Array);
  expectWellFormed(xml);
  return xml;
}

/** Every tag that opens closes in turn, and no text holds a bare `<` or `&`. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, (...found) => {
      const [, closes, name, , isEmpty] = found as string[];
      if (closes === '/') expect(open.pop()).toBe(name);
      else if (isEmpty !== '/') open.push(name as string);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/<|&(?!(amp|lt|gt|quot|apos);)/);
}

describe('a relic as STL', () => {
  it('is in millimetres, upright along Z, its front towards −Y, facing outward', () => {
    const file = toStl(box(), { scaleMm: 1_000 });
    const { count, least, most, volume } = readStl(file.bytes);
    const inFront = box();
    inFront.position.z = 0.2;
    expect(Math.round(readStl(toStl(inFront).bytes).most[1] ?? 0)).toBe(-150);
    expect([count, file.triangles]).toEqual([12, 12]);
    expect(least.map((value) => Math.round(value) + 0)).toEqual([-100, -50, 0]);
    expect(most.map(Math.round)).toEqual([100, 50, 300]);
    expect(file.sizeMm.map(Math.round)).toEqual([200, 100, 300]);
    expect(volume).toBeCloseTo(200 * 100 * 300, -3);
    expect([file.openEdges, file.tangledEdges]).toEqual([0, 0]);
  });

  it('is as much smaller as is wanted', () => {
    expect(toStl(box(), { scaleMm: 100 }).sizeMm.map(Math.round)).toEqual([20, 10, 30]);
  });

  it('stands in the frame of its root, wherever the root is hung', () => {
    const hung = new Group();
    hung.position.set(100, 50, -3);
    hung.scale.setScalar(7);
    const root = new Group().add(box());
    hung.add(root);
    expect(readStl(toStl(root).bytes).most.map(Math.round)).toEqual([100, 50, 300]);
  });

  it('has every instance, and mirrored ones face outward too', () => {
    const twice = new InstancedMesh(new BoxGeometry(0.1, 0.1, 0.1), plain(), 2);
    twice.setMatrixAt(0, new Matrix4());
    twice.setMatrixAt(1, new Matrix4().makeScale(-1, 1, 1).setPosition(1, 0, 0));
    const { count, volume } = readStl(toStl(twice).bytes);
    expect(count).toBe(24);
    expect(volume).toBeCloseTo(2 * 100 ** 3, -3);
  });

  it('leaves out what is hidden, what has no area and what is no number', () => {
    const hidden = box();
    hidden.visible = false;
    const broken = new BufferGeometry();
    const corners = [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, NaN, 0, 0, 1, 0, 0, 0, 1, 0];
    broken.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3));
    const file = toStl(new Group().add(hidden, new Mesh(broken, plain())));
    expect(readStl(file.bytes).count).toBe(1);
    expect(file.openEdges).toBe(3);
  });

  it('is not made of nothing', () => {
    expect(() => toStl(new Group())).toThrow(/no surface/);
  });
});

describe('a relic as 3MF', () => {
  it('says its unit and has the same surface as the STL, each vertex once', () => {
    const root: Object3D = new Group().add(box());
    const file = to3mf(root, { label: { title: 'Bowl <II> & lid', copyright: '© \u0007Museum', licence: 'CC0 1.0' } });
    const xml = readModel(file.bytes);
    expect(xml).toContain('<model unit="millimeter"');
    expect(xml).toContain('<metadata name="Title">Bowl &lt;II&gt; &amp; lid</metadata>');
    expect(xml).toContain('<metadata name="Copyright">© Museum</metadata>');
    const vertices = [...xml.matchAll(/<vertex x="(\S+)" y="(\S+)" z="(\S+)"\/>/g)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(vertices).toHaveLength(8);
    expect(Math.max(...vertices.map(([, , z = 0]) => z))).toBe(300);
    expect(xml.match(/<triangle /g)).toHaveLength(toStl(root).triangles);
    expect(xml).toContain('<build><item objectid="1"/></build>');
    expect(xml).not.toContain('colorgroup');
  });

  it('has the colours of its materials and of its vertices', () => {
    const painted = new BoxGeometry(0.1, 0.1, 0.1);
    const colours = new Float32Array(painted.getAttribute('position').count * 3);
    const ochre = new Color().setHex(0xcc7722, SRGBColorSpace);
    for (let i = 0; i < colours.length; i += 3) ochre.toArray(colours, i);
    painted.setAttribute('color', new BufferAttribute(colours, 3));
    const root = new Group().add(
      new Mesh(painted, new MeshStandardMaterial({ vertexColors: true })),
      new Mesh(new SphereGeometry(0.1), new MeshStandardMaterial({ color: 0x4060a0 })),
    );
    const xml = readModel(to3mf(root).bytes);
    const palette = [...xml.matchAll(/<m:color color="#(\w{6})"\/>/g)].map(([, hex]) => hex);
    expect(palette).toEqual(['cc7420', '4060a0']);
    expect(xml.match(/<triangle [^>]*pid="2" p1="0"\/>/g)).toHaveLength(12);
    expect(xml.match(/<triangle [^>]*pid="2" p1="1"\/>/g)?.length).toBeGreaterThan(100);
  });
});

describe('whether a surface is closed', () => {
  const seamsOf = (geometry: BufferGeometry) => {
    const corners = (geometry.index ? geometry.toNonIndexed() : geometry).getAttribute('position')
      .array as Float32Array;
    return findSeams(weld(Float32Array.from(corners)).triangles);
  };

  it('is seen through the seams that textures leave', () => {
    expect(seamsOf(new SphereGeometry(0.3, 24, 16))).toEqual({ openEdges: 0, tangledEdges: 0 });
  });

  it('is not where a triangle is missing, or one is turned round', () => {
    const sphere = new SphereGeometry(0.3, 24, 16).toNonIndexed();
    const corners = sphere.getAttribute('position').array as Float32Array;
    const holed = new BufferGeometry();
    holed.setAttribute('position', new BufferAttribute(corners.slice(9 * 30 + 9), 3));
    expect(seamsOf(holed).openEdges).toBeGreaterThan(0);
    const turned = corners.slice();
    const middle = 9 * 200;
    turned.copyWithin(middle, middle + 3, middle + 6);
    turned.set(corners.subarray(middle, middle + 3), middle + 3);
    expect(findSeams(weld(turned).triangles)).toEqual({ openEdges: 0, tangledEdges: 3 });
  });

  it('holds for many triangles', () => {
    expect(seamsOf(new SphereGeometry(1, 700, 400))).toEqual({ openEdges: 0, tangledEdges: 0 });
  });
});
