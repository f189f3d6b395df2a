/** What an engine is made with, and what it is told to show. */
import type { Mat3 } from './policy/eye.ts';
import type { Periphery } from './policy/periphery.ts';
import type { UploadMs } from './policy/uploadBudget.ts';
import type { Clock, FrameRequest, TileFault, TileLoader, TileStore, ViewWindow } from './ports.ts';
import type { Pyramid } from './pyramid/pyramid.ts';

export interface ShownPanorama {
  readonly pyramid: Pyramid;
  /** Rotation from the world into the pyramid's own frame. */
  readonly toPyramid: Mat3;
  /** 0 to 1: of the whole panorama, for cross-fades. The engine only passes it through. */
  readonly opacity: number;
  /** The only part of it that is shown, and so the only one that is loaded; all of it by default. */
  readonly window?: ViewWindow | null;
  /** Which eyes see it where there are two: only their view of it is loaded. Both by default. */
  readonly eyes?: 'both' | 'left' | 'right';
  /** How far beside its own direction a part of it may be seen, radians: walls that come nearer do so. 0 by default. */
  readonly reach?: number;
}

export interface EngineOptions {
  readonly loader: TileLoader;
  readonly stores: readonly TileStore[];
  readonly clock: Clock;
  readonly requestFrame: FrameRequest;
  readonly onFault?: (fault: TileFault) => void;
  /** Loads at once; 8 by default: above what an HTTP/1.1 browser runs, so that its queue never empties. */
  readonly concurrency?: number;
  /** 2 while the view moves and 8 while it rests by default. */
  readonly uploadMs?: UploadMs;
  /** Seconds a tile fades in over a coarser one; 0.1 by default, 0 for none. */
  readonly fadeSeconds?: number;
  /** How far ahead, seconds, the motion of the view is followed; 0.4 by default. */
  readonly lookAheadSeconds?: number;
  /** Where two eyes see; `PERIPHERY` by default. A single view is sharp to its edges. */
  readonly periphery?: Periphery | null;
}
