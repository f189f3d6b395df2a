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
import type { DataTexture, PerspectiveCamera, WebGLRenderer } from 'three';
import { toDegrees } from '#shared/angle.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import { FAR, NEAR, setLens } from '#scene/frame/aimCamera.ts';
import type { LayerFrame, LayerStats, SceneLayer } from '#scene/frame/layer.ts';
import type { Pointing } from '#scene/look/desk.ts';
import type { MuseumLight } from '#scene/relic/light/museumLight.ts';
import type { PlacedRelic, RelicPool } from '#scene/relic/relicPool.ts';
import { HALL_EYE_HEIGHT, type HallPlan } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { type Pointed, pointAt } from '#tour/gallery/pointAt.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import { hasNode, selectNode } from '#tour/selectors/findNode.ts';
import type { Stand, TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { Hall } from './hall.ts';
import { createSurfaceNoise } from './room/surfaceNoise.ts';
import { Still } from './still.ts';
import { bindWalkKeys } from './walkKeys.ts';
import { viewpointOf, Walker } from './walker.ts';

export interface GalleryOptions {
  readonly tour: Pick<Tour, 'store' | 'commands'>;
  readonly liveView: LiveView;
  /** Shared with whoever else shows relics; the gallery says what stands in it while the visitor is there. */
  readonly pool: RelicPool;
  readonly renderer: WebGLRenderer;
  /** Lights the relics of halls; stays its maker's to dispose of. */
  readonly light: MuseumLight;
  /** Which thing the page speaks of: its plate is lit. */
  readonly focus: MarkFocus;
  /** The canvas, and what must have the focus for keys to walk. */
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
  /** Seconds; the engine's clock. */
  readonly clock: () => number;
  /** The typefaces of plates, a CSS font-family list; the page's `--serif` by default. */
  readonly fontFamily?: () => string;
}

export interface Gallery extends SceneLayer {
  /** Whether the visitor is in a hall, with nothing in hand. */
  readonly isHere: boolean;
  /** Where at this moment; null outside a hall. For `createTour`'s `currentStand`. */
  readonly stand: Stand | null;
  /** Follows the door, walks to the relic or over the floor there; says whether there was anything. */
  pick(pointing: Pointing): boolean;
  /** Lights what is there; says whether there is something to pick. */
  hover(pointing: Pointing | null): boolean;
  /** Milliseconds that the hall took to build; 0 before there is one. */
  readonly buildMs: number;
}

export function createGallery(options: GalleryOptions): Gallery {
  const { tour, liveView, pool, renderer, light, focus, requestFrame, isMotionReduced } = options;
  const fontFamily = options.fontFamily ?? pageSerif;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'gallery';
  group.matrixAutoUpdate = false;
  const still = new Still(renderer);
  group.add(still.mesh);
  const leaving = new AbortController();
  let noise: DataTexture | null = null;
  let hall: Hall | null = null;
  let plan: HallPlan | null = null;
  /** Of the latest frame. */
  let camera: PerspectiveCamera | null = null;
  let isPoolDue = false;
  let isPlateDue = false;

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
  const walker = new Walker({ tour, liveView, requestFrame, isMotionReduced, clock, onJump: keepPicture });

  const arrive = (state: TourState): void => {
    const before = hall;
    plan = planHall(state.exhibition, selectNode(state));
    if (before || plan) keepPicture();
    before?.dispose();
    hall = null;
    if (!plan) {
      walker.enter(null, null);
      return;
    }
    noise ??= createSurfaceNoise();
    hall = new Hall(plan, noise);
    hall.label(state.exhibition, state.nodeId, state.language, fontFamily());
    group.add(hall.group);
    walker.enter(hall.floor, state.stand ?? plan.entrance);
    isPoolDue = isPlateDue = true;
  };

  /** Walks up to the exhibit whose label has been opened, from wherever that was done. */
  const approach = ({ panel }: TourState): void => {
    const viewpoint = plan && panel?.kind === 'hotspot' ? viewpointOf(plan, panel.hotspotId) : null;
    if (viewpoint) walker.goTo(viewpoint, viewpoint);
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
    if (hall.plates?.light(litIndex(plan, focus))) requestFrame();
  });
  const rewrite = (): void => {
    if (!hall) return;
    const { exhibition, nodeId, language } = store.getState();
    hall.label(exhibition, nodeId, language, fontFamily());
    isPlateDue = true;
    requestFrame();
  };
  // Typefaces come when they are first needed, some slices of the Chinese one later than others.
  document.fonts.addEventListener('loadingdone', rewrite, { signal: leaving.signal });
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
      return !isPoolDue && !isPlateDue && !walker.isMoving && !still.isShown;
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
        if (scene && scene.environment !== light.environment) scene.environment = light.environment;
        if (light.key.parent !== hall.group) hall.group.add(light.key);
        if (isPoolDue) pool.show(placeRelics(plan));
        isPoolDue = false;
        isPlateDue = hall.plates?.follow(walker.x, HALL_EYE_HEIGHT, walker.z) ?? false;
      }
      const isFading = still.step(now, isIn || isCovered, isMotionReduced());
      return isFading || isPlateDue;
    },
    pick(pointing) {
      const at = pointed(pointing);
      if (at?.kind === 'doorway') {
        if (!hasNode(store.getState(), at.doorway.to)) return false;
        commands.goTo(at.doorway.to);
      } else if (at?.kind === 'exhibit') {
        const { hotspotId, assetId } = at.exhibit;
        const { panel } = store.getState();
        const isOpen = panel?.kind === 'hotspot' && panel.hotspotId === hotspotId;
        if (!isOpen) commands.openPanel({ kind: 'hotspot', hotspotId });
        else if (assetId !== null) commands.relic.open(hotspotId);
      } else if (at) {
        walker.goTo(at, null);
      }
      return at !== null;
    },
    hover(pointing) {
      const at = pointing && pointed(pointing);
      if (!hall) return false;
      const lit = at && at.kind !== 'floor' ? indexOf(hall.plan, at) : litIndex(hall.plan, focus);
      if (hall.plates?.light(lit)) requestFrame();
      return at !== null && at.kind !== 'floor';
    },
    stats(): LayerStats {
      return {
        gpuBytes: { hall: (hall?.gpuBytes ?? 0) + still.gpuBytes + (noise ? 256 * 256 * 4 * 1.34 : 0) },
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
    },
  };
}

