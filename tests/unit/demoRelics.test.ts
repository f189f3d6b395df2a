import { describe, expect, it } from 'vitest';
import { surfaceNets } from '#demo/form/surfaceNets.ts';
import { describeGlb } from '#demo/relics/catalogue.ts';
import { bakeMaps } from '#demo/relics/model/bakeMaps.ts';
import { FINENESS, buildModel } from '#demo/relics/model/buildModel.ts';
import { LICENCE, createIo, nameOf, writeGlb } from '#demo/relics/model/gltf.ts';
import { packMasks } from '#demo/relics/model/pack.ts';
import { unwrapMesh } from '#demo/relics/model/unwrap.ts';
import { RELIC_IDS, RESTORATION_STATES } from '#demo/relics/relic.ts';
import type { Look, Place, Relic } from '#demo/relics/relic.ts';
import { createRelics } from '#demo/relics/relics.ts';
import { solidOfRelic } from '#demo/relics/solid.ts';
import { RELICS_STAGES, TEXTURES } from '#demo/relics/stage.ts';

const SMALL = { cells: 6, triangles: 3000, texture: 128 };
const tripod = createRelics('ritual-tripod')[0]!;
const [asFound, reassembled, completed] = createRelics('celadon-vase') as [Relic, Relic, Relic];

function lookOf(relic: Relic, at: readonly [number, number, number], isRestored = false): Look {
  const [x, y, z] = at;
  const length = Math.hypot(x, z) || 1;
  const place: Place = { x, y, z, nx: x / length, ny: 0, nz: z / length, openness: 1 };
  const look: Look = { r: 0, g: 0, b: 0, roughness: 0.7, metalness: 0 };
  relic.look(place, look, isRestored);
  return look;
}

/** Half-edges without a partner the other way round. */
function countOpenEdges(indices: Uint32Array, vertices: number): number {
  const seen = new Map<number, number>();
  for (let i = 0; i < indices.length; i++) {
    const a = indices[i]!;
    const b = indices[i % 3 === 2 ? i - 2 : i + 1]!;
    const key = Math.min(a, b) * vertices + Math.max(a, b);
    seen.set(key, (seen.get(key) ?? 0) + (a < b ? 1 : -1));
  }
  return [...seen.values()].filter((balance) => balance !== 0).length;
}

describe('The plan of the relics', () => {
  it('makes nine relics, the vase in three states, each with its own file and a title that says synthetic', () => {
    const vases: Pick<Relic, 'id' | 'state'>[] = [asFound, reassembled, completed];
    const relics = RELIC_IDS.flatMap((id) => (id === 'celadon-vase' ? vases : [{ id }]));
    expect(relics.map((relic) => nameOf(relic))).toHaveLength(11);
    expect(new Set(relics.map((relic) => nameOf(relic))).size).toBe(11);
    expect([asFound, reassembled, completed].map(({ state }) => state)).toEqual(RESTORATION_STATES);
    for (const relic of [tripod, asFound, reassembled, completed]) expect(relic.title).toContain('synthetic');
  });

  it('has one stage for each relic and a catalogue that waits for all of them', () => {
    expect(RELICS_STAGES).toHaveLength(RELIC_IDS.length + 1);
    expect(RELICS_STAGES.at(-1)?.needs).toEqual(RELICS_STAGES.slice(0, -1).map(({ name }) => name));
    expect(FINENESS.full.triangles).toBe(Infinity);
  });
});

describe('A relic sampled coarsely', () => {
  const coarse = surfaceNets(tripod.distance, tripod.low, tripod.high, tripod.sourceCell * 6);

  it('has so many triangles that the source must have half a million', () => {
    expect((coarse.indices.length / 3) * 36).toBeGreaterThan(500_000);
  });

  it('is closed, without NaN, its normals outward', () => {
    expect(coarse.positions.every(Number.isFinite)).toBe(true);
    expect(coarse.normals.every(Number.isFinite)).toBe(true);
    expect(countOpenEdges(coarse.indices, coarse.positions.length / 3)).toBe(0);
    for (let v = 0; v < coarse.positions.length; v += 300) {
      const at = (k: number) => coarse.positions[v + k]! + coarse.normals[v + k]! * 0.0008;
      expect(tripod.distance(at(0), at(1), at(2))).toBeGreaterThan(-0.0004);
    }
  });

  it('stands on the ground in the size it is said to have', () => {
    const extent = [0, 1, 2].map((axis) => {
      const values = coarse.positions.filter((_, i) => i % 3 === axis);
      return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] as const;
    });
    expect(Math.abs(extent[1]![0])).toBeLessThan(0.001);
    extent.forEach(([low, high], axis) => {
      expect(Math.abs(high - low - tripod.size[axis]!)).toBeLessThan(Math.max(0.0015, tripod.size[axis]! * 0.012));
    });
  });

  it('is unwrapped into 0…1 without one triangle over another', () => {
    const mesh = unwrapMesh(coarse);
    expect(mesh.uvs.every((value) => value >= 0 && value <= 1)).toBe(true);
    const side = 700;
    const owner = new Int32Array(side * side).fill(-1);
    let covered = 0;
    let doubled = 0;
    for (let t = 0; t < mesh.indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => mesh.indices[t + k]! * 2) as [number, number, number];
      const ax = mesh.uvs[a]! * side;
      const ay = mesh.uvs[a + 1]! * side;
      const bx = mesh.uvs[b]! * side - ax;
      const by = mesh.uvs[b + 1]! * side - ay;
      const cx = mesh.uvs[c]! * side - ax;
      const cy = mesh.uvs[c + 1]! * side - ay;
      const determinant = bx * cy - cx * by;
      for (let y = Math.ceil(ay + Math.min(0, by, cy)); y < ay + Math.max(0, by, cy); y++)
        for (let x = Math.ceil(ax + Math.min(0, bx, cx)); x < ax + Math.max(0, bx, cx); x++) {
          const u = ((x - ax) * cy - cx * (y - ay)) / determinant;
          const v = (bx * (y - ay) - (x - ax) * by) / determinant;
          if (!(u > 0.02 && v > 0.02 && u + v < 0.98)) continue;
          covered++;
          if (owner[y * side + x]! >= 0) doubled++;
          owner[y * side + x] = t;
        }
    }
    expect(covered).toBeGreaterThan(side * side * 0.3);
    expect(doubled / covered).toBeLessThan(0.012);
  });
});

