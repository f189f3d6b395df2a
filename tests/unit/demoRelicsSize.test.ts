import { expect, it } from 'vitest';
import { meshRelic } from '#demo/relics/model/sourceMesh.ts';
import type { RelicId } from '#demo/relics/relic.ts';
import { createRelics } from '#demo/relics/relics.ts';

const COARSE = 4;

it.each<RelicId>(['jade-disc', 'glazed-horse', 'bronze-bell'])(
  'gives the %s its stated size and a source of half a million triangles',
  (id) => {
    const relic = createRelics(id)[0]!;
    const mesh = meshRelic(relic, relic.sourceCell * COARSE);
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    mesh.positions.forEach((value, i) => {
      low[i % 3] = Math.min(low[i % 3]!, value);
      high[i % 3] = Math.max(high[i % 3]!, value);
    });
    expect(Math.abs(low[1]!)).toBeLessThan(0.002);
    relic.size.forEach((size, axis) => {
      expect(Math.abs(high[axis]! - low[axis]! - size)).toBeLessThan(Math.max(0.001, size * 0.01));
    });
    // Triangles grow with the square of the fineness.
    expect((mesh.indices.length / 3) * COARSE * COARSE).toBeGreaterThan(500_000);
  },
);
