import { describe, expect, it } from 'vitest';
import { directionOf } from '#shared/vec.ts';
import type { ExhibitionNode, Hotspot } from '#document/schema.ts';
import { standingOf } from '#tour/relic/standing.ts';

const text = { en: 'x' };
const node = (heading: number): ExhibitionNode => ({ id: 'n', label: text, asset: 'a', position: [1, 2, 3], heading });
const relic = (position: [number, number, number], turn?: number): Hotspot => ({
  kind: 'relic',
  id: 'r',
  label: text,
  model: 'm',
  stands: { position, ...(turn !== undefined && { turn }) },
});

describe('where a relic stands, seen from the eyes of its node', () => {
  it.each([
    { heading: 0, bearing: 0 },
    { heading: 90, bearing: 90 },
    { heading: 270, bearing: 30 },
    { heading: 33, bearing: 200 },
  ])('appears at yaw $bearing° − $heading°', ({ heading, bearing }) => {
    const [x, , z] = directionOf((bearing * Math.PI) / 180, 0);
    const standing = standingOf(node(heading), relic([1 + 2 * x, 1.5, 3 + 2 * z]));
    const yaw = ((bearing - heading) * Math.PI) / 180;
    const [ex, , ez] = directionOf(yaw, 0);
    expect(standing?.position[0]).toBeCloseTo(2 * ex, 10);
    expect(standing?.position[1]).toBeCloseTo(-0.5, 10);
    expect(standing?.position[2]).toBeCloseTo(2 * ez, 10);
  });

  it('turns its front clockwise on the site, whatever the heading of the node', () => {
    // At turn 90 the front, +Z (south), has come to −X (west).
    const { turn = NaN } = standingOf(node(0), relic([0, 0, 0], 90)) ?? {};
    expect([Math.sin(turn), Math.cos(turn)].map(Math.round)).toEqual([-1, 0]);
    // A node that looks west (270°) has west along −Z, so that front looks along −Z: half a turn.
    const { turn: seen = NaN } = standingOf(node(270), relic([0, 0, 0], 90)) ?? {};
    expect(Math.cos(seen)).toBeCloseTo(-1, 10);
  });

  it('stands nowhere without a place of its own or of the node', () => {
    expect(standingOf({ id: 'n', label: text, asset: 'a' }, relic([0, 0, 0]))).toBeNull();
    expect(standingOf(node(0), { kind: 'relic', id: 'r', label: text, model: 'm' })).toBeNull();
  });
});
