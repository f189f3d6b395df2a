/**
 * The visit in a headset, put together: session, moving about, what hands and eyes point at. One chunk, sent for where a
 * device can show it.
 *
 *     const headset = createHeadset({ … });
 *     button.onclick = () => headset.enter();
 */
import { Matrix4, Quaternion, Vector3, type Group } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { HEADSET_VIEW } from '#scene/frame/headsetView.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { LiveView } from '#tour/look/liveView.ts';
import { headIn } from '#tour/locomotion/rig.ts';
import type { HandInput } from '#tour/locomotion/state.ts';
import { listMarks } from '#tour/marks.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Tour } from '#tour/store.ts';
import { DEFAULT_FOV } from '#tour/view.ts';
import { createHandover } from './handover/createHandover.ts';
import type { Sharing } from './handover/stepTurn.ts';
import type { XrPointer } from './input/pointer.ts';
import { PointerReader } from './input/pointerReader.ts';
import { aimInHall, aimInPicture, type Aim, type MarksAround } from './point/aims.ts';
import { createHead, writeHead } from './rig/headPose.ts';
import { createTravel } from './rig/createTravel.ts';
import { openSession } from './session/openSession.tsx';
import { Veil } from './veil/veil.ts';

export interface HeadsetOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  readonly scene: SceneHandle;
  readonly focus: MarkFocus;
  readonly walls: KnownWalls;
  readonly marks: MarksAround & { readonly group: Group };
  /** In a hall, the visitor stands there now. */
  readonly placeAt: (x: number, z: number) => void;
  /** Seconds. */
  readonly clock: () => number;
  /** Null for a headset of the visitor's own. */
  readonly sharing: Sharing | null;
  /** The folder of the files that the session needs, with a slash at its end. */
  readonly assetPath: string;
}

export interface Headset {
  /** Within the visitor's own press. Rejected where the browser or the device refuses. */
  enter(): Promise<void>;
  leave(): Promise<void>;
  /** To the next visitor, as it was for the first. */
  handOver(): void;
  dispose(): void;
}

/** One pointer from frame to frame. */
interface Hand {
  wasPressed: boolean;
  aim: Aim | null;
}

const UP = new Vector3(0, 1, 0);

