/** What page and worker say to each other about the surface of a relic. Metres, in the model's frame. */
import type { Vec3 } from '#shared/vec.ts';

type Numbers = Float32Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** The vertices of one mesh as they lie in its buffer; unpacked by the worker, where it holds nobody up. */
export interface MeshPart {
  readonly positions: Numbers;
  /** Numbers from vertex to vertex, and before the first. */
  readonly stride: number;
  readonly offset: number;
  readonly count: number;
  readonly isNormalized: boolean;
  readonly index: Uint16Array | Uint32Array | Uint8Array | null;
  /** From the mesh's frame to the model's, column by column; one per instance. */
  readonly matrices: readonly (readonly number[])[];
}

/** A cut: what lies on the side that the normal points to is not there. */
export interface Cut {
  readonly normal: Vec3;
  readonly offset: number;
}

export interface Hit {
  readonly point: Vec3;
  /** Unit, towards where the ray came from. */
  readonly normal: Vec3;
  readonly distance: number;
  /** Whether it lies on the filled cut. */
  readonly isCut: boolean;
}

/** A polygon laid on the surface. Triangles and closed outline, three numbers a point. */
export interface Drapery {
  readonly triangles: Float32Array;
  readonly outline: Float32Array;
  /** Unit, of the surface below its middle. */
  readonly normal: Vec3;
  readonly middle: Vec3;
}

/** A square of the ground, and how much of it sees the open: `cells` × `cells` values from 0 (nothing) to 255. */
export interface GroundWish {
  readonly x: number;
  readonly z: number;
  readonly halfSide: number;
  readonly y: number;
  readonly cells: number;
  readonly cut: Cut | null;
}

export type Question =
  | { readonly kind: 'pick'; readonly origin: Vec3; readonly direction: Vec3; readonly cut: Cut | null }
  | { readonly kind: 'see'; readonly eye: Vec3; readonly points: Float32Array; readonly cut: Cut | null }
  | { readonly kind: 'drape'; readonly corners: Float32Array }
  | { readonly kind: 'nearest'; readonly point: Vec3 }
  | ({ readonly kind: 'ground' } & GroundWish);

export interface Answers {
  pick: Hit | null;
  /** 1 where a point can be seen. */
  see: Uint8Array;
  drape: Drapery | null;
  nearest: { readonly point: Vec3; readonly normal: Vec3 } | null;
  ground: Uint8Array;
}

export type Ask =
  | { readonly kind: 'read'; readonly body: string; readonly serial: number; readonly parts: readonly MeshPart[] }
  | { readonly kind: 'forget'; readonly body: string }
  | { readonly kind: 'ask'; readonly body: string; readonly serial: number; readonly question: Question };

/** What is known of a body once it was read. */
export interface BodyFacts {
  readonly triangles: number;
  /** Of every part: whether it encloses something, so that a cut through it can be filled. */
  readonly isClosed: readonly boolean[];
}

export type Tell =
  | { readonly kind: 'read'; readonly serial: number; readonly facts: BodyFacts }
  | { readonly kind: 'answer'; readonly serial: number; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'failed'; readonly serial: number; readonly message: string };
