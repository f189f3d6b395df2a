/** Hands and controllers of an emulated headset in front of a wall; steered by the tests, frame by frame. */
import { XRDevice, metaQuest3 } from 'iwer';
import {
  Color,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  PerspectiveCamera,
  PlaneGeometry,
  Quaternion,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { XrPointer } from '#xr/input/pointer.ts';
import { PointerReader } from '#xr/input/pointerReader.ts';
import { createHands } from '#xr/hands/createHands.ts';

export interface HandsPlay {
  start(): Promise<void>;
  end(): Promise<void>;
  /** What the visitor has: two controllers, two hands, or nothing. */
  have(what: 'controller' | 'hand' | 'nothing'): Promise<void>;
  /** Puts a hand somewhere, turned by Euler angles in degrees. */
  put(side: 'left' | 'right', at: readonly number[], turn?: readonly number[]): Promise<void>;
  button(side: 'left' | 'right', id: string, value: number, isTouch?: boolean): Promise<void>;
  stick(side: 'left' | 'right', x: number, y: number): Promise<void>;
  pinch(side: 'left' | 'right', value: number): Promise<void>;
  pose(side: 'left' | 'right', pose: string): Promise<void>;
  ground(colour: string): Promise<void>;
  /** Turns the head, degrees; lets the gaze rest on something. */
  look(yaw: number, pitch: number): Promise<void>;
  gazeAt(targetId: string | null): void;
  frames(count: number): Promise<void>;
  pointers(): readonly XrPointer[];
  /** Ids of pointers that pressed in any frame since this was last asked. */
  presses(): number[];
  stats(): { draws: number; triangles: number };
}

declare global {
  interface Window {
    handsPlay: HandsPlay;
  }
}

const WALL = -1.6;
const device = new XRDevice(metaQuest3, { stereoEnabled: true, ipd: 0.063 });
device.installRuntime({ forceInstall: true });
device.position.set(0, 1.6, 0);

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true, antialias: true });
renderer.setSize(innerWidth, innerHeight);
renderer.xr.enabled = true;
renderer.xr.setReferenceSpaceType('local-floor');
const scene = new Scene();
const wall = new Mesh(new PlaneGeometry(20, 20), new MeshBasicMaterial({ color: new Color('#8b7d6a') }));
wall.position.z = WALL;
scene.add(wall);
const camera = new PerspectiveCamera();
const reader = new PointerReader();
const hands = createHands();
scene.add(hands.group);
const rig = new Matrix4();
let seen: readonly XrPointer[] = [];
let pressed = new Set<number>();
let gazed: string | null = null;

renderer.setAnimationLoop((now: number, frame?: XRFrame) => {
  const session = renderer.xr.getSession();
  const space = renderer.xr.getReferenceSpace();
  if (!session || !frame || !space) return;
  seen = reader.read(session, frame, space, rig, now);
  hands.follow(seen, reader, rig);
  for (const pointer of seen) {
    reader.noteTarget(pointer.id, gazed, 1 / 20);
    if (pointer.isPressed) pressed.add(pointer.id);
    const { origin, direction } = pointer.ray;
    const distance = (WALL - origin[2]) / direction[2];
    const point = [0, 1, 2].map((axis) => origin[axis]! + direction[axis]! * distance) as [number, number, number];
    const hit = distance > 0 && distance < 5 ? { point, normal: [0, 0, 1] as const } : null;
    hands.cursor(pointer.id, hit, reader.dwellOf(pointer.id), pointer.isPressed);
  }
  hands.finish();
  renderer.render(scene, camera);
});

/** Lets the session draw as many frames. */
async function frames(count: number): Promise<void> {
  const session = renderer.xr.getSession();
  for (let i = 0; i < count && session; i++) await new Promise((resolve) => session.requestAnimationFrame(resolve));
}

function turned(x: number, y: number, z: number): Quaternion {
  const [ax, ay, az] = [new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)];
  const turn = (axis: Vector3, degrees: number) => new Quaternion().setFromAxisAngle(axis, (degrees * Math.PI) / 180);
  return turn(ay, y).multiply(turn(ax, x)).multiply(turn(az, z));
}

const SIDES = ['left', 'right'] as const;
const inputs = (side: 'left' | 'right') => [device.controllers[side], device.hands[side]];

window.handsPlay = {
  async start() {
    const session = await navigator.xr!.requestSession('immersive-vr', {
      optionalFeatures: ['local-floor', 'hand-tracking'],
    });
    await renderer.xr.setSession(session);
    await frames(3);
  },
  async end() {
    await renderer.xr.getSession()?.end();
  },
  async have(what) {
    if (what !== 'nothing') device.primaryInputMode = what;
    for (const side of SIDES) for (const input of inputs(side)) if (input) input.connected = what !== 'nothing';
    await frames(3);
  },
  async put(side, [x = 0, y = 0, z = 0], [rx = 0, ry = 0, rz = 0] = []) {
    const q = turned(rx, ry, rz);
    for (const input of inputs(side)) {
      input?.position.set(x, y, z);
      input?.quaternion.set(q.x, q.y, q.z, q.w);
    }
    await frames(2);
  },
  async button(side, id, value, isTouch = false) {
    if (isTouch) device.controllers[side]?.updateButtonTouch(id, value > 0);
    else device.controllers[side]?.updateButtonValue(id, value);
    await frames(2);
  },
  async stick(side, x, y) {
    device.controllers[side]?.updateAxes('thumbstick', x, y);
    await frames(2);
  },
  async pinch(side, value) {
    device.hands[side]?.updatePinchValue(value);
    await frames(2);
  },
  async pose(side, pose) {
    const hand = device.hands[side];
    if (hand) hand.poseId = pose;
    await frames(2);
  },
  async ground(colour) {
    wall.material.color.set(colour);
    await frames(2);
  },
  async look(yaw, pitch) {
    const q = turned(pitch, yaw, 0);
    device.quaternion.set(q.x, q.y, q.z, q.w);
    await frames(2);
  },
  gazeAt(targetId) {
    gazed = targetId;
  },
  frames,
  pointers: () => seen.map((pointer) => ({ ...pointer })),
  presses() {
    const ids = [...pressed];
    pressed = new Set();
    return ids;
  },
  stats: () => hands.stats(),
};
document.documentElement.dataset.ready = 'true';
