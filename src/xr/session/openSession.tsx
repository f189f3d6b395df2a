/**
 * The WebXR session, its camera and its frame rate, by the XR library. Controllers, hands and what they do are our own:
 * of the library's, everything that would fetch models or move the visitor is off.
 */
import { extend, useFrame } from '@react-three/fiber';
import { createXRStore, XR, XROrigin } from '@react-three/xr';
import { Group } from 'three';
import { FRAME_ORDER } from '#scene/frame/order.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import { chooseFrameRate } from './frameRate.ts';

export interface SessionOptions {
  readonly scene: SceneHandle;
  /** The folder of `profilesList.json`, with a slash at its end: the library asks it what a controller is like. */
  readonly assetPath: string;
  onBegin(session: XRSession): void;
  /** However it ended. */
  onEnd(): void;
  /** The system has laid something over the visit or hidden it, or has not any more. */
  onVisibility(state: XRVisibilityState): void;
  /** Before the engine's part of each frame of the session; `seconds` since the one before. */
  onFrame(frame: XRFrame, seconds: number): void;
}

export interface HeadsetSession {
  /** Null before the scene has it. */
  readonly rig: Group | null;
  /**
   * Within the visitor's own press. Rejected where the browser or the device refuses. A second press while one waits
   * for the device waits along.
   */
  enter(): Promise<void>;
  leave(): Promise<void>;
  setFoveation(value: number): void;
  setFrameRate(rate: number): void;
  dispose(): void;
}

// The library's own components are made of it.
extend({ Group });

/** How much the edges of the view may be coarser, 0 to 1. */
export const FOVEATION = 0.5;
/** Metres; what is in the hand is near. */
const NEAR = 0.05;
const FAR = 1_000;

export function openSession({ scene, assetPath, ...heard }: SessionOptions): HeadsetSession {
  const store = createXRStore({
    baseAssetPath: assetPath,
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    domOverlay: false,
    foveation: FOVEATION,
    frameRate: (rates) => chooseFrameRate(rates),
    controller: false,
    hand: false,
    gaze: false,
    screenInput: false,
    transientPointer: false,
    anchors: false,
    meshDetection: false,
    planeDetection: false,
    hitTest: false,
  });
  let rig: Group | null = null;
  /** Of ours; the renderer may be lent to another kind of session. */
  let own: XRSession | null = null;
  let entering: Promise<void> | null = null;
  const unsubscribe = store.subscribe((state, before) => {
    if (own && state.session === own && state.visibilityState !== before.visibilityState && state.visibilityState) {
      heard.onVisibility(state.visibilityState);
    }
    if (own && before.session === own && state.session !== own) {
      own = null;
      heard.onEnd();
      scene.invalidate();
    }
  });
  const begin = async (): Promise<void> => {
    const session = await store.enterXR('immersive-vr').catch(async (error: unknown) => {
      // One that has half begun would be in the way of the next.
      await scene.renderer.xr.getSession()?.end();
      throw error;
    });
    if (!session || store.getState().session !== session) throw new Error('the session did not begin');
    own = session;
    heard.onBegin(session);
  };
  const onFrame = (frame: XRFrame, seconds: number): void => {
    if (own) heard.onFrame(frame, seconds);
  };
  scene.render(
    <XR store={store}>
      <XROrigin ref={(group) => void (rig = group)} />
      <Frames onFrame={onFrame} />
    </XR>,
  );
  scene.invalidate();
  const camera = scene.renderer.xr.getCamera();
  camera.near = NEAR;
  camera.far = FAR;

  return {
    get rig() {
      return rig;
    },
    async enter() {
      if (own) return;
      entering ??= begin().finally(() => (entering = null));
      return entering;
    },
    leave: async () => {
      await own?.end();
    },
    setFoveation: (value) => scene.renderer.xr.setFoveation(value),
    setFrameRate: (rate) => store.setFrameRate((rates) => chooseFrameRate(rates, rate)),
    dispose() {
      unsubscribe();
      void own?.end();
      scene.render(null);
      store.destroy();
    },
  };
}

function Frames({ onFrame }: { readonly onFrame: SessionOptions['onFrame'] }): null {
  useFrame((_state, seconds, frame) => {
    if (frame) onFrame(frame, seconds);
  }, FRAME_ORDER.look);
  return null;
}
