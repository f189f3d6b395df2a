import type { Matrix4 } from 'three';
import type { Vec3 } from '#shared/vec.ts';

/** What a visitor points with. `transient`: eyes and a pinch, known only while the pinch lasts (Vision Pro). */
export type PointerKind = 'controller' | 'hand' | 'gaze' | 'transient';

/** A half-line in the place: metres, the direction of unit length. */
export interface Ray {
  readonly origin: Vec3;
  readonly direction: Vec3;
}

/**
 * One input source in this frame, everything in the place's own frame (metres, Y up), the rig counted in. Objects are
 * reused from frame to frame.
 */
export interface XrPointer {
  /** Stays the same as long as the source is there. */
  readonly id: number;
  readonly kind: PointerKind;
  readonly handedness: 'left' | 'right' | 'none';
  /** Where it points. */
  readonly ray: Ray;
  /** Where it is held; null where the device does not say. */
  readonly grip: Matrix4 | null;
  /** The tip of the index finger; null for what has none. */
  readonly fingertip: Vec3 | null;
  /** Trigger, pinch, or a dwell of the gaze that is complete. */
  readonly isPressed: boolean;
  /** The side button or a closed fist. */
  readonly isSqueezed: boolean;
  /** −1 to 1, right and forward positive; 0 for what has no stick. */
  readonly stickX: number;
  readonly stickY: number;
  /** A button that calls the menu. */
  readonly isMenuPressed: boolean;
}
