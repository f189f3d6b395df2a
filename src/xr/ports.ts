/** What the headset needs of the others, and what it gives them. */
import type { Vec3 } from '#shared/vec.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import type { LiftableRelics } from '#scene/relic/lift/lifting.ts';
import type { RelicFace } from '#scene/relic/relicPool.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Related } from '#tour/find/relations.ts';
import type { Spot } from '#tour/find/things.ts';
import type { Tour } from '#tour/store.ts';
import type { Sharing } from './handover/stepTurn.ts';
import type { PaceStats } from './pace/createPace.ts';
import type { MarksAround } from './point/aims.ts';

/** What a headset needs of the relics. */
export interface RelicsInReach {
  readonly lifted: LiftableRelics;
  readonly pool: Pick<RelicFace, 'hold'>;
  /** In a hall, the visitor stands there now. */
  placeAt(x: number, z: number): void;
  /** In a cave, the middle of the picture is there now. */
  moveAside(centre: Vec3): void;
}

export interface HeadsetOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  readonly liveCompare: LiveCompare;
  readonly scene: SceneHandle;
  readonly focus: MarkFocus;
  readonly walls: KnownWalls;
  readonly marks: MarksAround;
  /** Hides what stands in the picture while a board does before it. */
  readonly hideMarks: (isHidden: boolean) => void;
  /** The picture of a place; null where it has none. */
  readonly pyramidOf: (nodeId: string) => Pyramid | null;
  /** Null where the exhibition has none. */
  readonly relics: () => Promise<RelicsInReach> | null;
  /** From the beginning of a session on, until it is disposed of. */
  readonly openEyeDepth: () => EyeDepth;
  /** The full address of a file of the exhibition; null where the gate refuses it. */
  readonly resolve: (uri: string) => string | null;
  readonly isMotionReduced: () => boolean;
  /** What shares a fact or a subject with a thing. */
  readonly relatedTo?: (spot: Spot) => Promise<readonly Related[]>;
  /** Says a language's name in that language, where the device can. */
  readonly speakLanguage?: (tag: string) => void;
  /** Seconds. */
  readonly clock: () => number;
  /** Null for a headset of the visitor's own. */
  readonly sharing: Sharing | null;
  /** The folder of the files that the session needs, with a slash at its end. */
  readonly assetPath: string;
}

export interface Headset {
  /** Within the visitor's own press. Rejected where the browser or the device refuses. */
  enter(): Promise<void>;
  leave(): Promise<void>;
  /** To the next visitor, as it was for the first. */
  handOver(): void;
  /** Null while there is no session. */
  stats(): HeadsetStats | null;
  dispose(): void;
}

export interface HeadsetStats extends PaceStats {
  /** Of what only a headset has, bytes on the GPU. */
  readonly gpuBytes: number;
}
