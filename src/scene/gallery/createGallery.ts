/**
 * Halls, wherever the tour comes to one: built on arrival, walked, left again. A layer beside the panoramas that has
 * the camera's place while the visitor is in a hall (the view goes on being the look controls').
 *
 *     const gallery = createGallery({ … });
 *     const remove = scene.add(gallery);
 *     pick = (pointing) => gallery.pick(pointing) || marks.pick(pointing);
 *     hover = (pointing) => gallery.hover(pointing) || marks.hover(pointing);
 */
import { Group, Matrix4, Quaternion, Scene, Vector3 } from 'three';
import type { DataTexture, PerspectiveCamera } from 'three';
import type { Exhibition } from '#document/schema.ts';
import { toDegrees } from '#shared/angle.ts';
import { FAR, NEAR, setLens } from '#scene/frame/aimCamera.ts';
import type { LayerFrame, LayerStats } from '#scene/frame/layer.ts';
import { SmoothEdges } from '#scene/frame/smoothEdges.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { type Liftable, Lifting } from '#scene/relic/lift/lifting.ts';
import { boundsOf } from '#tour/gallery/pieces.ts';
import { HALL_EYE_HEIGHT, type HallPlan } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { type Pointed, pointAt } from '#tour/gallery/pointAt.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';
import { onPageType } from '#scene/hotspot/pageType.ts';
import { DEFAULT_FOV } from '#tour/view.ts';
import { besideLabel, fovOfHall, type PageSize } from './besideLabel.ts';
import type { Gallery, GalleryOptions } from './galleryOptions.ts';
import { floorOf } from '#tour/walk/floor.ts';
import { Hall } from './hall.ts';
import { litPlate, plateOf, take } from './hands.ts';
import { createSurfaceNoise } from './room/surfaceNoise.ts';
import { Still } from './still.ts';
import { bindWalkKeys } from './walkKeys.ts';
import { viewpointOf, Walker } from './walker.ts';

const AT_ONCE = { isEased: false };

