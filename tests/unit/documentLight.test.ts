import { describe, expect, it } from 'vitest';
import { lightPairOf } from '#document/lightPair.ts';
import { openExhibition } from '#document/open.ts';
import type { PanoramaAsset, PanoramaLayer } from '#document/schema.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const LIGHT = { daylight: 'as-found', lamp: 'by-lamp' };

/** The first panorama with a second layer by lamps; both may be changed. */
function open(
  change: (panorama: PanoramaAsset, daylight: PanoramaLayer, lamp: PanoramaLayer) => void = () => undefined,
) {
  const document = makeExhibition();
  const panorama = document.assets[0] as PanoramaAsset;
  const daylight = panorama.layers[0] as PanoramaLayer;
  const lamp: PanoramaLayer = structuredClone({ ...daylight, id: 'by-lamp', kind: 'lamp-light' });
  panorama.layers.push(lamp);
  panorama.light = { ...LIGHT };
  change(panorama, daylight, lamp);
  const opened = openExhibition(JSON.stringify(document));
  return { panorama: opened.exhibition?.assets[0] as PanoramaAsset, faults: opened.faults };
}

describe('two layers by one light each', () => {
  it('are a pair, with how their exposures compare', () => {
    const { panorama, faults } = open((asset, _, lamp) => {
      asset.light = { ...LIGHT, daylightExposure: 1.5, lampExposure: 3, lampInDaylight: 0.25 };
      // Fewer levels, tiles that nest.
      if (lamp.source.type === 'cube-tiles') lamp.source.levels = [512];
    });
    expect(faults).toEqual([]);
    const pair = lightPairOf(panorama, 'by-lamp');
    expect(pair).toMatchObject({ lampScale: 0.5, lampInDaylight: 0.25 });
    expect([pair?.daylight.id, pair?.lamp.id]).toEqual(['as-found', 'by-lamp']);
    expect(lightPairOf(panorama, 'as-found')).toEqual(pair);
    expect(lightPairOf(panorama, 'restored')).toBeNull();
  });

  it.each<[string, string, string, (asset: PanoramaAsset, daylight: PanoramaLayer, lamp: PanoramaLayer) => void]>([
    ['a layer that is not there', 'unknown-layer', 'assets.0.light.lamp', (asset) => (asset.light = { ...LIGHT, lamp: 'by-lmp' })],
    ['one layer twice', 'one-light', 'assets.0.light.lamp', (asset) => (asset.light = { ...LIGHT, lamp: 'as-found' })],
    ['conjecture and finding', 'mixed-truth', 'assets.0.light', (_, __, lamp) => (lamp.kind = 'restored')],
    ['another projection', 'unlike-layers', 'assets.0.light', (_, __, lamp) => (lamp.source = { type: 'equirect-image', uri: 'a.jpg', width: 2048, height: 1024 })],
    ['tiles of another size', 'unlike-layers', 'assets.0.light', (_, __, lamp) => lamp.source.type === 'cube-tiles' && (lamp.source.tileSize = 256)],
    ['tiles that do not nest', 'unlike-layers', 'assets.0.light', (_, __, lamp) => lamp.source.type === 'cube-tiles' && (lamp.source.levels = [512, 1536])],
    ['one picture for two eyes', 'unlike-layers', 'assets.0.light', (_, daylight) => (daylight.rightEye = structuredClone(daylight.source))],
  ])('are no pair with %s, which is said; the layers stay', (_, code, path, change) => {
    const { panorama, faults } = open(change);
    expect(panorama.light).toBeUndefined();
    expect(panorama.layers).toHaveLength(2);
    expect(faults.map((fault) => [fault.path, fault.code])).toEqual([[path, code]]);
    expect(faults[0]?.remedy).toBeTruthy();
  }); // prettier-ignore

  it('suggests the layer that was meant', () => {
    const { faults } = open((asset) => (asset.light = { ...LIGHT, lamp: 'by-lmp' }));
    expect(faults[0]?.remedy).toBe('did you mean "by-lamp"?');
  });

  it('refuses exposures that are none, and leaves the pair out', () => {
    const { panorama, faults } = open((asset) => (asset.light = { ...LIGHT, lampExposure: 0 }));
    expect(faults).toHaveLength(1);
    expect(panorama.light).toEqual(LIGHT);
  });
});
