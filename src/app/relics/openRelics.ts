/**
 * Everything that shows relics, put together when a visit first needs it: the pool, halls, relics in their places, the
 * relic room. A chunk of its own, so that it weighs nothing on the first picture.
 */
import type { Texture } from 'three';
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { createGallery } from '#scene/gallery/createGallery.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import { createMuseumLight } from '#scene/relic/light/museumLight.ts';
import type { LiftableRelics } from '#scene/relic/lift/lifting.ts';
import { createRelicPlace } from '#scene/relic/place/createRelicPlace.ts';
import type { RelicFace } from '#scene/relic/relicPool.ts';
import { createRelicRoom } from '#scene/relic/room/createRelicRoom.ts';
import type { ShownRelic } from '#scene/relic/room/roomOptions.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { createSharedPool } from '#scene/tileset/createSharedPool.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Clock } from '#streaming/ports.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Insets } from '#tour/relic/orbit/framing.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';

export interface RelicsOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  readonly scene: SceneHandle;
  readonly focus: MarkFocus;
  readonly walls: KnownWalls;
  readonly canvas: HTMLElement;
  readonly container: HTMLElement;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  /** Files that were made in the page, by their names in the document. */
  readonly made?: ReadonlyMap<string, string>;
  readonly deviceClass: DeviceClass;
  readonly workers: number;
  readonly clock: Clock;
  readonly isMotionReduced: () => boolean;
}

export interface Relics {
  /** Where in a hall the visitor stands at this moment; null elsewhere. */
  readonly stand: Stand | null;
  /** Whether the visitor walks at this moment, so that a gamepad's left stick is for the feet. */
  readonly isWalked: boolean;
  /** In a hall, the visitor of a headset stands there now. */
  placeAt(x: number, z: number): void;
  /** Where the middle of the picture of a cave is for the visitor of a headset, metres; in the middle else. */
  moveAside(centre: Vec3): void;
  pick(pointing: Pointing): boolean;
  hover(pointing: Pointing | null): boolean;
  setInsets(insets: Insets): void;
  /** The page speaks of a detail of the held relic; null when it no longer does. */
  nameAnnotation(annotationId: string | null): void;
  /** The relics of the cave or hall where the visitor is, as hands take them. */
  readonly lifted: LiftableRelics;
  /** Where all relics are drawn. */
  readonly pool: RelicFace;
  /** What is seen of the held relic; null before anything is. */
  readonly shown: ShownRelic | null;
  /** The light of a museum from all around. */
  readonly environment: Texture;
  /** The point of the held relic seen at a place of the window (CSS pixels), the model's metres. */
  pickPoint(xPx: number, yPx: number): Promise<Vec3 | null>;
}

export function openRelics(options: RelicsOptions): Relics {
  const { tour, liveView, scene, focus, canvas, container, baseUrl, deviceClass, isMotionReduced } = options;
  const { renderer } = scene;
  const requestFrame = (): void => scene.invalidate();
  const { exhibition } = tour.store.getState();
  const resolve = (uri: string): string | null => options.made?.get(uri) ?? resolveAssetUri(uri, baseUrl);
  const onFault = (path: string, message: string): void =>
    tour.commands.report([
      { severity: 'warning', path, code: 'broken-relic', message, remedy: 'run “grotto check” on the exhibition' },
    ]);
  const models = new Map(exhibition.assets.filter(isModel).map((model) => [model.id, model]));
  const tilesets = new Map(exhibition.assets.filter(isTileset).map((tileset) => [tileset.id, tileset]));
  const pool = createSharedPool({
    renderer,
    scene: scene.scene,
    camera: scene.camera,
    modelOf: (assetId) => models.get(assetId),
    posterCount: [...models.values()].reduce((sum, { states = [] }) => sum + 1 + states.length, 0),
    tilesetOf: (assetId) => tilesets.get(assetId),
    baseUrl,
    onAttributions: (assetId, lines) => tour.commands.noteAttributions(assetId, lines),
    resolve,
    deviceClass,
    tileBytes: scene.tileBytes,
    workers: options.workers,
    clock: options.clock,
    requestFrame,
    prefersReducedMotion: isMotionReduced,
    onFault,
  });
  const light = createMuseumLight(renderer);
  const shared = { tour, liveView, pool, renderer, light, focus, requestFrame, isMotionReduced, clock: options.clock };
  const gallery = createGallery({ ...shared, resolve, element: canvas, keyRegion: container });
  const place = createRelicPlace({
    ...shared,
    walls: options.walls,
    resolve,
    createDepthWorker: () =>
      new Worker(new URL('../../sources/depth/depthWorker.ts', import.meta.url), { type: 'module', name: 'depth' }),
    onFault,
  });
  const putBack = (): void => void (gallery.putBack() || place.putBack());
  const room = createRelicRoom({ ...shared, container, putBack });
  scene.add(pool);
  scene.add(gallery);
  scene.add(place);
  scene.add(room);
  const here = (): LiftableRelics => (gallery.stand ? gallery : place);
  return {
    lifted: {
      grabbable: (ray) => here().grabbable(ray),
      lift: (hotspotId) => here().lift(hotspotId),
      carry: (hotspotId, matrix) => here().carry(hotspotId, matrix),
      putDown: (hotspotId) => here().putDown(hotspotId),
    },
    pool,
    get stand() {
      return gallery.stand;
    },
    get isWalked() {
      return gallery.isHere;
    },
    placeAt: (x, z) => gallery.placeAt(x, z),
    moveAside: (centre) => place.moveAside(centre),
    pick: (pointing) => gallery.pick(pointing) || place.pick(pointing),
    hover: (pointing) => gallery.hover(pointing) || place.hover(pointing),
    setInsets: (insets) => room.setInsets(insets),
    nameAnnotation: (annotationId) => room.nameAnnotation(annotationId),
    get shown() {
      return room.shown;
    },
    get environment() {
      return light.environment;
    },
    pickPoint: (xPx, yPx) => room.pick(xPx, yPx),
  };
}

function isTileset(asset: { readonly kind: string }): asset is TilesetAsset {
  return asset.kind === 'tileset';
}

function isModel(asset: { readonly kind: string }): asset is ModelAsset {
  return asset.kind === 'model';
}
