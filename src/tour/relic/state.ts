/** The relic that a visitor has taken up: how it is turned, lit, cut, measured. Plain state; `tour/relic` commands write it. */
import type { Surface } from '#document/relicSchema.ts';
import type { Vec3 } from '#shared/vec.ts';

/** A camera around a relic. Radians and metres, in the model's frame; yaw 0 sees the front (+Z), pitch grows upward. */
export interface Orbit {
  readonly yaw: number;
  readonly pitch: number;
  readonly distance: number;
  readonly target: Vec3;
}

/** A wish that the camera come to an orbit; carried out once per `serial`. Null fits the whole relic into the view. */
export interface OrbitRequest {
  readonly serial: number;
  /** What is left out stays as it is. A distance of `Infinity` is that of the whole relic. */
  readonly orbit: Partial<Orbit> | null;
  readonly isEased: boolean;
}

/** A lamp as one would hold it, from the relic's middle, radians. `mix` 0 is daylight alone, 1 the lamp alone. */
export interface Lamp {
  readonly yaw: number;
  readonly pitch: number;
  readonly mix: number;
}

/** What lies on the side of the plane that the normal points to is left out. Metres along the normal from the origin. */
export interface Section {
  readonly normal: Vec3;
  readonly offset: number;
}

/** A length on the relic, in the model's metres. Null `to` while the second end is being sought. */
export interface Measurement {
  readonly from: Vec3;
  readonly to: Vec3 | null;
}

/** What a pointer does. */
export type RelicTool = 'orbit' | 'tape' | 'lamp' | 'section';
export type Scale = 'none' | 'hand' | 'person';

/** The restoration states side by side: `before` is shown where the slider has not come to, `after` where it has. */
export interface StateView {
  /** A state's id; `''` is the model itself. */
  readonly stateId: string;
  /** The state one compares with; null shows `stateId` alone. */
  readonly otherId: string | null;
  /** 0 to 1: how much of the width shows `otherId`, from the left. */
  readonly curtain: number;
}

export interface RelicVisit {
  /** A relic hotspot of the node where the visitor stands. */
  readonly hotspotId: string;
  /** Its model or tileset. */
  readonly assetId: string;
  /** Grows with every opening. */
  readonly serial: number;
  readonly orbitRequest: OrbitRequest;
  /** Where the camera last came to rest; null before it has. Never written per frame. */
  readonly settledOrbit: Orbit | null;
  readonly lamp: Lamp;
  readonly surface: Surface;
  readonly section: Section | null;
  readonly states: StateView;
  /** A material variant of the file; null is the file's own. */
  readonly variant: string | null;
  readonly annotationId: string | null;
  readonly tool: RelicTool;
  readonly measurements: readonly Measurement[];
  readonly scale: Scale;
  /** A clip of the file that plays; null where none does. */
  readonly clip: string | null;
  /** Which step of the relic's own tour one is at; null outside it. */
  readonly step: number | null;
  /** What is known of the relic once its first step is here; null before. Written by the scene, once a model. */
  readonly facts: RelicFacts | null;
}

/** What only the file knows. */
export interface RelicFacts {
  /** In the model's metres, clamped against false bounds. */
  readonly min: Vec3;
  readonly max: Vec3;
  readonly variants: readonly string[];
  readonly clips: readonly string[];
  /** The finest step shown so far and whether finer ones are on the way. */
  readonly quality: string;
  readonly isRefining: boolean;
  /** Whether a state that is to be shown is not here yet: what was shown stays until it is. */
  readonly isComing?: boolean;
}
