/**
 * Relics that stand in a cave itself: hidden by what is nearer, lit as the cave is, dark where they touch the ground,
 * pointed at like anything else. A layer beside the panoramas; the pool draws the relics, this says where they stand.
 *
 *     const place = createRelicPlace({ … });
 *     const remove = scene.add(place);
 *     pick = (pointing) => place.pick(pointing) || marks.pick(pointing);
 */
import { DirectionalLight, Group, Scene } from 'three';
import type { WebGLRenderer } from 'three';
import type { PanoramaAsset } from '#document/schema.ts';
import type { LayerFrame, LayerStats, SceneLayer } from '#scene/frame/layer.ts';
import { SmoothEdges } from '#scene/frame/smoothEdges.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { wallsOf } from '#scene/hotspot/wallsOf.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { environmentBytes } from '#scene/relic/light/environment.ts';
import type { MuseumLight } from '#scene/relic/light/museumLight.ts';
import { type LiftableRelics, Lifting } from '#scene/relic/lift/lifting.ts';
import type { RelicPool } from '#scene/relic/relicPool.ts';
import { subtract, type Vec3 } from '#shared/vec.ts';
import { depthFile } from '#sources/depth/depthFile.ts';
import { loadDepth } from '#sources/depth/loadDepth.ts';
import { listMarks } from '#tour/marks.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { pressRelic } from '#tour/relic/pressRelic.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { DepthPicture } from './depthPicture.ts';
import { createPlaceLight, PLACE_SIDE, type PlaceLight } from './placeLight.ts';
import { loadPreview, type Resolve } from './previewPicture.ts';
import { directionTo, listStandingRelics, relicAt, type StandingRelic, toLiftable } from './standingRelics.ts';
import { Surroundings } from './surroundings.ts';

export interface RelicPlaceOptions {
  readonly tour: Pick<Tour, 'store' | 'commands'>;
  /** Shared with whoever else shows relics; this layer says what stands in a cave while the visitor is there. */
  readonly pool: RelicPool;
  readonly renderer: WebGLRenderer;
  /** Stands in for the light of a place that nobody can read; stays its maker's to dispose of. */
  readonly light: MuseumLight;
  readonly focus: MarkFocus;
  /** Hears of the depth of every place that it loads. */
  readonly walls?: KnownWalls;
  /** The full address of a file of the exhibition; null where the gate refuses it. */
  readonly resolve: Resolve;
  /** A worker on `sources/depth/depthWorker.ts`; the bundler must see its address where the page is wired. */
  readonly createDepthWorker: () => Worker;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
  /** Something that could not be had, once, in words; `path` is its place in the exhibition. */
  readonly onFault: (path: string, message: string) => void;
}

export interface RelicPlace extends SceneLayer, LiftableRelics {
  /** Opens the label of the relic there, which rings if it can, takes it up where that is open; says whether there was one. */
  pick(pointing: Pointing): boolean;
  /** Lights the mark of the relic there; says whether there is one. */
  hover(pointing: Pointing | null): boolean;
  /** Where the middle of the picture is in the place, metres, for a head that is not there: what stands in it is moved along. */
  moveAside(centre: Vec3): void;
  /** Shows the relics of the place again after the pool has shown others; says whether there are any. */
  putBack(): boolean;
}

/** Seconds in which relics come out of the dither once all is there that hides and lights them. */
const REVEAL_SECONDS = 0.35;
/** Of a depth picture on the GPU, cells across: half floats of 2048 × 1024 are 4 MB. */
const MOST_DEPTH_WIDTH = 2_048;

/** What belongs to one place. */
interface Standing {
  readonly nodeId: string;
  readonly relics: readonly StandingRelic[];
  readonly surroundings: Surroundings;
  readonly leaving: AbortController;
  depth: DepthPicture | null;
  light: PlaceLight | null;
  /** How many of depth and light are still on their way. */
  pending: number;
  revealedAt: number;
}

