/**
 * The visit in a headset, put together: session, moving about, hands, what they point at and hold, panels. One chunk,
 * sent for where a device can show it.
 *
 *     const headset = createHeadset({ … });
 *     button.onclick = () => headset.enter();
 */
import type { Object3D } from 'three';
import { loadLocale } from '#i18n/loadLocale.ts';
import type { Vec3 } from '#shared/vec.ts';
import { HEADSET_VIEW } from '#scene/frame/headsetView.ts';
import type { EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { DEFAULT_FOV } from '#tour/view.ts';
import { createCaption } from './caption/createCaption.ts';
import { createGrab, type Grab } from './grab/createGrab.ts';
import { createHandover } from './handover/createHandover.ts';
import { createHands } from './hands/createHands.ts';
import type { XrPointer } from './input/pointer.ts';
import { PointerReader } from './input/pointerReader.ts';
import { choosePrimary, orderHands, type Primary } from './input/reach.ts';
import { createPace } from './pace/createPace.ts';
import { createPanels } from './panel/createPanels.ts';
import { aimInHall, aimInPicture, type Aim } from './point/aims.ts';
import { createPointing } from './point/createPointing.ts';
import { createTravel } from './rig/createTravel.ts';
import { Landing } from './rig/landing.ts';
import { shiftPictures } from './rig/pictureShift.ts';
import { RigFrame } from './rig/rigFrame.ts';
import { askAgain, type Asking } from './session/askAgain.ts';
import type { Headset, HeadsetOptions, RelicsInReach } from './ports.ts';
import { openSession } from './session/openSession.tsx';
import { Veil } from './veil/veil.ts';
import { createWallAtHand } from './wall/createWallAtHand.ts';

const MIDDLE: Vec3 = [0, 0, 0];

export function createHeadset(options: HeadsetOptions): Headset {
  const { tour, liveView, scene, walls, marks, clock } = options;
  const { store, commands } = tour;
  const requestFrame = (): void => scene.invalidate();
  const travel = createTravel(tour);
  const reader = new PointerReader();
  const hands = createHands();
  const veil = new Veil();
  const landing = new Landing();
  const handover = createHandover(tour, options.sharing, clock);
  const leave = (): void => {
    // The next visitor takes a shared headset from here; nobody has to start it again.
    if (handover.isShared) handover.next();
    else void session.leave();
  };
  const panels = createPanels({
    tour,
    resolve: options.resolve,
    requestFrame,
    onLeave: leave,
    takeUp: (hotspotId) => (grab ? void grab.bring(hotspotId, pointing.lastPressed) : asking?.again()),
    putBack: () => grab?.putBack(),
    ...(options.relatedTo && { relatedTo: options.relatedTo }),
    ...(options.speakLanguage && { speakLanguage: options.speakLanguage }),
  });
  const caption = createCaption(tour, requestFrame);
  const inScene: readonly Object3D[] = [veil.mesh, landing.mesh, hands.group, panels.group, caption.group];
  let grab: Grab | null = null;
  let relics: RelicsInReach | null = null;
  let asking: Asking | null = null;
  let eyeDepth: EyeDepth | null = null;
  let current: XRSession | null = null;
  let frame: RigFrame | null = null;
  let isListening = true;
  let primary: Primary = 'right';
  const ordered: XrPointer[] = [];

  const knownWalls = () => walls.of(selectNode(store.getState())?.asset ?? '');
  /** Of the picture: where its centre is at this moment, beside the origin. */
  const shift: [number, number, number] = [0, 0, 0];
  const aimOf = (pointer: XrPointer): Aim | null => {
    const state = store.getState();
    const { plan } = travel.footing;
    const { ray } = pointer;
    const inPicture = (): Aim | null =>
      wall.near.isOpen ? null : aimInPicture(state, marks, knownWalls(), shift, ray, pointer.kind);
    const aim = plan ? aimInHall(state, plan, ray) : inPicture();
    const relic = relics?.lifted.grabbable(ray) ?? null;
    if (!relic || (aim && aim.distance < relic.distance && aim.hotspotId === relic.hotspotId)) return aim;
    if (aim && plan && aim.distance < relic.distance) return aim;
    const { hotspotId, point, distance } = relic;
    return { key: `hotspot:${hotspotId}`, target: null, hotspotId, point, distance };
  };
  const { pyramidOf, hideMarks } = options;
  const wall = createWallAtHand({ tour, scene, walls, pyramidOf, centre: shift, hideMarks });
  const pointing = createPointing({
    tour,
    focus: options.focus,
    reader,
    hands,
    panels,
    grab: () => grab,
    nearWall: wall.near,
    bringCloser: wall.bring,
    aimOf,
    relicOn: (ray) => relics?.lifted.grabbable(ray) ?? null,
  });

  const followPicture = (head: Vec3): void => {
    const hasDepth = eyeDepth?.state === 'here';
    const [x, y, z] = hasDepth && eyeDepth ? eyeDepth.standing : [0, 0, 0];
    const from = hasDepth && eyeDepth ? eyeDepth.head : head;
    shift[0] = from[0] - x;
    shift[1] = from[1] - y;
    shift[2] = from[2] - z;
    shiftPictures(scene.scene, shift);
    // What stands in a picture without depth stays in the room.
    relics?.moveAside(hasDepth ? shift : MIDDLE);
  };

  const onFrame = (xrFrame: XRFrame): void => {
    const space = scene.renderer.xr.getReferenceSpace();
    const { rig } = session;
    if (!current || !space || !rig) return;
    frame ??= new RigFrame(rig, travel, clock);
    const seen = frame.begin(xrFrame, space, liveView.current.yaw);
    if (!seen) return;
    const { head, seconds, now } = seen;
    pace.add(seconds);
    const pointers = reader.read(current, xrFrame, space, frame.matrix);
    primary = choosePrimary(primary, pointers);
    const inOrder = orderHands(pointers, primary, ordered);
    const before = frame.headInPlace();
    panels.step(before, seconds);
    const inputs = pointing.step(inOrder, isListening, seconds);
    const { darkness, vignette } = travel.step(head, inputs, isListening, seconds);
    frame.setRig();
    const here = frame.headInPlace();
    caption.step(here, seconds);
    veil.show(darkness, vignette);
    landing.show(travel.footing.plan ? pointing.landing : null, travel.footing.ground.floorY);
    grab?.frame(pointers, now, frame.headForHands(scene.renderer.xr.getCamera()));
    panels.setTakenUp(grab?.held ?? null);
    hands.follow(pointers, reader, frame.matrix);
    pointing.draw();
    hands.finish();
    if (travel.footing.plan) relics?.placeAt(here.position[0], here.position[2]);
    else followPicture(here.position);
    wall.frame(here, seconds);
    liveView.write({ yaw: here.yaw, pitch: head.pitch, fov: HEADSET_VIEW.fov });
  };

  const takeRelics = (opened: RelicsInReach): void => {
    relics = opened;
    grab = createGrab({
      tour,
      relics: opened.lifted,
      pool: opened.pool,
      live: options.liveCompare,
      lamp: scene.lamp,
      walls: knownWalls,
      scene: scene.scene,
      loadLocale: (tag) => loadLocale(tag, tour.store.getState().exhibition.wording),
      requestFrame,
      isMotionReduced: options.isMotionReduced,
    });
    scene.scene.add(grab.group);
  };

  const begin = (begun: XRSession): void => {
    current = begun;
    frame = null;
    isListening = begun.visibilityState === 'visible';
    scene.scene.add(...inScene);
    wall.begin();
    eyeDepth = options.openEyeDepth();
    asking = askAgain(tour, options.relics, takeRelics);
    commands.headset.begin(handover.isShared ? 'welcome' : null);
    handover.begin();
  };

  const end = (): void => {
    current = null;
    frame?.dispose();
    frame = null;
    pointing.letGo();
    asking?.end();
    grab?.dispose();
    grab = null;
    relics?.moveAside(MIDDLE);
    relics = null;
    panels.setTakenUp(null);
    eyeDepth?.dispose();
    eyeDepth = null;
    for (const object of inScene) object.removeFromParent();
    wall.end();
    shift.fill(0);
    shiftPictures(scene.scene, shift);
    pace.reset();
    const { yaw, pitch } = liveView.current;
    commands.headset.end();
    panels.close();
    handover.end();
    // The page goes on looking where the head looked.
    if (!handover.isShared) commands.look({ yaw, pitch, fov: DEFAULT_FOV }, { isEased: false });
  };

  const session = openSession({
    scene,
    assetPath: options.assetPath,
    onBegin: begin,
    onEnd: end,
    onVisibility(visibility) {
      isListening = visibility === 'visible';
      commands.headset.noteVisible(isListening);
    },
    onFrame,
  });
  const pace = createPace({
    rate: () => current?.frameRate ?? 0,
    setFoveation: (value) => session.setFoveation(value),
    setRate: (rate) => session.setFrameRate(rate),
    setDensity: (share) => scene.setEyeDensity(share),
  });

  return {
    enter: () => session.enter(),
    leave: () => session.leave(),
    handOver: () => handover.next(),
    stats: () =>
      current && {
        ...pace.stats(),
        gpuBytes:
          panels.stats().gpuBytes + caption.stats().gpuBytes + (grab?.stats.gpuBytes ?? 0) + (eyeDepth?.gpuBytes ?? 0),
      },
    dispose() {
      session.dispose();
      reader.dispose();
      panels.dispose();
      caption.dispose();
      hands.dispose();
      veil.dispose();
      landing.dispose();
      wall.near.dispose();
    },
  };
}
