/**
 * What a visitor in a headset has in hand: a relic, the lamp, the lens of a comparison.
 *
 *     const grab = createGrab({ … });
 *     scene.add(grab.group);        // from the beginning of the session to its end
 *     grab.take(pointer);           // when a hand closes or a trigger is held; says what it got
 *     grab.frame(pointers, now, head);  // once a frame, before the layers' frames
 *
 * A hand lets go by opening; `letGo` is for those who decide otherwise.
 */
import { Group } from 'three';
import type { Scene } from 'three';
import type { Locale } from '#i18n/locale.ts';
import type { Walls } from '#scene/hotspot/knownWalls.ts';
import type { LampHand } from '#scene/light/lampHand.ts';
import type { LiftableRelics } from '#scene/relic/lift/lifting.ts';
import type { RelicFace } from '#scene/relic/relicPool.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { XrPointer } from '../input/pointer.ts';
import { aimOnWall } from './aimOnWall.ts';
import { Anchors } from './anchors.ts';
import { CarriedLamp } from './carriedLamp.ts';
import { CarriedRelic } from './carriedRelic.ts';
import { isHand } from './handOf.ts';
import { HandLights } from './handLights.ts';
import { LensHand, type Head } from './lensHand.ts';
import { ScaleSign } from './scaleSign.ts';
import { describeScale } from './scaleText.ts';
import { distanceToBox } from './shape.ts';

export interface GrabOptions {
  readonly tour: Tour;
  readonly relics: LiftableRelics;
  readonly pool: Pick<RelicFace, 'hold'>;
  readonly live: LiveCompare;
  /** Who carries the lamp of places that have two lights. */
  readonly lamp: Pick<LampHand, 'handAxis'>;
  /** Of the place where the visitor is; null where nobody knows them. */
  readonly walls: () => Walls | null;
  /** Its environment says how bright the place is. */
  readonly scene: Pick<Scene, 'environmentIntensity'>;
  readonly loadLocale: (tag: string) => Promise<Locale>;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
}

/** What a hand got. */
export type Taken = 'relic' | 'lens' | 'lamp';

export interface Grab {
  readonly group: Group;
  /** Null where there was nothing to take. An empty fist takes the lamp or puts it away; a trigger does not. */
  take(pointer: XrPointer): Taken | null;
  /** Takes a relic of the place, wherever that pointer points; says whether it is there. */
  bring(hotspotId: string, pointerId: number): boolean;
  /** `now` in seconds. */
  frame(pointers: readonly XrPointer[], now: number, head: Head): void;
  letGo(pointerId: number): void;
  /** The relic goes home. */
  putBack(): void;
  /** The relic that is out of its place for study, by its hotspot; null for none. */
  readonly held: string | null;
  /** Whether that pointer has something in hand, so that its stick and trigger are not for anything else. */
  isHolding(pointerId: number): boolean;
  readonly stats: GrabStats;
  dispose(): void;
}

export interface GrabStats {
  /** Relics out of their places, those on their way home too. */
  readonly carried: number;
  /** Of what is the hand's own, one eye. */
  readonly draws: number;
  readonly gpuBytes: number;
}

/** A second hand that closes so near to a relic in the first one, metres, means it. */
const NEAR_HAND = 0.2;
/** A hand that touches a relic's box, metres along its ray. */
const TOUCH = 0.03;

