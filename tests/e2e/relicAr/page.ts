/** A relic and an emulated headset that sees a room; steered by the tests, frame by frame. */
import { XRDevice, metaQuest3 } from 'iwer';
import {
  Box3,
  BoxGeometry,
  Color,
  Group,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import { type ArState, type ArVisit, startAr } from '#scene/relic/ar/startAr.ts';
import { PlainRoom } from './room.ts';

export interface Place {
  readonly state: ArState;
  readonly states: readonly ArState[];
  /** Where the relic's middle stands and what it stands on, metres. */
  readonly at: number[];
  /** Its extents in the room. */
  readonly size: number[];
  /** Radians about the vertical axis. */
  readonly yaw: number;
}

export interface ArPlay {
  start(): Promise<void>;
  /** Points the right controller from a place towards another and lets two frames pass. */
  aim(from: readonly number[], at: readonly number[]): Promise<void>;
  press(): Promise<void>;
  release(): Promise<void>;
  pushStick(x: number): Promise<void>;
  replace(): Promise<void>;
  place(): Place;
  leave(): Promise<void>;
  /** How everything outside the session is, as one line. */
  outside(): string;
  ended(): number;
  pixel(): number[];
}

declare global {
  interface Window {
    arPlay: ArPlay;
  }
}

const device = new XRDevice(metaQuest3, { stereoEnabled: false });
device.installRuntime({ forceInstall: true });
device.installSEM(PlainRoom as never);
device.position.set(0, 1.6, 0);

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const overlay = document.querySelector('#overlay') as HTMLElement;
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true });
renderer.setSize(320, 240);
const scene = new Scene();
scene.background = new Color(0x203040);
const camera = new PerspectiveCamera();
const others = [new Group(), new Group(), new Group()] as const;
/** 30 cm wide, 40 high, 20 deep; its own middle lies elsewhere, and the page shows it turned, moved and enlarged. */
const root = new Group();
const body = new Mesh(new BoxGeometry(0.3, 0.4, 0.2), new MeshStandardMaterial({ color: 0xff0000 }));
body.position.set(5, 7, -2);
// Drawn wherever it is, so that it lies on the GPU before and after.
body.frustumCulled = false;
root.add(body);
root.position.set(1, 2, 3);
root.rotation.set(0.1, 0.2, 0.3);
root.scale.setScalar(4);
scene.add(others[0], others[1], root, others[2]);

let visit: ArVisit | null = null;
let ends = 0;
const states: ArState[] = [];

/** Lets the session draw as many frames. */
async function frames(count: number): Promise<void> {
  const session = renderer.xr.getSession();
  for (let i = 0; i < count && session; i++) await new Promise((resolve) => session.requestAnimationFrame(resolve));
}

function controller() {
  const found = device.controllers.right;
  if (!found) throw new Error('the device has no right controller');
  return found;
}

window.arPlay = {
  async start() {
    visit = await startAr({
      renderer,
      root,
      overlayRoot: overlay,
      onState: (state) => states.push(state),
      onEnd: () => {
        ends += 1;
      },
    });
    await frames(3);
  },
  async aim(from, at) {
    const [x = 0, y = 0, z = 0] = from;
    const pointer = new Group();
    pointer.position.set(x, y, z);
    // A controller points along its −Z, an object looks along its +Z.
    pointer.lookAt(new Vector3(x * 2 - (at[0] ?? 0), y * 2 - (at[1] ?? 0), z * 2 - (at[2] ?? 0)));
    controller().position.set(x, y, z);
    controller().quaternion.set(pointer.quaternion.x, pointer.quaternion.y, pointer.quaternion.z, pointer.quaternion.w);
    await frames(3);
  },
  async press() {
    controller().updateButtonValue('trigger', 1);
    await frames(3);
  },
  async release() {
    controller().updateButtonValue('trigger', 0);
    await frames(3);
  },
  async pushStick(x) {
    controller().updateAxes('thumbstick', x, 0);
    await frames(10);
    controller().updateAxes('thumbstick', 0, 0);
    await frames(2);
  },
  async replace() {
    visit?.replace();
    await frames(2);
  },
  place() {
    const box = new Box3().setFromObject(root, true);
    const middle = box.getCenter(new Vector3());
    return {
      state: visit?.state ?? 'seeking',
      states,
      // A session's own frame begins at the visitor's eyes.
      at: [middle.x, box.min.y + device.position.y, middle.z],
      size: box.getSize(new Vector3()).toArray(),
      yaw: visit?.place.rotation.y ?? 0,
    };
  },
  async leave() {
    await visit?.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
  outside() {
    return JSON.stringify([
      root.parent === scene,
      scene.children.indexOf(root),
      root.position.toArray(),
      root.quaternion.toArray(),
      root.scale.toArray(),
      renderer.xr.enabled,
      renderer.xr.isPresenting,
      renderer.info.memory.geometries,
      canvas.width,
    ]);
  },
  ended: () => ends,
  pixel() {
    renderer.render(scene, camera);
    const gl = renderer.getContext();
    const pixel = new Uint8Array(4);
    gl.readPixels(2, 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return [...pixel];
  },
};
document.documentElement.dataset.ready = 'true';
