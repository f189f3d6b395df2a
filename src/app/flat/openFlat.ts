/** Everything that shows flat pictures, put together when a visit first comes near one. A chunk of its own. */
import type { FlatAsset } from '#document/schema.ts';
import { createFlatView } from '#scene/flat/createFlatView.ts';
import { SheetMesh } from '#scene/flat/sheetMesh.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import { LiveFlat } from '#tour/flat/liveFlat.ts';
import type { FlatTools } from '#ui/ports.ts';
import { shapeOf } from '#tour/flat/shape.ts';
import type { FlatParts } from './flatParts.ts';

export function openFlat({ tour, scene, places, element, keyRegion, isMotionReduced }: FlatParts): FlatTools {
  const live = new LiveFlat();
  const sheets = new Map<string, HangingSheet>();
  const sheetOf = (asset: FlatAsset): HangingSheet => {
    const { width, height } = shapeOf(asset);
    const sheet = sheets.get(asset.id) ?? new HangingSheet(width, height);
    sheets.set(asset.id, sheet);
    return sheet;
  };
  const view = createFlatView({
    tour,
    live,
    sheetOf,
    renderer: scene.renderer,
    element,
    keyRegion,
    requestFrame: () => scene.invalidate(),
    isMotionReduced,
  });
  for (const { nodeId, asset } of places.flats) {
    const source = flatFilesOf(asset.source);
    places.hang(nodeId, { ...pyramidOf(asset.id, {}, { source }), sheet: sheetOf(asset) }, source);
  }
  scene.add(view);
  scene.hang(new SheetMesh(scene.stores));
  new ResizeObserver(() => view.resize()).observe(element);
  return {
    live,
    go: (frame, options) => view.go(frame, options),
    setAuto: (isOn) => view.setAuto(isOn),
    move: (wish) => view.wish(wish),
  };
}