export function createGrab(options: GrabOptions): Grab {
  const { tour, relics, pool, requestFrame, isMotionReduced } = options;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'in hand';
  const lights = new HandLights();
  const sign = new ScaleSign();
  group.add(lights.group, sign.mesh);
  const lamp = new CarriedLamp(tour);
  const lens = new LensHand({ tour, live: options.live, walls: options.walls });
  const anchors = new Anchors();
  /** Pointers that were made to let go and have not opened since. */
  const letGone = new Set<number>();
  /** Out of their places; `active` is among them while there is one. */
  let carried: CarriedRelic[] = [];
  let active: CarriedRelic | null = null;
  let lampAxis: Vec3 | null = null;
  let locale: Locale | null = null;
  let lastNow: number | null = null;
  /** What the sign was last written for. */
  let said: { locale: Locale | null; of: CarriedRelic | null; scale: number } = { locale: null, of: null, scale: 1 };

  options.lamp.handAxis = () => lampAxis;

  const speak = (language: string): void => {
    void options.loadLocale(language).then((loaded) => {
      if (store.getState().language !== language) return;
      locale = loaded;
      requestFrame();
    });
  };
  speak(store.getState().language);

  const setActive = (relic: CarriedRelic | null): void => {
    if (relic === active) return;
    if (active) active.isPutBack = true;
    active = relic;
    pool.hold(relic?.hotspotId ?? null);
    requestFrame();
  };

  const unsubscribe = store.subscribe((state: TourState, before) => {
    if (state.language !== before.language) speak(state.language);
    if (state.nodeId !== before.nodeId || state.exhibition !== before.exhibition) {
      // Whoever showed them has let go of them all.
      carried = [];
      setActive(null);
      return;
    }
    const { panel, headset } = state;
    const isOther = panel?.kind === 'hotspot' && panel !== before.panel && panel.hotspotId !== active?.hotspotId;
    // Who closes its label has done with a relic that is in no hand.
    const isClosed = panel === null && before.panel?.kind === 'hotspot' && before.panel.hotspotId === active?.hotspotId;
    const isDone = isClosed && active?.state.grips.length === 0;
    if (isOther || isDone || (headset?.menu === 'welcome' && before.headset?.menu !== 'welcome')) setActive(null);
  });

  /** The relic that a pointer means, by its hand or by its ray. */
  const meant = (pointer: XrPointer): string | null => {
    const { ray, grip } = pointer;
    const at: Vec3 | null = grip && isHand(pointer) ? [grip.elements[12], grip.elements[13], grip.elements[14]] : null;
    if (at) {
      const touched = relics.grabbable({ origin: at, direction: ray.direction });
      if (touched && touched.distance <= TOUCH) return touched.hotspotId;
    }
    const found = relics.grabbable(ray);
    if (found) return found.hotspotId;
    if (!at || !active || active.state.grips.length !== 1) return null;
    return distanceToBox(at, active.shape, active.state.pose) <= NEAR_HAND ? active.hotspotId : null;
  };

  const takeRelic = (hotspotId: string, pointerId: number): boolean => {
    let relic = carried.find((one) => one.hotspotId === hotspotId) ?? null;
    if (!relic) {
      const lifted = relics.lift(hotspotId);
      if (!lifted) return false;
      relic = new CarriedRelic(lifted);
      carried.push(relic);
    }
    relic.isPutBack = false;
    relic.takers.push(pointerId);
    setActive(relic);
    const { panel } = store.getState();
    const isNamed = panel?.kind === 'hotspot' && panel.hotspotId === hotspotId;
    if (!isNamed) commands.openPanel({ kind: 'hotspot', hotspotId });
    requestFrame();
    return true;
  };

  const writeSign = (head: Head): void => {
    if (!active || !locale) {
      sign.hide();
      return;
    }
    const { scale } = active.state.pose;
    const isSaid = said.locale === locale && said.of === active && Math.abs(scale / said.scale - 1) < 0.001;
    if (!isSaid) {
      said = { locale, of: active, scale };
      sign.write(describeScale(scale, 2 * Math.max(...active.shape.half), locale), locale.tag);
    }
    sign.show(active.footTowards(head.position), head.position);
  };

  const carry = (pointers: readonly XrPointer[], head: Head, dt: number): void => {
    const input = {
      pointers: anchors.read(pointers, (id) => letGone.has(id)),
      head,
      isMotionReduced: isMotionReduced(),
    };
    for (let i = carried.length - 1; i >= 0; i--) {
      const relic = carried[i];
      if (!relic || relic.frame(input, dt, relics)) continue;
      carried.splice(i, 1);
      if (relic === active) setActive(null);
    }
    requestFrame();
  };

  return {
    group,
    take(pointer) {
      letGone.delete(pointer.id);
      const hotspotId = meant(pointer);
      if (hotspotId !== null && takeRelic(hotspotId, pointer.id)) return 'relic';
      if (lens.take(pointer)) return 'lens';
      if (!pointer.isSqueezed || !isHand(pointer)) return null;
      lamp.toggle(pointer);
      requestFrame();
      return 'lamp';
    },
    bring: (hotspotId, pointerId) => takeRelic(hotspotId, pointerId),
    frame(pointers, now, head) {
      const dt = lastNow === null ? 0 : now - lastNow;
      lastNow = now;
      for (const { id, isPressed, isSqueezed } of pointers) if (!isPressed && !isSqueezed) letGone.delete(id);
      if (carried.length > 0) carry(pointers, head, dt);
      lens.frame(pointers, head);
      const bearer = lamp.frame(pointers);
      lampAxis = bearer && aimOnWall(bearer.ray, options.walls());
      lights.carryLamp(bearer?.ray ?? null, lamp.strengthAt(now, isMotionReduced()));
      const held = active && { shape: active.shape, pose: active.state.pose };
      if (lights.lightHeld(held, head, options.scene.environmentIntensity, dt)) requestFrame();
      writeSign(head);
    },
    letGo(pointerId) {
      letGone.add(pointerId);
      lens.letGo(pointerId);
    },
    putBack: () => setActive(null),
    get held() {
      return active?.hotspotId ?? null;
    },
    isHolding: (pointerId) =>
      lens.isHeldBy(pointerId) ||
      (active?.takers.includes(pointerId) ?? false) ||
      (active?.state.grips.some((grip) => grip.pointerId === pointerId) ?? false),
    get stats() {
      return { carried: carried.length, draws: sign.mesh.visible ? 1 : 0, gpuBytes: sign.gpuBytes };
    },
    dispose() {
      unsubscribe();
      for (const { hotspotId } of carried) relics.putDown(hotspotId);
      carried = [];
      setActive(null);
      options.lamp.handAxis = () => null;
      lamp.dispose();
      lens.dispose();
      lights.dispose();
      sign.dispose();
      group.removeFromParent();
    },
  };
}