export function createRelicPlace(options: RelicPlaceOptions): RelicPlace {
  const { tour, pool, renderer, focus, requestFrame } = options;
  const { store } = tour;
  const group = new Group();
  group.name = 'relics in place';
  group.matrixAutoUpdate = false;
  // One lamp from the first frame on, or programs would be made anew when it comes.
  const key = new DirectionalLight();
  key.name = 'place key';
  group.add(key);
  const smoothEdges = new SmoothEdges(renderer);
  const sums = { bytes: 0, requests: 0 };
  let standing: Standing | null = null;
  let isPoolDue = false;
  /** Of the key, in the light that the place was photographed in. */
  let keyIntensity = 0;
  let isSettled = true;
  let centre: Vec3 = [0, 0, 0];

  const lifting = new Lifting({
    pool,
    onChange: (hotspotId, isInPlace) => {
      const index = standing?.relics.findIndex((relic) => relic.hotspotId === hotspotId) ?? -1;
      if (index >= 0) standing?.surroundings.setInPlace(index, isInPlace);
      requestFrame();
    },
  });
  const isHere = (): boolean => standing !== null && store.getState().relic === null;

  const leave = (): void => {
    if (!standing) return;
    standing.leaving.abort();
    standing.surroundings.dispose();
    standing.depth?.dispose();
    standing.light?.dispose();
    for (const mesh of standing.surroundings.meshes) mesh.removeFromParent();
    standing = null;
    lifting.set([]);
    smoothEdges.rest();
    isSettled = true;
    pool.show([]);
  };

  const arrive = (state: TourState): void => {
    const node = selectNode(state);
    const asset = node && findAsset(state.exhibition, node.asset);
    const relics = asset?.kind === 'panorama' ? listStandingRelics(state.exhibition, node) : [];
    leave();
    if (relics.length === 0 || asset?.kind !== 'panorama') return;
    const surroundings = new Surroundings(relics);
    const leaving = new AbortController();
    const mine: Standing = {
      nodeId: state.nodeId, relics, surroundings, leaving, depth: null, light: null, pending: 2, revealedAt: -1,
    }; // prettier-ignore
    standing = mine;
    lifting.set(relics.map(toLiftable));
    group.add(...surroundings.meshes);
    key.copy(options.light.key);
    keyIntensity = key.intensity;
    isPoolDue = true;
    isSettled = false;
    const arrived = (work: Promise<void>, path: string): void => {
      work
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) options.onFault(path, error instanceof Error ? error.message : String(error));
        })
        .finally(() => {
          mine.pending--;
          if (!leaving.signal.aborted) requestFrame();
        });
    };
    arrived(takeDepth(mine, asset), `assets.${asset.id}.depth`);
    arrived(takeLight(mine, asset, node?.layer), `assets.${asset.id}`);
  };

  const takeDepth = async (mine: Standing, { id, depth, pose }: PanoramaAsset): Promise<void> => {
    if (!depth) return;
    const { uri, width, height } = depthFile(depth, MOST_DEPTH_WIDTH);
    const url = options.resolve(uri);
    if (!url) return;
    sums.requests++;
    const { metresPerUnit = 0.001 } = depth;
    const request = { url, width, height, metresPerUnit, mostWidth: MOST_DEPTH_WIDTH };
    const loaded = await loadDepth(request, options.createDepthWorker, mine.leaving.signal);
    sums.bytes += loaded.bytes;
    if (mine.leaving.signal.aborted) return;
    mine.depth = new DepthPicture(renderer, loaded, rotationToPanorama(pose));
    mine.surroundings.depth = mine.depth;
    options.walls?.tell(id, wallsOf(loaded, rotationToPanorama(pose), { ...depth, metresPerUnit }));
  };

  const takeLight = async (
    mine: Standing,
    { layers, pose }: PanoramaAsset,
    layerId: string | undefined,
  ): Promise<void> => {
    const layer = layers.find(({ id }) => id === layerId) ?? layers[0];
    if (!layer) return;
    sums.requests++;
    const preview = await loadPreview(layer.source, options.resolve, mine.leaving.signal);
    if (!preview || mine.leaving.signal.aborted) return;
    sums.bytes += preview.bytes;
    mine.light = createPlaceLight(preview, rotationToPanorama(pose));
    mine.light.shineFrom(key);
    keyIntensity = key.intensity;
  };

  const unsubscribe = store.subscribe((state, before) => {
    const isElsewhere = state.nodeId !== before.nodeId || state.exhibition !== before.exhibition;
    if (isElsewhere) arrive(state);
    if (standing && state.relic === null && before.relic !== null) isPoolDue = true;
    if (standing || isElsewhere) requestFrame();
  });
  arrive(store.getState());

  const showRelics = (): void => {
    pool.show(lifting.placed);
    isPoolDue = false;
    // The pool may have had its turn in this frame already.
    requestFrame();
  };

  const reveal = (mine: Standing, now: number): boolean => {
    if (mine.pending > 0) return false;
    if (mine.depth?.bring()) return true;
    if (mine.revealedAt < 0) mine.revealedAt = now;
    const t = options.isMotionReduced() ? 1 : Math.min(1, (now - mine.revealedAt) / REVEAL_SECONDS);
    mine.surroundings.reveal = t;
    isSettled = t >= 1;
    return t < 1;
  };

  /** The relic in a direction, where nothing nearer hides it there. */
  const seen = ({ yaw, pitch }: Pointing): StandingRelic | null => {
    if (!standing || !isHere() || standing.revealedAt < 0) return null;
    const hit = relicAt(standing.relics, yaw, pitch);
    return hit && !standing.depth?.hides(yaw, pitch, hit.distance) ? hit.relic : null;
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    aim: () => undefined,
    get isSettled() {
      return isSettled || !isHere();
    },
    frame({ now, brightnessAt }: LayerFrame) {
      group.visible = isHere();
      if (!standing || !isHere()) return false;
      if (isPoolDue) showRelics();
      const goesOn = reveal(standing, now);
      const scene = group.parent;
      if (scene instanceof Scene) {
        scene.environment = (standing.light ?? options.light).environment;
        // One light for all that stands here: that of the relic which a carried lamp lights most.
        const brightness = Math.max(...standing.relics.map(({ block }) => brightnessAt(directionTo(block))));
        scene.environmentIntensity = brightness;
        key.intensity = keyIntensity * brightness;
        smoothEdges.begin(scene);
      }
      return goesOn;
    },
    pick(pointing) {
      const relic = seen(pointing);
      if (!relic) return false;
      pressRelic(tour, relic.hotspotId);
      return true;
    },
    hover(pointing) {
      const relic = pointing && seen(pointing);
      if (!relic) return false;
      const { exhibition, nodeId, language } = store.getState();
      const key = `hotspot:${relic.hotspotId}`;
      if (!focus.isLit(key)) {
        focus.point(listMarks(exhibition, nodeId, language).find((mark) => mark.key === key) ?? null);
      }
      return true;
    },
    grabbable(ray) {
      if (!isHere() || !standing || standing.revealedAt < 0) return null;
      const { depth } = standing;
      const from = subtract(ray.origin, centre);
      return lifting.grabbable(ray, (point) => depth?.hidesFrom(from, subtract(point, centre)) ?? false);
    },
    lift: (hotspotId) => lifting.lift(hotspotId),
    carry: (hotspotId, matrix) => lifting.carry(hotspotId, matrix),
    putDown: (hotspotId) => lifting.putDown(hotspotId),
    moveAside(to) {
      centre = to;
      lifting.moveAside(centre);
      if (standing) standing.surroundings.centre = centre;
    },
    putBack() {
      if (standing) showRelics();
      return standing !== null;
    },
    stats(): LayerStats {
      const depth = standing?.depth?.gpuBytes ?? 0;
      const light = standing?.light ? environmentBytes(PLACE_SIDE) : 0;
      return { gpuBytes: { surroundings: depth + light, edges: smoothEdges.gpuBytes }, ...sums, longestUploadMs: 0 };
    },
    restoreContext: () => standing?.depth?.restore(),
    dispose() {
      unsubscribe();
      leave();
      key.dispose();
      smoothEdges.dispose();
    },
  };
}
