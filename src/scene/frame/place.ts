import type { Mat3 } from '#streaming/policy/eye.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** The picture of a node. */
export interface Place {
  readonly pyramid: Pyramid;
  /** The right eye's pyramid where the picture is stereo; `pyramid` is then the left eye's. */
  readonly rightEye?: Pyramid;
  /** The node's frame → the pyramid's own. */
  readonly toPyramid: Mat3;
}

/** The picture of a node by its id, in the layer it shows or another one; null where the document's is broken. */
export type PlaceOf = (nodeId: string, layerId?: string) => Place | null;