function placeRelics(plan: HallPlan): PlacedRelic[] {
  return plan.exhibits.flatMap(({ hotspotId, assetId, position, turn, scale }) => {
    if (assetId === null) return [];
    const matrix = new Matrix4().compose(
      new Vector3(...position),
      new Quaternion().setFromAxisAngle(UP, turn),
      new Vector3(scale, scale, scale),
    );
    return [{ instanceId: hotspotId, assetId, stateId: '', matrix }];
  });
}

const UP = new Vector3(0, 1, 0);

/** The index of a plate: exhibits in their order, then doors. */
function indexOf(plan: HallPlan, at: Exclude<Pointed, { kind: 'floor' }>): number {
  return at.kind === 'exhibit' ? at.index : plan.exhibits.length + at.index;
}

/** The plate of the thing that the page speaks of; −1 for none. */
function litIndex(plan: HallPlan, focus: MarkFocus): number {
  const exhibit = plan.exhibits.findIndex(({ hotspotId }) => focus.isLit(`hotspot:${hotspotId}`));
  if (exhibit >= 0) return exhibit;
  const door = plan.doorways.findIndex(({ to }) => focus.isLit(`link:${to}`));
  return door >= 0 ? plan.exhibits.length + door : -1;
}

function pageSerif(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--serif').trim() || 'serif';
}
