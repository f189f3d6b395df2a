import type { StreamingEngine } from '#streaming/engine.ts';
import type { FrameRequest, TileStore } from '#streaming/ports.ts';

/** What the scene asks of the streaming engine. */
export type PanoramaEngine = Pick<
  StreamingEngine,
  'show' | 'prefetch' | 'frame' | 'isReady' | 'isLost' | 'loseContext' | 'stats' | 'dispose'
>;

/** Makes the visit's engine once there is GPU memory to stream into. */
export type EngineFactory = (stores: readonly TileStore[], requestFrame: FrameRequest) => PanoramaEngine;
