/**
 * Who acts when within a frame: priorities for `useFrame`, lower first. All are negative, because fiber stops drawing
 * by itself once anyone asks for a positive one.
 */
export const FRAME_ORDER = {
  /** The camera's motion; writes the live view. */
  look: -300,
  /** Camera, transition, engine, patches. */
  bridge: -200,
  /** Marks that follow the camera. */
  marks: -100,
} as const;