export function createHeadset(options: HeadsetOptions): Headset {
  const { tour, liveView, scene, focus, walls, marks, clock } = options;
  const { store, commands } = tour;
  const head = createHead();
  const travel = createTravel(tour);
  const reader = new PointerReader();
  const veil = new Veil();
  const handover = createHandover(tour, options.sharing, clock);
  const hands = new Map<number, Hand>();
  const rigMatrix = new Matrix4();
  const turn = new Quaternion();
  const place = new Vector3();
  const size = new Vector3(1, 1, 1);
  let session: XRSession | null = null;
  let isBegun = false;
  let isListening = true;
  let lastFrame = 0;
  let space: XRReferenceSpace | null = null;
  const onReset = (): void => travel.resetSpace();

  const handOf = (id: number): Hand => {
    let hand = hands.get(id);
    if (!hand) hands.set(id, (hand = { wasPressed: true, aim: null }));
    return hand;
  };

  const aimOf = (pointer: XrPointer, centre: Vec3): Aim | null => {
    const state = store.getState();
    const { plan } = travel.footing;
    if (plan) return aimInHall(state, plan, pointer.ray);
    const known = walls.of(selectNode(state)?.asset ?? '');
    return aimInPicture(state, marks, known, centre, pointer.ray, pointer.kind);
  };

  /** Lights what a hand points at; the page's own focus is another matter. */
  const light = (pointers: readonly XrPointer[]): void => {
    const aim = pointers.map(({ id }) => hands.get(id)?.aim).find((one) => one && one.key !== 'floor');
    const { exhibition, nodeId, language } = store.getState();
    if (!aim) focus.point(null);
    else if (!focus.isLit(aim.key)) {
      focus.point(listMarks(exhibition, nodeId, language).find(({ key }) => key === aim.key) ?? null);
    }
  };

  const press = (aim: Aim | null): void => {
    if (aim?.hotspotId) commands.openPanel({ kind: 'hotspot', hotspotId: aim.hotspotId });
  };

  const setRig = (): void => {
    const { x, y, z, yaw } = travel.rig;
    const { rig } = sessionOf;
    if (!rig) return;
    rig.position.set(x, y, z);
    rig.rotation.set(0, -yaw, 0);
    rig.updateMatrixWorld();
    rigMatrix.compose(place.set(x, y, z), turn.setFromAxisAngle(UP, -yaw), size);
  };

  const onFrame = (frame: XRFrame): void => {
    const current = scene.renderer.xr.getReferenceSpace();
    const pose = current && frame.getViewerPose(current);
    if (!session || !current || !pose) return;
    if (current !== space) {
      space?.removeEventListener('reset', onReset);
      space = current;
      space.addEventListener('reset', onReset);
    }
    const now = clock();
    writeHead(head, pose.transform.matrix);
    if (!isBegun) {
      isBegun = true;
      lastFrame = now;
      travel.begin(head, liveView.current.yaw);
      setRig();
    }
    const pointers = reader.read(session, frame, current, rigMatrix);
    const centre = centreOf();
    const inputs: HandInput[] = [];
    for (const pointer of pointers) {
      const hand = handOf(pointer.id);
      hand.aim = isListening ? aimOf(pointer, centre) : null;
      const { stickX, stickY, isPressed } = pointer;
      inputs.push({ stickX, stickY, isPressed, target: hand.aim?.target ?? null });
      if (isListening && isPressed && !hand.wasPressed) press(hand.aim);
      hand.wasPressed = isPressed || !isListening;
    }
    for (const id of hands.keys()) if (!pointers.some((pointer) => pointer.id === id)) hands.delete(id);
    light(pointers);
    const { darkness, vignette } = travel.step(head, inputs, isListening, now - lastFrame);
    lastFrame = now;
    setRig();
    veil.show(darkness, vignette);
    const here = headIn(travel.rig, head);
    if (travel.footing.plan) options.placeAt(here.x, here.z);
    else followHead(here);
    liveView.write({ yaw: here.yaw, pitch: head.pitch, fov: HEADSET_VIEW.fov });
  };

  /** A picture without depth goes along with the head, and so does what hangs in it. */
  const followHead = ({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }): void => {
    const known = walls.of(selectNode(store.getState())?.asset ?? '');
    if (known) marks.group.position.set(0, 0, 0);
    else marks.group.position.set(x, y, z);
  };
  const centreOf = (): Vec3 => marks.group.position.toArray();

  const end = (): void => {
    space?.removeEventListener('reset', onReset);
    space = null;
    session = null;
    hands.clear();
    veil.show(0, 0);
    veil.mesh.removeFromParent();
    marks.group.position.set(0, 0, 0);
    focus.point(null);
    const { yaw, pitch } = liveView.current;
    commands.headset.end();
    handover.end();
    // The page goes on looking where the head looked.
    if (!handover.isShared) commands.look({ yaw, pitch, fov: DEFAULT_FOV }, { isEased: false });
  };

  const sessionOf = openSession({
    scene,
    assetPath: options.assetPath,
    onBegin(begun) {
      session = begun;
      isBegun = false;
      isListening = begun.visibilityState === 'visible';
      scene.scene.add(veil.mesh);
      commands.headset.begin(handover.isShared ? 'welcome' : null);
      handover.begin();
    },
    onEnd: end,
    onVisibility(visibility) {
      isListening = visibility === 'visible';
      commands.headset.noteVisible(isListening);
    },
    onFrame,
  });

  return {
    enter: () => sessionOf.enter(),
    leave: () => sessionOf.leave(),
    handOver: () => handover.next(),
    dispose() {
      sessionOf.dispose();
      veil.dispose();
    },
  };
}
