/**
 * A relic in the visitor's room through WebXR: a ring shows where it would stand, a tap sets it there at its true size
 * facing the visitor, a drag moves it along the floor, two fingers or a thumbstick turn it. When the session ends,
 * by whatever way, relic and renderer are as they were.
 */
import { PerspectiveCamera } from 'three';
import type { Object3D, Texture, WebGLRenderer } from 'three';
import { ArHands } from './arHands.ts';
import { createArScene } from './arScene.ts';
import { ArPlacing } from './arPlacing.ts';

export type ArState = 'seeking' | 'found' | 'placed';

export interface ArOptions {
  /** The renderer that drew the relic: its geometries and textures lie there already. */
  readonly renderer: WebGLRenderer;
  /** Metres, Y up, front towards +Z. Borrowed while the session lasts. */
  readonly root: Object3D;
  /** Shown over the camera's picture, with the button that leaves; taps on what is inside place nothing. */
  readonly overlayRoot: HTMLElement;
  readonly environment?: Texture;
  /** Whether two fingers may also change its size; false by default, so that it stays true. */
  readonly mayScale?: boolean;
  /** `seeking` a floor, `found` one, `placed`. */
  readonly onState?: (state: ArState) => void;
  /** Once, after everything is restored; a frame is wanted then. */
  readonly onEnd: () => void;
}

export interface ArVisit {
  readonly state: ArState;
  /** Where the relic stands, to be read; hidden before it is placed. */
  readonly place: Object3D;
  /** Looks for a place anew. */
  replace(): void;
  end(): Promise<void>;
}

/** Metres; relics are looked at from near. */
const NEAR = 0.01;
const FAR = 100;
/** What the renderer is set to outside of this. */
const USUAL_SPACE = 'local-floor';

/** To be called while the visitor's tap is handled. Rejects where the browser refuses the session; nothing has changed then. */
export async function startAr(options: ArOptions): Promise<ArVisit> {
  const { renderer, root, overlayRoot, mayScale = false } = options;
  const { xr: system } = navigator;
  if (!system) throw new Error('this browser has no WebXR');
  const session = await system.requestSession('immersive-ar', {
    requiredFeatures: ['hit-test'],
    optionalFeatures: ['anchors', 'dom-overlay'],
    domOverlay: { root: overlayRoot },
  });
  const { xr } = renderer;
  const wasEnabled = xr.enabled;
  const camera = new PerspectiveCamera(60, 1, NEAR, FAR);
  const stage = createArScene(root, options.environment ?? null);
  const placing = new ArPlacing(session, stage);
  const hands = new ArHands(session, stage.place, mayScale);
  let state: ArState = 'seeking';
  const changeState = (next: ArState): void => {
    if (next === state) return;
    state = next;
    options.onState?.(next);
  };
  const keepTaps = (event: Event): void => {
    if (event.target !== overlayRoot) event.preventDefault();
  };
  overlayRoot.addEventListener('beforexrselect', keepTaps);

  const draw = (_time: number, frame?: XRFrame): void => {
    const space = xr.getReferenceSpace();
    if (!frame || !space) return;
    placing.step(frame, space, hands.isHolding);
    if (stage.place.visible && hands.step(frame, space)) placing.forgetAnchor();
    changeState(stage.place.visible ? 'placed' : stage.reticle.visible ? 'found' : 'seeking');
    renderer.render(stage.scene, camera);
  };
  const restore = (): void => {
    xr.removeEventListener('sessionend', restore);
    overlayRoot.removeEventListener('beforexrselect', keepTaps);
    placing.dispose();
    hands.dispose();
    stage.dispose();
    xr.setAnimationLoop(null);
    xr.setReferenceSpaceType(USUAL_SPACE);
    xr.enabled = wasEnabled;
    options.onEnd();
  };
  // Told by three after it has let go of the session, and after a frame loop that follows headsets has heard of it.
  xr.addEventListener('sessionend', restore);
  try {
    xr.enabled = true;
    xr.setReferenceSpaceType('local');
    await xr.setSession(session);
    // After the session has begun, so that the loop of the page's own scene does not draw into it.
    xr.setAnimationLoop(draw);
  } catch (error) {
    await session.end().catch(() => undefined);
    if (xr.hasEventListener('sessionend', restore)) restore();
    throw error;
  }
  options.onState?.(state);
  return {
    get state() {
      return state;
    },
    place: stage.place,
    replace: () => placing.begin(),
    end: () => session.end(),
  };
}
