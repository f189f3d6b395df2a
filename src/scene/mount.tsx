/**
 * Puts the picture of a visit into a canvas: renderer, tile memory, engine, frame loop.
 * Fiber's `createRoot` instead of its `<Canvas>`, which would pull all of three into the first bundle.
 */
import { createRoot, useFrame } from '@react-three/fiber';
import { Color } from 'three';
import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { ReactNode } from 'react';
import type { Clock } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { LightOfPyramid } from './light/pyramidLight.ts';
import { NO_SHIFT, shiftAt, unshift } from './compare/halves.ts';
import { LampHand } from './light/lampHand.ts';
import { isSideBySide } from '#tour/compare/sideBySide.ts';
import { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import { FAR, NEAR } from './frame/aimCamera.ts';
import { createRenderer } from './frame/createRenderer.ts';
import type { EngineFactory } from './frame/engine.ts';
import { FrameBridge } from './frame/frameBridge.ts';
import type { TourSource } from './frame/frameBridge.ts';
import type { SceneLayer } from './frame/layer.ts';
import { FRAME_ORDER } from './frame/order.ts';
import type { PlaceOf } from './frame/place.ts';
import { SceneError } from './frame/sceneError.ts';
import type { SceneStats } from './frame/stats.ts';
import { planStores } from './panorama/planStores.ts';
import type { DeviceClass } from './panorama/planStores.ts';
import type { Displacer } from './panorama/displacer.ts';
import { GpuTileStore } from './panorama/tileStore.ts';

export interface SceneOptions {
  readonly canvas: HTMLCanvasElement;
  /** The element whose size the picture takes. */
  readonly container: HTMLElement;
  readonly tour: TourSource;
  /** Where the camera looks; whoever moves it asks for a frame. */
  readonly liveView: LiveView;
  readonly placeOf: PlaceOf;
  /** How layers are seen together at this moment; one of its own by default. */
  readonly liveCompare?: LiveCompare;
  /** What other light a picture can be mixed with; none by default. */
  readonly lightOf?: LightOfPyramid;
  /** Every pyramid that the visit may show: they decide how tile memory is cut. */
  readonly pyramids: readonly Pyramid[];
  readonly createEngine: EngineFactory;
  readonly deviceClass: DeviceClass;
  /** The engine's clock, seconds. */
  readonly clock: Clock;
  /** Device pixels per CSS pixel; the device's own, 0.25 to 3, by default: less than 1 where a page is made smaller. */
  readonly pixelRatio?: number;
  /** What else is in the scene: input and marks. Rendered by fiber, inside the frame loop. */
  readonly children?: ReactNode;
  readonly prefersReducedMotion?: () => boolean;
  /** The GPU went away, or came back. The picture heals by itself; a page may say so meanwhile. */
  readonly onContextChange?: (isLost: boolean) => void;
}

export interface SceneHandle {
  stats(): SceneStats;
  /** Resolves when every visible tile of the due level is drawn and no walk runs. */
  whenSharp(): Promise<void>;
  /** Asks for a frame. */
  invalidate(): void;
  /** Draws a layer from now on; returns the way to take it out again. The layer stays its maker's to dispose of. */
  add(layer: SceneLayer): () => void;
  /** Has fiber render something more inside the frame loop, in place of what this was called with before. */
  render(more: ReactNode): void;
  /** Who draws panoramas at the distance of their walls from now on; null leaves them at infinity. */
  displace(displacer: Displacer | null): void;
  /** Who draws flat pictures from now on; whoever waits for one arrives anew. */
  hang(hanger: Displacer): void;
  /** How many pixels of an eye the pictures are chosen for, as a share of those it has, each way; 1 at first. */
  setEyeDensity(share: number): void;
  /** Who carries the lamp of places that have two lights. */
  readonly lamp: Pick<LampHand, 'handAxis'>;
  readonly renderer: WebGLRenderer;
  readonly stores: readonly GpuTileStore[];
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** Bytes reserved for tiles; what is left of a device's is for everything else. */
  readonly tileBytes: number;
  dispose(): void;
}

/** Lamp black: what a panorama that covers less than the sphere leaves open. */
const ROOM_COLOUR = 0x15110e;
const LEAST_PIXEL_RATIO = 0.25;
const MOST_PIXEL_RATIO = 3;

/** Throws `SceneError` where the browser or its GPU cannot draw the picture. */
export async function mountScene(options: SceneOptions): Promise<SceneHandle> {
  const { canvas, container, pixelRatio, children } = options;
  const renderer = createRenderer(canvas);
  const root = createRoot(canvas);
  await root.configure({
    gl: renderer,
    frameloop: 'demand',
    flat: true,
    dpr: pixelRatio ?? [LEAST_PIXEL_RATIO, MOST_PIXEL_RATIO],
    size: sizeOf(container),
    camera: { position: [0, 0, 0], rotation: [0, 0, 0], near: NEAR, far: FAR },
    scene: { background: new Color(ROOM_COLOUR) },
  });
  const stores = reserveStores(options, renderer);
  let requestFrame = (): void => undefined;
  const engine = options.createEngine(stores, (afterSeconds) => {
    if (afterSeconds > 0) setTimeout(() => requestFrame(), afterSeconds * 1_000);
    else requestFrame();
  });
  const lamp = new LampHand({
    element: canvas,
    toView: (x, y) => {
      const shape = { widthPx: canvas.clientWidth, heightPx: canvas.clientHeight };
      return unshift(x, y, isSideBySide(options.tour.getState()) ? shiftAt(x, y, shape) : NO_SHIFT);
    },
    isCarried: (): boolean => bridge.isLampAimed,
    requestFrame: () => requestFrame(),
  });
  const bridge = new FrameBridge({
    renderer,
    stores,
    engine,
    tour: options.tour,
    liveView: options.liveView,
    placeOf: options.placeOf,
    liveCompare: options.liveCompare ?? new LiveCompare(),
    lightOf: options.lightOf ?? (() => null),
    lamp,
    clock: options.clock,
    prefersReducedMotion: options.prefersReducedMotion ?? asksForReducedMotion,
    requestFrame: () => requestFrame(),
  });
  const render = (more: ReactNode) =>
    root.render(
      <>
        <Picture bridge={bridge} />
        {children}
        {more}
      </>,
    );
  const fiber = render(null);
  requestFrame = () => fiber.getState().invalidate();
  requestFrame();
  const first = options.placeOf(options.tour.getState().nodeId);
  if (first) bridge.panoramas.link(renderer, fiber.getState().camera, first.pyramid.projection);

  const resize = new ResizeObserver(() => {
    // In a headset the session draws; three takes the page's size up again when it ends.
    if (renderer.xr.isPresenting) return;
    const { width, height, top, left } = sizeOf(container);
    fiber.getState().setSize(width, height, top, left);
    // Resizing clears the canvas; drawing before the browser paints keeps it from flashing.
    fiber.getState().advance(performance.now());
  });
  resize.observe(container);
  const stopWatching = watchContext(canvas, bridge, options.onContextChange);

  return {
    stats: () => bridge.stats(),
    whenSharp: () => bridge.whenSharp(),
    invalidate: () => requestFrame(),
    render,
    displace: (displacer) => bridge.panoramas.displace(displacer),
    hang(hanger) {
      bridge.panoramas.hang(hanger);
      bridge.arriveAnew();
    },
    lamp,
    setEyeDensity: (share) => void (bridge.sampler.density = share),
    renderer,
    stores,
    scene: fiber.getState().scene,
    camera: fiber.getState().camera as PerspectiveCamera,
    tileBytes: stores.reduce((sum, store) => sum + store.bytes, 0),
    add(layer) {
      const { scene } = fiber.getState();
      scene.add(layer.group);
      bridge.add(layer);
      return () => {
        scene.remove(layer.group);
        bridge.remove(layer);
      };
    },
    dispose() {
      requestFrame = () => undefined;
      resize.disconnect();
      stopWatching();
      lamp.dispose();
      bridge.dispose();
      engine.dispose();
      for (const store of stores) store.dispose();
      root.unmount();
    },
  };
}

function Picture({ bridge }: { bridge: FrameBridge }) {
  useFrame(({ camera }) => bridge.draw(camera as PerspectiveCamera), FRAME_ORDER.bridge);
  return <primitive object={bridge.panoramas.group} dispose={null} />;
}

function reserveStores({ pyramids, deviceClass }: SceneOptions, renderer: ReturnType<typeof createRenderer>) {
  const gl = renderer.getContext() as WebGL2RenderingContext;
  // A page may be made as large as its screen at any time, and tile memory is reserved once.
  const plans = planStores(pyramids, {
    deviceClass,
    widthPx: Math.max(screen.width * devicePixelRatio, gl.drawingBufferWidth),
    heightPx: Math.max(screen.height * devicePixelRatio, gl.drawingBufferHeight),
    maxTextureSize: renderer.capabilities.maxTextureSize,
    maxLayers: gl.getParameter(gl.MAX_ARRAY_TEXTURE_LAYERS) as number,
  });
  try {
    return plans.map((plan) => new GpuTileStore(renderer, plan));
  } catch (cause) {
    throw new SceneError('no-gpu-memory', 'the GPU has no room for the picture', { cause });
  }
}

function sizeOf(element: HTMLElement): { width: number; height: number; top: number; left: number } {
  const { width, height, top, left } = element.getBoundingClientRect();
  return { width: Math.max(1, width), height: Math.max(1, height), top, left };
}

/** three forgets and rebuilds its own part of a lost context before these listeners run. */
function watchContext(canvas: HTMLCanvasElement, bridge: FrameBridge, onChange?: (isLost: boolean) => void) {
  const lose = (): void => onChange?.(true);
  const restore = (): void => {
    bridge.restoreContext();
    onChange?.(false);
  };
  canvas.addEventListener('webglcontextlost', lose);
  canvas.addEventListener('webglcontextrestored', restore);
  return (): void => {
    canvas.removeEventListener('webglcontextlost', lose);
    canvas.removeEventListener('webglcontextrestored', restore);
  };
}

function asksForReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