export function createGallery(options: GalleryOptions): Gallery {
  const { tour, liveView, pool, renderer, light, focus, requestFrame, isMotionReduced } = options;
  const fontFamily = options.fontFamily ?? pageSerif;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'gallery';
  group.matrixAutoUpdate = false;
  const still = new Still(renderer);
  const smoothEdges = new SmoothEdges(renderer);
  group.add(still.mesh);
  const leaving = new AbortController();
  let noise: DataTexture | null = null;
  let hall: Hall | null = null;
  let plan: HallPlan | null = null;
  /** Of the latest frame. */
  let camera: PerspectiveCamera | null = null;
  let isPoolDue = false;
  let isPlateDue = false;
  let isArrivalDue = false;

  const isHere = (): boolean => hall !== null && store.getState().relic === null;
  const sceneOf = (): Scene | null => (group.parent instanceof Scene ? group.parent : null);

  const keepPicture = (): void => {
    const scene = sceneOf();
    if (!scene || !camera) return;
    // The marks of the place one comes to are there already.
    const marks = scene.getObjectByName('marks');
    const isShown = marks?.visible ?? false;
    if (marks) marks.visible = false;
    still.take(scene, camera);
    if (marks) marks.visible = isShown;
  };

  const { clock } = options;
  const lifting = new Lifting({
    pool,
    onChange: (hotspotId, isInPlace) => {
      hall?.setInPlace(hotspotId, isInPlace);
      requestFrame();
    },
  });
  const showRelics = (): void => {
    pool.show(lifting.placed);
    isPoolDue = false;
    // The pool may have had its turn in this frame already.
    requestFrame();
  };

  const walker = new Walker({ tour, liveView, requestFrame, isMotionReduced, clock, onJump: keepPicture });

  const arrive = (state: TourState): void => {
    const before = hall;
    plan = planHall(state.exhibition, selectNode(state));
    if (before || plan) keepPicture();
    before?.dispose();
    hall = null;
    lifting.set(plan ? placeRelics(plan, state.exhibition) : []);
    if (!plan) {
      walker.enter(null, null);
      smoothEdges.rest();
      if (before) pool.show([]);
      return;
    }
    noise ??= createSurfaceNoise();
    hall = new Hall(plan, noise);
    hall.label(state.exhibition, state.nodeId, state.language, fontFamily());
    hall.openDoors(state.exhibition, state.nodeId, options.resolve, requestFrame);
    group.add(hall.group);
    walker.enter(hall.floor, state.stand ?? plan.entrance);
    isPoolDue = isPlateDue = isArrivalDue = true;
  };

  /** Walks up to the exhibit whose label has been opened, from wherever that was done. */
  const approach = ({ panel, headset }: TourState): void => {
    // In a headset nothing moves the visitor unasked.
    if (headset) return;
    const viewpoint = plan && panel?.kind === 'hotspot' ? viewpointOf(plan, panel.hotspotId) : null;
    if (viewpoint) walker.goTo(viewpoint, besideLabel(viewpoint, liveView.current.fov, pageSize(options.element)));
  };

  /** What cannot be known before there is a picture to arrive in: how wide it is, what it shows first. */
  const lookAround = (of: HallPlan): void => {
    isArrivalDue = false;
    const page = pageSize(options.element);
    const { fov } = liveView.current;
    // On an upright picture the usual field of view would show a hall through a slit.
    const wide = fov === DEFAULT_FOV ? fovOfHall(fov, page.widthPx / page.heightPx) : fov;
    const { panel } = store.getState();
    const viewpoint = panel?.kind === 'hotspot' ? viewpointOf(of, panel.hotspotId) : null;
    const isAtDoor = [of.entrance, ...of.doorways.map(({ arrival }) => arrival)].some(({ x, z }) => walker.isAt(x, z));
    if (viewpoint && isAtDoor) {
      // An address that names a label but no stand means the relic, not the door.
      walker.enter(floorOf(of), viewpoint);
      commands.look({ ...besideLabel({ yaw: viewpoint.yaw, pitch: viewpoint.pitch }, wide, page), fov: wide }, AT_ONCE);
      commands.stand({ x: walker.x, z: walker.z });
    } else if (wide !== fov) {
      commands.look({ fov: wide }, AT_ONCE);
    }
  };

  const unsubscribe = store.subscribe((state, before) => {
    const isElsewhere = state.nodeId !== before.nodeId || state.exhibition !== before.exhibition;
    if (isElsewhere) arrive(state);
    else if (hall && state.language !== before.language) {
      hall.label(state.exhibition, state.nodeId, state.language, fontFamily());
      isPlateDue = true;
    }
    if (hall && !isElsewhere) {
      if (state.stand && state.stand !== before.stand) walker.takeWish(state.stand);
      if (state.relic === null && before.relic !== null) isPoolDue = true;
      if (state.relic !== before.relic) walker.hold(0, 0);
      // Back to a label that was open before brings its own stand along.
      const isWished = state.stand !== before.stand;
      if (state.panel !== before.panel && !isWished) approach(state);
    }
    if (hall || isElsewhere) requestFrame();
  });
  const stopFocus = focus.subscribe(() => {
    if (!hall || !plan) return;
    if (hall.plates?.light(litPlate(plan, focus))) requestFrame();
  });
  const rewrite = (): void => {
    if (!hall) return;
    const { exhibition, nodeId, language } = store.getState();
    hall.label(exhibition, nodeId, language, fontFamily());
    isPlateDue = true;
    requestFrame();
  };
  onPageType(rewrite, leaving.signal);
  bindWalkKeys({
    element: options.element,
    region: options.keyRegion,
    signal: leaving.signal,
    isAwake: isHere,
    hold: (ahead, right) => walker.hold(ahead, right),
  });
  arrive(store.getState());

  const pointed = (pointing: Pointing): Pointed | null =>
    plan && isHere() ? pointAt(plan, walker.x, walker.z, pointing.yaw, pointing.pitch) : null;

  return {
    group,
    get isHere() {
      return isHere();
    },
    get stand() {
      return hall ? { x: walker.x, z: walker.z } : null;
    },
    get hasCamera() {
      return isHere();
    },
    get hidesPanoramas() {
      return isHere();
    },
    get isSettled() {
      // Behind a relic in the hand the hall waits until that is put back.
      return !still.isShown && (!isHere() || (!isPoolDue && !isPlateDue && !walker.isMoving));
    },
    get buildMs() {
      return hall?.buildMs ?? 0;
    },
    aim(to, now) {
      if (walker.step(now)) requestFrame();
      const { yaw, pitch, fov } = liveView.current;
      to.position.set(walker.x, HALL_EYE_HEIGHT, walker.z);
      to.rotation.set(pitch, -yaw, 0, 'YXZ');
      setLens(to, toDegrees(fov), NEAR, FAR);
    },
    frame({ camera: now_, now, isCovered }: LayerFrame) {
      camera = now_;
      const isIn = isHere();
      if (hall) hall.group.visible = isIn;
      if (isIn && hall && plan) {
        const scene = sceneOf();
        if (scene) {
          scene.environment = light.environment;
          scene.environmentIntensity = 1;
          smoothEdges.begin(scene);
        }
        if (light.key.parent !== hall.group) hall.group.add(light.key);
        if (isArrivalDue) lookAround(plan);
        if (isPoolDue) showRelics();
        isPlateDue = hall.plates?.follow(walker.x, HALL_EYE_HEIGHT, walker.z) ?? false;
      }
      const isFading = still.step(now, isIn || isCovered, isMotionReduced());
      // Under a relic in the hands nothing is written.
      return isFading || (isIn && isPlateDue);
    },
    placeAt: (x, z) => walker.placeAt(x, z),
    pick: (pointing) => {
      const at = pointed(pointing);
      return at !== null && take(at, tour, (spot) => walker.goTo(spot, null));
    },
    grabbable: (ray) => (isHere() ? lifting.grabbable(ray) : null),
    lift: (hotspotId) => lifting.lift(hotspotId),
    carry: (hotspotId, matrix) => lifting.carry(hotspotId, matrix),
    putDown: (hotspotId) => lifting.putDown(hotspotId),
    hover(pointing) {
      const at = pointing && pointed(pointing);
      if (!hall) return false;
      const isThing = at !== null && at.kind !== 'floor';
      if (hall.plates?.light(isThing ? plateOf(hall.plan, at) : litPlate(hall.plan, focus))) requestFrame();
      return isThing;
    },
    putBack() {
      if (plan) showRelics();
      return plan !== null;
    },
    stats(): LayerStats {
      return {
        gpuBytes: {
          edges: smoothEdges.gpuBytes,
          hall: (hall?.gpuBytes ?? 0) + still.gpuBytes + (noise ? 256 * 256 * 4 * 1.34 : 0),
        },
        bytes: 0,
        requests: 0,
        longestUploadMs: 0,
      };
    },
    restoreContext() {
      still.forget();
    },
    dispose() {
      leaving.abort();
      unsubscribe();
      stopFocus();
      hall?.dispose();
      noise?.dispose();
      still.dispose();
      smoothEdges.dispose();
    },
  };
}

function placeRelics(plan: HallPlan, { assets }: Exhibition): Liftable[] {
  return plan.exhibits.flatMap(({ hotspotId, assetId, position, turn, scale }) => {
    if (assetId === null) return [];
    const matrix = new Matrix4().compose(
      new Vector3(...position),
      new Quaternion().setFromAxisAngle(UP, turn),
      new Vector3(scale, scale, scale),
    );
    const bounds = boundsOf(assets.find(({ id }) => id === assetId));
    return [{ hotspotId, placed: { instanceId: hotspotId, assetId, stateId: '', matrix }, bounds }];
  });
}

const UP = new Vector3(0, 1, 0);

function pageSize({ clientWidth, clientHeight }: HTMLElement): PageSize {
  const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return { widthPx: Math.max(1, clientWidth), heightPx: Math.max(1, clientHeight), remPx };
}

function pageSerif(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--serif').trim() || 'serif';
}