describe('A finished model', () => {
  it('gives the same bytes twice, holds its rights and reads back', { timeout: 20_000 }, async () => {
    const make = async () => {
      const { mesh, maps } = await buildModel(tripod, SMALL);
      return writeGlb(tripod, mesh, maps, TEXTURES.draft);
    };
    const glb = await make();
    expect(Buffer.compare(glb, await make())).toBe(0);
    const root = (await (await createIo()).readBinary(glb)).getRoot();
    expect(root.getAsset().copyright).toContain(LICENCE);
    expect(root.getExtras()).toMatchObject({
      license: LICENCE,
      digitalSourceType: expect.stringContaining('algorithmicMedia') as string,
    });
    expect(root.getExtras()['title']).toContain('synthetic');
    expect(
      root
        .listExtensionsUsed()
        .map(({ extensionName }) => extensionName)
        .sort(),
    ).toEqual(['EXT_meshopt_compression', 'EXT_texture_webp', 'KHR_mesh_quantization', 'KHR_xmp_json_ld']);
    const facts = await describeGlb(glb);
    expect(facts.triangles).toBeGreaterThan(2000);
    expect(facts.triangles).toBeLessThanOrEqual(3000);
    expect(facts.textures.map(({ side }) => side)).toEqual([128, 128, 128]);
    facts.high.forEach((high, axis) => {
      const size = tripod.size[axis]!;
      expect(Math.abs(high - facts.low[axis]! - size)).toBeLessThan(Math.max(0.002, size * 0.015));
    });
  });

  it('carries a clear coat where there is glaze', async () => {
    const ball: Relic = { ...completed, distance: (x, y, z) => Math.hypot(x, y - 0.1, z) - 0.1 };
    const mesh = unwrapMesh(surfaceNets(ball.distance, ball.low, ball.high, 0.012));
    const maps = bakeMaps(ball, mesh, new Float32Array(mesh.uvs.length / 2).fill(1), 64);
    const glb = await writeGlb(completed, mesh, maps, TEXTURES.draft);
    const material = (await (await createIo()).readBinary(glb)).getRoot().listMaterials()[0];
    expect(material?.getExtension('KHR_materials_clearcoat')).toMatchObject({ propertyType: 'Clearcoat' });
  });
});

describe('The three states of the vase', () => {
  it('share one frame and one size', () => {
    expect(asFound.size).toEqual(completed.size);
    expect(reassembled.low).toEqual(asFound.low);
  });

  it('differ in what is missing, filled and whole', () => {
    let holes = 0;
    let filled = 0;
    for (let y = 0.05; y < 0.3; y += 0.004)
      for (let turn = 0; turn < 80; turn++) {
        // Feel for the outside of the whole vase, then go to the middle of its wall.
        const [c, s] = [Math.cos(turn * 0.0785), Math.sin(turn * 0.0785)];
        let r = 0.125;
        while (completed.distance(c * r, y, s * r) > -0.002) r -= 0.0005;
        if (asFound.distance(c * r, y, s * r) > 0.001) {
          holes++;
          expect(reassembled.distance(c * r, y, s * r)).toBeLessThan(0);
          const surface: [number, number, number] = [c * (r + 0.002), y, s * (r + 0.002)];
          if (Math.abs(lookOf(reassembled, surface).r - lookOf(completed, surface).r) > 12) filled++;
        }
      }
    expect(holes).toBeGreaterThan(100);
    expect(filled / holes).toBeGreaterThan(0.8);
  });
});

describe('A relic as a solid of a cave', () => {
  it('keeps its field and is newer in the restored layer', () => {
    const solid = solidOfRelic('bronze-bell');
    const bell = createRelics('bronze-bell')[0]!;
    expect(solid.distance(0.19, 0.3, 0)).toBe(bell.distance(0.19, 0.3, 0));
    const found = { r: 0, g: 0, b: 0, shine: 0 };
    const fresh = { ...found };
    const drawn = { ...found };
    solid.colour(0.19, 0.3, 0, 'as-found', 0, found);
    solid.colour(0.19, 0.3, 0, 'restored', 0, fresh);
    solid.colour(0.19, 0.3, 0, 'line-drawing', 0, drawn);
    expect(fresh.shine).toBeGreaterThan(found.shine);
    expect(drawn.shine).toBe(0);
    expect(drawn.r).toBe(drawn.g);
  });
});

describe('Packing', () => {
  it('lays shapes without overlap and says when there is no room', () => {
    const square = (side: number) => ({ width: side, height: side, cells: new Uint8Array(side * side).fill(1) });
    const places = packMasks([square(5), square(5), square(3)], 10)!;
    const taken = new Uint8Array(100);
    [5, 5, 3].forEach((side, i) => {
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) taken[(places[i]!.y + y) * 10 + places[i]!.x + x]!++;
    });
    expect(Math.max(...taken)).toBe(1);
    expect(packMasks([square(6), square(6)], 10)).toBeUndefined();
  });
});
